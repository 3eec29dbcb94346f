import Foundation
import Scoring
import Testing

@testable import Authoring
@testable import Content

/// A piece of the small pack replaced by something wrong, and every problem that comes of it.
struct Mistake: CustomTestStringConvertible, Sendable {
    let name: String
    let file: String
    let old: String
    let new: String
    /// As they are printed: place, severity, what is wrong and how to mend it.
    let problems: [String]

    init(_ name: String, in file: String, _ old: String, _ new: String, _ problems: [String]) {
        self.name = name
        self.file = file
        self.old = old
        self.new = new
        self.problems = problems
    }

    var testDescription: String { name }
}

@Suite struct `A mistake in a pack` {
    @Test func `the pack that the mistakes are made in has no problem`() throws {
        let reading = try PackFolder().read()
        #expect(reading.problems.map(\.description) == [])
        #expect(reading.pack?.scenarios.count == 5)
    }

    @Test(arguments: Mistake.inCodes + Mistake.inScenarios + Mistake.inOthers)
    func `a mistake is reported at its position with its mend`(mistake: Mistake) throws {
        let folder = try PackFolder()
        try folder.replace(mistake.old, with: mistake.new, in: mistake.file)
        let reading = folder.read()
        #expect(reading.problems.map(\.description) == mistake.problems)
        #expect(reading.pack == nil)
    }

    @Test(arguments: Mistake.inLessons)
    func `a mistake in a lesson is reported at its position with its mend`(mistake: Mistake) throws {
        let folder = try PackFolder()
        try folder.write(PackFolder.lessons, to: "lessons.yaml")
        #expect(folder.read().problems.map(\.description) == [])
        try folder.replace(mistake.old, with: mistake.new, in: mistake.file)
        let reading = folder.read()
        #expect(reading.problems.map(\.description) == mistake.problems)
        #expect(reading.pack == nil)
    }

    @Test func `all problems come at once, by file, line and column`() throws {
        let folder = try PackFolder()
        try folder.replace("credit: started", with: "credit: half", in: "policies.yaml")
        try folder.replace("licence: CC0", with: "licence: [CC0]", in: "pack.yaml")
        try folder.replace("date: 2026-03-02", with: "date: today", in: "scenarios.yaml")
        try folder.replace("kind: injection, minutes: 10", with: "kind: injektion, minutes: ten", in: "scenarios.yaml")
        try folder.replace("each: 60, after: 120", with: "after: 2h", in: "codes.yaml")
        let positions = folder.read().problems.map { "\($0.position.file):\($0.position.line):\($0.position.column)" }
        #expect(
            positions == [
                "codes.yaml:20:9", "codes.yaml:20:33", "pack.yaml:8:10", "policies.yaml:5:13", "scenarios.yaml:6:13",
                "scenarios.yaml:18:19", "scenarios.yaml:18:39",
            ])
    }

    @Test func `a file that cannot be read is one problem, whatever the others take from it`() throws {
        let folder = try PackFolder()
        try folder.write("codes: [", to: "codes.yaml")
        #expect(folder.read().problems.map(\.position.file) == ["codes.yaml"])
        try folder.write(PackFolder.valid["codes.yaml"] ?? "", to: "codes.yaml")
        try folder.write("policies: [", to: "policies.yaml")
        #expect(folder.read().problems.map(\.position.file) == ["policies.yaml"])
        try folder.write(PackFolder.valid["policies.yaml"] ?? "", to: "policies.yaml")
        try folder.write("sources: [", to: "pack.yaml")
        #expect(folder.read().problems.map(\.position.file) == ["pack.yaml"])
    }

    @Test func `of thousands of problems the first come, and the count of the rest`() throws {
        let folder = try PackFolder()
        try folder.write("terms:\n" + String(repeating: "  - wrong\n", count: 5_000), to: "terms.yaml")
        let problems = folder.read().problems
        #expect(problems.count == 201)
        #expect(problems.last?.message == "there are 4800 more problems")
    }

    @Test func `warnings without end do not hide an error`() throws {
        let folder = try PackFolder()
        let term = "  - { id: t, term: word, definition: a word, source: book }\n"
        let terms = (0..<300).map { term.replacing("id: t", with: "id: t\($0)") }.joined()
        try folder.write("terms:\n\(terms)  - { id: bad }\n", to: "terms.yaml")
        let reading = folder.read()
        #expect(reading.pack == nil)
        #expect(reading.problems.count { $0.severity == .error } == 4)
    }
}

@Suite struct SectionFolderTests {
    @Test func `a section may be a folder of files, and an id belongs to one of them`() throws {
        let folder = try PackFolder()
        let scenarios = try #require(PackFolder.valid["scenarios.yaml"])
        let second = try #require(scenarios.range(of: "  - id: with-injection"))
        try folder.write(String(scenarios[..<second.lowerBound]), to: "scenarios/a.yaml")
        try folder.write("scenarios:\n" + scenarios[second.lowerBound...], to: "scenarios/b.yaml")
        try folder.remove("scenarios.yaml")
        let reading = folder.read()
        #expect(reading.problems == [])
        #expect(
            reading.pack?.scenarios.map(\.id) == [
                "long-visit", "with-injection", "by-a-cousin", "at-the-office", "half-a-day",
            ])
        try folder.replace("id: by-a-cousin", with: "id: long-visit", in: "scenarios/b.yaml")
        #expect(
            folder.read().problems.map(\.description) == [
                "scenarios/b.yaml:11:5: error: scenario long-visit is there already, in scenarios/a.yaml, line 2; rename or drop one of them"
            ])
    }

    @Test(arguments: [
        ("scenario/a.yaml", "scenario:1:1: error: scenario is no part of a pack; did you mean scenarios?"),
        ("tems.yaml", "tems.yaml:1:1: error: tems.yaml is no part of a pack; did you mean terms?"),
        (
            "zebra.yaml",
            "zebra.yaml:1:1: error: zebra.yaml is no part of a pack; known are pack, codes, policies, scenarios, terms, circumstances, misconceptions, templates, blueprints, lessons"
        ),
        ("terms.yml", "terms.yml:1:1: error: terms.yml is not read; name it terms.yaml"),
        ("terms/a.yml", "terms/a.yml:1:1: error: terms/a.yml is not read; name it a.yaml"),
        ("terms", "terms:1:1: error: terms is not a folder; name it terms.yaml"),
    ])
    func `a file that nobody reads is reported`(file: String, problem: String) throws {
        let folder = try PackFolder()
        try folder.write("terms: []\n", to: file)
        #expect(folder.read().problems.map(\.description) == [problem])
    }

    @Test(arguments: ["README.md", "docs/guide.yaml", ".hidden.yaml", "scenarios/.a.yaml", "scenarios/notes.txt"])
    func `what is no part of a pack and like none is left alone`(file: String) throws {
        let folder = try PackFolder()
        try folder.write("\u{1B}[2J", to: file)
        #expect(folder.read().problems == [])
    }
}
