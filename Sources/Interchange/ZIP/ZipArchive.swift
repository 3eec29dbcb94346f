import CZlib

/// A ZIP archive of files that are stored as they are, so that equal files make equal bytes.
package struct ZipArchive {
    private var entries: [(name: String, offset: Int, size: Int, checksum: UInt32)] = []
    private var bytes: [UInt8] = []

    package init() {}

    /// Adds a file.
    package mutating func add(_ name: String, _ content: [UInt8]) {
        let entry = (name: name, offset: bytes.count, size: content.count, checksum: checksum(of: content))
        entries.append(entry)
        append32(0x0403_4B50)
        appendFacts(entry)
        append16(0)
        bytes += name.utf8
        bytes += content
    }

    /// The archive, with its directory.
    package consuming func finish() -> [UInt8] {
        let start = bytes.count
        for entry in entries {
            append32(0x0201_4B50)
            append16(20)
            appendFacts(entry)
            // Extra field, comment, disk, internal attributes: none.
            for _ in 0..<4 { append16(0) }
            append32(0)
            append32(UInt32(entry.offset))
            bytes += entry.name.utf8
        }
        let size = bytes.count - start
        append32(0x0605_4B50)
        for number in [0, 0, entries.count, entries.count] { append16(UInt16(number)) }
        append32(UInt32(size))
        append32(UInt32(start))
        append16(0)
        return bytes
    }

    /// What the file's header and the directory both say of it: names in UTF-8, stored, on the first day that the
    /// format knows.
    private mutating func appendFacts(_ entry: (name: String, offset: Int, size: Int, checksum: UInt32)) {
        for number: UInt16 in [20, 0x0800, 0, 0, 0x0021] { append16(number) }
        append32(entry.checksum)
        append32(UInt32(entry.size))
        append32(UInt32(entry.size))
        append16(UInt16(entry.name.utf8.count))
    }

    private mutating func append16(_ number: UInt16) { bytes += [UInt8(number & 0xFF), UInt8(number >> 8)] }

    private mutating func append32(_ number: UInt32) {
        append16(UInt16(number & 0xFFFF))
        append16(UInt16(number >> 16))
    }
}

/// CRC-32 as ZIP has it.
func checksum(of bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBufferPointer { UInt32(crc32(0, $0.baseAddress, uInt($0.count))) }
}
