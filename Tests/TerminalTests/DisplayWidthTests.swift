import Testing

@testable import PseudoTerminal
@testable import Terminal

@Suite struct `The width of text` {
    @Test(arguments: [
        ("", 0), ("plain", 5), ("naïve", 5), ("nai\u{308}ve", 5), ("家", 2), ("ｆｕｌｌ", 8), ("한글", 4),
        ("\u{1112}\u{1161}\u{11AB}", 2), ("– ≥ ½", 5), ("✓ ✗", 3), ("✅", 2), ("😀", 2), ("👩🏽", 2), ("👩‍⚕️", 2),
        ("🇺🇸", 2), ("\u{1B}[1mbold\u{1B}[22m", 4), ("\u{1B}[38;5;3mx\u{1B}[m", 1), ("a\u{301}\u{302}\u{303}", 1),
        ("\u{301}", 0), ("a\u{200B}b", 2), ("\u{7}", 0), ("\u{1B}[1m\u{301}x", 1),
    ])
    func `is what a terminal takes`(_ text: String, width: Int) {
        #expect(displayWidth(of: text) == width)
    }

    @Test(arguments: ["\u{1B}[1", "\u{1B}[1;", "\u{1B}[2Jx", "\u{1B}]0;t\u{7}", "\u{1B}", "\u{1B}[१m"])
    func `counts what is not emphasis`(_ text: String) {
        #expect(displayWidth(of: text) == text.dropFirst().filter { $0 != "\u{7}" }.count)
    }

    @Test func `agrees with the C library`() {
        // Signs that enclose or precede digits, which nothing of ours is written with.
        let exceptions: Set<UInt32> = [0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD, 0x1171E]
        let differing = (0x20...0x10FFFF as ClosedRange<UInt32>).filter { value in
            guard let scalar = Unicode.Scalar(value), !exceptions.contains(value) else { return false }
            let theirs = columnsTaken(by: scalar)
            return theirs >= 0 && theirs != displayWidth(of: String(scalar)) && !(0x600...0x605).contains(value)
        }
        #expect(differing.map { String($0, radix: 16) } == [])
    }
}
