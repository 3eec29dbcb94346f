import PseudoTerminal
import Testing

@testable import Terminal

@Suite struct `Wrapping` {
    @Test(arguments: [
        ("", [""]),
        ("short", ["short"]),
        ("ten wide ok", ["ten wide", "ok"]),
        ("exactly 10", ["exactly 10"]),
        ("exactly 10!", ["exactly", "10!"]),
        ("  spaces   part \t words  ", ["spaces", "part words"]),
        ("two\nlines", ["two", "lines"]),
        ("blank\n\nbetween\n", ["blank", "", "between", ""]),
        ("from\r\nelsewhere\r\n", ["from", "elsewhere", ""]),
        ("a lone\rreturn", ["a lone", "return"]),
        ("no\u{A0}break here", ["no\u{A0}break", "here"]),
        ("abcdefghijklm", ["abcdefghij", "klm"]),
        ("a abcdefghijklm b", ["a", "abcdefghij", "klm b"]),
        ("家家家家家家", ["家家家家家", "家"]),
        ("a家家家家家", ["a家家家家", "家"]),
        ("😀😀 😀😀😀", ["😀😀", "😀😀😀"]),
        (
            "e\u{301}e\u{301}e\u{301} e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}",
            ["e\u{301}e\u{301}e\u{301} e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}"]
        ),
    ])
    func `to ten columns`(_ text: String, lines: [String]) {
        #expect(wrap(text, width: 10) == lines)
    }

    @Test func `moves lines in`() {
        #expect(wrap("one two three", width: 8, indent: 2) == ["  one", "  two", "  three"])
        #expect(wrap("one two three", width: 8, indent: 0, hanging: 3) == ["one two", "   three"])
        #expect(wrap("one two three", width: 8, indent: 3, hanging: 0) == ["   one", "two", "three"])
        #expect(wrap("one\n\ntwo", width: 8, indent: 2) == ["  one", "", "  two"])
    }

    @Test func `keeps going where there is no room`() {
        #expect(wrap("ab", width: 0) == ["a", "b"])
        #expect(wrap("ab", width: -5, indent: -5, hanging: -5) == ["a", "b"])
        #expect(wrap("ab c", width: 4, indent: 10) == ["a", "b", "c"].map { "          " + $0 })
        #expect(wrap("家", width: 1) == ["家"])
    }

    @Test func `emphasis takes no room and is not divided`() {
        let bold = "\(Emphasis.bold.mark)abcdefghij\(Emphasis.plainWeight.mark)"
        #expect(wrap(bold + " next", width: 10) == [bold, "next"])
        #expect(
            wrap("\(Emphasis.bold.mark)abcdefghijklm\(Emphasis.plainWeight.mark)", width: 10) == [
                "\(Emphasis.bold.mark)abcdefghij", "klm\(Emphasis.plainWeight.mark)",
            ]
        )
        #expect(
            wrap("\(Emphasis.bold.mark)one two three\(Emphasis.plainWeight.mark)", width: 8) == [
                "\(Emphasis.bold.mark)one two", "three\(Emphasis.plainWeight.mark)",
            ])
    }

    @Test(arguments: 0..<300)
    func `loses nothing, and no line is too wide`(_ seed: UInt64) {
        var random = Seeded(seed)
        let pieces = [
            "a", "bc", "word", " ", "  ", "家", "😀", "e\u{301}", "\(Emphasis.bold.mark)", "\(Emphasis.plainWeight.mark)",
            "unforeseeable",
        ]
        let text = (0..<40).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        let width = Int.random(in: 2...20, using: &random)
        let indent = Int.random(in: 0...3, using: &random)
        let lines = wrap(text, width: width + 3, indent: indent, hanging: Int.random(in: 0...3, using: &random))
        for line in lines {
            #expect(displayWidth(of: line) <= width + 3)
            #expect(line.last != " ")
        }
        let isSpace = { (character: Character) in character == " " }
        let kept = lines.joined().filter { !isSpace($0) }
        #expect(kept.unicodeScalars.elementsEqual(text.filter { !isSpace($0) }.unicodeScalars))
        for line in lines {
            var screen = Screen(columns: width + 3, rows: 4)
            screen.feed(Style(isColoured: true).rendered(line).utf8)
            #expect(screen.cursor.row == 0, "\(line.debugDescription) is one row of a terminal")
        }
    }
}
