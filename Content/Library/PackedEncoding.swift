/// Values as bytes in which nothing but the values stands, for a program that reads back what it wrote itself.
///
/// Reading takes a fraction of the time that JSON does: a value is known by its place, so keys are left out, save
/// those that say which case of an enum follows. It holds for what our types are made of: text, whole numbers,
/// truth values, optional properties, lists, sets, mappings by anything but text, and enums. The rest is refused.
struct PackedEncoder: Encoder {
    fileprivate let output: Output
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    static func encode(_ value: some Encodable) throws -> [UInt8] {
        let output = Output()
        try output.put(value)
        return output.bytes
    }

    func container<Key>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> { .init(Keyed(output: output)) }
    func singleValueContainer() -> any SingleValueEncodingContainer { Single(output: output) }
    func unkeyedContainer() -> any UnkeyedEncodingContainer { List(output: output) }

    fileprivate final class Output {
        var bytes: [UInt8] = []

        /// Seven bits to a byte, the lowest first; the sign is the lowest bit.
        func put(_ number: Int) {
            var rest = UInt(bitPattern: number << 1 ^ number >> (Int.bitWidth - 1))
            while rest > 0x7F {
                bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
                rest >>= 7
            }
            bytes.append(UInt8(truncatingIfNeeded: rest))
        }

        func put(_ text: String) {
            put(text.utf8.count)
            bytes += text.utf8
        }

        func put(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

        func put(_ value: some Encodable) throws { try value.encode(to: PackedEncoder(output: self)) }

        func put(optional value: (some Encodable)?) throws {
            put(value != nil)
            if let value { try put(value) }
        }

        func unsupported(_ value: Any) -> EncodingError {
            .invalidValue(value, .init(codingPath: [], debugDescription: "a pack has no values of this kind"))
        }
    }

    private struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
        let output: Output
        var codingPath: [any CodingKey] { [] }

        func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
            // A mapping by text has keys that no reader could foresee; those of a type stand for no number.
            guard Key(intValue: 0) == nil else { throw output.unsupported(value) }
            try output.put(value)
        }

        // The standard library would leave out what is absent, so each kind of optional has to be named.
        func encodeIfPresent(_ value: String?, forKey key: Key) throws { try output.put(optional: value) }
        func encodeIfPresent(_ value: Int?, forKey key: Key) throws { try output.put(optional: value) }
        func encodeIfPresent(_ value: Bool?, forKey key: Key) throws { try output.put(optional: value) }
        func encodeIfPresent<Value: Encodable>(_ value: Value?, forKey key: Key) throws {
            try output.put(optional: value)
        }

        func nestedContainer<Inner>(keyedBy type: Inner.Type, forKey key: Key) -> KeyedEncodingContainer<Inner> {
            output.put(key.stringValue)
            return .init(Keyed<Inner>(output: output))
        }

        func encodeNil(forKey key: Key) throws { throw output.unsupported(key) }
        func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { List(output: output) }
        func superEncoder() -> any Encoder { PackedEncoder(output: output) }
        func superEncoder(forKey key: Key) -> any Encoder { PackedEncoder(output: output) }
    }

    private struct Single: SingleValueEncodingContainer {
        let output: Output
        var codingPath: [any CodingKey] { [] }

        func encode(_ value: String) throws { output.put(value) }
        func encode(_ value: Int) throws { output.put(value) }
        func encode(_ value: Bool) throws { output.put(value) }
        func encode<Value: Encodable>(_ value: Value) throws {
            // Other kinds of number would come back here for ever.
            guard !(value is any Numeric) else { throw output.unsupported(value) }
            try output.put(value)
        }
        func encodeNil() throws { throw output.unsupported("nil") }
    }

    private struct List: UnkeyedEncodingContainer {
        let output: Output
        private let start: Int
        private(set) var count = 0
        var codingPath: [any CodingKey] { [] }

        init(output: Output) {
            self.output = output
            start = output.bytes.count
            output.bytes += [0, 0, 0]
        }

        mutating func encode<Value: Encodable>(_ value: Value) throws {
            count += 1
            guard count < 1 << 24 else { throw output.unsupported(count) }
            for place in 0..<3 { output.bytes[start + place] = UInt8(truncatingIfNeeded: count >> (8 * place)) }
            try output.put(value)
        }

        func encodeNil() throws { throw output.unsupported("nil") }
        func nestedContainer<Key>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
            .init(Keyed(output: output))
        }
        func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { List(output: output) }
        func superEncoder() -> any Encoder { PackedEncoder(output: output) }
    }
}
