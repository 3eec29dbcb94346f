import Testing

@testable import Scoring

/// A text that is put together piece by piece says what the pieces say.
struct TextBuilderTests {
    private static func text(_ build: (inout TextBuilder) -> Void) -> String {
        var text = TextBuilder(capacity: 2)
        build(&text)
        #expect(text.length == text.text.utf8.count && text.bytes == Array(text.text.utf8))
        return text.text
    }

    @Test(arguments: [0, 1, 9, 10, 11, 99, 100, 101, 1_009, 10_000, 65_535, -1, -10, -905, Int.max, .min, .min + 1])
    func `numbers are written in digits`(number: Int) {
        #expect(Self.text { $0.append(number) } == String(number))
        #expect(
            Self.text {
                $0.append("x")
                $0.append(number)
                $0.append(number)
            } == "x\(number)\(number)")
    }

    @Test func `every time of day has two digits each`() throws {
        for minute in 0..<ClockTime.minutesADay {
            let time = try #require(ClockTime(minute: minute))
            #expect(Self.text { $0.append(time) } == time.description)
        }
    }

    @Test(arguments: ["99601", "G0299", "0001U", "3095F", "A0021"] as [Code])
    func `codes and modifiers are written as they are`(code: Code) {
        #expect(Self.text { $0.append(code) } == code.description)
        for modifier in ["SS", "59", "0A", "XU"] as [Modifier] {
            #expect(
                Self.text {
                    $0.append(code)
                    $0.append(modifier)
                } == "\(code)\(modifier)")
        }
    }

    @Test(
        arguments: [
            ("", "nurse", "Nurse"), ("the ", "nurse", "the Nurse"), ("é ", "nurse", "é Nurse"), ("a", "", "a"),
            ("", "Nurse", "Nurse"), ("", "9 lines", "9 lines"), ("x", "éclair", "xÉclair"), ("", "ßt", "SSt"),
            ("", "{a", "{a"), ("", "`a", "`a"), ("", "zebra", "Zebra"), ("", "a", "A"),
        ])
    func `a word behind others gets a capital`(before: String, word: String, expected: String) {
        let made = Self.text { text in
            text.append(before)
            let start = text.length
            text.append(word)
            text.capitalize(from: start)
        }
        #expect(made == expected && made == before + word.withCapital)
    }

    @Test func `a text is begun anew`() {
        var text = TextBuilder(capacity: 64)
        text.append("99601 x1")
        text.removeAll()
        #expect(text.text.isEmpty && text.length == 0)
        text.append("none")
        #expect(text.text == "none")
        text.capitalize(from: 4)
        #expect(text.text == "none")
    }

    /// A claim in words is its lines in words, with their days or without, alone or behind other words.
    @Test(arguments: 0..<3 as Range<UInt64>) func `a claim is written as its lines are`(seed: UInt64) {
        var generator = Seeded(seed &+ 12)
        for _ in 0..<120 {
            let rules = WholeClaim.arbitraryRules(using: &generator)
            let claim = rules.claim(for: WholeClaim.arbitrary(using: &generator))
            let lines = claim.lines.map { line in
                ([line.code.description] + line.modifiers.map(\.description)).joined(separator: "-") + " x\(line.units)"
            }
            #expect(claim.description == (lines.isEmpty ? "none" : lines.joined(separator: ", ")))
            let dated = zip(lines, claim.lines).map { text, line in text + (line.dates.map { " \($0)" } ?? "") }
            #expect(claim.datedDescription == (lines.isEmpty ? "none" : dated.joined(separator: ", ")))
            let behind = Self.text { text in
                text.append("bills ")
                claim.write(beside: [claim], to: &text)
            }
            #expect(behind == "bills \(claim.shown(beside: [claim]))" && behind == "bills \(claim.description)")
        }
    }
}
