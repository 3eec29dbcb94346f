/// A procedure code: five letters or digits, such as `99602`, `G0299` or `0001U`.
///
/// The characters are packed into one word, so that codes compare, hash and copy as cheaply as numbers do.
package struct Code: Hashable, Sendable {
    /// The characters in ASCII, the first in the highest byte, so that order of bits is order of text.
    let bits: UInt64

    /// How many characters a code has.
    package static let length = 5

    /// Reads a code in upper or lower case: five digits; a letter and four digits (HCPCS Level II, which knows no I
    /// and O, as they look like digits, and no X, which would be a count here); or four digits and one of the letters
    /// in which CPT's other categories end. Nil for anything else.
    package init?(_ text: some StringProtocol) {
        self.init(ascii: Array(text.utf8)[...])
    }

    /// The same for characters in ASCII.
    init?(ascii bytes: ArraySlice<UInt8>) {
        guard bytes.count == Code.length else { return nil }
        var bits: UInt64 = 0
        var position = 0
        var hasLetter = false
        for byte in bytes {
            let character = byte.uppercasedASCII
            if !character.isASCIIDigit {
                guard !hasLetter, Code.mayHold(character, at: position) else { return nil }
                hasLetter = true
            }
            bits = bits << 8 | UInt64(character)
            position += 1
        }
        self.bits = bits
    }

    private init(bits: UInt64) { self.bits = bits }

    private static func mayHold(_ letter: UInt8, at position: Int) -> Bool {
        switch (position, letter) {
        case (0, UInt8(ascii: "I")), (0, UInt8(ascii: "O")), (0, UInt8(ascii: "X")): false
        case (0, _): letter.isASCIILetter
        case (length - 1, UInt8(ascii: "A")), (length - 1, UInt8(ascii: "F")), (length - 1, UInt8(ascii: "M")),
            (length - 1, UInt8(ascii: "T")), (length - 1, UInt8(ascii: "U")):
            true
        default: false
        }
    }
}

extension Code {
    /// The character at a position, counted from 0, in ASCII, upper case.
    func character(at position: Int) -> UInt8 { UInt8(truncatingIfNeeded: bits >> Code.shift(to: position)) }

    /// How far a character has to be shifted to stand at a position.
    private static func shift(to position: Int) -> UInt64 { 8 * UInt64(length - 1 - position) }

    /// The code with another character at a position.
    func changing(_ character: UInt8, at position: Int) -> Code {
        let shift = Code.shift(to: position)
        return Code(bits: bits & ~(0xFF << shift) | UInt64(character) << shift)
    }

    /// The code with the characters at a position and before it swapped.
    func swappingNeighbours(before position: Int) -> Code {
        let shift = Code.shift(to: position)
        let pair = UInt16(truncatingIfNeeded: bits >> shift)
        return Code(bits: bits & ~(0xFFFF << shift) | UInt64(pair.byteSwapped) << shift)
    }
}

extension Code: Comparable {
    package static func < (left: Code, right: Code) -> Bool { left.bits < right.bits }
}

extension Code: CustomStringConvertible {
    /// The five characters, letters in upper case.
    package var description: String {
        String(unsafeUninitializedCapacity: Code.length) { buffer in
            for position in 0..<Code.length {
                buffer[position] = UInt8(truncatingIfNeeded: bits >> Code.shift(to: position))
            }
            return Code.length
        }
    }
}

extension UInt8 {
    var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }
    var isASCIILetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
    var uppercasedASCII: UInt8 { self >= 0x61 && self <= 0x7A ? self - 0x20 : self }
}
