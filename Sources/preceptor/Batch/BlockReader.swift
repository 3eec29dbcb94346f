import Batch
import Glibc
import Machine
import Terminal

/// Reads whole lines in blocks, as many as are there, so that a caller who waits for each answer gets it.
struct BlockReader {
    /// The most bytes that a line may have; of a longer one, only enough is kept to know that it is too long.
    static let lineLimit = BatchScorer.lineLimit
    private static let chunkSize = 1 << 20

    private let descriptor: Int32
    /// What people call it.
    private let name: String
    /// The beginning of a line whose end was not read yet.
    private var partial: [UInt8] = []
    private var hasEnded = false
    private var hasBegun = false

    init(descriptor: Int32, name: String = "standard input") { (self.descriptor, self.name) = (descriptor, name) }

    /// The next lines, each with its end; nil when there are none.
    ///
    /// - Throws: `Failure` where the input cannot be read, or is no UTF-8.
    mutating func next() throws(Failure) -> ArraySlice<UInt8>? {
        while !hasEnded {
            var chunk = try readChunk()
            if !hasBegun { try begin(&chunk) }
            if chunk.isEmpty {
                hasEnded = true
                return partial.isEmpty ? nil : partial[...]
            }
            guard let end = chunk.lastIndex(of: UInt8(ascii: "\n")) else {
                keep(chunk[...])
                continue
            }
            let block = partial + chunk[...end]
            partial.removeAll(keepingCapacity: true)
            keep(chunk[(end + 1)...])
            return block[...]
        }
        return nil
    }

    /// Takes the mark that some programs begin UTF-8 with off the first bytes, and names another encoding.
    private mutating func begin(_ chunk: inout [UInt8]) throws(Failure) {
        hasBegun = true
        if chunk.starts(with: [0xEF, 0xBB, 0xBF]) { chunk.removeFirst(3) }
        let isUTF16 =
            chunk.starts(with: [0xFF, 0xFE]) || chunk.starts(with: [0xFE, 0xFF])
            || chunk.count > 1 && (chunk[0] == 0) != (chunk[1] == 0)
        guard isUTF16 else { return }
        throw Failure(.unreadable, "\(name) is UTF-16; turn it into UTF-8, as iconv -f UTF-16 -t UTF-8 does")
    }

    private mutating func keep(_ bytes: ArraySlice<UInt8>) {
        partial += bytes.prefix(max(0, Self.lineLimit + 1 - partial.count))
    }

    private func readChunk() throws(Failure) -> [UInt8] {
        while true {
            var reason: Int32 = 0
            var isFailed = false
            let chunk = [UInt8](unsafeUninitializedCapacity: Self.chunkSize) { buffer, count in
                let got = read(descriptor, buffer.baseAddress, buffer.count)
                reason = errno
                isFailed = got < 0
                count = max(0, got)
            }
            guard isFailed else { return chunk }
            guard reason == EINTR else {
                throw Failure(.cannotWrite, "cannot read \(name): \(String(cString: strerror(reason)))")
            }
        }
    }
}

extension ArraySlice<UInt8> {
    /// Pieces of about the same size, each of whole lines.
    func cut(into count: Int) -> [ArraySlice<UInt8>] {
        var pieces: [ArraySlice<UInt8>] = []
        var rest = self
        for left in stride(from: count, to: 1, by: -1) {
            let middle = rest.startIndex + rest.count / left
            guard middle > rest.startIndex, let end = rest[middle...].firstIndex(of: UInt8(ascii: "\n")) else { break }
            pieces.append(rest[...end])
            rest = rest[(end + 1)...]
        }
        return rest.isEmpty ? pieces : pieces + [rest]
    }
}
