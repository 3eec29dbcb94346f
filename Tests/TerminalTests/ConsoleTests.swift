import Glibc
import PseudoTerminal
import Terminal
import Testing

@Suite struct `A console` {
    /// What is written to one that is so wide.
    private func shown(columns: Int, isColoured: Bool = false, _ body: (Console) -> Void) throws -> [String] {
        let folder = try TemporaryFolder()
        let path = folder.path(of: "screen")
        let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        defer { close(file) }
        let console = Console(Output(descriptor: file, style: Style(isColoured: isColoured))) { columns }
        body(console)
        try console.output.flush()
        return try #require(try readFile(path)).split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init)
    }

    @Test(arguments: [(40, 40), (100, 100), (101, 100), (300, 100)])
    func `is no wider than a line of prose`(columns: Int, width: Int) throws {
        let lines = try shown(columns: columns) { $0.line("\($0.width)") }
        #expect(lines.first == "\(width)")
    }

    @Test func `wraps paragraphs and leaves lines alone`() throws {
        let lines = try shown(columns: 20) { console in
            console.line("a line that is wider than that")
            console.line()
            console.paragraph("one two three four five six")
            console.paragraph("one two three four five", indent: 1, hanging: 4)
        }
        #expect(
            lines == [
                "a line that is wider than that", "", "  one two three four", "  five six", " one two three four",
                "    five", "",
            ])
    }

    @Test func `sets a label beside its text, or above it where there is no room`() throws {
        let text = "words that go on and on"
        #expect(
            try shown(columns: 30) { $0.entry("Why", text) } == ["  Why   words that go on and", "        on", ""])
        #expect(
            try shown(columns: 24) { $0.entry("You may be thinking", text) }
                == ["  You may be thinking", "    words that go on and", "    on", ""])
    }

    @Test func `emphasises a label where it can`() throws {
        let lines = try shown(columns: 40, isColoured: true) { $0.entry("Why", "so") }
        #expect(lines.first == "  \u{1B}[1mWhy\u{1B}[22m   so")
    }

    @Test func `wraps the last column of a table`() throws {
        let rows = [["a", "1", "short"], ["long", "22", "words that go on and on"]]
        #expect(
            try shown(columns: 24) { $0.table(rows, rightAligned: [1]) }
                == ["  a      1  short", "  long  22  words that", "            go on and on", ""])
    }
}

@Suite struct `A caret` {
    @Test(arguments: [
        ("9960l x1", 0..<5, "  9960l x1\n  ^^^^^"), ("99601 x", 6..<7, "  99601 x\n        ^"),
        ("99601", 5..<5, "  99601\n       ^"), ("", 0..<0, "  \n  ^"), ("９９ x", 3..<4, "  ９９ x\n       ^"),
        ("a\tb", 2..<3, "  a b\n    ^"), ("\u{1B}x", 1..<2, "  ^[x\n    ^"),
    ])
    func `stands under what is wrong`(answer: String, place: Range<Int>, lines: String) {
        #expect(caretLines(under: answer, at: place, width: 80).joined(separator: "\n") == lines)
    }

    @Test(arguments: [20, 40, 80]) func `a long answer is cut to what is round it`(width: Int) {
        let answer = String(repeating: "99601, ", count: 100) + "oops" + String(repeating: ", 99602", count: 100)
        let lines = caretLines(under: answer, at: 700..<704, width: width)
        #expect(lines.count == 2 && lines.allSatisfy { $0.count <= max(width, 26) + 2 })
        #expect(lines[0].hasPrefix("  ... ") && lines[0].hasSuffix(" ..."))
        let caret = lines[1].firstIndex(of: "^").map { lines[1].distance(from: lines[1].startIndex, to: $0) } ?? 0
        #expect(lines[0].dropFirst(caret).hasPrefix("oops"))
    }
}
