/// Values as bytes in which nothing but the values stands, for a program that reads back what it wrote itself.
///
/// `Codable` would do without a list of parts for each type, and cost half of a program's start: with everything linked
/// and nothing read before, the pack of home infusion takes 0.8 ms so, 9.2 ms as JSON, 17.9 ms as a binary property
/// list, and 4.4 ms as `Codable` values without names, one after the other. The runtime has to look for each type's
/// conformances among those of all libraries.
package protocol Packed: SendableMetatype {
    /// Reads a value as `pack` wrote it.
    ///
    /// - Throws: `NotPacked` for bytes that no value was written as.
    init(unpacking input: inout PackedInput) throws(NotPacked)

    /// Writes the value so that `init(unpacking:)` reads it.
    func pack(into output: inout PackedOutput)

    /// Reads an array of such values. Each type has its own: generic code over arrays was most of what a start took.
    ///
    /// - Throws: `NotPacked` for bytes that no array was written as.
    static func array(unpacking input: inout PackedInput) throws(NotPacked) -> [Self]

    /// Reads such a value, or nil.
    ///
    /// - Throws: `NotPacked` for bytes that neither was written as.
    static func optional(unpacking input: inout PackedInput) throws(NotPacked) -> Self?
}

extension Packed {
    package static func array(unpacking input: inout PackedInput) throws(NotPacked) -> [Self] {
        let count = try input.count()
        var values: [Self] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try Self(unpacking: &input)) }
        return values
    }

    package static func optional(unpacking input: inout PackedInput) throws(NotPacked) -> Self? {
        try input.byte() == 0 ? nil : try Self(unpacking: &input)
    }
}

/// Bytes that are not what was written.
package struct NotPacked: Error {
    /// How many bytes were read.
    let position: Int
}

/// Bytes on their way to values. Some that were never written give some value, and do no harm.
package struct PackedInput {
    private let bytes: [UInt8]
    private var position: Int

    private init(_ bytes: [UInt8], from start: Int) {
        self.bytes = bytes
        position = start
    }

    /// The one value that bytes from a position on hold.
    ///
    /// - Throws: `NotPacked` where they hold none, or more than one.
    package static func read<Value: Packed>(_ type: Value.Type, in bytes: [UInt8], from start: Int = 0)
        throws(NotPacked)
        -> Value
    {
        var input = PackedInput(bytes, from: start)
        let value: Value = try input.next()
        guard input.left == 0 else { throw input.broken }
        return value
    }

    /// What to throw for bytes that no value was written as.
    package var broken: NotPacked { NotPacked(position: position) }
    /// How many bytes are left.
    package var left: Int { bytes.count - position }

    /// The next value.
    package mutating func next<Value: Packed>() throws(NotPacked) -> Value { try Value(unpacking: &self) }

    /// The next byte.
    package mutating func byte() throws(NotPacked) -> UInt8 {
        guard position < bytes.count else { throw broken }
        defer { position += 1 }
        return bytes[position]
    }

    /// The next number.
    package mutating func number() throws(NotPacked) -> Int {
        var bits: UInt = 0
        for shift in stride(from: UInt(0), to: UInt(UInt.bitWidth), by: 7) {
            let byte = try byte()
            bits |= UInt(byte & 0x7F) << shift
            if byte < 0x80 { return Int(bitPattern: bits >> 1) ^ -Int(bits & 1) }
        }
        throw broken
    }

    /// How many parts follow, each of which takes a byte at least.
    package mutating func count() throws(NotPacked) -> Int {
        let count = try number()
        guard count >= 0, count <= left else { throw broken }
        return count
    }

    /// The next text.
    package mutating func text() throws(NotPacked) -> String {
        let length = try count()
        defer { position += length }
        return String(decoding: bytes[position..<position + length], as: UTF8.self)
    }

    /// The next bytes that were put with their number.
    package mutating func byteRun() throws(NotPacked) -> [UInt8] {
        let length = try count()
        defer { position += length }
        return Array(bytes[position..<position + length])
    }
}

/// Bytes that values were written to.
package struct PackedOutput {
    private(set) var bytes: [UInt8] = []

    package init() {}

    /// A value as bytes, which `PackedInput.read` makes a value again.
    package static func bytes(of value: some Packed) -> [UInt8] {
        var output = PackedOutput()
        output.put(value)
        return output.bytes
    }

    /// Values one after the other.
    package mutating func put<each Value: Packed>(_ value: repeat each Value) {
        repeat (each value).pack(into: &self)
    }

    /// What was written elsewhere.
    package mutating func put(allOf other: PackedOutput) { bytes += other.bytes }

    /// Which case of an enum follows, and what comes with it.
    package mutating func put<each Value: Packed>(case tag: UInt8, _ value: repeat each Value) {
        bytes.append(tag)
        repeat (each value).pack(into: &self)
    }

    /// Seven bits to a byte, the lowest first; the sign is the lowest bit.
    package mutating func put(number: Int) {
        var rest = UInt(bitPattern: number << 1 ^ number >> (Int.bitWidth - 1))
        while rest > 0x7F {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// How many bytes, and those.
    package mutating func put(bytes more: [UInt8]) {
        put(number: more.count)
        bytes += more
    }

    /// How many bytes, and those.
    package mutating func put(text: String) {
        put(number: text.utf8.count)
        bytes += text.utf8
    }
}
