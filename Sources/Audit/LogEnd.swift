import FoundationEssentials

/// Where a log ends: how many entries it has, and the hash of the last one. Whoever adds to a log says where it ended
/// when they read it, so that nobody adds to what they have not seen.
package struct LogEnd: Hashable, Sendable {
    /// How many entries there are.
    package let count: Int
    /// The hash of the last entry; in a log without entries, of the end that it goes on from.
    package let hash: String

    package init(count: Int, hash: String) {
        self.count = count
        self.hash = hash
    }

    /// The end of a log that nobody has begun.
    ///
    /// - Parameter hash: The end of another log that it is to go on from.
    /// - Returns: An end without entries.
    package static func beginning(after hash: String = zeroHash) -> LogEnd { LogEnd(count: 0, hash: hash) }

    /// Where a log ends whose last entry is on a line; nil where the line is no entry, or not as it was written.
    package init?(ofLine line: some Collection<UInt8>) {
        guard let (object, stated, actual) = parted(line), stated == actual,
            let position = try? JSONDecoder().decode(Position.self, from: Data(object)),
            (0...longestLog).contains(position.n)
        else { return nil }
        self.init(count: position.n, hash: stated)
    }

    private struct Position: Decodable {
        /// Counted from 1.
        let n: Int
    }
}

/// Whether a line is the signed end of a log, after which nothing comes.
package func isSignedEnd(_ line: some Collection<UInt8>) -> Bool { line.starts(with: #"{"head":"#.utf8) }
