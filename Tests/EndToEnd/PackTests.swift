import PseudoTerminal
import Snapshots
import Testing

@Suite struct `preceptor pack` {
    private let preceptor: Program

    init() throws { preceptor = try Program() }

    /// A copy of the lesson with some text changed in its files.
    private func copy(changing changes: [(file: String, from: String, to: String)]) throws -> String {
        _ = try run("/bin/cp", ["-R", lesson, preceptor.folder.path(of: "copy")])
        for change in changes {
            let text = try #require(try preceptor.folder.read("copy/\(change.file)"))
            let parts = text.split(separator: change.from, maxSplits: 1, omittingEmptySubsequences: false)
            try #require(parts.count == 2, "\(change.file) has no \(change.from)")
            try preceptor.folder.write(parts[0] + change.to + parts[1], to: "copy/\(change.file)")
        }
        return "copy"
    }

    private func broken() throws -> String {
        try copy(changing: [
            ("codes.yaml", "add-on-to: [\"99601\"]", "add-on-to: [\"99603\"]"),
            ("policies.yaml", "credit: midpoint", "credit: midpiont"),
            ("scenarios.yaml", "kind: infusion", "kind: infusio"),
            ("terms.yaml", "source: guide", "source: giude"),
        ])
    }

    @Test func `list shows the bundled packs`() throws {
        let result = try preceptor("pack", "list")
        #expect(result.code == 0)
        #expect(result.output.contains("home-infusion"))
        let json = try preceptor("pack", "list", "--json")
        #expect(json.output.hasPrefix(#"[{"id":""#))
        for key in ["title", "edition", "effective", "summary", "licence", "notice", "defaultPolicy"] {
            #expect(json.output.contains("\"\(key)\":"))
        }
    }

    @Test func `show shows what is in a pack`() throws {
        let result = try preceptor("pack", "show", lesson)
        #expect(result.code == 0)
        expectSnapshot(result.output.replacing(lesson, with: "LESSON"), named: "pack-show")
        let json = try preceptor("pack", "show", lesson, "--json")
        #expect(json.output.hasPrefix(#"{"id":"lesson","title":"a first lesson","edition":"2026.1","#))
        #expect(json.output.contains(#""terms":[["midpoint-rule","midpoint rule"],["add-on-code","add-on code"]]"#))
    }

    @Test func `show takes the bundled pack by default`() throws {
        #expect(try preceptor("pack", "show").output == preceptor("pack", "show", "home-infusion").output)
    }

    @Test func `check finds nothing wrong with the bundled packs`() throws {
        let result = try preceptor("pack", "check")
        #expect(result.code == 0)
        #expect(!result.output.contains("error"))
        #expect(result.errors.isEmpty)
    }

    @Test func `check tells all that is wrong at once`() throws {
        let result = try preceptor("pack", "check", try broken())
        #expect(result.code == 1)
        #expect(result.errors.isEmpty)
        let lines = result.output.split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("codes.yaml:9:") && $0.contains(": error: ") && $0.contains("99603") })
        #expect(lines.contains { $0.hasPrefix("policies.yaml:5:") && $0.contains("midpiont") })
        #expect(lines.contains { $0.hasPrefix("scenarios.yaml:10:") && $0.contains("did you mean infusion?") })
        #expect(lines.contains { $0.hasPrefix("terms.yaml:6:") && $0.contains("did you mean guide?") })
        #expect(lines.last?.hasPrefix("copy: ") == true && lines.last?.contains("errors") == true)
    }

    @Test func `check proves a scenario's key`() throws {
        let folder = try copy(changing: [("scenarios.yaml", "cpt-midpoint: none", "cpt-midpoint: \"99601 x1\"")])
        let result = try preceptor("pack", "check", folder)
        #expect(result.code == 1)
        #expect(result.output.contains("scenarios.yaml:"))
        #expect(result.output.contains("none"))
    }

    @Test func `check writes JSON`() throws {
        let result = try preceptor("pack", "check", try broken(), lesson, "--json")
        #expect(result.code == 1)
        #expect(result.output.hasPrefix(#"[{"pack":"copy","errors":"#))
        #expect(
            result.output.contains(#""problems":[{"severity":"error","file":"codes.yaml","line":9,"column":"#))
        #expect(result.output.contains(#""warnings":0,"problems":[],"blueprints":[]}]"#))
    }

    @Test func `check wants packs that are there`() throws {
        let result = try preceptor("pack", "check", "home-infusoin")
        #expect(result.code == 66)
        #expect(result.errors == "preceptor: no pack home-infusoin; did you mean home-infusion?\n")
    }

    @Test(arguments: [
        ["score", "99601", "--minutes", "5"], ["key", "--minutes", "5"], ["lookup", "99601"], ["pack", "show"],
        ["train"], ["score", "--batch"],
    ])
    func `a broken pack stops every command, with all its problems`(arguments: [String]) throws {
        let folder = try broken()
        let pack = arguments[0] == "pack" ? [folder] : ["--pack", folder]
        let result = try preceptor.call(arguments + pack)
        #expect(result.code == 65)
        #expect(result.output.isEmpty)
        for file in ["codes", "policies", "scenarios", "terms"] { #expect(result.errors.contains("\(file).yaml:")) }
        #expect(try preceptor("key", "--minutes", "5").code == 0)
    }
}
