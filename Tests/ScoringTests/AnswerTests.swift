import Testing

@testable import Scoring

/// The answer's grammar: what it forgives, and where it points.
struct AnswerTests {
    private static let known = Vocabulary(codes: ["99601", "99602", "99506", "G0299"])

    @Test(
        arguments: [
            ("99601 x1, 99602 x2", "99601 x1, 99602 x2"), ("99601; 99602*2", "99601 x1, 99602 x2"),
            ("99602x2 99601", "99602 x2, 99601 x1"), ("99601-SS, 2 units of 99602", "99601-SS x1, 99602 x2"),
            ("99601 + 99602 (2)", "99601 x1, 99602 x2"), ("99601", "99601 x1"), ("99601 99602", "99601 x1, 99602 x1"),
            ("CPT 99601, cpt: 99602 X2", "99601 x1, 99602 x2"), ("HCPCS g0299 x3", "G0299 x3"),
            ("CPT99601 and HCPCSG0299", "99601 x1, G0299 x1"), ("CPT code 99601 plus 99602", "99601 x1, 99602 x1"),
            ("99601 × 1，99602 ✕ 2", "99601 x1, 99602 x2"), ("９９６０１　ｘ１、９９６０２（２）", "99601 x1, 99602 x2"),
            ("99601–SS — 99602−SD x2", "99601-SS x1, 99602-SD x2"),
            ("- 99601\n- 99602 x2", "99601 x1, 99602 x2"),
            ("99601\t1\r\n99602\t2\n", "99601 x1, 99602 x2"), ("99601 1 99602 2", "99601 x1, 99602 x2"),
            ("99601, 1, 99602, 2", "99601 x1, 99602 x2"), ("99601, 2 99602", "99601 x1, 99602 x2"),
            ("99601, 2 units 99602", "99601 x1, 99602 x2"), ("99601, 2 x 99602", "99601 x1, 99602 x2"),
            ("99601, 2x 99602", "99601 x1, 99602 x2"), ("99601 2x, 99602 3x", "99601 x2, 99602 x3"),
            ("1 99601 2 99602", "99601 x1, 99602 x2"), ("2 * 99602 & 99601", "99602 x2, 99601 x1"),
            ("1 unit 99601 and 2 units of CPT 99602", "99601 x1, 99602 x2"), ("2u 99602", "99602 x2"),
            ("99602 2 units", "99602 x2"), ("99602 2units", "99602 x2"), ("99602 x 2 units", "99602 x2"),
            ("99602 (x2)", "99602 x2"), ("99602 ( 2 units )", "99602 x2"), ("99602 (2 u), 99601", "99602 x2, 99601 x1"),
            ("99602 - 2", "99602 x2"), ("99602: 2", "99602 x2"), ("99602x 2", "99602 x2"), ("99602 x02", "99602 x2"),
            ("99602 SS x2", "99602-SS x2"), ("99602-SS-59 x2", "99602-SS-59 x2"), ("99602 x2-SS", "99602-SS x2"),
            ("99602-25", "99602-25 x1"), ("99602-ss", "99602-SS x1"), ("0001u x2", "0001U x2"), ("99601.", "99601 x1"),
            ("99602 x0", "99602 x0"), ("99602 x9999", "99602 x9999"), ("99601,,; 99602", "99601 x1, 99602 x1"),
            ("none", "none"), ("  Nothing. ", "none"), ("99601/99602", "99601 x1, 99602 x1"),
        ])
    func `one claim in the many ways in which people write it`(answer: String, expected: String) throws {
        #expect(try parseAnswer(answer, known: Self.known).description == expected)
    }

