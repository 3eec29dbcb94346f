import Crypto
import FoundationEssentials

/// An Ed25519 key that signs the heads of chains.
package struct SigningKey: Sendable {
    private let key: Curve25519.Signing.PrivateKey

    /// A new key.
    package init() { key = Curve25519.Signing.PrivateKey() }

    /// A key from the text that `text` gives; nil where it is none.
    package init?(_ text: String) {
        guard let bytes = bytes(ofHexadecimal: text),
            let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes)
        else { return nil }
        self.key = key
    }

    /// The private key as hexadecimal digits: to be kept where only its owner can read it.
    package var text: String { hexadecimal(key.rawRepresentation) }

    /// The public key as hexadecimal digits.
    package var publicKey: String { hexadecimal(key.publicKey.rawRepresentation) }

    func sign(_ message: [UInt8]) throws -> String { hexadecimal(try key.signature(for: message)) }
}

extension Head {
    /// Whether the signature is one that the key made of this count and hash.
    var isSigned: Bool {
        guard let raw = bytes(ofHexadecimal: key), let signature = bytes(ofHexadecimal: signature),
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: raw)
        else { return false }
        return key.isValidSignature(signature, for: Head.message(count: count, hash: hash))
    }
}
