import Glibc
import Machine
import Testing

@testable import Terminal

@Suite struct `Printable text` {
    @Test(arguments: [
        "", "99601 x1", "naïve – ½ ≥ “x”", "家 👩‍⚕️ 🇺🇸", "e\u{301}", "مرحبا", "no\u{A0}break", "می\u{200C}خواهم",
        "❤\u{FE0F}",
    ])
    func `stays as it is`(_ text: String) {
        #expect(printable(text).unicodeScalars.elementsEqual(text.unicodeScalars))
    }

    @Test(arguments: [
        ("\u{1B}[2Jx", "^[[2Jx"), ("a\u{7}b", "a^Gb"), ("\u{0}", "^@"), ("a\nb", "a^Jb"), ("a\r\nb", "a^M^Jb"),
        ("\t", "^I"), ("\u{7F}", "^?"), ("\u{9B}31m", "<U+009B>31m"), ("\u{85}", "<U+0085>"),
        ("\u{202E}abc", "<U+202E>abc"), ("\u{2066}a\u{2069}", "<U+2066>a<U+2069>"), ("a\u{200F}", "a<U+200F>"),
        ("a\u{2028}b", "a<U+2028>b"), ("soft\u{AD}hyphen", "soft<U+00AD>hyphen"), ("\u{FEFF}a", "<U+FEFF>a"),
        ("9\u{200B}9", "9<U+200B>9"), ("\u{E0041}", "<U+E0041>"),
        ("9\u{200D}9", "9<U+200D>9"), ("\u{200C}a", "<U+200C>a"), ("a\u{3164}", "a<U+3164>"),
        ("\(Emphasis.bold.mark)a", "<U+FDD0>a"),
    ])
    func `shows what a terminal would obey`(_ text: String, expected: String) {
        #expect(printable(text) == expected)
    }

    @Test func `keeps layout if told to`() {
        #expect(printable("a\n\tb\u{1B}\r\n", keepingLayout: true) == "a\n\tb^[^M\n")
    }

    @Test func `leaves no control character of any kind`() {
        let all = (0...0x10FFFF).lazy.compactMap(Unicode.Scalar.init as (Int) -> Unicode.Scalar?)
        for scalar in all where scalar.properties.generalCategory == .control || scalar.properties.isBidiControl {
            #expect(printable("a\(scalar)b").utf8.allSatisfy { (0x20..<0x7F).contains($0) })
            #expect(printable("a\(scalar)b").count > 3)
        }
    }

    @Test func `is all that output has, whoever writes it`() throws {
        let pipe = TestPipe()
        let output = Output(descriptor: pipe.writing, style: Style(isColoured: true))
        output.line("a\u{1B}[2J\nb\u{9B}m\u{202E}" + Style(isColoured: true).bold("x\u{1B}[0m"))
        output.write("c\u{7}\n\td\u{200B}\n")
        try output.flush()
        var bytes = [UInt8](repeating: 0, count: 200)
        let count = read(pipe.reading, &bytes, bytes.count)
        #expect(
            String(decoding: bytes.prefix(count), as: UTF8.self)
                == "a^[[2J^Jb<U+009B>m<U+202E>\u{1B}[1mx^[[0m\u{1B}[22m\nc^G\n\td<U+200B>\n")
    }
}
