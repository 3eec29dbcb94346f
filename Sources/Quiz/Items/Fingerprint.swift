import Content
import Scoring

/// What stands for the words of an item: FNV-1a over them, each ended by a zero, folded to 32 bits.
struct Fingerprint {
    private var hash = FNV1a()

    init(_ words: [String] = []) { add(words) }

    mutating func add(_ words: [String]) {
        for word in words { add(word) }
    }

    mutating func add(_ word: String) {
        hash.add(word)
        hash.add(0)
    }

    mutating func add(_ word: TextBuilder) {
        hash.add(word.bytes)
        hash.add(0)
    }

    /// The same as adding the word itself, however long it is, by one multiplication.
    mutating func add(_ word: PrehashedWord) {
        hash.value = (hash.value & ~0xFF) &* word.factor &+ word.outcomes[Int(hash.value & 0xFF)]
    }

    var folded: UInt32 { UInt32(truncatingIfNeeded: hash.value >> 32) ^ UInt32(truncatingIfNeeded: hash.value) }
}

/// A word that many items share, hashed once for all of them: whatever the hash before it, the one after it follows by
/// a multiplication and a sum.
///
/// FNV-1a exchanges bits of a hash's last byte only, and multiplies. So all above the last byte is multiplied by the
/// same number whatever it is, and the rest follows from the last byte.
struct PrehashedWord: Sendable {
    /// The number by which the word multiplies a hash.
    fileprivate let factor: UInt64
    /// What becomes of a hash that is nothing but its last byte, by that byte.
    fileprivate let outcomes: [UInt64]

    init(_ word: String) {
        let bytes = Array(word.utf8) + [0]
        factor = bytes.reduce(1) { factor, _ in factor &* FNV1a.prime }
        // Eight side by side, since the bytes of one have to wait for each other.
        outcomes = stride(from: 0, through: 0xFF, by: 8).flatMap { (first: UInt64) in
            var hashes = SIMD8<UInt64>(0, 1, 2, 3, 4, 5, 6, 7) &+ first
            for byte in bytes { hashes = (hashes ^ UInt64(byte)) &* FNV1a.prime }
            return hashes.indices.map { hashes[$0] }
        }
    }
}