    /// The caret line marks what the error points at.
    @Test(
        arguments: [
            ("", "^", "nothing to read; an answer looks like 99601 x1, 99602 x2, or none"),
            ("  ", "  ^", "nothing to read; an answer looks like 99601 x1, 99602 x2, or none"),
            ("9960l", "    ^", "this is a letter l; did you mean 99601?"),
            ("99601 x1, 996O2", "             ^", "this is a letter O; did you mean 99602?"),
            ("o9602", "^", "this is a letter o; did you mean 99602?"),
            ("9960Z x2", "    ^", "this is a letter Z; did you mean 99602?"),
            ("G029q", "    ^", "this is a letter q; did you mean G0299?"),
            ("9a601", "^^^^^", "a code has five letters or digits; did you mean 99601?"),
            ("9960 x1", "^^^^", "a code has five letters or digits; did you mean 99601?"),
            ("996011", "^^^^^^", "a code has five letters or digits; did you mean 99601?"),
            ("9x", "^", "expected the code that this count belongs to"),
            ("1234567", "^^^^^^^", "expected a code: five letters or digits, such as 99601"),
            ("99601 visit", "      ^^^^^", "expected a code such as 99601, or a count such as x2"),
            ("99601 or 99602", "      ^^", "expected a code such as 99601, or a count such as x2"),
            ("99601 (2", "        ^", "expected a code such as 99601, or a count such as x2"),
            ("99601 (2 hours)", "         ^^^^^", "expected units of service, such as x2, not hours or minutes"),
            ("99601 💉", "      ^", "expected a code such as 99601, or a count such as x2"),
            ("99601\0 x1", "     ^", "expected a code such as 99601, or a count such as x2"),
            ("99601 \u{1B}[2J", "      ^", "expected a code such as 99601, or a count such as x2"),
            ("99602 x", "       ^", "units are whole numbers, such as x2"),
            ("99602 x1.5", "       ^^^", "units are whole numbers, such as x2"),
            ("99602 x-2", "       ^", "units are whole numbers, such as x2"),
            ("99602 -2", "      ^^", "units are whole numbers, such as x2"),
            ("1.5 99602", "^^^", "units are whole numbers, such as x2"),
            ("99602 x10000", "       ^^^^^", "more than 9999 units cannot be billed on one line"),
            (
                "99602 *99999999999999999999", "       ^^^^^^^^^^^^^^^^^^^^",
                "more than 9999 units cannot be billed on one line"
            ),
            ("99601 x1, 2", "          ^", "expected the code that this count belongs to"),
            ("2 3 99602", "  ^", "expected the code that this count belongs to"),
            ("none x2", "      ^", "expected the code that this count belongs to"),
            ("99602 x2 x3", "          ^", "this line has its count already"),
            ("99602 (2)(3)", "          ^", "this line has its count already"),
            ("99601-S", "      ^", "a modifier has two letters or digits, such as SS, and a count looks like x2"),
            (
                "99601-ABC x2", "      ^^^",
                "a modifier has two letters or digits, such as SS, and a count looks like x2"
            ),
            ("99601-2", "      ^", "a modifier has two letters or digits, such as SS, and a count looks like x2"),
            ("99601 none", "      ^^^^", "either none or codes, not both"),
            ("none, 99601", "      ^^^^^", "either none or codes, not both"),
            ("99602-ZZ", "      ^^", "no modifier ZZ is known, and a count looks like x2"),
            ("99602-x2", "      ^^", "for the modifier write 99602-X2 x1, for the units 99602 x2"),
            ("99602 59", "      ^^", "for the modifier write 99602-59 x1, for the units 99602 x59"),
            ("99602 at 2 units", "      ^^", "is this the modifier? Then write 99602-AT, else leave it out"),
            (
                "99601 2 99602", "      ^",
                "is this the count of 99601 or of 99602? Part the lines with a comma"
            ),
            (
                "(2) 99602", " ^", "is this the line's number or its count? For the count write 99602 x2"
            ),
            ("99601-99605", "      ^^^^^", "is this a range? Name every code, and part the lines with a comma"),
            (
                "99601 x1, 99602 x2 each", "                 ^",
                "each counts every line alike; write a count for each line instead"
            ),
        ])
    func `what cannot be read is pointed at`(answer: String, carets: String, message: String) {
        let error = #expect(throws: AnswerError.self) { try parseAnswer(answer, known: Self.known) }
        guard let error else { return }
        let pointed = String(repeating: " ", count: error.offset) + String(repeating: "^", count: error.length)
        #expect(pointed == carets, "\(answer): \(error.message)")
        #expect(error.message == message)
    }

    @Test func `a slip is mended without knowing any code`() {
        let error = #expect(throws: AnswerError.self) { try parseAnswer("996Ol") }
        let code: Code = "99601"
        #expect(error?.reason == .malformedCode(meant: code, slip: "this is a letter O"))
    }

    @Test func `an answer has its limits`() {
        let long = #expect(throws: AnswerError.self) { try parseAnswer(String(repeating: "9", count: 10_000_000)) }
        #expect(long == AnswerError(reason: .tooLong(limit: 1_000), offset: 1_000, length: 1))
        #expect(long?.message == "an answer has at most 1000 characters")
        let wide = #expect(throws: AnswerError.self) { try parseAnswer(String(repeating: "９", count: 1_001)) }
        #expect(wide == long)
        let lines = String(repeating: "99601 ", count: 51)
        let error = #expect(throws: AnswerError.self) { try parseAnswer(lines) }
        #expect(error == AnswerError(reason: .tooManyLines(limit: 50), offset: 300, length: 5))
        #expect(error?.message == "a claim has at most 50 lines")
        #expect(claim(String(lines.dropLast(6))).lines.count == 50)
    }

