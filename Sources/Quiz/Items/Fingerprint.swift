import Content
import Scoring
private import Synchronization

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

    /// The same as adding the word itself.
    mutating func add(_ word: SharedWord) {
        if let hashed = word.hashed() { add(hashed) } else { add(word.word) }
    }

    /// The same as adding the word itself, however long it is, by one multiplication.
    private mutating func add(_ word: PrehashedWord) {
        hash.value = (hash.value & ~0xFF) &* word.factor &+ word.outcomes[Int(hash.value & 0xFF)]
    }

    var folded: UInt32 { UInt32(truncatingIfNeeded: hash.value >> 32) ^ UInt32(truncatingIfNeeded: hash.value) }
}

/// A word that many items share. Once enough of them were made, it is hashed for all that follow: that takes as long as
/// hashing it a hundred times over.
final class SharedWord: Sendable {
    let word: String
    private let state = Mutex<(uses: Int, hashed: PrehashedWord?)>((0, nil))

    /// Uses after which it pays to hash it for all others.
    private static let fewUses = 32

    init(_ word: String) { self.word = word }

    /// What stands for the word; nil as long as few have asked.
    func hashed() -> PrehashedWord? {
        state.withLock { state in
            if let hashed = state.hashed { return hashed }
            state.uses += 1
            if state.uses > Self.fewUses { state.hashed = PrehashedWord(word) }
            return state.hashed
        }
    }
}

/// A word hashed for many items: whatever the hash before it, the one after it follows by a multiplication and a sum.
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
