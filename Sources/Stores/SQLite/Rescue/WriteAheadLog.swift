/// The log that SQLite writes ahead of a database's pages (`-wal`), as the description of its file format has it: a
/// head, and frames of a page each, every one with a sum that goes on from the frame before.
///
/// SQLite takes a log for ended where a sum does not agree, without a word. That is right where a process was killed
/// while it wrote, and wrong where the disk has changed what was kept.
struct WriteAheadLog {
    /// A page as a transaction left it.
    struct Frame {
        let page: Int
        /// Whether a transaction ends with it, and its answer was acknowledged.
        let isLast: Bool
        /// Where in the log the page is.
        let content: Range<Int>
        let isWhole: Bool
    }

    let bytes: [UInt8]
    /// The frames of transactions that ended, in the order in which they were written.
    private(set) var frames: [Frame] = []
    /// Whether something was kept in it that SQLite would pass over.
    private(set) var isDamaged = false

    private static let headSize = 32
    private static let frameHeadSize = 24
    private static let usualPageSize = 4096
    /// The last bit says in which order of bytes the sums are made.
    private static let magic: UInt32 = 0x377f_0682

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        guard bytes.count >= Self.headSize else { return }
        let sumsAreBigEndian = word(0) == Self.magic | 1
        let head = sum(of: 0..<24, from: Sum(), isBigEndian: sumsAreBigEndian)
        let isHeadWhole = word(0) & ~1 == Self.magic && head == storedSum(at: 24)
        let pageSize = isHeadWhole ? Int(word(8)) : Self.usualPageSize
        let step = Self.frameHeadSize + pageSize
        guard bytes.count >= Self.headSize + step else { return }
        // A frame of an earlier round of the log has other salts than its head.
        let salts = isHeadWhole ? (word(16), word(20)) : (word(Self.headSize + 8), word(Self.headSize + 12))
        var before = storedSum(at: 24)
        var isUnbroken = isHeadWhole
        for position in stride(from: Self.headSize, through: bytes.count - step, by: step) {
            let frameSalts = (word(position + 8), word(position + 12))
            // No single change of a frame turns both.
            guard frameSalts.0 == salts.0 || frameSalts.1 == salts.1 else {
                isUnbroken = false
                continue
            }
            let content = position + Self.frameHeadSize..<position + step
            let isLast = word(position + 4) != 0
            let start = sum(of: position..<position + 8, from: before, isBigEndian: sumsAreBigEndian)
            before = storedSum(at: position + 16)
            let isWhole =
                frameSalts == salts && sum(of: content, from: start, isBigEndian: sumsAreBigEndian) == before
            isUnbroken = isUnbroken && isWhole
            // What a killed process left behind the end has no end of a transaction.
            if isLast, !isUnbroken { isDamaged = true }
            frames.append(Frame(page: Int(word(position)), isLast: isLast, content: content, isWhole: isWhole))
        }
        let end = frames.lastIndex { $0.isLast }.map { $0 + 1 } ?? 0
        frames.removeSubrange(end...)
    }

    // MARK: Sums

    private struct Sum: Equatable {
        var first: UInt32 = 0
        var second: UInt32 = 0
    }

    private func word(_ position: Int) -> UInt32 { bytes[position..<position + 4].reduce(0) { $0 << 8 | UInt32($1) } }

    private func storedSum(at position: Int) -> Sum { Sum(first: word(position), second: word(position + 4)) }

    private func sum(of range: Range<Int>, from start: Sum, isBigEndian: Bool) -> Sum {
        var (first, second) = (start.first, start.second)
        bytes.withUnsafeBytes { bytes in
            for position in stride(from: range.lowerBound, to: range.upperBound, by: 8) {
                let one = bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self)
                let other = bytes.loadUnaligned(fromByteOffset: position + 4, as: UInt32.self)
                first &+= (isBigEndian ? UInt32(bigEndian: one) : UInt32(littleEndian: one)) &+ second
                second &+= (isBigEndian ? UInt32(bigEndian: other) : UInt32(littleEndian: other)) &+ first
            }
        }
        return Sum(first: first, second: second)
    }
}
