import CPageSums

/// The pages of damaged records that hold what was written, by the file and the log beside it.
struct WholePages {
    /// The size of the pages that every file of records has.
    static let size = 4096
    /// How many pages there are, whole or not.
    let count: Int
    /// What SQLite uses of each page.
    let usable: Int

    private let file: [UInt8]
    private let log: WriteAheadLog
    /// Where in the log the latest state of a page is.
    private let logged: [Int: Range<Int>]

    init(file: [UInt8], log: WriteAheadLog) {
        (self.file, self.log) = (file, log)
        let whole = log.frames.filter { $0.isWhole && $0.content.count == Self.size }
        logged = Dictionary(whole.map { ($0.page, $0.content) }) { $1 }
        let written = file.count / Self.size
        count = max(written, log.frames.map(\.page).max() ?? 0)
        // The pages of records of before versions that gave them sums have no room for any.
        let carrySums = (0..<written).contains { Self.carriesSum(file, at: $0 * Self.size) } || written == 0
        usable = carrySums ? Self.size - Int(pageSumSize) : Self.size
    }

    /// A page by its number, from 1 on; nil where it does not hold what was written.
    subscript(number: Int) -> ArraySlice<UInt8>? {
        if let content = logged[number] { return log.bytes[content] }
        let position = (number - 1) * Self.size
        guard number > 0, position + Self.size <= file.count else { return nil }
        guard usable == Self.size || Self.carriesSum(file, at: position) else { return nil }
        return file[position..<position + Self.size]
    }

    private static func carriesSum(_ file: [UInt8], at position: Int) -> Bool {
        file.withUnsafeBytes { bytes in
            bytes.baseAddress.map { pageSumHolds($0 + position, Int32(size), Int64(position)) != 0 } ?? false
        }
    }
}
