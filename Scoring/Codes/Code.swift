/// A procedure code: five letters or digits, such as `99602`, `G0299` or `0001U`.
///
/// The characters are packed into one word, so that codes compare, hash and copy as cheaply as numbers do.
package struct Code: Hashable, Sendable {
    /// The characters in ASCII, the first in the highest byte, so that order of bits is order of text.
    let bits: UInt64

    /// How many characters a code has.
    package static let length = 5

    /// Reads a code in upper or lower case; nil unless it is a letter or digit, three digits, a letter or digit.
    package init?(_ text: some StringProtocol) {
        self.init(ascii: Array(text.utf8)[...])
    }

    init?(ascii bytes: ArraySlice<UInt8>) {
        guard bytes.count == Code.length else { return nil }
        var bits: UInt64 = 0
        var place = 0
        for byte in bytes {
            let character = byte.uppercasedASCII
            let isEnd = place == 0 || place == Code.length - 1
            guard character.isASCIIDigit || (isEnd && character.isASCIILetter) else { return nil }
            bits = bits << 8 | UInt64(character)
            place += 1
        }
        self.bits = bits
    }
}

extension Code {
    /// Its characters in ASCII, upper case.
    var characters: [UInt8] { description.utf8.map(\.self) }
}

extension Code: Comparable {
    package static func < (left: Code, right: Code) -> Bool { left.bits < right.bits }
}

extension Code: CustomStringConvertible {
    package var description: String {
        String(unsafeUninitializedCapacity: Code.length) { buffer in
            for place in 0..<Code.length {
                buffer[place] = UInt8(truncatingIfNeeded: bits >> (8 * UInt64(Code.length - 1 - place)))
            }
            return Code.length
        }
    }
}

extension Code: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let code = Code(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "\(text) is not a code"))
        }
        self = code
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension UInt8 {
    var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }
    var isASCIILetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
    var uppercasedASCII: UInt8 { self >= 0x61 && self <= 0x7A ? self - 0x20 : self }
}
