/// FNV-1a over words, each ended by a zero, folded to 32 bits.
struct Fingerprint {
    private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

    fileprivate static let prime: UInt64 = 0x100_0000_01B3

    init(_ words: [String] = []) { add(words) }

    mutating func add(_ words: [String]) {
        for word in words { add(word) }
    }

    mutating func add(_ word: String) {
        var word = word
        hash = word.withUTF8 { bytes in
            var hash = hash
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* Fingerprint.prime }
            return hash &* Fingerprint.prime
        }
    }

    /// The same as adding the word itself, however long it is, by one multiplication.
    mutating func add(_ word: Imprint) {
        hash = (hash & ~0xFF) &* word.factor &+ word.outcomes[Int(hash & 0xFF)]
    }

    var folded: UInt32 { UInt32(truncatingIfNeeded: hash >> 32) ^ UInt32(truncatingIfNeeded: hash) }
}

/// What a word that many items share does to a fingerprint, worked out once.
///
/// FNV-1a exchanges bits of a hash's last byte only, and multiplies. So all above the last byte is multiplied by the
/// same number whatever it is, and the rest follows from the last byte.
struct Imprint: Sendable {
    /// By which the word multiplies a hash.
    fileprivate let factor: UInt64
    /// What becomes of a hash that is nothing but its last byte, by that byte.
    fileprivate let outcomes: [UInt64]

    init(_ word: String) {
        var factor = Fingerprint.prime
        var outcomes = [UInt64](0...0xFF)
        for byte in word.utf8 {
            factor &*= Fingerprint.prime
            for last in outcomes.indices { outcomes[last] = (outcomes[last] ^ UInt64(byte)) &* Fingerprint.prime }
        }
        for last in outcomes.indices { outcomes[last] &*= Fingerprint.prime }
        self.factor = factor
        self.outcomes = outcomes
    }
}
