import Signatures

/// Whether certificates were taken back, a bit for each: W3C's Bitstring Status List 1.0.
package struct StatusList: Sendable, Equatable {
    /// A bit for each certificate, the first in the highest bit of the first byte.
    private(set) var bytes: [UInt8]

    /// The least number of bits that the standard allows, so that nobody can tell who a list is about.
    package static let leastLength = 131_072

    /// The most bytes of a list that is read.
    private static let byteLimit = 4_000_000

    /// A list in which some bits are set.
    ///
    /// - Parameter indices: Of certificates that were taken back, 0 or more.
    package init(settingBits indices: [Int]) {
        let last = indices.max() ?? 0
        bytes = [UInt8](repeating: 0, count: (last / Self.leastLength + 1) * Self.leastLength / 8)
        for index in indices where index >= 0 { bytes[index / 8] |= 0x80 >> UInt8(index % 8) }
    }

    /// Whether a bit is set; nil where the list has none of that number.
    package func isSet(_ index: Int) -> Bool? {
        guard index >= 0, index / 8 < bytes.count else { return nil }
        return bytes[index / 8] & 0x80 >> UInt8(index % 8) != 0
    }

    /// A position in the list for another certificate, by chance, so that it does not tell who had theirs before it or after.
    ///
    /// - Parameters:
    ///   - taken: The positions of those that were issued before.
    ///   - generator: Where the chance comes from.
    /// - Returns: The position, from 0.
    package static func index(besides taken: Set<Int>, by generator: inout some RandomNumberGenerator) -> Int {
        // No list is filled further than half, so that a free position is found at once.
        let length = (taken.count * 2 / leastLength + 1) * leastLength
        while true {
            let index = Int.random(in: 0..<length, using: &generator)
            if !taken.contains(index) { return index }
        }
    }

    // MARK: Encoding

    /// The list as a credential carries it: compressed by GZIP, in base64url, after the `u` that multibase has for it.
    var encoded: String { "u" + Base64URL.encode(Zlib.compressed(bytes, as: .gzip)) }

    /// Reads what `encoded` wrote; nil of anything else, and of a list that is too long or too short.
    init?(encoded: String) {
        guard encoded.hasPrefix("u"), let packed = Base64URL.decode(encoded.dropFirst()),
            let bytes = Zlib.decompressed(packed, as: .gzip, limit: Self.byteLimit), bytes.count >= Self.leastLength / 8
        else { return nil }
        self.bytes = bytes
    }
}
