import PseudoTerminal
import Testing

@Suite struct `A screen` {
    /// What 10 by 4 characters show of what was sent.
    private func shown(_ sent: String, columns: Int = 10, rows: Int = 4) -> String {
        var screen = Screen(columns: columns, rows: rows)
        screen.feed(sent.utf8)
        return screen.text
    }

    @Test(arguments: [
        ("plain", "one\r\ntwo", "one\ntwo"),
        ("a line feed goes straight down", "one\ntwo", "one\n   two"),
        ("a carriage return goes back", "one\rT", "Tne"),
        ("backspace only moves", "one\u{8}\u{8}X", "oXe"),
        ("backspace stops at the margin", "a\u{8}\u{8}\u{8}b", "b"),
        ("tabs are eight apart", "a\tb", "a       b"),
        ("a tab stops at the last column", "a\t\t\tb", "a        b"),
        ("spaces at the end go", "one   \r\n  two  \r\n\r\n", "one\n  two"),
        ("a bell is silent", "a\u{7}b", "ab"),
        ("long lines wrap", "0123456789AB", "0123456789\nAB"),
        ("the wrap is put off", "0123456789\r\nA", "0123456789\nA"),
        ("and forgotten after a move", "0123456789\u{8}X", "01234567X9"),
        ("what scrolls away is kept", "1\r\n2\r\n3\r\n4\r\n5\r\n6", "1\n2\n3\n4\n5\n6"),
    ])
    func `shows characters`(_ name: String, sent: String, expected: String) {
        #expect(shown(sent) == expected, "\(name)")
    }

    @Test(arguments: [
        ("up", "a\r\nb\u{1B}[AX", "aX\nb"),
        ("up stops at the top", "a\u{1B}[99AX", "aX"),
        ("down", "a\u{1B}[2BX", "a\n\n X"),
        ("down stops at the bottom", "a\u{1B}[99BX", "a\n\n\n X"),
        ("right", "a\u{1B}[3CX", "a   X"),
        ("left", "abc\u{1B}[2DX", "aXc"),
        ("column", "abc\u{1B}[2GX", "aXc"),
        ("home", "abc\r\ndef\u{1B}[HX", "Xbc\ndef"),
        ("place", "\u{1B}[3;4HX", "\n\n   X"),
        ("a place beyond is brought back", "\u{1B}[99;99HX", "\n\n\n         X"),
        ("a huge number is a number", "a\u{1B}[99999999999999999999CX", "a        X"),
        ("erase to the end of the line", "abcdef\u{1B}[3D\u{1B}[K", "abc"),
        ("erase to the start of the line", "abcdef\u{1B}[3D\u{1B}[1K", "    ef"),
        ("erase the line", "one\r\ntwo\u{1B}[2KX", "one\n   X"),
        ("erase below", "one\r\ntwo\r\nthree\u{1B}[A\u{1B}[2D\u{1B}[J", "one\ntwo"),
        ("erase above", "one\r\ntwo\r\nthree\u{1B}[A\u{1B}[3D\u{1B}[1J", "\n\nthree"),
        ("erase the screen", "one\r\ntwo\u{1B}[2J\u{1B}[HX", "X"),
        ("erase what scrolled away", "1\r\n2\r\n3\r\n4\r\n5\u{1B}[3J", "2\n3\n4\n5"),
        ("clear as the terminal's data base has it", "1\r\n2\r\n3\r\n4\r\n5\u{1B}[H\u{1B}[2J\u{1B}[3JX", "X"),
        ("insert blanks", "abcd\u{1B}[3D\u{1B}[2@X", "aX bcd"),
        ("inserting pushes out at the end", "0123456789\r\u{1B}[3@", "   0123456"),
        ("delete", "abcdef\u{1B}[4D\u{1B}[2P", "abef"),
        ("delete more than there is", "abcdef\u{1B}[4D\u{1B}[99P", "ab"),
    ])
    func `obeys commands`(_ name: String, sent: String, expected: String) {
        #expect(shown(sent) == expected, "\(name)")
    }

    @Test(arguments: [
        ("private modes", "a\u{1B}[?2004hb\u{1B}[?25lc", "abc"),
        ("keyboard modes", "a\u{1B}[>4;1mb", "ab"),
        ("a title", "a\u{1B}]0;title\u{7}b", "ab"),
        ("a title ended the long way", "a\u{1B}]0;title\u{1B}\\b", "ab"),
        ("a device string", "aP\u{1B}Pq#0\u{1B}\\b", "aPb"),
        ("character sets", "a\u{1B}(Bb", "ab"),
        ("keypad modes", "a\u{1B}=b\u{1B}>c", "abc"),
        ("unknown commands", "a\u{1B}[5qb\u{1B}[1;2;3zc\u{1B}[!pd", "abcd"),
        ("a sequence given up", "a\u{1B}[12\u{18}b", "ab"),
        ("controls of the upper half", "a\u{9B}b", "ab"),
    ])
    func `passes over`(_ name: String, sent: String, expected: String) {
        #expect(shown(sent) == expected, "\(name)")
    }

