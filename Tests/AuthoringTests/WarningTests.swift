import Scoring
import Testing

@testable import Authoring
@testable import Content

@Suite struct WarningTests {
    /// A piece of the small pack replaced, and the warnings that come of it.
    struct Oddity: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let file: String
        let old: String
        let new: String
        let warnings: [String]
    }

    static let oddities = [
        Oddity(
            testDescription: "a belief that is right in every scenario", file: "misconceptions.yaml",
            old: "{ exclusions: ignored }", new: "{ bills: everything }",
            warnings: [
                "misconceptions.yaml:3:5: warning: all-pays changes no rule that the pack has; name the families: that it is about, or what else is believed of them"
            ]),
        Oddity(
            testDescription: "two beliefs that go wrong alike", file: "misconceptions.yaml",
            old: "{ exclusions: ignored }", new: "{ bills: further-only, further-after: 120 }",
            warnings: [
                "misconceptions.yaml:2:5: warning: no item tells lonely and all-pays apart; add a scenario in which they go wrong differently, or drop one of them"
            ]),
        Oddity(
            testDescription: "a circumstance that every scenario meets", file: "circumstances.yaml",
            old: "test: performer", new: "test: service",
            warnings: [
                "circumstances.yaml:2:5: warning: every item meets by-a-nurse; add a scenario that does not"
            ]),
        Oddity(
            testDescription: "a policy that is never in force", file: "policies.yaml",
            old: "credit: complete\n", new: "credit: complete\n    effective: { from: 2027-01-01 }\n",
            warnings: [
                "policies.yaml:10:5: warning: full is not in force on the day of any scenario; widen its effective:, or add a scenario of its time"
            ]),
        Oddity(
            testDescription: "a visit outside the edition", file: "scenarios.yaml",
            old: "date: 2026-03-03", new: "date: 2025-03-03",
            warnings: [
                "scenarios.yaml:11:5: warning: the visit of 2025-03-03 lies outside the days of this edition; move it, or widen effective: in pack.yaml"
            ]),
        Oddity(
            testDescription: "a stem that names a code", file: "scenarios.yaml",
            old: "A cousin infuses the drug.", new: "A cousin bills 99602-SS.",
            warnings: [
                "scenarios.yaml:22:11: warning: the stem names 99602 and gives the answer away; tell only the facts"
            ]),
        Oddity(
            testDescription: "a definition that holds its term", file: "terms.yaml",
            old: "a slow flow into a vein", new: "the slow Infusion of a drug",
            warnings: [
                "terms.yaml:2:5: warning: the definition gives \"infusion\" away; say it without the word"
            ]),
        Oddity(
            testDescription: "a question that holds its answer", file: "terms.yaml",
            old: "What must a nurse ask about?", new: "Must a nurse ask about allergies?",
            warnings: [
                "terms.yaml:4:5: warning: the question gives \"allergies\" away; ask without the word"
            ]),
        Oddity(
            testDescription: "a fact that asks to guess a word", file: "terms.yaml",
            old: "    wrong: [age, address]\n", new: "",
            warnings: [
                "terms.yaml:4:5: warning: to answer \"allergies\" is to guess the word; give wrong: answers, so that it is chosen; or ask for a figure, a code or a term"
            ]),
        Oddity(
            testDescription: "a wrong answer that is right", file: "terms.yaml",
            old: "wrong: [age, address]", new: "accept: [what hurts]\n    wrong: [age, What hurts]",
            warnings: [
                "terms.yaml:4:5: warning: \"What hurts\" is both a right and a wrong answer; drop one of them"
            ]),
        Oddity(
            testDescription: "two facts asked alike of which one refuses the other's answer", file: "terms.yaml",
            old: "explanation: They matter.\n    source: book",
            new:
                "explanation: They matter.\n    source: book\n"
                + "  - { id: length, topic: after, question: How long?, answer: 2 hours, accept: [120 minutes], explanation: So., source: book }\n"
                + "  - { id: span, topic: after, question: What span?, answer: 120 minutes, explanation: So., source: book }",
            warnings: [
                "terms.yaml:12:5: warning: of span and length one takes the other's answer, and is refused its own there; accept both in each, or ask so that only one can be meant"
            ]),
        Oddity(
            testDescription: "a stop before the start", file: "scenarios.yaml",
            old: "start: \"09:00\", stop: \"11:30\"", new: "start: \"11:30\", stop: \"11:29\"",
            warnings: [
                "scenarios.yaml:8:11: warning: from 11:30 to 11:29 the next day is 1439 minutes; swap start and stop if no midnight lies between them"
            ]),
        Oddity(
            testDescription: "a gap between ranges", file: "codes.yaml",
            old: "- { code: \"99506\", from: 1 }",
            new: "- { code: \"99506\", from: 1, to: 30 }\n      - { code: \"99506\", from: 41 }",
            warnings: [
                "codes.yaml:26:9: warning: no code is due from minute 31 to 40; close the gap if none is meant"
            ]),
        Oddity(
            testDescription: "an add-on that begins too late", file: "codes.yaml",
            old: "after: 120", new: "after: 121",
            warnings: [
                "codes.yaml:20:9: warning: 99601 covers 120 minutes and 99602 begins after 121; make them agree, unless the gap is meant"
            ]),
        Oddity(
            testDescription: "a modifier without a meaning", file: "codes.yaml",
            old: "modifiers: [SS]", new: "modifiers: [SS, SD]",
            warnings: [
                "codes.yaml:5:21: warning: nothing says what modifier SD means; list it under modifiers:"
            ]),
    ]

    /// What the craft of a pack asks for, beyond its being right.
    static let poorCraft = [
        Oddity(
            testDescription: "a place that is never put to the test", file: "scenarios.yaml",
            old: "place: \"11\"", new: "place: \"12\"",
            warnings: [
                "policies.yaml:2:5: warning: no item exercises the edit place-of-service; add a scenario at a place that is not paid"
            ]),
        Oddity(
            testDescription: "a cap that nobody reaches", file: "scenarios.yaml", old: "minutes: 400",
            new: "minutes: 40",
            warnings: [
                "policies.yaml:2:5: warning: no item exercises the edit unit-cap; add a scenario that goes past a cap"
            ]),
        Oddity(
            testDescription: "a record that always has what is required", file: "policies.yaml",
            old: "performers: [nurse]", new: "performers: [nurse]\n    requires: [duration]",
            warnings: [
                "policies.yaml:2:5: warning: no item exercises the edit documentation-missing; add a scenario whose record lacks what is required"
            ]),
        Oddity(
            testDescription: "performers of whom all are paid", file: "scenarios.yaml",
            old:
                "performer: cousin\n      services:\n        - { kind: infusion, minutes: 60 }\n    expect: { started: none }",
            new: "services:\n        - { kind: infusion, minutes: 60 }",
            warnings: [
                "policies.yaml:2:5: warning: no item exercises the edit service-does-not-qualify; add a scenario by someone who is not paid"
            ]),
        Oddity(
            testDescription: "an exclusion that never comes up", file: "scenarios.yaml",
            old: "{ kind: injection, minutes: 10 }", new: "{ kind: infusion, minutes: 10 }",
            warnings: [
                "codes.yaml:27:5: warning: no item exercises the edit mutually-exclusive; add a scenario in which both are done on one day",
                "misconceptions.yaml:3:5: warning: all-pays gives the right answer in every item; add a scenario in which it goes wrong",
            ]),
        Oddity(
            testDescription: "a stem told twice", file: "scenarios.yaml",
            old: "Until the evening a nurse stays at the bed.",
            new: "A nurse infuses a drug for two hours and a half, then.",
            warnings: [
                "scenarios.yaml:41:11: warning: the stem is told almost as that of long-visit; tell it in other words, or drop one of them"
            ]),
        Oddity(
            testDescription: "a stem that says how many units", file: "scenarios.yaml",
            old: "Until the evening a nurse stays at the bed.", new: "A nurse stays long enough for two units.",
            warnings: [
                "scenarios.yaml:41:11: warning: the stem says \"two units\" and gives the answer away; tell only the facts"
            ]),
        Oddity(
            testDescription: "a stem with units of a drug", file: "scenarios.yaml",
            old: "Until the evening a nurse stays at the bed.", new: "A nurse stays and pushes 4,500 units of heparin.",
            warnings: []),
        Oddity(
            testDescription: "a stem with a wrong article", file: "scenarios.yaml",
            old: "Until the evening a nurse stays at the bed.", new: "Until the evening an nurse stays at the bed.",
            warnings: ["scenarios.yaml:41:11: warning: the stem reads \"an nurse\"; reword it"]),
        Oddity(
            testDescription: "a stem with a word twice", file: "scenarios.yaml",
            old: "Until the evening a nurse stays at the bed.", new: "Until the the evening a nurse stays at the bed.",
            warnings: ["scenarios.yaml:41:11: warning: the stem reads \"the the\"; reword it"]),
        Oddity(
            testDescription: "a stem with a space before its mark", file: "scenarios.yaml",
            old: "Until the evening a nurse stays at the bed.", new: "Until the evening a nurse stays at the bed .",
            warnings: ["scenarios.yaml:41:11: warning: the stem reads \" .\"; reword it"]),
        Oddity(
            testDescription: "a stem that breaks off", file: "scenarios.yaml",
            old: "Until the evening a nurse stays at the bed.", new: "Until the evening a nurse stays at the bed",
            warnings: ["scenarios.yaml:41:11: warning: the stem reads \"bed\"; reword it"]),
        Oddity(
            testDescription: "a stem that is hard to read", file: "scenarios.yaml",
            old: "Until the evening a nurse stays at the bed.",
            new:
                "Notwithstanding considerable difficulties, a registered professional continuously administers intravenous medication throughout an extraordinarily extended appointment.",
            warnings: [
                "scenarios.yaml:41:11: warning: the stem reads at school grade 32, above 12; use shorter sentences and shorter words"
            ]),
        Oddity(
            testDescription: "a statement that is hard to read", file: "policies.yaml",
            old: "An hour counts once it is over.",
            new:
                "Reimbursement eligibility necessitates uninterrupted documentation demonstrating completely accumulated additional hours individually accompanied by authorization.",
            warnings: [
                "policies.yaml:10:5: warning: the statement reads at school grade 39, above 12; use shorter sentences and shorter words"
            ]),
        Oddity(
            testDescription: "a term that is another's answer", file: "terms.yaml", old: "facts:",
            new: "  - { id: drip, term: drip, definition: a bag on a pole, source: book }\nfacts:",
            warnings: [
                "terms.yaml:3:5: warning: no item asks for drip alone: its answer is right for infusion too; take it off the other's accept:, or define it otherwise"
            ]),
        Oddity(
            testDescription: "a term that is defined as another is", file: "terms.yaml", old: "facts:",
            new: "  - { id: flow, term: flux, definition: A slow flow into a vein, source: book }\nfacts:",
            warnings: [
                "terms.yaml:3:5: warning: no item asks for flow alone: its answer is right for infusion too; take it off the other's accept:, or define it otherwise"
            ]),
    ]

    @Test func `what only a template's visits exercise is exercised`() throws {
        let folder = try PackFolder()
        try folder.replace("minutes: 400", with: "minutes: 40", in: "scenarios.yaml")
        try folder.write(
            """
            templates:
              - id: long-day
                title: a long day
                slots:
                  length: { minutes: [300, 400] }
                encounter:
                  services: [{ kind: infusion, minutes: "{length}" }]
                stem: A nurse stays for {length} minutes.
                source: book
            """, to: "templates.yaml")
        #expect(folder.read().problems.map(\.description) == [])
    }

    @Test(arguments: [
        ("A nurse is here.", 0.0), ("One two three four five six seven eight nine ten at noon.", 1.87),
        ("On 12 May at 09:00 the nurse came in and went out by 10:30 again.", 2.8),
    ])
    func `the reading level is the grade of Flesch and Kincaid`(text: String, grade: Double) {
        #expect(abs(ReadingLevel(of: text).grade - grade) < 0.05, "\(ReadingLevel(of: text).grade)")
    }

    @Test(arguments: [
        ("the", 1), ("nurse", 1), ("bottle", 2), ("infusion", 3), ("care", 1), ("apple", 2), ("09:00", 1), ("agree", 2),
    ])
    func `syllables are groups of vowels`(word: String, count: Int) {
        #expect(ReadingLevel.syllables(in: word[...]) == count)
    }

    @Test(arguments: oddities + poorCraft) func `what is odd is warned of and stands in nobody's way`(oddity: Oddity)
        throws
    {
        let folder = try PackFolder()
        if oddity.new.contains("11:29") {
            try folder.replace(
                "expect: { started: \"99601, 99602\", full: \"99601\" }", with: "expect: {}", in: "scenarios.yaml")
        }
        try folder.replace(oddity.old, with: oddity.new, in: oddity.file)
        let reading = folder.read()
        #expect(reading.problems.map(\.description) == oddity.warnings)
        #expect(reading.pack != nil)
    }

    @Test(arguments: [
        ("2025-12-31", ["pack.yaml:5:12: warning: this edition begins on 2026-01-01; leave it until then"]),
        ("2026-01-01", []), ("2026-12-31", []),
        (
            "2027-01-01",
            [
                "pack.yaml:5:12: warning: this edition ended on 2026-12-31; make a new one, or leave it for visits of that time"
            ]
        ),
    ])
    func `an edition out of force is warned of only when a day is given`(today: String, warnings: [String]) throws {
        let folder = try PackFolder()
        try folder.replace("{ from: 2026-01-01 }", with: "{ from: 2026-01-01, to: 2026-12-31 }", in: "pack.yaml")
        #expect(readPack(folder: folder.path, today: Day(today)).problems.map(\.description) == warnings)
        #expect(folder.read().problems == [])
    }

    @Test func `a pack without scenarios is not warned of what they do not show`() throws {
        let folder = try PackFolder()
        try folder.write("scenarios: []\n", to: "scenarios.yaml")
        #expect(folder.read().problems == [])
    }

    @Test func `a pack with more beliefs than can be compared is read all the same`() throws {
        let folder = try PackFolder()
        let belief = "belief: b, correction: c, change: { credit: started }, source: book"
        let beliefs = (0..<250).map { "  - { id: b\($0), \(belief) }\n" }.joined()
        try folder.write("misconceptions:\n" + beliefs, to: "misconceptions.yaml")
        let reading = folder.read()
        #expect(reading.problems == [])
        #expect(reading.pack?.misconceptions.count == 250)
    }
}
