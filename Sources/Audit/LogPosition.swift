import Signatures

/// A position in a log up to which somebody has read and verified it.
package struct LogPosition: Sendable, Equatable {
    /// Where the log ended there.
    package let end: LogEnd
    /// How many bytes stand before it; 0 where whoever keeps the log knows positions otherwise.
    package let length: Int
    /// The BLAKE2b of those bytes.
    package let digest: [UInt8]

    package init(end: LogEnd, length: Int, digest: [UInt8]) {
        self.end = end
        self.length = length
        self.digest = digest
    }

    /// The position after the entries up to an end, in all that a log holds; nil where its entries there end otherwise.
    package init?(at end: LogEnd, in bytes: [UInt8]) {
        let lineFeed = UInt8(ascii: "\n")
        guard end.count > 0, var close = bytes.lastIndex(of: lineFeed) else { return nil }
        // Most often it is the last entry, whose number says how far away another one is.
        while true {
            let start = bytes[..<close].lastIndex(of: lineFeed).map { $0 + 1 } ?? 0
            guard let found = LogEnd(ofLine: bytes[start..<close]), found.count >= end.count else { return nil }
            if found.count == end.count {
                guard found == end else { return nil }
                self.init(end: end, length: close + 1, digest: blake2b(bytes[...close]))
                return
            }
            guard start > 0 else { return nil }
            close = start - 1
        }
    }

    /// What comes after the position in all that a log holds; nil where anything before it is not as it was.
    package func rest(of bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count >= length, blake2b(bytes[..<length]) == digest else { return nil }
        return Array(bytes[length...])
    }
}
