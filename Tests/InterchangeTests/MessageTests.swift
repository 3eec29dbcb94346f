import Content
import Testing

@testable import Interchange

/// What is told of files that are not what they seem, and how.
@Suite struct `What is told of a file` {
    private static func problem(_ read: () throws -> Void) -> String? {
        do { try read() } catch let problem as ImportProblem { return problem.report(on: "f") } catch { return nil }
        return nil
    }

    @Test(
        arguments: [
            ("Ask {the nurse} for it.", nil), ("See {appendix 1}.\n\nAnd {another}.", nil), ("No braces.", nil),
            ("Two? {=2}", .gift), ("So? {T}", .gift), ("So? {FALSE#no#yes}", .gift), ("Tell. {}", .gift),
            ("Which {\n  ~a =b\n}", .gift), ("How many? {#3}", .gift), ("::One:: Two? {two}", .gift),
            ("$CATEGORY: x\n\nTwo? {two}", .gift), ("Two \\{=2}", nil), ("A?\nA. x\nB. y\nANSWER: A", .aiken),
        ] as [(String, ImportFormat?)]) func `prose with words in braces is no GIFT`(
            text: String, format: ImportFormat?
        ) throws
    {
        #expect(try ImportFormat.guess(name: "a.txt", bytes: Array(text.utf8)) == format)
    }

    @Test func `UTF-16 is named, with a mark or without, in any format`() throws {
        let signs = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><quiz/>".utf16
        let little = signs.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = signs.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        for file in [little, big, [0xFF, 0xFE] + little, [0xFE, 0xFF] + big] {
            let due = "f: the file is written in UTF-16; save it as UTF-8"
            #expect(Self.problem { _ = try ImportFormat.guess(name: "a.xml", bytes: file) } == due)
            #expect(Self.problem { _ = try readMoodleXML(file) } == due)
            #expect(Self.problem { _ = try readQTI(file) } == due)
        }
    }

    @Test(arguments: ["a.xml", "a.txt", "a.zip", "a.csv", "a.xlsx", "a.gift"], ["", " \n\t\r\n"])
    func `an empty file is called empty`(name: String, text: String) {
        #expect(
            Self.problem { _ = try ImportFormat.guess(name: name, bytes: Array(text.utf8)) }
                == "f: the file is empty; export it again")
    }

    @Test func `an empty archive is called empty`() {
        let file = ZipArchive().finish()
        #expect(Self.problem { _ = try readQTI(file) } == "f: the archive is empty; export it again")
        #expect(Self.problem { _ = try readQuestionTable(file) } == "f: the archive is empty; export it again")
    }

    @Test(arguments: [";", "\t", "|"]) func `a first line of Excel names the sign that parts cells`(sign: String) throws
    {
        let rows = [["stem", "replies", "right"], ["a, b, c, d, e", "x", "1"]].map { $0.joined(separator: sign) }
        let file = Array(("sep=\(sign)\r\n" + rows.joined(separator: "\r\n")).utf8)
        let read = try readQuestionTable(file)
        #expect(read.bank.questions.map(\.stem) == [["a, b, c, d, e"]] && read.positions.map(\.line) == [3])
        #expect(try ImportFormat.guess(name: "a.csv", bytes: file) == .csv)
    }

    @Test func `other sheets are named, and asked for where the first is none`() throws {
        let rows = [["stem", "replies", "right"], ["Which?", "x", "1"]]
        let notes = SheetRows("Notes", [["hello"]], widths: [])
        let good = excelWorkbook([SheetRows("Questions", rows, widths: []), notes])
        #expect(
            ImportNote.report(try readQuestionTable(good).notes, on: "f")
                == ["f: the sheet Notes is not read; --sheet names one"])
        let bad = excelWorkbook([notes, SheetRows("Questions", rows, widths: [])])
        let told = Self.problem { _ = try readQuestionTable(bad) }
        #expect(told?.hasSuffix("or say --sheet: there are also Questions") == true)
        #expect(try readQuestionTable(bad, sheet: "Questions").bank.questions.count == 1)
    }

    @Test func `the same of many questions is one line, with the positions`() throws {
        let essays = (0..<3).map { "Tell of \($0). {}" }.joined(separator: "\n\n")
        let read = try readGIFT(Array("A? {T}\n\n\(essays)".utf8))
        #expect(
            ImportProblem.report(read.problems, on: "f") == ["f:3: an essay is left out; the same at 5, 7"])
        let many = (0..<10_000).map { _ in
            "<question type=\"truefalse\"><questiontext><text>So?</text></questiontext><defaultgrade>2</defaultgrade><answer fraction=\"100\"><text>true</text></answer></question>"
        }
        let quiz = try readMoodleXML(Array("<quiz>\(many.joined())</quiz>".utf8))
        let lines = ImportNote.report(quiz.notes, on: "f")
        try #require(lines.count == 1)
        #expect(lines[0].hasPrefix("f:1:7: a worth of 2 is not kept; the same at 1:"))
        #expect(lines[0].hasSuffix(", 9989 more"))
    }

    @Test func `a position in a file of one line has its column`() throws {
        let quiz =
            "<quiz><question type=\"essay\"/><question type=\"truefalse\"><questiontext><text>S\u{E9}?</text></questiontext><answer fraction=\"100\"><text>true</text></answer></question><question type=\"cloze\"/></quiz>"
        let read = try readMoodleXML(Array(quiz.utf8))
        #expect(read.problems.map(\.position.description) == ["1:7", "1:163"])
        #expect(read.positions.map(\.description) == ["1:31"])
    }
}