    @Test(arguments: [
        ("a wide character takes two columns", "家a\u{1B}[3GX", "家X"),
        ("and wraps as a whole", "012345678家", "012345678\n家"),
        ("its right half overwritten", "家a\u{1B}[2GX", " Xa"),
        ("its left half overwritten", "家a\u{1B}[1GX", "X a"),
        ("cut in two by an erasure", "a家b\u{1B}[3G\u{1B}[K", "a"),
        ("cut in two by a deletion", "a家b\u{1B}[2G\u{1B}[P", "a b"),
        ("cut in two by an insertion", "a家b\u{1B}[3G\u{1B}[@", "a   b"),
        ("one on top of two halves", "家家\u{1B}[2G山x", " 山x"),
        ("a mark joins the character before", "e\u{301}x", "e\u{301}x"),
        ("also in the last column", "012345678e\u{301}x", "012345678e\u{301}\nx"),
        ("also after a wide one", "家\u{301}x", "家\u{301}x"),
        ("a mark with nothing before it is lost", "\u{301}x", "x"),
    ])
    func `knows how wide characters are`(_ name: String, sent: String, expected: String) {
        #expect(shown(sent).unicodeScalars.elementsEqual(expected.unicodeScalars), "\(name): \(shown(sent))")
    }

    @Test func `takes bytes cut anywhere`() {
        let sent = Array("a\u{1B}[3;4Hé家\u{1B}]0;t\u{1B}\\\u{1B}[1;31mz\r\n\u{1F600}".utf8)
        var whole = Screen(columns: 10, rows: 4)
        whole.feed(sent)
        for cut in sent.indices {
            var screen = Screen(columns: 10, rows: 4)
            screen.feed(sent[..<cut])
            screen.feed(sent[cut...])
            #expect(screen.text == whole.text, "cut at \(cut)")
        }
        #expect(whole.text == "a\n\n   é家z\n\u{1F600}")
    }

    @Test(
        arguments: [
            ([0xFF], "\u{FFFD}x"), ([0xC3], "\u{FFFD}x"), ([0xE5, 0xAE], "\u{FFFD}x"), ([0x80], "\u{FFFD}x"),
            ([0xC3, 0xC3, 0xA9], "\u{FFFD}éx"),
        ] as [([UInt8], String)])
    func `shows what is no UTF-8`(_ bytes: [UInt8], expected: String) {
        var screen = Screen()
        screen.feed(bytes + [UInt8(ascii: "x")])
        #expect(screen.text == expected)
    }

    @Test(arguments: [
        ("plain", false), ("\u{1B}[m", false), ("\u{1B}[0m", false), ("\u{1B}[31mred", true),
        ("\u{1B}[1m", true), ("\u{1B}[0;38;5;3m", true), ("\u{1B}[>4;1m", false), ("\u{1B}[?1m", false),
    ])
    func `tells emphasis`(_ sent: String, expected: Bool) {
        var screen = Screen()
        screen.feed(sent.utf8)
        #expect(screen.isEmphasised == expected)
    }

    @Test func `counts what is to be seen`() {
        var screen = Screen(columns: 20, rows: 3)
        screen.feed("> one\r\n> two\r\n> ".utf8)
        #expect(screen.count(of: "> ") == 3)
        #expect(screen.count(of: ">") == 3)
        #expect(screen.count(of: ">  ") == 0)
        #expect(screen.count(of: "one\n> two") == 1)
        #expect(screen.count(of: "") == 0)
        screen.feed("aaaa".utf8)
        #expect(screen.count(of: "aa") == 2)
    }

    @Test func `takes another size`() {
        var screen = Screen(columns: 10, rows: 4)
        screen.feed("0123456789\r\ntwo\r\nthree".utf8)
        screen.resize(columns: 5, rows: 2)
        #expect(screen.text == "0123456789\ntwo\nthree")
        #expect(screen.cursor == (1, 4))
        screen.feed("\r\u{1B}[ATWO".utf8)
        #expect(screen.text == "0123456789\nTWO\nthree")
        screen.resize(columns: 12, rows: 6)
        screen.feed("\u{1B}[6;12HX".utf8)
        #expect(screen.text == "0123456789\nTWO\nthree\n\n\n\n           X")
    }

    @Test func `a smaller one loses blank rows below before it scrolls`() {
        var screen = Screen(columns: 10, rows: 4)
        screen.feed("one\r\ntwo".utf8)
        screen.resize(columns: 10, rows: 2)
        screen.feed("\u{1B}[HX".utf8)
        #expect(screen.text == "Xne\ntwo")
        screen.resize(columns: 1, rows: 0)
        #expect((screen.columns, screen.rows) == (2, 1))
    }

    @Test(arguments: 0..<200)
    func `survives any bytes and stays within its columns`(_ seed: UInt64) {
        var random = Seeded(state: seed)
        var screen = Screen(columns: Int.random(in: 0...12, using: &random), rows: 3)
        for _ in 0..<20 {
            let isLikelySequence = Bool.random(using: &random)
            let alphabet = isLikelySequence ? Array("\u{1B}[];?0129ABCDGHJKPm@\r\n\t\u{8}x家é\u{301}".utf8) : nil
            screen.feed(
                (0..<100).map { _ in
                    alphabet?.randomElement(using: &random) ?? UInt8.random(in: 0...255, using: &random)
                }
            )
            screen.resize(columns: Int.random(in: 0...12, using: &random), rows: Int.random(in: 0...5, using: &random))
            #expect((0..<screen.rows).contains(screen.cursor.row))
            #expect((0..<screen.columns).contains(screen.cursor.column))
        }
        let longest = screen.text.split(separator: "\n").map { $0.unicodeScalars.count { $0.isASCII } }.max() ?? 0
        #expect(longest <= 12)
    }
}

/// A generator whose numbers are the same every time.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
