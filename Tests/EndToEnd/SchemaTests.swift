import PseudoTerminal
import PythonPackages
import Testing

@Suite struct `preceptor pack schema` {
    private let preceptor: Program

    init() throws { preceptor = try Program() }

    static let packs = ["critical-care", "home-infusion", "outpatient-infusion"]
    static let kinds = [
        "pack", "codes", "policies", "scenarios", "terms", "circumstances", "misconceptions", "templates", "blueprints",
        "lessons", "encounter",
    ]

    /// What the validator of PyPI's `jsonschema` says of packs, a line for each error.
    private func errors(in packs: [String]) throws -> String {
        let result = try PythonPackages("jsonschema").run(
            repository("Tests/EndToEnd/Schemas/validate.py"), [repository("Content/Packs/schemas")] + packs,
            in: preceptor.folder.path)
        #expect(result.code == 0, "\(result.errors)")
        return result.output
    }

    @Test(arguments: kinds) func `is what is shipped`(kind: String) throws {
        let result = try preceptor("pack", "schema", kind)
        #expect(result.code == 0)
        let shipped = try run("/bin/cat", [repository("Content/Packs/schemas/\(kind).json")])
        #expect(result.output == shipped.output, "preceptor pack schema --out Content/Packs/schemas writes it anew")
    }

    @Test func `of all kinds is one object, or a folder of files`() throws {
        let all = try preceptor("pack", "schema")
        let one = try preceptor("pack", "schema", "--out", "schemas")
        #expect(all.code == 0 && one.code == 0)
        for kind in Self.kinds {
            #expect(all.output.contains("\n  \"\(kind)\": {"))
            #expect(try preceptor.folder.read("schemas/\(kind).json") == preceptor("pack", "schema", kind).output)
        }
    }

    @Test func `of a kind that nobody knows names the nearest`() throws {
        let result = try preceptor("pack", "schema", "scenario")
        #expect(result.code == 66)
        #expect(result.errors == "preceptor: no kind of file scenario; did you mean scenarios?\n")
    }

    @Test(arguments: packs) func `is named in the first line of each bundled file`(pack: String) throws {
        let script = """
            cd '\(repository("Content/Packs/\(pack)"))'
            find . -name '*.yaml' | while read -r file; do
                schema=$(sed -n '1s/^# yaml-language-server: $schema=//p' "$file")
                kind=${file#./}; kind=${kind%%/*}; kind=${kind%.yaml}
                [[ -n $schema && -f $(dirname "$file")/$schema && $schema == *"/schemas/$kind.json" ]] || echo "$file"
            done
            """
        #expect(try preceptor.bash(script).output == "")
    }

    @Test func `is met by the bundled packs and by new ones, by the word of jsonschema`() throws {
        var packs = Self.packs.map { repository("Content/Packs/\($0)") }
        for family in [
            "timed-visit", "range", "blocks", "by-visits", "first-or-later", "bundled", "base-and-time", "pool",
            "hierarchy", "per-diem", "drug",
        ] {
            #expect(try preceptor("pack", "new", family, "--family", family).code == 0)
            packs.append(preceptor.folder.path(of: family))
        }
        #expect(try errors(in: packs) == "")
    }

    /// A piece of a new pack and what takes its place: the program and the schema object to each.
    static let mistakes = [
        ("codes.yaml", "label: opening", "lable: opening"), ("codes.yaml", "    system: CPT\n    source", "    source"),
        ("codes.yaml", "from: 1,", "from: 0,"), ("codes.yaml", "each: 30", "each: half"),
        ("codes.yaml", "- code: \"99602\"", "- code: \"9960\""), ("codes.yaml", "system: CPT", "system: ICD"),
        ("policies.yaml", "credit: midpoint", "credit: middle"),
        ("policies.yaml", "requires: [duration]", "requires: [length]"),
        ("scenarios.yaml", "date: 2026-03-02", "date: tomorrow"),
        ("scenarios.yaml", "start: \"09:00\"", "start: \"25:00\""),
        ("scenarios.yaml", "      services:", "      visits: []\n      services:"),
        ("scenarios.yaml", "id: short-visit", "id: Short Visit"), ("pack.yaml", "place: \"12\"", "place: home"),
        ("misconceptions.yaml", "bills: further-only", "bills: everything-else"),
        ("templates.yaml", "time: [\"08:00\", \"17:00\"]", "time: [\"08:00\"]"),
        ("templates.yaml", "slots:", "slot:"),
    ]

    @Test func `is broken by what the program objects to`() throws {
        #expect(try preceptor("pack", "new", "first", "--family", "timed-visit").code == 0)
        var names: [String] = []
        for (number, (file, old, new)) in Self.mistakes.enumerated() {
            let name = "broken\(number)"
            names.append(name)
            _ = try run("/bin/cp", ["-R", preceptor.folder.path(of: "first"), preceptor.folder.path(of: name)])
            let text = try #require(try preceptor.folder.read("\(name)/\(file)"))
            let parts = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
            try #require(parts.count == 2, "\(file) has no \(old)")
            try preceptor.folder.write(parts[0] + new + parts[1], to: "\(name)/\(file)")
            #expect(try preceptor("pack", "check", name).code == 1, "\(new)")
            // One at a time, so that each is seen to fail.
            #expect(try errors(in: [preceptor.folder.path(of: name)]).hasPrefix(file), "\(new)")
        }
    }
}