    @Test func `a claim that is written reads back the same`() throws {
        var generator = Seeded(1)
        let modifiers = Modifier.all.filter(Vocabulary.standard.modifiers.contains)
        for _ in 0..<5_000 {
            let written = Claim.random(with: modifiers, using: &generator)
            #expect(try parseAnswer(written.description) == written)
        }
    }

    @Test func `a modifier of the code set reads back as one of the standard lists does`() throws {
        let own: Modifier = "Z7"
        let written = Claim([ClaimLine("99602", modifiers: [own], units: 2)])
        #expect(throws: AnswerError.self) { try parseAnswer(written.description) }
        #expect(try parseAnswer(written.description, known: Vocabulary(modifiers: [own])) == written)
    }

    /// Every pair of letters and digits behind a code is the modifier of a list, a count, or asked about.
    @Test func `a word of two characters is a modifier only where a list knows it`() {
        for modifier in Modifier.all {
            for spelling in ["99602 \(modifier)", "99602-\(modifier)", "99602, \(modifier)", "99602 (\(modifier))"] {
                guard let line = (try? parseAnswer(spelling))?.lines.first else { continue }
                if line.modifiers == [modifier], line.units == 1, Vocabulary.standard.modifiers.contains(modifier) {
                    continue
                }
                let digits = modifier.description.filter(\.isNumber)
                let isCount = line.modifiers.isEmpty && line.units == Int(digits)
                if !isCount { Issue.record("\(spelling) reads as \(line)") }
            }
        }
    }

    /// Random bytes, random pieces of answers, which get further into the grammar, and spellings that are known, changed
    /// at random.
    @Test(arguments: 0..<8) func `no input stops the parser, and every error points into it`(seed: UInt64) throws {
        var generator = Seeded(seed)
        let pieces = [
            "99601", "99602", "9960l", "x", "x2", "*", "(", ")", "2", " ", ",", "-", "–", "SS", "units", "of", "none",
            "cpt", "and", ".", "9", "x1.5", "\n", "💉", "\0", "００１", "e\u{301}", "99999", "1234567890123", "a", "each",
            "qty", "#", "[", "]", "=", ":", "two", "twice", "modifier", "line", "1.", "1)", "->", "/", "w/", "X2", "25",
            "99601SS", "hours", "the", "+", "|", ";", "at", "2026-03-02", "3/2/26", "03 02 26", "on", "to",
            "Mar 2, 2026",
            "from", "DOS", "20260302", "/", "Mar",
        ]
        let spellings = try Spelling.corpus()
        for _ in 0..<6_000 {
            let text: String
            switch Int.random(in: 0..<3, using: &generator) {
            case 0:
                let bytes = (0..<Int.random(in: 0..<24, using: &generator)).map { _ in
                    UInt8.random(in: 0...255, using: &generator)
                }
                text = String(decoding: bytes, as: UTF8.self)
            case 1:
                text = (0..<Int.random(in: 0..<9, using: &generator)).map { _ in
                    pieces.randomElement(using: &generator) ?? ""
                }
                .joined()
            default:
                text = spellings.randomElement(using: &generator)?.changed(by: pieces, using: &generator) ?? ""
            }
            do throws(AnswerError) {
                let read = try parseAnswer(text, known: Self.known)
                let again = try parseAnswer(read.datedDescription)
                if again != read { Issue.record("\(text) reads as \(read), and that as \(again)") }
            } catch {
                let isInside = error.offset >= 0 && error.offset + error.length <= text.unicodeScalars.count + 1
                if !isInside || error.length < 1 || error.message.isEmpty { Issue.record("\(text): \(error)") }
            }
        }
    }
}

extension Claim {
    fileprivate static func random(with known: [Modifier], using generator: inout Seeded) -> Claim {
        let letters = Array("ABCDEFGHJKLMNPQRSTUVWYZ")
        let signs = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        let lines = (0..<Int.random(in: 0...6, using: &generator)).compactMap { _ -> ClaimLine? in
            var digits = (0..<5).map { _ in signs[Int.random(in: 0..<10, using: &generator)] }
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: digits[0] = letters.randomElement(using: &generator) ?? "G"
            case 1: digits[4] = "AFMTU".randomElement(using: &generator) ?? "T"
            default: break
            }
            let modifiers = (0..<Int.random(in: 0...3, using: &generator)).compactMap { _ in
                known.randomElement(using: &generator)
            }
            return Code(String(digits)).map {
                ClaimLine($0, modifiers: modifiers, units: .random(in: 0...9_999, using: &generator))
            }
        }
        return Claim(lines)
    }
}

extension Modifier {
    /// Every pair of letters and digits.
    fileprivate static let all: [Modifier] = {
        let signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        return signs.flatMap { first in signs.compactMap { Modifier("\(first)\($0)") } }
    }()
}
