import Testing

@testable import Scoring

/// Ways of writing that may be put together as one likes: whichever opening, marks, counts, joints and ending somebody
/// uses, the claim is the same.
struct AnswerWaysTests {
    private static let known = Vocabulary(codes: ["99601", "99602", "99506", "G0299"])

    private static let openings = [
        "", "I'd bill ", "I would report ", "We should bill ", "Ans. ", "Answer: ", "The answer is ", "CPT® codes ",
        "Billing: ", "**Answer:** ", "  ",
    ]
    private static let joints = [
        ", ", "; ", " and ", ", and ", " + ", " along with ", " together with ", " as well as ", " followed by ",
        " and also ", ", then ", " • ", " ... ", "\n", "\n- ", ", plus add-on ", " with add-on code ",
    ]
    private static let endings = ["", ".", "!", " please", " I think", ", I think.", "\n", " would be my answer"]

    /// How two units of a code may be written; each stands behind any joint.
    private static let doubles = [
        "99602 x2", "99602 x 2", "99602x2", "99602 (2)", "99602 x two", "two (2) units of 99602", "2 units of 99602",
        "99602 two (2) units", "two 99602s", "**99602** x2", "99602 ×2", "99602, 2 units",
    ]

    /// Every opening with every joint and every ending, the counts changing from one to the next.
    @Test func `openings, joints and endings change nothing`() {
        var number = 0
        for opening in Self.openings {
            for joint in Self.joints {
                for ending in Self.endings {
                    let double = Self.doubles[number % 3]
                    let text = "\(opening)99601 x1\(joint)\(double)\(ending)"
                    Self.check(text, "99601 x1, 99602 x2")
                    number += 1
                }
            }
        }
        #expect(number == Self.openings.count * Self.joints.count * Self.endings.count)
    }

    @Test(arguments: doubles) func `two units are two units behind every joint`(double: String) {
        Self.check(double, "99602 x2")
        for joint in Self.joints where !joint.hasSuffix("add-on ") && !joint.hasSuffix("code ") {
            // Before a number a bullet could be a multiplication sign.
            if joint == " • ", !double.hasPrefix("99602") { continue }
            Self.check("99601 x1\(joint)\(double)", "99601 x1, 99602 x2")
            Self.check("G0299 x3\(joint)99601 x1\(joint)\(double)", "G0299 x3, 99601 x1, 99602 x2")
        }
    }

    private static func check(_ text: String, _ expected: String) {
        do throws(AnswerError) {
            let read = try parseAnswer(text, known: known).description
            if read != expected { Issue.record("\(text) reads as \(read)") }
        } catch {
            Issue.record("\(text): \(error.message) at \(error.offset)")
        }
    }

    // MARK: Numbers in words

    private static let ones = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    private static let tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

    @Test(arguments: 20...99) func `numbers up to ninety-nine are read in words`(number: Int) {
        let (ten, one) = (Self.tens[number / 10], Self.ones[number % 10])
        let spellings = one.isEmpty ? [ten] : ["\(ten)-\(one)", "\(ten) \(one)", "\(ten.uppercased())-\(one)"]
        for words in spellings {
            Self.check("\(words) units of 99602", "99602 x\(number)")
            Self.check("99602 \(words) units", "99602 x\(number)")
            Self.check("99602 x \(words), 99601", "99602 x\(number), 99601 x1")
        }
        Self.check("\(spellings[0]) (\(number)) units of 99602", "99602 x\(number)")
    }

    // MARK: Rows

    /// Up to six rows, each with its mark; letters and numbers count, bullets do not.
    @Test(arguments: 1...6) func `rows may bear any mark of a list`(count: Int) {
        let codes = ["99601", "99602", "99506", "G0299", "99602", "99601"].prefix(count)
        let marks: [(Int) -> String] = [
            { "\($0 + 1). " }, { "\($0 + 1)) " }, { "\(Character(Unicode.Scalar(UInt8(97 + $0))))) " },
            { "\(Character(Unicode.Scalar(UInt8(65 + $0)))). " }, { _ in "- " }, { _ in "* " }, { _ in "• " },
            { "line \($0 + 1): " }, { _ in "" },
        ]
        let expected = codes.enumerated().map { "\($0.element) x\($0.offset + 2)" }.joined(separator: ", ")
        for mark in marks {
            let rows = codes.enumerated().map { mark($0.offset) + "\($0.element) x\($0.offset + 2)" }
            Self.check(rows.joined(separator: "\n"), expected)
            Self.check(rows.joined(separator: "\r\n") + "\n", expected)
        }
        for sign in ["\t", ", ", " | ", "; "] {
            let heads = ["Line", "Code", "Units"].joined(separator: sign)
            let rows = codes.enumerated().map {
                ["\($0.offset + 1)", $0.element, "\($0.offset + 2)"].joined(separator: sign)
            }
            Self.check(([heads] + rows).joined(separator: "\n"), expected)
        }
    }

    /// Marks that do not count the rows are no marks: what they are is asked about or refused.
    @Test(arguments: [
        "b) 99601", "a) 99601\nc) 99602", "1. 99601\n3. 99602", "2) 99601\n1) 99602", "z. 99601", "aa) 99601",
        "Line\tCode\tUnits\n2\t99601\t1\n1\t99602\t2", "line 2: 99601",
    ])
    func `a mark that does not count is asked about`(text: String) {
        #expect(throws: AnswerError.self) { try parseAnswer(text, known: Self.known) }
    }

    // MARK: What stays doubtful

    /// What each way of writing means only where nothing speaks against it.
    @Test(
        arguments: [
            ("both 99601 and 99602", "99601 x1, 99602 x1"), ("both 99601 and 99602 x2", nil),
            ("both 99601 and 99602, 2 units each", "99601 x2, 99602 x2"),
            ("99601, 99602 both x3", "99601 x3, 99602 x3"),
            ("99601 x1, 99602 both x3", nil), ("99601, 99602, 99506 both x3", nil),
            ("two of each: 99601 99602", "99601 x2, 99602 x2"),
            ("99601 x1, two of each 99602", nil), ("99602 two (3) units", nil), ("99602 2 (two) units", "99602 x2"),
            ("99602 (2) (2)", nil), ("99601...99602", nil), ("99601...99604", nil),
            ("99601 … 99602 x2", "99601 x1, 99602 x2"), ("99601.99602", "99601 x1, 99602 x1"), ("99601.2", nil),
            ("99601.SS", "99601-SS x1"), ("99601.SSx2", nil), ("99601_SS_SD", "99601-SS-SD x1"),
            ("99601 _ 99602", "99601 x1, 99602 x1"),
            ("99601 * 99602", "99601 x1, 99602 x1"), ("99601 x 99602", nil), ("99601 * 10000", nil),
            ("99602s", nil), ("three 99602s", "99602 x3"), ("three 99602s x2", nil), ("99601 I", nil),
            ("99601 we", nil),
            ("99601 I would", "99601 x1"), ("99601 I would 99602", nil), ("99601 add 99602", "99601 x1, 99602 x1"),
            ("add-on 99602 x2", "99602 x2"), ("99601 on 99602", nil), ("99601 followed 99602", "99601 x1, 99602 x1"),
            ("99601 by 99602", nil), ("99601 as 99602", nil), ("99601 modifier - SS", "99601-SS x1"),
        ] as [(String, String?)])
    func `a new way is read or refused`(text: String, expected: String?) {
        let read = try? parseAnswer(text, known: Self.known).description
        #expect(read == expected, "\(text)")
    }
}
