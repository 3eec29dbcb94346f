import Scoring
import Testing

@testable import Authoring
@testable import Content

/// A source that says which codes it speaks of, and until when its figures hold.
@Suite struct CitationTests {
    /// The warnings of the small pack whose one source has a list of codes.
    private func warnings(covers: String, today: Day? = nil) throws -> [String] {
        let folder = try PackFolder()
        try folder.replace(
            "- { id: book, title: A book }",
            with: "- { id: book, title: A book, \(covers) }\n  - { id: other, title: Another }", in: "pack.yaml")
        return readPack(folder: folder.path, today: today).problems.map(\.description)
    }

    @Test(arguments: [
        "covers: [\"99601\", \"99602\", \"99506\"]", "covers: [\"99*\"]", "covers: [\"9960*\", \"99506\"]",
    ])
    func `a source that covers what it is cited for is as good as one that covers everything`(covers: String) throws {
        #expect(try warnings(covers: covers) == [])
    }

    @Test func `a source is not to be cited for codes of which it says nothing`() throws {
        let warnings = try warnings(covers: "covers: [\"99291\", G00*]")
        let mend = "cite what does, or widen its covers: in pack.yaml"
        #expect(
            warnings.contains(
                "codes.yaml:2:5: warning: book is cited for 99601, of which it says nothing; \(mend)"))
        #expect(
            warnings.contains(
                "codes.yaml:27:5: warning: book is cited for 99601, 99506, of which it says nothing; \(mend)"))
        // A policy that names no code is about the codes of the pack, and one that names some about those.
        #expect(
            warnings.contains(
                "policies.yaml:2:5: warning: book is cited for 99602, of which it says nothing; \(mend)"))
        #expect(warnings.allSatisfy { $0.contains("of which it says nothing") })
    }

    @Test func `a policy without a code of its own is about those of the pack`() throws {
        let folder = try PackFolder()
        try folder.replace(
            "- { id: book, title: A book }",
            with: "- { id: book, title: A book }\n  - { id: manual, title: A manual, covers: [\"99291\"] }",
            in: "pack.yaml")
        try folder.replace(
            "credit-by-code: { \"99602\": complete }\n    source: book", with: "source: [book, manual]",
            in: "policies.yaml")
        #expect(
            folder.read().problems.map(\.description) == [
                "policies.yaml:10:5: warning: manual is cited for 99601, 99602, 99506, of which it says nothing; cite what does, or widen its covers: in pack.yaml"
            ])
    }

    @Test(arguments: ["covers: [\"9960\"]", "covers: [\"*\"]", "covers: [nurse]", "covers: [\"99-1*\"]"])
    func `what is no code and no beginning of one is an error`(covers: String) throws {
        let problems = try warnings(covers: covers)
        #expect(problems.count == 1)
        #expect(problems.first?.contains("error: expected a code or the beginning of codes, found ") == true)
    }

    @Test func `figures that are out of date are warned of from the day after their last`() throws {
        let until = "until: 2026-03-31"
        #expect(try warnings(covers: until, today: Day("2026-03-31")) == [])
        #expect(try warnings(covers: until) == [])
        #expect(
            try warnings(covers: until, today: Day("2026-04-01")) == [
                "pack.yaml:11:5: warning: the figures of book held until 2026-03-31; look them up anew, and mend what rests on them"
            ])
    }

    @Test func `a scenario is asked under the policies that it names`() throws {
        let folder = try PackFolder()
        try folder.replace(
            "expect: { started: \"99601, 99602\", full: \"99601\" }",
            with: "policies: [full]\n    expect: { full: \"99601\" }", in: "scenarios.yaml")
        let reading = folder.read()
        #expect(reading.problems.map(\.description) == [])
        let scenario = try #require(reading.pack?.scenario("long-visit"))
        #expect(scenario.policies == ["full"])
        #expect(reading.proofs.filter { $0.scenario == "long-visit" }.map(\.policy) == ["full"])
    }

    @Test(arguments: [
        ("policies: [full]\n    expect: { started: \"99601, 99602\" }", "the scenario is not asked under started"),
        ("policies: []", "the list is empty"), ("policies: [sooner]", "no policy sooner in policies.yaml"),
    ])
    func `a scenario that contradicts its policies is an error`(lines: String, message: String) throws {
        let folder = try PackFolder()
        try folder.replace(
            "expect: { started: \"99601, 99602\", full: \"99601\" }", with: lines, in: "scenarios.yaml")
        let problems = folder.read().problems.map(\.description)
        #expect(problems.count == 1)
        #expect(problems.first?.contains("error: \(message)") == true)
    }
}
