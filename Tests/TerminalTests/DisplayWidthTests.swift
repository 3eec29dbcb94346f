import Testing

@testable import PseudoTerminal
@testable import Terminal

@Suite struct `The width of text` {
    @Test(arguments: [
        ("", 0), ("plain", 5), ("naïve", 5), ("nai\u{308}ve", 5), ("家", 2), ("ｆｕｌｌ", 8), ("한글", 4),
        ("\u{1112}\u{1161}\u{11AB}", 2), ("– ≥ ½", 5), ("✓ ✗", 3), ("✅", 2), ("😀", 2), ("👩🏽", 2), ("👩‍⚕️", 2),
        ("🇺🇸", 2), ("\(Emphasis.bold.mark)bold\(Emphasis.plainWeight.mark)", 4),
        ("\(Emphasis.bold.mark)\(Emphasis.cyan.mark)x\(Emphasis.plainColour.mark)", 1), ("a\u{301}\u{302}\u{303}", 1),
        ("\u{301}", 0), ("a\u{200B}b", 2), ("\u{7}", 0), ("\(Emphasis.bold.mark)\u{301}x", 1),
    ])
    func `is what a terminal takes`(_ text: String, width: Int) {
        #expect(displayWidth(of: text) == width)
    }

    @Test(arguments: ["\u{1B}[1", "\u{1B}[1m", "\u{1B}[2Jx", "\u{1B}]0;t\u{7}", "\u{1B}", "\u{1B}[१m"])
    func `counts what is not emphasis, escape sequences too`(_ text: String) {
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

@Suite struct `The table of wide characters` {
    @Test func `has the ranges of Unicode's data, over gaps that are unassigned`() throws {
        let folder = try TemporaryFolder()
        let data = """
            # EastAsianWidth-0.1.txt
            1100..115F;W     # Lo    [96] HANGUL CHOSEONG KIYEOK..HANGUL CHOSEONG FILLER
            2000;N           # Zs         EN QUAD
            3001;F           # Po         between it and the next nothing is assigned
            3010..3011;W
            3012;A
            3013;W
            3014..3247;N
            3250..4DBF;N
            """
        try folder.write(data, to: "data.txt")
        let made = try run(repository("script/width-table"), [folder.path(of: "data.txt")])
        #expect(made.code == 0, "\(made.errors)")
        let cases = made.output.split(separator: "\n").filter { $0.contains("case ") }
        #expect(
            cases == ["        case 0x1100...0x115F, 0x3001...0x3011, 0x3013, 0x3248...0x324F, 0x4DC0...0x4DFF: true"])
        #expect(made.output.contains("from EastAsianWidth-0.1;"))
    }

    /// Debian's `unicode-data` is not everywhere, nor everywhere of the same edition; there the C library, with which
    /// the widths agree, speaks for the table alone.
    @Test func `is what the script makes of the edition that it names`() throws {
        let table = repository("Sources/Terminal/WideScalars.generated.swift")
        let edition = try run("/usr/bin/head", ["-n", "1", table]).output
        let made = try run(repository("script/width-table"), [])
        let isSame = made.code == 0 && made.output.hasPrefix(edition)
        #expect(try !isSame || made.output == run("/bin/cat", [table]).output)
    }
}
