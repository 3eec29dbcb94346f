import COpenSSL
import Signatures

/// Signs tokens as RS256 has it, by an RSA key of 2048 bits.
package final class TokenSigner: Sendable {
    /// The secret key, as PKCS #1 writes it: whoever has it signs in its owner's name.
    package let secret: [UInt8]
    /// The public key, as it is published (RFC 7517).
    package let published: JSONValue
    /// What tokens call the key: the hash of the public one (RFC 7638).
    package let id: String

    /// Makes a new key; nil where the library has no memory or no chance.
    package convenience init?() {
        guard let key = openssl_new_rsa() else { return nil }
        defer { EVP_PKEY_free(key) }
        let count = i2d_PrivateKey(key, nil)
        guard count > 0 else { return nil }
        let secret = [UInt8](unsafeUninitializedCapacity: Int(count)) { bytes, filled in
            var place = bytes.baseAddress
            filled = i2d_PrivateKey(key, &place) == count ? Int(count) : 0
        }
        self.init(secret)
    }

    /// Takes a key that `secret` gave; nil of what is none.
    package init?(_ secret: [UInt8]) {
        guard let key = Self.read(secret) else { return nil }
        defer { EVP_PKEY_free(key) }
        guard EVP_PKEY_get_bits(key) >= 2048, let modulus = Self.number("n", of: key),
            let exponent = Self.number("e", of: key)
        else { return nil }
        self.secret = secret
        let (e, n) = (Base64URL.encode(exponent), Base64URL.encode(modulus))
        id = Base64URL.encode(sha256(Array("{\"e\":\"\(e)\",\"kty\":\"RSA\",\"n\":\"\(n)\"}".utf8)))
        published = .object([
            "kty": .text("RSA"), "use": .text("sig"), "alg": .text("RS256"), "kid": .text(id), "e": .text(e),
            "n": .text(n),
        ])
    }

    private static func read(_ secret: [UInt8]) -> OpaquePointer? {
        secret.withUnsafeBufferPointer { bytes in
            var place = bytes.baseAddress
            return d2i_PrivateKey(EVP_PKEY_RSA, nil, &place, bytes.count)
        }
    }

    private static func number(_ name: String, of key: OpaquePointer) -> [UInt8]? {
        var number: OpaquePointer?
        guard EVP_PKEY_get_bn_param(key, name, &number) == 1, let number else { return nil }
        defer { BN_free(number) }
        return [UInt8](unsafeUninitializedCapacity: Int(BN_num_bits(number) + 7) / 8) { bytes, filled in
            filled = Int(BN_bn2bin(number, bytes.baseAddress))
        }
    }

    /// A token that says something; nil where it cannot be signed.
    package func token(_ claims: JSONValue) -> String? {
        let header = JSONValue.object(["alg": .text("RS256"), "kid": .text(id), "typ": .text("JWT")])
        let signed = "\(Base64URL.encode(header.bytes)).\(Base64URL.encode(claims.bytes))"
        return signature(of: Array(signed.utf8)).map { "\(signed).\(Base64URL.encode($0))" }
    }

    private func signature(of message: [UInt8]) -> [UInt8]? {
        guard let key = Self.read(secret), let context = EVP_MD_CTX_new() else { return nil }
        defer {
            EVP_MD_CTX_free(context)
            EVP_PKEY_free(key)
        }
        var count = Int(EVP_PKEY_get_size(key))
        guard EVP_DigestSignInit(context, nil, EVP_sha256(), nil, key) == 1 else { return nil }
        var signature = [UInt8](repeating: 0, count: count)
        guard EVP_DigestSign(context, &signature, &count, message, message.count) == 1 else { return nil }
        return Array(signature.prefix(count))
    }
}
