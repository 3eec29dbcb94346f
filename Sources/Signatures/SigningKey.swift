import Crypto
import FoundationEssentials

/// An Ed25519 key that signs certificates and logs (RFC 8032). Whoever has it can do both.
package struct SigningKey: Sendable {
    private let key: Curve25519.Signing.PrivateKey
    package let publicKey: PublicKey

    /// A new key, from the system's own source of randomness.
    package init() { self.init(Curve25519.Signing.PrivateKey()) }

    /// Reads a key that was written as `pem`; nil of anything else.
    package init?(pem: String) {
        guard let bytes = PEM.decode(pem, Self.label), bytes.starts(with: Self.header),
            let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes.dropFirst(Self.header.count))
        else { return nil }
        self.init(key)
    }

    /// Reads a key of 64 hexadecimal digits, as exams kept theirs at first; nil of anything else.
    package init?(hexadecimal text: String) {
        guard let bytes = bytes(ofHexadecimal: text),
            let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes)
        else { return nil }
        self.init(key)
    }

    private init(_ key: Curve25519.Signing.PrivateKey) {
        self.key = key
        publicKey = PublicKey(key.publicKey)
    }

    /// As other programs read it (RFC 8410).
    package var pem: String { PEM.encode(Self.header + key.rawRepresentation, Self.label) }

    /// 64 bytes.
    ///
    /// - Throws: What the cryptographic library objects to.
    package func sign(_ message: [UInt8]) throws -> [UInt8] { Array(try key.signature(for: message)) }

    private static let label = "PRIVATE KEY"
    private static let header: [UInt8] = [
        0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
    ]
}
