/// Reads what `PackedEncoder` wrote. Bytes that it did not write throw, or give some other value, and do no harm.
struct PackedDecoder: Decoder {
    fileprivate let input: Input
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
        let input = Input(bytes)
        let value = try input.take(type)
        guard input.isAtEnd else { throw input.broken }
        return value
    }

    func container<Key>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> { .init(Keyed(input: input)) }
    func singleValueContainer() -> any SingleValueDecodingContainer { Single(input: input) }
    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { try List(input: input) }

    fileprivate final class Input {
        private let bytes: [UInt8]
        private var place = 0

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        var isAtEnd: Bool { place == bytes.count }
        var broken: DecodingError {
            .dataCorrupted(.init(codingPath: [], debugDescription: "not what was written, at byte \(place)"))
        }

        func byte() throws -> UInt8 {
            guard place < bytes.count else { throw broken }
            defer { place += 1 }
            return bytes[place]
        }

        func number() throws -> Int {
            var bits: UInt = 0
            for shift in stride(from: UInt(0), to: UInt(UInt.bitWidth), by: 7) {
                let byte = try byte()
                bits |= UInt(byte & 0x7F) << shift
                if byte < 0x80 { return Int(bitPattern: bits >> 1) ^ -Int(bits & 1) }
            }
            throw broken
        }

        func text() throws -> String {
            let length = try number()
            guard length >= 0, length <= bytes.count - place else { throw broken }
            defer { place += length }
            return String(decoding: bytes[place..<place + length], as: UTF8.self)
        }

        func flag() throws -> Bool { try byte() != 0 }

        func take<Value: Decodable>(_ type: Value.Type) throws -> Value {
            try Value(from: PackedDecoder(input: self))
        }

        /// The key that comes next, without taking it.
        func nextKey() -> String? {
            let start = place
            defer { place = start }
            return try? text()
        }
    }

    private struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
        let input: Input
        var codingPath: [any CodingKey] { [] }
        /// The one key that stands before an enum's case.
        var allKeys: [Key] { input.nextKey().flatMap { Key(stringValue: $0) }.map { [$0] } ?? [] }

        func contains(_ key: Key) -> Bool { true }
        /// Asked of optional properties alone.
        func decodeNil(forKey key: Key) throws -> Bool { try !input.flag() }
        func decode(_ type: String.Type, forKey key: Key) throws -> String { try input.text() }
        func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try input.number() }
        func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try input.flag() }
        func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value { try input.take(type) }

        func nestedContainer<Inner>(
            keyedBy type: Inner.Type, forKey key: Key
        ) throws -> KeyedDecodingContainer<Inner> {
            _ = try input.text()
            return .init(Keyed<Inner>(input: input))
        }

        func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { try List(input: input) }
        func superDecoder() -> any Decoder { PackedDecoder(input: input) }
        func superDecoder(forKey key: Key) -> any Decoder { PackedDecoder(input: input) }
    }

    private struct Single: SingleValueDecodingContainer {
        let input: Input
        var codingPath: [any CodingKey] { [] }

        func decodeNil() -> Bool { false }
        func decode(_ type: String.Type) throws -> String { try input.text() }
        func decode(_ type: Int.Type) throws -> Int { try input.number() }
        func decode(_ type: Bool.Type) throws -> Bool { try input.flag() }
        func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try input.take(type) }
    }

    private struct List: UnkeyedDecodingContainer {
        let input: Input
        let count: Int?
        private(set) var currentIndex = 0
        var codingPath: [any CodingKey] { [] }
        var isAtEnd: Bool { currentIndex == count }

        init(input: Input) throws {
            self.input = input
            count = try (0..<3).reduce(0) { try $0 | Int(input.byte()) << (8 * $1) }
        }

        mutating func decodeNil() throws -> Bool { false }

        mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
            guard !isAtEnd else { throw input.broken }
            currentIndex += 1
            return try input.take(type)
        }

        func nestedContainer<Key>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> { .init(Keyed(input: input)) }
        func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try List(input: input) }
        func superDecoder() -> any Decoder { PackedDecoder(input: input) }
    }
}
