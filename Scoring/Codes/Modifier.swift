/// A two-character modifier, such as `SS` or `59`, that says something more of a claim line.
package struct Modifier: Hashable, Sendable {
    /// The characters in ASCII, the first in the higher byte, so that order of bits is order of text.
    let bits: UInt16

    /// Reads a modifier in upper or lower case; nil unless it is two letters or digits.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 2 else { return nil }
        self.init(bytes[0], bytes[1])
    }

    init(bits: UInt16) { self.bits = bits }

    init?(_ first: UInt8, _ second: UInt8) {
        guard first.isASCIIDigit || first.isASCIILetter, second.isASCIIDigit || second.isASCIILetter else {
            return nil
        }
        bits = UInt16(first.uppercasedASCII) << 8 | UInt16(second.uppercasedASCII)
    }

    /// The modifiers by which a PTP edit of indicator 1 may be unbundled (NCCI policy manual, chapter 1: the
    /// distinct-service modifiers; anatomic ones do not apply to a visit).
    static let distinctService: [Modifier] = ["59", "XE", "XP", "XS", "XU"].compactMap { Modifier($0) }
}

extension Modifier: Comparable {
    package static func < (left: Modifier, right: Modifier) -> Bool { left.bits < right.bits }
}

extension Modifier: CustomStringConvertible {
    /// The two characters, in upper case.
    package var description: String {
        String(unsafeUninitializedCapacity: 2) { buffer in
            buffer[0] = UInt8(truncatingIfNeeded: bits >> 8)
            buffer[1] = UInt8(truncatingIfNeeded: bits)
            return 2
        }
    }
}
