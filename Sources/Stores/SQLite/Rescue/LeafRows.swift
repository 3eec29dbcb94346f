import GRDB

/// A row as it lies on a page: its number, and a value for each column.
struct LeafRow {
    let id: Int64
    let values: [DatabaseValue]
}

extension WholePages {
    private static let kindOfLeaf: UInt8 = 13
    /// What stands before the first page's own head: the database's.
    private static let databaseHeadSize = 100

    /// The rows on a page, where it is one of a table and not of an index, as SQLite's file format has them; rows that go
    /// on on a page that is not whole are left out.
    func rows(onPage number: Int) -> [LeafRow] {
        guard let page = self[number] else { return [] }
        var head = ByteReader(page, at: number == 1 ? Self.databaseHeadSize : 0)
        guard head.take(1)?.first == Self.kindOfLeaf, head.take(2) != nil, let cells = head.integer(2), cells > 0,
            head.take(3) != nil
        else { return [] }
        return (0..<cells).compactMap { _ in
            head.integer(2).flatMap { row(in: page, at: Int($0)) }
        }
    }

    private func row(in page: ArraySlice<UInt8>, at position: Int) -> LeafRow? {
        var reader = ByteReader(page, at: position)
        guard let size = reader.varint(), size > 0, size < Int64(count * Self.size), let id = reader.varint(),
            let content = content(of: Int(size), &reader)
        else { return nil }
        return Self.values(of: content).map { LeafRow(id: id, values: $0) }
    }

    /// A row's bytes: those on its page, and those on the pages that it flows over to.
    private func content(of size: Int, _ reader: inout ByteReader) -> [UInt8]? {
        let most = usable - 35
        let least = (usable - 12) * 32 / 255 - 23
        let fitting = least + (size - least) % (usable - 4)
        let here = size <= most ? size : fitting <= most ? fitting : least
        guard var bytes = reader.take(here).map(Array.init) else { return nil }
        var next = here < size ? reader.integer(4) : 0
        while bytes.count < size {
            guard let number = next, let page = self[Int(number)] else { return nil }
            var overflow = ByteReader(page, at: 0)
            next = overflow.integer(4)
            guard let more = overflow.take(min(size - bytes.count, usable - 4)) else { return nil }
            bytes += more
        }
        return bytes
    }

    private static func values(of row: [UInt8]) -> [DatabaseValue]? {
        var head = ByteReader(row[...], at: 0)
        guard let size = head.varint(), size <= row.count else { return nil }
        var body = ByteReader(row[...], at: Int(size))
        var values: [DatabaseValue] = []
        while head.position < size {
            guard let kind = head.varint(), let value = value(of: kind, &body) else { return nil }
            values.append(value)
        }
        return values
    }

    private static func value(of kind: Int64, _ body: inout ByteReader) -> DatabaseValue? {
        switch kind {
        case 0: .null
        case 1...4: body.integer(Int(kind))?.databaseValue
        case 5: body.integer(6)?.databaseValue
        case 6: body.integer(8)?.databaseValue
        case 7: body.integer(8).map { Double(bitPattern: UInt64(bitPattern: $0)).databaseValue }
        case 8, 9: (kind - 8).databaseValue
        case 13... where !kind.isMultiple(of: 2):
            body.take(Int(kind - 13) / 2).flatMap { String(validating: $0, as: UTF8.self)?.databaseValue }
        default: nil
        }
    }
}

/// Reads numbers from bytes that may hold anything.
private struct ByteReader {
    private let bytes: ArraySlice<UInt8>
    /// How far it is, counted from the first byte.
    private(set) var position: Int

    init(_ bytes: ArraySlice<UInt8>, at position: Int) { (self.bytes, self.position) = (bytes, position) }

    mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
        guard count >= 0, position >= 0, position <= bytes.count, count <= bytes.count - position else { return nil }
        defer { position += count }
        return bytes.dropFirst(position).prefix(count)
    }

    /// A whole number with a sign, in so many bytes.
    mutating func integer(_ count: Int) -> Int64? {
        guard let bytes = take(count), let first = bytes.first else { return nil }
        return bytes.dropFirst().reduce(Int64(Int8(bitPattern: first))) { $0 << 8 | Int64($1) }
    }

    /// A number of one to nine bytes, of which each but the last says that one follows.
    mutating func varint() -> Int64? {
        var value: UInt64 = 0
        for position in 1...9 {
            guard let byte = take(1)?.first else { return nil }
            if position == 9 { return Int64(bitPattern: value << 8 | UInt64(byte)) }
            value = value << 7 | UInt64(byte & 0x7f)
            if byte < 0x80 { return Int64(value) }
        }
        return nil
    }
}
