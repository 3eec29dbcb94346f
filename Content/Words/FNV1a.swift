/// FNV-1a with 64 bits: a hash of bytes that is the same on every machine and under every version of Swift. It keeps
/// apart what differs by chance, and nothing from whoever looks for two texts of one hash.
package struct FNV1a: Sendable {
    /// The hash of the bytes so far.
    package var value: UInt64 = 0xCBF2_9CE4_8422_2325

    /// What each byte multiplies the hash by.
    package static let prime: UInt64 = 0x100_0000_01B3

    /// The hash of no bytes.
    package init() {}

    /// The hash of a text in UTF-8.
    package init(_ text: String) { add(text) }

    /// Takes in a text in UTF-8.
    package mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add($0) }
    }

    /// Takes in bytes.
    package mutating func add(_ bytes: [UInt8]) { add(bytes[...]) }

    /// Takes in bytes.
    package mutating func add(_ bytes: ArraySlice<UInt8>) { bytes.withUnsafeBufferPointer { add($0) } }

    /// Takes in one byte.
    package mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* FNV1a.prime }

    private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        var hash = value
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* FNV1a.prime }
        value = hash
    }
}
