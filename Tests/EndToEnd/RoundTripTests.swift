import PseudoTerminal
import Testing

@Suite struct `A pack from its first day to other systems and back` {
    private let preceptor: Program

    init() throws { preceptor = try Program() }

    /// Makes a pack, and adds to it what an educator would.
    private func makePack() throws -> String {
        #expect(try preceptor("pack", "new", "clinic", "--family", "blocks", "--title", "our clinic").code == 0)
        _ = try preceptor.bash("mkdir clinic/scenarios")
        try preceptor.folder.write(
            """
            scenarios:
              - id: on-the-stairs
                title: stairs
                stem: Stairs are climbed with a therapist for 38 minutes, "up & down", <slowly>.
                encounter:
                  date: 2026-03-09
                  missing: [start, stop]
                  services:
                    - { kind: treatment, minutes: 38 }
                expect: { eight-minutes: "97110 x3", full-quarters: "97110 x2" }
                source: rule-book

            """, to: "clinic/scenarios/stairs.yaml")
        #expect(try preceptor("pack", "check", "clinic").output == "clinic: no problems\n")
        return "clinic"
    }

    @Test func `goes out in every format, comes back, and is still sound`() throws {
        let pack = try makePack()
        let formats = [
            "gift", "moodle-xml", "qti-2.1", "qti-3.0", "qti-1.2", "common-cartridge", "anki", "aiken", "csv",
        ]
        for format in formats {
            let out = try preceptor(
                "pack", "export", pack, "--to", format, "--count", "1", "--policy", "eight-minutes", "--policy",
                "full-quarters", "--out", "bank.\(format)")
            #expect(out.code == 0 && out.output.isEmpty, "\(format): \(out.errors)")
        }
        for format in ["gift", "moodle-xml", "qti-2.1", "qti-3.0", "qti-1.2", "common-cartridge", "csv"] {
            let from = ["gift", "moodle-xml", "csv"].contains(format) ? format : "qti"
            // Out, in, out: the same bytes, and no key that the core does not derive.
            let again = try preceptor(
                "pack", "import", "bank.\(format)", "--from", from, "--pack", pack, "--to", format, "--out", "again")
            #expect(again.code == 0 && again.output.isEmpty, "\(format): \(again.errors)")
            #expect(try preceptor.bash("cmp bank.\(format) again").code == 0, "\(format)")
            // All of it is the pack's own, so that nothing is taken in twice.
            let into = try preceptor("pack", "import", "bank.\(format)", "--from", from, "--into", pack)
            #expect(into.code == 0, "\(format): \(into.errors)")
            #expect(into.output.hasSuffix("nothing in it is new to clinic\n"), "\(format): \(into.output)")
            #expect(into.output.contains(" 0 wrong, "), "\(format): \(into.output)")
        }
        let aiken = try preceptor(
            "pack", "import", "bank.aiken", "--from", "aiken", "--pack", pack, "--to", "aiken", "--out", "again")
        #expect(aiken.code == 0, "\(aiken.errors)")
        #expect(try preceptor.bash("cmp bank.aiken again").code == 0)
        #expect(try preceptor("pack", "check", pack).output == "clinic: no problems\n")
    }

    /// A pack's terms, tagged by a colleague, become those of another pack, and go out again as they came.
    @Test func `gives its facts to another pack`() throws {
        let pack = try makePack()
        #expect(
            try preceptor("pack", "new", "other", "--family", "range", "--id", "other", "--title", "another").code == 0)
        for (format, name) in [("gift", "a.gift"), ("moodle-xml", "b.xml"), ("csv", "c.csv")] {
            let out = try preceptor("pack", "export", pack, "--to", format, "--kind", "term", "--out", name)
            #expect(out.code == 0, "\(out.errors)")
        }
        let source = try #require(try preceptor.folder.read("a.gift"))
        let tagged = source.replacing("[tag:term]", with: "[tag:documentation]")
        try preceptor.folder.write(tagged, to: "a.gift")
        let into = try preceptor("pack", "import", "a.gift", "--into", "other")
        #expect(into.code == 0 && into.output.hasSuffix("written: other/terms/a.yaml\n"), "\(into.errors)")
        #expect(try preceptor("pack", "check", "other").code == 0)
        let back = try preceptor("pack", "export", "other", "--to", "csv", "--kind", "term")
        #expect(back.output.contains("the length of the treatment"))
        let again = try preceptor("pack", "import", "a.gift", "--into", "other")
        #expect(again.output.hasSuffix("nothing in it is new to other\n"))
    }

    @Test func `a spreadsheet's visits become scenarios, and only where all of them are sound`() throws {
        let pack = try makePack()
        let table = """
            id,stem,date,kind,minutes,source,policy,answer
            rings,The therapist trains a patient on the rings for 23 minutes.,2026-03-09,treatment,23,rule-book,eight-minutes,97110 x2
            ropes,Ropes are pulled for 14 minutes by therapist and patient.,2026-02-30,treatment,14,rule-bok,,

            """
        try preceptor.folder.write(table, to: "visits.csv")
        let slips = try preceptor("pack", "import", "visits.csv", "--into", pack)
        #expect(slips.code == 65 && slips.output.isEmpty)
        #expect(slips.errors.contains("visits.csv:3: column date: 2026-02-30 is no day"))
        #expect(try preceptor.bash("ls clinic/scenarios").output == "stairs.yaml\n")
        try preceptor.folder.write(
            table.replacing("2026-02-30", with: "2026-02-28").replacing("rule-bok", with: "rule-book"), to: "visits.csv"
        )
        let into = try preceptor("pack", "import", "visits.csv", "--into", pack)
        #expect(into.code == 0 && into.output.hasSuffix("written: clinic/scenarios/visits.yaml\n"), "\(into.errors)")
        #expect(try preceptor("pack", "check", pack).code == 0)
        #expect(try preceptor("key", "--scenario", "ropes", "--pack", pack).output.contains("97110 x1"))
        let sheet = try preceptor("pack", "import", "visits.csv", "--sheet", "Visits", "--pack", pack)
        #expect(sheet.code == 64 && sheet.errors.contains("has no sheets"))
    }

    @Test func `a blueprint becomes a QTI test`() throws {
        let out = try preceptor(
            "pack", "export", "--to", "qti-2.1", "--blueprint", "quiz", "--count", "0", "--out", "a.zip")
        #expect(out.code == 0 && out.errors.contains("qti-2.1 carries no limit of 100 attempts"), "\(out.errors)")
        for arguments in [["--to", "gift"], ["--to", "qti-3.0", "--kind", "claim"]] {
            let wrong = try preceptor.call(["pack", "export", "--blueprint", "quiz", "--out", "b"] + arguments)
            #expect(wrong.code == 64)
        }
        let unknown = try preceptor("pack", "export", "--to", "qti-3.0", "--blueprint", "quizz", "--out", "b")
        #expect(unknown.code == 66 && unknown.errors.contains("quiz"))
    }
}
