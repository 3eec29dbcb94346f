import COpenSSL
import Signatures

/// A public key as others publish it (RFC 7517), of a kind that is used here.
package struct WebKey: Sendable, Equatable {
    /// What tokens call it; nil where it has no name.
    package let id: String?
    /// The one way to sign that it is taken for, so that no token chooses another.
    package let algorithm: Algorithm
    private let document: [UInt8]

    /// How a token is signed.
    package enum Algorithm: String, Sendable {
        /// RSA with PKCS #1 v1.5 padding and SHA-256.
        case rs256 = "RS256"
        /// ECDSA on P-256 with SHA-256.
        case es256 = "ES256"
    }

    /// Reads a key; nil of one that is of another kind, is not for signatures, or is too short.
    package init?(_ value: JSONValue) {
        guard value["use"] == nil || value["use"]?.text == "sig" else { return nil }
        let named = value["alg"]?.text
        switch value["kty"]?.text {
        case "RSA":
            guard named == nil || named == Algorithm.rs256.rawValue, let modulus = Self.bytes(value["n"]),
                let exponent = Self.bytes(value["e"]), (256...1_024).contains(modulus.drop(while: { $0 == 0 }).count),
                (1...8).contains(exponent.count)
            else { return nil }
            algorithm = .rs256
            let key = DER.sequence(DER.integer(modulus), DER.integer(exponent))
            document = DER.sequence(DER.sequence(Self.rsa, [0x05, 0x00]), DER.bits(key))
        case "EC":
            guard named == nil || named == Algorithm.es256.rawValue, value["crv"]?.text == "P-256",
                let x = Self.bytes(value["x"]), let y = Self.bytes(value["y"]), x.count == 32, y.count == 32
            else { return nil }
            algorithm = .es256
            document = DER.sequence(DER.sequence(Self.elliptic, Self.p256), DER.bits([0x04] + x + y))
        default: return nil
        }
        id = value["kid"]?.text
    }

    private static func bytes(_ value: JSONValue?) -> [UInt8]? { value?.text.flatMap { Base64URL.decode($0) } }

    private static let rsa: [UInt8] = [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01]
    private static let elliptic: [UInt8] = [0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01]
    private static let p256: [UInt8] = [0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07]

    /// Whether the key's owner signed a message.
    package func isSignature(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        let written: [UInt8]
        switch algorithm {
        case .rs256: written = signature
        case .es256:
            guard signature.count == 64 else { return false }
            written = DER.sequence(DER.integer(signature.prefix(32)), DER.integer(signature.suffix(32)))
        }
        let key = document.withUnsafeBufferPointer { bytes in
            var place = bytes.baseAddress
            return d2i_PUBKEY(nil, &place, bytes.count)
        }
        guard let key, let context = EVP_MD_CTX_new() else { return false }
        defer {
            EVP_MD_CTX_free(context)
            EVP_PKEY_free(key)
        }
        return EVP_DigestVerifyInit(context, nil, EVP_sha256(), nil, key) == 1
            && EVP_DigestVerify(context, written, written.count, message, message.count) == 1
    }
}

/// The keys that somebody publishes.
package struct WebKeys: Sendable, Equatable {
    /// Those that are of a kind that is used here.
    package let keys: [WebKey]

    /// Reads a set of keys; nil of what is none. Keys of other kinds are passed over.
    package init?(_ value: JSONValue) {
        guard case .list(let list)? = value["keys"] else { return nil }
        keys = list.prefix(100).compactMap { WebKey($0) }
    }
}
