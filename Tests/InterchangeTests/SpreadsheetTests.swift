import Content
import Foundation
import PseudoTerminal
import Testing

@testable import Interchange

@Suite struct `Spreadsheets` {
    private let pack: Pack
    private let folder: TemporaryFolder

    init() throws {
        pack = try Sample.lesson()
        folder = try TemporaryFolder()
    }

    /// Files that other programs write, of the table of visits.
    private func written() throws -> [(name: String, bytes: [UInt8])] {
        let table = try folder.write(scenarioTable, to: "visits.csv")
        let names: [String] = try ReferenceReader.read("spreadsheets.py", [table, folder.path])
        return try names.map { ($0, Array(try Data(contentsOf: URL(filePath: folder.path(of: $0))))) }
    }

    @Test func `say what their table says in text, whoever wrote them`() throws {
        let wanted = try ScenarioTable(Array(scenarioTable.utf8), for: pack)
        let files = try written()
        #expect(files.count == 4)
        for (name, bytes) in files {
            let table = try ScenarioTable(bytes, for: pack)
            #expect(table.problems.isEmpty, "\(name): \(table.problems)")
            #expect(table.notes.allSatisfy { $0.message.hasSuffix("is not read; --sheet names one") }, "\(name)")
            #expect(
                PackFile.scenarios(table.scenarios, of: pack) == PackFile.scenarios(wanted.scenarios, of: pack),
                "\(name)")
            #expect(table.scenarios.map(\.stated.count) == [1, 2], "\(name)")
            #expect(table.sheet == (name == "openpyxl.xlsx" ? "Visits of March" : "Visits"))
        }
    }

    @Test func `tell every slip by sheet, row and column`() throws {
        let file = try #require(try written().first { $0.name == "openpyxl.xlsx" })
        let table = try ScenarioTable(file.bytes, for: pack, sheet: "Slips")
        #expect(table.scenarios.isEmpty)
        #expect(
            table.problems.map(\.description) == [
                "Slips!D2: the formula has no value in the file; type the value, or save the file in a spreadsheet program",
                "Slips!D3: the cell holds the error #REF!; type the value, or save the file in a spreadsheet program",
                "Slips!I4: column start: 9 is no time of day; write it like 09:00 or 14:30",
                "Slips!D5: column date: 2026 is no day; write it like 2026-03-02",
                "Slips!I6: column start: 09:00:30 is no time of day; write it like 09:00 or 14:30",
            ])
        let problem = #expect(throws: ImportProblem.self) { try ScenarioTable(file.bytes, for: pack, sheet: "Slip") }
        #expect(problem?.description == "there is no sheet Slip; did you mean Slips?")
        let notes = try #require(try written().first { $0.name == "odfpy.ods" })
        let head = #expect(throws: ImportProblem.self) { try ScenarioTable(notes.bytes, for: pack, sheet: "Notes") }
        #expect(head?.description.hasPrefix("Notes, row 1: no column is named id; ") == true)
    }

    @Test func `that are cut off or changed anywhere are read or refused`() throws {
        for (name, bytes) in try written() {
            for length in stride(from: 0, to: bytes.count, by: 131) {
                #expect(throws: ImportProblem.self, "\(name), \(length)") {
                    try readSheet(Array(bytes[..<length]), named: nil)
                }
            }
            for place in stride(from: 0, to: bytes.count, by: 37) {
                var changed = bytes
                changed[place] ^= 0x41
                _ = try? readSheet(changed, named: nil)
            }
        }
    }

    // MARK: Cells

    private func workbook(_ rows: String, after: String = "", strings: String = "") -> [UInt8] {
        var archive = ZipArchive()
        let relation = { (id: String, type: String, target: String) in
            "<r:Relationship Id=\"\(id)\" Type=\"http://x/\(type)\" Target=\"\(target)\"/>"
        }
        let parts = [
            ("_rels/.rels", "<r:R>\(relation("a", "officeDocument", "/xl/./a/../workbook.xml"))</r:R>"),
            ("xl/workbook.xml", "<x:w><x:sheets><x:sheet name=\"It's\" q:id=\"a\"/></x:sheets></x:w>"),
            (
                "xl/_rels/workbook.xml.rels",
                "<r:R>\(relation("a", "worksheet", "s.xml"))\(relation("b", "sharedStrings", "t.xml"))</r:R>"
            ),
            ("xl/s.xml", "<x:w><x:sheetData>\(rows)</x:sheetData>\(after)</x:w>"),
            ("xl/t.xml", "<x:s>\(strings)</x:s>"),
        ]
        for (name, text) in parts { archive.add(name, Array(text.utf8)) }
        return archive.finish()
    }

    @Test func `hold cells of every kind`() throws {
        let rows = """
            <x:row><x:c t="s"><x:v>0</x:v></x:c><x:c r="C1" t="str"><x:f>A1</x:f><x:v>b_x0041_</x:v></x:c></x:row>
            <x:row r="4"><x:c t="b"><x:v>1</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c><x:c/><x:c r="AB4"><x:v>1e2</x:v></x:c>
            <x:c t="d"><x:v>2026-03-02T09:00:00</x:v></x:c><x:c t="s"><x:v>7</x:v></x:c><x:c t="zz"/></x:row>
            """
        let strings = "<x:si><x:r><x:t>a</x:t></x:r><x:rPh><x:t>no</x:t></x:rPh><x:r><x:t> z</x:t></x:r></x:si>"
        let sheet = try readSheet(workbook(rows, strings: strings), named: "It's")
        #expect(sheet.rows.map(\.number) == [1, 4])
        #expect(sheet.rows[0].cells == [0: .text("a z"), 2: .text("bA")])
        let cells = sheet.rows[1].cells
        #expect(cells[0] == .truth(true) && cells[27] == .number(100) && cells[28] == .text("2026-03-02T09:00:00"))
        #expect(cells.keys.sorted() == [0, 1, 27, 28, 29, 30])
        #expect(cells[1] == .broken("the cell holds the error #N/A"))
        #expect(sheet.text(cells[28] ?? .truth(false), as: .day) == "2026-03-02")
        #expect(sheet.text(cells[28] ?? .truth(false), as: .time) == "09:00")
    }

    @Test(arguments: [
        (0.375, "09:00", "0.375", "0.375"), (0.0, "00:00", "0", "0"),
        (0.9993055555555556, "23:59", "0.9993055555555556", "0.9993055555555556"),
        (46083, "00:00", "2026-03-02", "46083"), (46083.5, "12:00", "2026-03-02", "46083.5"), (1, "1", "1", "1"),
        (-0.5, "-0.5", "-0.5", "-0.5"), (20_260_302, "20260302", "20260302", "20260302"),
        (99601, "00:00", "2172-09-10", "99601"),
        (1e300, "1e+300", "1e+300", "1e+300"),
    ]) func `keep times and days as numbers`(number: Double, time: String, day: String, words: String) {
        let sheet = Sheet(name: "x")
        #expect(sheet.text(.number(number), as: .time) == time)
        #expect(sheet.text(.number(number), as: .day) == day)
        #expect(sheet.text(.number(number), as: .words) == words)
    }

    @Test func `name their columns as spreadsheets do`() {
        #expect(
            [0, 25, 26, 51, 52, 701, 702, 16_383].map(columnLetters) == [
                "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD",
            ])
        #expect("\(ImportPosition(line: 5, column: 4, sheet: "It's"))" == "'It''s'!D5")
    }

    @Test func `let a cell over several rows count for each, and one over columns for the first`() throws {
        let rows = """
            <x:row r="1"><x:c><x:v>1</x:v></x:c><x:c r="C1"><x:v>3</x:v></x:c></x:row>
            <x:row r="2"><x:c r="C2"><x:v>4</x:v></x:c></x:row><x:row r="3"><x:c r="C3"><x:v>5</x:v></x:c></x:row>
            """
        let merged = "<x:mergeCells><x:mergeCell ref=\"A1:B2\"/><x:mergeCell ref=\"?\"/></x:mergeCells>"
        let sheet = try readSheet(workbook(rows, after: merged), named: nil)
        #expect(sheet.rows.map { $0.cells[0] } == [.number(1), .number(1), nil])
        #expect(sheet.rows.allSatisfy { $0.cells[1] == nil })
    }

    /// Cells that are merged over and over make no more work than there are rows to fill.
    @Test func `merge so many cells and no more`() throws {
        let rows = (1...20_000).map { "<x:row r=\"\($0)\"><x:c r=\"A\($0)\"><x:v>1</x:v></x:c></x:row>" }.joined()
        let apart = (1...10_000).map { "<x:mergeCell ref=\"A\($0 * 2 - 1):A\($0 * 2)\"/>" }.joined()
        let sheet = try readSheet(workbook(rows, after: "<x:mergeCells>\(apart)</x:mergeCells>"), named: nil)
        #expect(sheet.rows.count == 20_000)
        let over = String(repeating: "<x:mergeCell ref=\"A1:A20000\"/>", count: 100_000)
        let problem = #expect(throws: ImportProblem.self) {
            try readSheet(workbook(rows, after: "<x:mergeCells>\(over)</x:mergeCells>"), named: nil)
        }
        #expect(
            problem?.description
                == "'It''s'!A1: the merged cells of the sheet span more than 400000 rows; unmerge what spans many rows")
    }

    @Test(arguments: [
        ("<x:row r=\"2\"><x:c><x:v>1</x:v></x:c></x:row><x:row r=\"2\"/>", "sheet 'It''s': row 2 is out of its order"),
        ("<x:row r=\"2\"><x:c r=\"A3\"/></x:row>", "'It''s', row 2: A3 is no cell of this row"),
        ("<x:row r=\"1048577\"><x:c/></x:row>", "sheet 'It''s': row 1048577 is out of its order"),
        ("<x:row><x:c r=\"BM1\"><x:v>1</x:v></x:c></x:row>", "'It''s'!BM1: the row has more than 64 cells"),
        ("<x:row><x:c", "xl/s.xml in the spreadsheet cannot be read: "),
        ("<!DOCTYPE x>", "xl/s.xml in the spreadsheet cannot be read: a document type"),
    ]) func `that make no sense are refused with the place`(rows: String, message: String) {
        let problem = #expect(throws: ImportProblem.self) { try readSheet(workbook(rows), named: nil) }
        #expect(
            problem?.description.hasPrefix(message) == true,
            "\(String(describing: problem))")
    }

    @Test func `that are written hold texts that are read as they were, whatever they look like`() throws {
        let texts = [
            "_x0041_ & <b> \"x\"", "=1+1", " a  b ", "é 漢字 👩‍⚕️", "_x", "12", "line\nbreak",
            String(repeating: "x", count: 32_767),
        ]
        let book = excelWorkbook([SheetRows("First", [["head"]] + texts.map { [$0, "", $0] }, widths: [10, 10, 10])])
        let sheet = try readSheet(book, named: "First")
        #expect(sheet.rows.dropFirst().map { $0.cells[0] } == texts.map { .text($0) })
        #expect(sheet.rows.dropFirst().allSatisfy { $0.cells[1] == nil && $0.cells[0] == $0.cells[2] })
        #expect(
            excelWorkbook([SheetRows("A", [["x"]], widths: [1])])
                == excelWorkbook([SheetRows("A", [["x"]], widths: [1])]))
    }
}
