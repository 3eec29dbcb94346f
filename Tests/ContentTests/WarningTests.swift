import Scoring
import Testing

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
                "misconceptions.yaml:3:5: warning: all-pays gives the right answer in every scenario; add a scenario in which it goes wrong"
            ]),
        Oddity(
            testDescription: "two beliefs that go wrong alike", file: "misconceptions.yaml",
            old: "{ exclusions: ignored }", new: "{ bills: further-only, further-after: 120 }",
            warnings: [
                "misconceptions.yaml:2:5: warning: no scenario tells lonely and all-pays apart; add one in which they go wrong differently, or drop one of them"
            ]),
        Oddity(
            testDescription: "a circumstance that every scenario meets", file: "circumstances.yaml",
            old: "test: performer", new: "test: place",
            warnings: [
                "circumstances.yaml:2:5: warning: every scenario meets by-a-nurse; add one that does not"
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

    @Test(arguments: oddities) func `what is odd is warned of and stands in nobody's way`(oddity: Oddity) throws {
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
