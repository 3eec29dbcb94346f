import Testing

@testable import Authoring
@testable import Content

/// A piece of the small pack's templates replaced, and every problem that comes of it.
struct TemplateMistake: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let old: String
    let new: String
    /// Line, column, severity, what is wrong, and how to mend it.
    let problems: [String]

    init(_ name: String, replacing old: String, with new: String, _ problems: [String]) {
        testDescription = name
        self.old = old
        self.new = new
        self.problems = problems
    }
}

@Suite struct `A mistake in a template` {
    @Test(arguments: mistakesInSlots + mistakesInFacts + mistakesInWords)
    func `is named with its place`(mistake: TemplateMistake) throws {
        try #require(TemplatePack.templates.split(separator: mistake.old, omittingEmptySubsequences: false).count == 2)
        let text = TemplatePack.templates.replacing(mistake.old, with: mistake.new)
        let problems = try TemplatePack(templates: text).problems()
        // Errors come first, since warnings often follow from them.
        let isWarning = { (problem: String) in problem.contains(": warning: ") }
        #expect(problems == mistake.problems.filter { !isWarning($0) } + mistake.problems.filter(isWarning))
    }

    @Test func `is none where there is none`() throws {
        #expect(try TemplatePack().problems() == [])
    }

    @Test func `does not hide one in another file`() throws {
        let folder = try TemplatePack()
        try folder.write(
            """
            lists:
              doors: [Windy.]
            templates:
              - id: visit
                title: the same again
                slots:
                  length: { minutes: [60, 240] }
                encounter:
                  services: [{ kind: infusion, minutes: length }]
                stem: It took {length} minutes.
                source: book
            """, to: "templates/two.yaml")
        #expect(
            folder.problems() == [
                "templates/two.yaml:2:3: error: list doors is there already, in templates/one.yaml, line 5; rename or drop one of them",
                "templates/two.yaml:4:5: error: template visit is there already, in templates/one.yaml, line 7; rename or drop one of them",
            ])
    }

    @Test func `of size neither overflows nor takes for ever`() throws {
        let sums = (1...39).map { "      s\($0): { sum: [s\($0 - 1), s\($0 - 1)] }" }
        let head = "templates:\n  - id: big\n    title: big\n    slots:\n      s0: { minutes: [0, 1440] }\n"
        let tail =
            "\n    encounter:\n      services: [{ kind: infusion, minutes: s0 }]\n    stem: It took {s0}.\n    source: book\n"
        let big = try TemplatePack(templates: head + sums.joined(separator: "\n") + tail)
        #expect(big.problems() == ["9:7: error: the slot may come to more than two weeks; add up less"])
        let many = (1...60).map { "      m\($0): { minutes: [0, 1] }" }
        let crowd = try TemplatePack(templates: head + many.joined(separator: "\n") + tail)
        #expect(crowd.problems().first == "45:7: error: a template has at most 40 slots; drop some")
    }

    @Test(arguments: [
        ("{ short: pt }", "2:5: error: an abbreviation needs the key long; add it"),
        (
            "{ short: pt, long: patient, see: chart }",
            "2:33: error: unknown key \"see\" in an abbreviation; known are short, long"
        ),
        ("[pt]", "2:5: error: expected an abbreviation: a mapping of keys, found a list"),
    ])
    func `or in an abbreviation is named too`(abbreviation: String, problem: String) throws {
        let folder = try TemplatePack()
        try folder.write("abbreviations:\n  - \(abbreviation)\n", to: "terms.yaml")
        #expect(folder.problems().contains("terms.yaml:\(problem)"))
    }

    @Test func `such as an abbreviation explained twice is named too`() throws {
        let folder = try TemplatePack()
        try folder.write(
            "abbreviations:\n  - { short: pt, long: patient }\n  - { short: pt, long: part }\n", to: "terms.yaml")
        #expect(
            folder.problems().contains(
                "terms.yaml:3:5: error: abbreviation pt is there already, in line 2; rename or drop one of them"))
    }
}
