/// The characters of an answer in the form in which the grammar reads them: ASCII, one byte for each Unicode scalar
/// that was typed.
///
/// Full-width forms, dashes, multiplication signs and odd spaces are folded; every other character beyond ASCII
/// becomes one that no rule accepts, so that its place can be pointed at.
struct AnswerText {
    let bytes: [UInt8]

    /// Stands for a character that means nothing in an answer.
    static let foreign: UInt8 = 0x00

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
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: UInt8(ascii: "-")
        case 0xD7, 0x2715, 0x2716, 0x22C5, 0xB7: UInt8(ascii: "*")
        case 0xA0, 0x2000...0x200B, 0x202F, 0x205F, 0x3000, 0xFEFF: UInt8(ascii: " ")
        case 0x3001, 0x060C: UInt8(ascii: ",")
        default: foreign
        }
    }
}
