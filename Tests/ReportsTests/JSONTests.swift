import Foundation
import Reports
import Testing

@Suite struct `A value for programs` {
    @Test(arguments: [
        (JSON.null, "null"), (.bool(true), "true"), (.bool(false), "false"), (.integer(0), "0"), (.integer(9), "9"),
        (.integer(10), "10"), (.integer(-3), "-3"), (.integer(.min), "-9223372036854775808"), (.fraction(0.5), "0.5"),
        (.fraction(1), "1.0"), (.string("99601"), "\"99601\""), (.array([]), "[]"), (.object([]), "{}"),
        (.array([.integer(1), .null]), "[1,null]"),
        (.object([("b", .integer(1)), ("a", .integer(2))]), "{\"b\":1,\"a\":2}"),
        (.strings(["a", "b"]), "[\"a\",\"b\"]"), (.optional(nil as String?), "null"), (.optional("a"), "\"a\""),
        (.optional(fraction: nil), "null"), (.optional(fraction: 0.25), "0.25"), (.optional(bool: nil), "null"),
        (.optional(bool: false), "false"),
    ])
    func `is written so`(value: JSON, text: String) {
        #expect(value.text == text)
        var bytes: [UInt8] = [0x20]
        value.write(to: &bytes)
        #expect(bytes == Array((" " + text).utf8))
    }

    @Test(arguments: [
        ("\"", #""\"""#), ("\\", #""\\""#), ("a\nb", #""a\nb""#), ("\t", #""\u0009""#),
        ("\u{1B}[31m", #""\u001b[31m""#),
        ("\u{7F}", #""\u007f""#), ("\u{9B}", #""\u009b""#), ("\u{A0}", "\"\u{A0}\""), ("é→👩‍⚕️", "\"é→👩‍⚕️\""), ("", "\"\""),
        ("\u{80}\u{9F}", #""\u0080\u009f""#),
    ])
    func `escapes what a terminal would obey`(text: String, written: String) throws {
        #expect(JSON.string(text).text == written)
        let read = try JSONDecoder().decode([String].self, from: Data(JSON.strings([text]).text.utf8))
        #expect(read == [text])
        #expect(JSON.object([(text, .null)]).text == "{\(written):null}")
    }

    @Test func `of any scalar is read as it was`() throws {
        var scalars = String.UnicodeScalarView()
        for value in UInt32(0)...0x2FF { if let scalar = Unicode.Scalar(value) { scalars.append(scalar) } }
        let text = String(scalars)
        #expect(try JSONDecoder().decode([String].self, from: Data(JSON.strings([text]).text.utf8)) == [text])
    }
}
