/// The files of a ZIP archive, each taken out only when it is asked for, and into memory only: nothing is written to a
/// disk, whatever a file is called.
///
/// What a file says of its own size is held against limits before any room is made for it, so that an archive that
/// grows without end is refused at once. Encrypted, split and ZIP64 archives are not read.
package struct ZipReader {
    private static let countLimit = 20_000
    /// The most bytes that are taken out of one archive.
    private static let totalLimit = 48_000_000
    /// What words in XML reach is far below; the most that DEFLATE can is 1032.
    private static let ratioLimit = 300
    /// Small files may be as dense as they like.
    private static let ratioFloor = 1_000_000

    private struct Entry {
        let flags: Int
        let method: Int
        let checksum: UInt32
        let packedSize: Int
        let size: Int
        let offset: Int
    }

    private let bytes: [UInt8]
    private var entries: [String: Entry] = [:]
    /// Where the directory begins, behind all files.
    private var directory = 0
    private var total = 0

    /// Whether a file begins as ZIP archives do.
    package static func isArchive(_ file: [UInt8]) -> Bool {
        file.starts(with: [0x50, 0x4B, 0x03, 0x04]) || file.starts(with: emptyArchive)
    }

    /// As an archive begins that holds nothing.
    private static let emptyArchive: [UInt8] = [0x50, 0x4B, 0x05, 0x06]

    /// - Throws: `ImportProblem` where the archive is cut off, or its directory is not one that can be read.
    package init(_ file: [UInt8]) throws(ImportProblem) {
        guard file.count <= importByteLimit else { throw .tooLarge }
        if file.starts(with: Self.emptyArchive) {
            throw ImportProblem("the archive is empty", mend: "export it again")
        }
        bytes = file
        let end = try Self.end(of: file)
        let count = number16(end + 10)
        directory = number32(end + 16)
        guard count <= Self.countLimit else {
            throw ImportProblem("the archive holds more than \(Self.countLimit) files", mend: "cut it into several")
        }
        guard number16(end + 4) == 0, number16(end + 8) == count,
            directory + number32(end + 12) <= end
        else { throw Self.broken("the directory of the archive is not one that is read") }
        var position = directory
        for _ in 0..<count { position = try readEntry(at: position, end: end) }
    }

    /// The paths of all files, in the order of letters.
    package var names: [String] { entries.keys.sorted() }

    func contains(_ name: String) -> Bool { entries[name] != nil }

    /// Takes a file out.
    ///
    /// - Parameter name: Its whole path in the archive.
    /// - Returns: Its bytes; nil where there is none.
    /// - Throws: `ImportProblem` where it is broken, encrypted, or larger than any that is taken in.
    package mutating func content(of name: String) throws(ImportProblem) -> [UInt8]? {
        guard let entry = entries[name] else { return nil }
        guard entry.flags & 1 == 0 else {
            throw ImportProblem("\(name) is encrypted", mend: "save the file without a password")
        }
        total += entry.size
        let isDense = entry.size > Self.ratioFloor && entry.size / Self.ratioLimit > entry.packedSize
        guard entry.size <= importByteLimit, total <= Self.totalLimit, !isDense else {
            throw ImportProblem(
                "\(name) would grow to \(entry.size) bytes, more than is taken in", mend: "cut the file into several")
        }
        let packed = try packedBytes(of: name, entry)
        let content: [UInt8]?
        switch entry.method {
        case 0: content = entry.size == packed.count ? Array(packed) : nil
        case 8: content = inflated(packed, size: entry.size)
        default:
            throw ImportProblem("\(name) is packed in a way that is not read", mend: "save the file again")
        }
        guard let content, checksum(of: content) == entry.checksum else { throw Self.broken("\(name) is damaged") }
        return content
    }

    // MARK: Places

    /// Where the archive's last record begins, which a comment may follow.
    private static func end(of file: [UInt8]) throws(ImportProblem) -> Int {
        var position = file.count - 22
        while position >= 0, position >= file.count - 22 - 0xFFFF {
            if file[position...].starts(with: [0x50, 0x4B, 0x05, 0x06]),
                Int(file[position + 20]) | Int(file[position + 21]) << 8 == file.count - position - 22
            {
                return position
            }
            position -= 1
        }
        throw broken("the archive has no end: it may be cut off")
    }

    /// Reads one line of the directory, and says where the next begins.
    private mutating func readEntry(at position: Int, end: Int) throws(ImportProblem) -> Int {
        guard position + 46 <= end, number32(position) == 0x0201_4B50 else {
            throw Self.broken("the directory of the archive is broken")
        }
        let nameEnd = position + 46 + number16(position + 28)
        let next = nameEnd + number16(position + 30) + number16(position + 32)
        guard next <= end, let name = String(validating: bytes[(position + 46)..<nameEnd], as: UTF8.self) else {
            throw Self.broken("the directory of the archive is broken")
        }
        guard staysWithin(name) else {
            throw ImportProblem(
                "the archive holds a file that is to lie outside it: \(name.prefix(60))",
                mend: "get the file from somebody you trust")
        }
        guard !isLink(position) else {
            throw ImportProblem("the archive holds a link: \(name.prefix(60))", mend: "put the file itself into it")
        }
        let entry = Entry(
            flags: number16(position + 8), method: number16(position + 10), checksum: UInt32(number32(position + 16)),
            packedSize: number32(position + 20), size: number32(position + 24), offset: number32(position + 42))
        guard entries.updateValue(entry, forKey: name) == nil else {
            throw Self.broken("the archive holds \(name) twice")
        }
        return next
    }

    /// Whether a line of the directory is of a link, as archives made on Unix and macOS have them.
    private func isLink(_ position: Int) -> Bool {
        [3, 19].contains(bytes[position + 5]) && number16(position + 40) & 0xF000 == 0xA000
    }

    private func staysWithin(_ name: String) -> Bool {
        let steps = name.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }
        return steps.first?.isEmpty != true && steps.first?.contains(":") != true && !steps.contains("..")
    }

    /// What lies behind the header that stands before a file, which must name the same file.
    private func packedBytes(of name: String, _ entry: Entry) throws(ImportProblem) -> ArraySlice<UInt8> {
        let nameStart = entry.offset + 30
        guard nameStart <= directory, number32(entry.offset) == 0x0403_4B50 else {
            throw Self.broken("\(name) is not where the archive says")
        }
        let nameEnd = nameStart + number16(entry.offset + 26)
        let start = nameEnd + number16(entry.offset + 28)
        guard start + entry.packedSize <= directory, bytes[nameStart..<nameEnd].elementsEqual(name.utf8) else {
            throw Self.broken("\(name) is not where the archive says")
        }
        return bytes[start..<start + entry.packedSize]
    }

    private func number16(_ position: Int) -> Int { Int(bytes[position]) | Int(bytes[position + 1]) << 8 }
    private func number32(_ position: Int) -> Int { number16(position) | number16(position + 2) << 16 }

    private static func broken(_ message: String) -> ImportProblem {
        ImportProblem(message, mend: "save it again in the program that made it")
    }
}
