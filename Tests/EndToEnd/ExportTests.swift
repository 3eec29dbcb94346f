import PseudoTerminal
import Testing

@Suite struct `preceptor pack export and import` {
    private let preceptor: Program

    init() throws { preceptor = try Program() }

    @Test(arguments: ["gift", "moodle-xml", "csv", "aiken"])
    func `out, in and out again is the same file`(format: String) throws {
        let out = try preceptor(
            "pack", "export", lesson, "--to", format, "--policy", "cpt-midpoint", "--policy", "started-hour")
        #expect(out.code == 0 && !out.output.isEmpty)
        let file = try preceptor.folder.write(out.output, to: "bank")
        let again = try preceptor("pack", "import", file, "--from", format, "--pack", lesson, "--to", format)
        #expect(again.code == 0)
        #expect(again.output == out.output)
    }

    @Test func `what a format cannot carry is said, a line each`() throws {
        let result = try preceptor("pack", "export", lesson, "--to", "aiken", "--out", "bank.txt")
        #expect(result.code == 0 && result.output.isEmpty)
        #expect(
            result.errors == """
                preceptor: aiken carries no answers that are typed: 11 questions left out
                preceptor: aiken carries no parts of the credit: 2 questions without
                preceptor: aiken carries no explanations: 3 questions without
                preceptor: aiken carries no sources: 3 questions without
                preceptor: aiken carries no titles, identities and tags: 3 questions without

                """)
        #expect(try preceptor.folder.read("bank.txt")?.hasPrefix("A nurse infuses") == true)
    }

    @Test(arguments: ["qti-2.1", "qti-3.0", "qti-1.2", "common-cartridge", "anki"])
    func `packages are equal for equal facts`(format: String) throws {
        var program = preceptor
        program.environment["SOURCE_DATE_EPOCH"] = "1700000000"
        let first = try program("pack", "export", lesson, "--to", format)
        #expect(first.code == 0 && first.outputBytes.starts(with: Array("PK".utf8)))
        #expect(try program("pack", "export", lesson, "--to", format).outputBytes == first.outputBytes)
    }

    @Test func `only what is asked for goes out`() throws {
        let result = try preceptor(
            "pack", "export", "home-infusion", "--to", "gift", "--kind", "clock", "--policy", "full-hour", "--count",
            "2",
            "--seed", "9")
        let ids = result.output.split(separator: "\n").filter { $0.hasPrefix("// [id:") }
        #expect(ids.count > 40 && ids.allSatisfy { $0.contains("/clock/") && $0.contains("/full-hour]") })
        #expect(
            ids.contains { $0.contains(".9/") } && ids.contains { $0.contains(".10/") }
                && !ids.contains { $0.contains(".11/") })
    }

    @Test(arguments: [
        (["--to", "word"], 64), (["--to", "gift", "--count", "1001"], 64), (["--to", "gift", "--policy", "x"], 66),
        (["--to", "gift", "--out", "no/such/folder"], 73),
    ]) func `what cannot be done is said`(arguments: [String], code: Int) throws {
        let result = try preceptor.call(["pack", "export", lesson] + arguments)
        #expect(result.code == Int32(code) && result.output.isEmpty && !result.errors.isEmpty)
    }

    @Test func `a folder that cannot be written is left as it was`() throws {
        let result = try preceptor.bash(
            "mkdir full; \"$PRECEPTOR\" pack export --to gift --out full; echo $?; ls -A full . | grep new")
        #expect(result.output.hasPrefix("73\n") && !result.output.contains(".new"))
    }

    // MARK: In

    @Test func `a key that the facts do not call for is reported, not believed`() throws {
        let out = try preceptor("pack", "export", lesson, "--to", "gift", "--kind", "choice", "--kind", "claim")
        let wrong = out.output.replacing("\t=99601 x1#", with: "\t=99603 x1#").replacing(
            "\t=99601\n", with: "\t=99601, 99602\n")
        let file = try preceptor.folder.write(wrong, to: "bank.gift")
        let report = try preceptor("pack", "import", file, "--pack", lesson)
        #expect(report.code == 1)
        #expect(
            report.output.contains(
                "bank.gift:8: the key says 99601, 99602; under cpt-midpoint the facts call for 99601 x1\n"))
        #expect(report.output.hasSuffix("wrong, 0 without facts, 0 not for the core to derive\n"))
        let again = try preceptor("pack", "import", file, "--pack", lesson, "--to", "gift")
        #expect(again.code == 1 && !again.output.contains("[id:lesson/claim/half-an-hour-more/"))
        #expect(again.errors.contains("the key says 99601, 99602"))
    }

    @Test func `short questions become facts of a pack`() throws {
        let folder = try copy()
        let file = try preceptor.folder.write(
            """
            // [tag:before]
            What does the nurse ask about first? {=allergies =any allergies ####It decides what may be given.\\n\\nSource: guide}

            No topic? {=so}
            """, to: "bank.gift")
        let result = try preceptor("pack", "import", file, "--into", folder)
        #expect(result.code == 0)
        #expect(result.output.hasSuffix("written: copy/terms/bank.yaml\n"))
        #expect(result.errors.contains("bank.gift:4: left out: no tag tells the topic"))
        #expect(try preceptor("pack", "check", folder).code == 0)
        let kept = try #require(try preceptor.folder.read("copy/terms/bank.yaml"))
        #expect(kept.contains("answer: \"allergies\"\n    accept: [\"any allergies\"]"))
        let again = try preceptor("pack", "import", file, "--into", folder)
        #expect(again.output.hasSuffix("nothing in it is new to lesson\n"))
        let none = try preceptor.folder.write("No topic? {=so}\n", to: "none.gift")
        let useless = try preceptor("pack", "import", none, "--into", folder)
        #expect(useless.code == 65 && useless.errors.contains("none.gift:1: left out: no tag tells the topic"))
    }

    @Test func `a table of visits becomes scenarios of a pack`() throws {
        let folder = try copy()
        let table = """
            id,stem,date,kind,start,stop,source,policy,answer
            evening,"A nurse infuses a drug at home from 18:00 to 21:00.",2026-03-09,infusion,18:00,21:00,guide,cpt-midpoint,"99601, 99602"
            night,"A nurse infuses a drug at home from 20:00 to 22:20.",2026-03-09,infusion,20:00,22:20,guide,cpt-midpoint,"99601, 99602"

            """
        let file = try preceptor.folder.write(table, to: "visits.csv")
        let result = try preceptor("pack", "import", file, "--into", folder)
        #expect(result.code == 1)
        #expect(
            result.output.contains(
                "visits.csv:3: night: the table says 99601 x1, 99602 x1; under cpt-midpoint the facts bill 99601 x1\n"))
        #expect(result.output.contains("2 visits; 1 key right, 1 key wrong\n"))
        let kept = try #require(try preceptor.folder.read("copy/scenarios/visits.yaml"))
        #expect(kept.components(of: "expect:") == 1)
        #expect(try preceptor("pack", "check", folder).code == 0)
        #expect(try preceptor("key", "--scenario", "night", "--pack", folder).output.contains("99601 x1"))
    }

    @Test func `a pack that would have errors stays as it was`() throws {
        let folder = try copy()
        let table = "id,stem,date,kind,start,stop,source\nfour-hours,again,2026-03-09,infusion,18:00,21:00,guide\n"
        let file = try preceptor.folder.write(table, to: "visits.csv")
        let result = try preceptor("pack", "import", file, "--into", folder)
        #expect(result.code == 65 && result.errors.contains("nothing is changed"))
        #expect(try preceptor.bash("ls copy").output.contains("scenarios.yaml\nterms.yaml\n"))
        #expect(try preceptor("pack", "check", folder).code == 0)
    }

    @Test(arguments: [
        ("bank.xml", "<!DOCTYPE quiz [<!ENTITY a \"b\">]><quiz>&a;</quiz>", 65, "bank.xml:1:1: a document type"),
        ("notes.txt", "Only prose.", 65, "the format is not known"),
        ("bank.gift", "Only prose.", 65, "no questions in GIFT"),
        ("quiz.xml.qti", "<questestinterop/>", 65, "no questions in QTI"),
        (
            "assessment_meta.xml", "<quiz xmlns=\"http://canvas.instructure.com/xsd/cccv1p0\"/>", 65,
            "settings of a quiz in Canvas"
        ),
        ("bank.gift", "a {", 65, "bank.gift:1:3: { is never closed"), ("bank.doc", "x", 65, "the format is not known"),
        ("bank.csv", "replies\nx\n", 65, "bank.csv:1: no column is named stem"),
    ]) func `bad input gets one message with the place`(name: String, text: String, code: Int, message: String) throws {
        let file = try preceptor.folder.write(text, to: name)
        let result = try preceptor("pack", "import", file, "--to", "gift", "--out", "out.gift")
        #expect(
            result.code == Int32(code) && result.output.isEmpty && result.errors.contains(message), "\(result.errors)")
        #expect(try preceptor.folder.read("out.gift") == nil)
    }

    @Test func `what is good comes in, and every problem is told with its place`() throws {
        let file = try preceptor.folder.write("A? {=a}\n\nB {\n\nC? {}\n\nD? {=d}\n\nE? {=}\n", to: "bank.gift")
        let result = try preceptor("pack", "import", file, "--to", "csv")
        #expect(result.code == 65)
        let told = result.errors.split(separator: "\n").map { $0.split(separator: "bank.gift:").last ?? "" }
        #expect(
            told == [
                "3:3: { is never closed; close it with }, before any empty line", "5: an essay is left out",
                "9:6: an answer has no words; write it after the sign",
            ])
        #expect(result.output.split(separator: "\n").count == 3, "\(result.output)")
        let strict = try preceptor("pack", "import", file, "--to", "csv", "--strict")
        #expect(strict.code == 65 && strict.output.isEmpty)
        #expect(strict.errors.split(separator: "\n").count == 3, "\(strict.errors)")
        let sound = try preceptor.folder.write("A? {=a}\n", to: "sound.gift")
        #expect(try preceptor("pack", "import", sound, "--strict").code == 0)
    }

    @Test func `a bundled pack is not changed`() throws {
        let file = try preceptor.folder.write("a {=b}", to: "bank.gift")
        let result = try preceptor("pack", "import", file, "--into", "home-infusion")
        #expect(result.code == 66 && result.errors.contains("copy its folder"))
    }

    @Test func `what is not there or too large is refused before it is read`() throws {
        #expect(try preceptor("pack", "import", "none.gift").code == 66)
        let result = try preceptor.bash("truncate -s 100M big.gift; \"$PRECEPTOR\" pack import big.gift")
        #expect(result.code == 65 && result.errors.contains("more than 16 MB"))
    }

    // MARK: CMS's tables

    @Test func `check tells what CMS's tables say otherwise`() throws {
        try preceptor.folder.write(
            "Column 1\tColumn 2\t\tEffective\tDeletion\tModifier\n99506\t99601\t\t20240701\t*\t1\tx\n", to: "ptp.txt")
        try preceptor.folder.write("add_on\tprimary\ttype\n99602\t99601\t1\t\t\t\t2013091\t\n", to: "aoc.txt")
        let result = try preceptor("pack", "check", "home-infusion", "--ncci", "ptp.txt", "aoc.txt")
        #expect(result.code == 0)
        #expect(
            result.output.contains(
                "ptp.txt: 99601 excludes 99506 in the pack; in the file it is 99601 that is denied, since 2024-07-01\n")
        )
        #expect(result.output.contains(" disagreements"))
        let json = try preceptor("pack", "check", "home-infusion", "--json", "--ncci", "ptp.txt")
        #expect(json.output.contains(#""disagreements":[{"file":"ptp.txt","table":"PTP","code":"99601","message":""#))
        #expect(try preceptor("pack", "check", "--ncci", "none.txt").code == 66)
        #expect(try preceptor("pack", "check", "--ncci", "/dev/zero").code == 66)
        #expect(try preceptor.bash("\"$PRECEPTOR\" pack check home-infusion --ncci <(cat ptp.txt)").code == 0)
        try preceptor.folder.write("nothing of the kind\n", to: "x.txt")
        #expect(try preceptor("pack", "check", "--ncci", "x.txt").code == 65)
    }

    private func copy() throws -> String {
        _ = try run("/bin/cp", ["-R", lesson, preceptor.folder.path(of: "copy")])
        return "copy"
    }
}

extension String {
    fileprivate func components(of piece: String) -> Int { split(separator: piece).count - 1 }
}
