import Signatures

/// A place in a log up to which somebody has read and verified it.
package struct LogPlace: Sendable, Equatable {
    /// Where the log ended there.
    package let end: LogEnd
    /// How many bytes stand before it; 0 where whoever keeps the log knows places otherwise.
    package let length: Int
    /// The SHA-256 of those bytes.
    package let digest: [UInt8]

    package init(end: LogEnd, length: Int, digest: [UInt8]) {
        self.end = end
        self.length = length
        self.digest = digest
    }

    /// The place after the entries up to an end, in all that a log holds; nil where its entries there end otherwise.
    package init?(at end: LogEnd, in bytes: [UInt8]) {
        var (length, lines) = (0, 0)
        var start = 0
        for (place, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
            lines += 1
            if lines == end.count {
                length = place + 1
                break
            }
            start = place + 1
        }
        guard lines == end.count, end.count > 0, LogEnd(ofLine: bytes[start..<length - 1]) == end else { return nil }
        self.init(end: end, length: length, digest: sha256(Array(bytes[..<length])))
    }

    /// What comes after the place in all that a log holds; nil where anything before it is not as it was.
    package func rest(of bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count >= length, sha256(Array(bytes[..<length])) == digest else { return nil }
        return Array(bytes[length...])
    }
}
