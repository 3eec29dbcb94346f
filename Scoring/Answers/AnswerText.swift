/// The characters of an answer in the form in which the grammar reads them: ASCII, one byte for each Unicode scalar
/// that was typed.
///
/// Full-width forms, digits of other scripts, dashes, multiplication signs, bullets, arrows, quotes and odd spaces are
/// folded; every other character beyond ASCII becomes one that no rule accepts, so that its position can be pointed at.
struct AnswerText {
    let bytes: [UInt8]

    /// Stands for a character that means nothing in an answer.
    static let foreign: UInt8 = 0x00

    /// Stands for the sign of the empty set, which no rule accepts beside anything else.
    static let emptySet: UInt8 = 0x01

    /// The most bytes that a character takes in UTF-8.
    static let bytesACharacter = 4

    init(_ answer: String) {
        let bytes = Array(answer.utf8)
        let isASCII = bytes.allSatisfy { $0 < 0x80 }
        self.bytes = isASCII ? bytes : answer.unicodeScalars.map(Self.fold)
    }

    private static func fold(_ scalar: Unicode.Scalar) -> UInt8 {
        switch scalar.value {
        case 0x00..<0x80: UInt8(truncatingIfNeeded: scalar.value)
        case 0xFF01...0xFF5E: UInt8(truncatingIfNeeded: scalar.value - 0xFEE0)
        case 0x0660...0x0669: digit(scalar.value - 0x0660)
        case 0x06F0...0x06F9: digit(scalar.value - 0x06F0)
        case 0x0966...0x096F: digit(scalar.value - 0x0966)
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: UInt8(ascii: "-")
        // Multiplication signs and bullets: what stands for a sign between two things marks a row at its beginning.
        case 0xD7, 0x2715, 0x2716, 0x2217, 0x22C5, 0xB7, 0x2A2F, 0x2022, 0x2023, 0x2043, 0x25AA, 0x25CF, 0x25CB, 0x25E6:
            UInt8(ascii: "*")
        case 0x2190...0x21FF, 0x2794, 0x27F6: UInt8(ascii: "|")
        case 0x2018...0x201F, 0xAB, 0xBB, 0x2039, 0x203A, 0x300C...0x300F: UInt8(ascii: "\"")
        // Marks of a registered name, and of the direction of writing that change nothing of what is seen here; overrides
        // are not among them.
        case 0xA0, 0xAD, 0xAE, 0x1680, 0x2000...0x200F, 0x202F, 0x205F, 0x2060, 0x2122, 0x3000, 0xFEFF:
            UInt8(ascii: " ")
        case 0x85, 0x2028, 0x2029: UInt8(ascii: "\n")
        case 0x2205: emptySet
        case 0x3001, 0x060C: UInt8(ascii: ",")
        case 0x061B: UInt8(ascii: ";")
        case 0x061F: UInt8(ascii: "?")
        case 0x2026, 0x3002: UInt8(ascii: ".")
        default: foreign
        }
    }

    private static func digit(_ value: UInt32) -> UInt8 { UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value) }
}
