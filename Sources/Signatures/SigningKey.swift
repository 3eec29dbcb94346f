/// An Ed25519 key that signs certificates and logs (RFC 8032). Whoever has it can do both.
package struct SigningKey: Sendable {
    let seed: [UInt8]
    let secret: [UInt8]
    /// By which everybody can check what this key signed.
    package let publicKey: PublicKey

    /// A new key, from the system's own source of randomness.
    package init() { self.init(seed: Ed25519.randomSeed()) }

    /// Reads a key that was written as `pem`; nil of anything else.
    package init?(pem: String) {
        guard let bytes = PEM.decode(pem, Self.label), bytes.starts(with: Self.header) else { return nil }
        self.init(bytes: Array(bytes.dropFirst(Self.header.count)))
    }

    /// Reads a key of 64 hexadecimal digits, as exams kept theirs at first; nil of anything else.
    package init?(hexadecimal text: String) {
        guard let bytes = bytes(ofHexadecimal: text) else { return nil }
        self.init(bytes: bytes)
    }

    private init?(bytes: [UInt8]) {
        guard bytes.count == Ed25519.seedLength else { return nil }
        self.init(seed: bytes)
    }

    private init(seed: [UInt8]) {
        let pair = Ed25519.pair(from: seed)
        self.seed = seed
        secret = pair.secret
        publicKey = PublicKey(point: pair.point)
    }

    /// A code of a message that nobody can make who has not this key: for what its owner keeps and reads back, where a
    /// signature would tell others no more. It is made by a key of its own, so that it is none of the owner's signatures.
    package func code(of message: ArraySlice<UInt8>) -> [UInt8] {
        Signatures.code(of: message, by: Signatures.code(of: Array("preceptor own 1".utf8)[...], by: seed))
    }

    /// As other programs read it (RFC 8410).
    package var pem: String { PEM.encode(Self.header + seed, Self.label) }

    /// 64 bytes.
    package func sign(_ message: [UInt8]) -> [UInt8] { Ed25519.sign(message, with: secret) }

    private static let label = "PRIVATE KEY"
    private static let header: [UInt8] = [
        0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
    ]
}
