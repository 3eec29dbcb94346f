import CSodium

/// The SHA-256 of bytes: 32 bytes (FIPS 180-4).
package func sha256(_ message: [UInt8]) -> [UInt8] {
    var hash = [UInt8](repeating: 0, count: 32)
    crypto_hash_sha256(&hash, message, UInt64(message.count))
    return hash
}

/// The BLAKE2b of bytes: 32 bytes (RFC 7693), three times as fast as SHA-256, for what no other program has to read.
package func blake2b(_ message: ArraySlice<UInt8>) -> [UInt8] {
    var hash = [UInt8](repeating: 0, count: 32)
    message.withUnsafeBufferPointer { bytes in
        _ = crypto_generichash(&hash, 32, bytes.baseAddress, UInt64(bytes.count), nil, 0)
    }
    return hash
}

/// A code that only who has the key can make of a message: 32 bytes of BLAKE2b.
///
/// - Parameters:
///   - message: What it is made of.
///   - key: 16 to 64 bytes.
/// - Returns: The code.
func code(of message: ArraySlice<UInt8>, by key: [UInt8]) -> [UInt8] {
    var code = [UInt8](repeating: 0, count: 32)
    message.withUnsafeBufferPointer { bytes in
        _ = crypto_generichash(&code, code.count, bytes.baseAddress, UInt64(bytes.count), key, key.count)
    }
    return code
}

/// Ed25519 (RFC 8032) on bytes of the right length, which its callers see to.
enum Ed25519 {
    static let seedLength = 32
    static let pointLength = 32
    static let signatureLength = 64

    /// Makes drawing random bytes safe from any thread, once done.
    static let isReady = sodium_init() >= 0

    /// Bytes that nobody can guess. The library ends the process where the system has none to give.
    static func randomSeed() -> [UInt8] {
        _ = isReady
        var seed = [UInt8](repeating: 0, count: seedLength)
        randombytes_buf(&seed, seedLength)
        return seed
    }

    /// The secret that signs, and the public point that verifies what it signed.
    static func pair(from seed: [UInt8]) -> (secret: [UInt8], point: [UInt8]) {
        var secret = [UInt8](repeating: 0, count: seedLength + pointLength)
        var point = [UInt8](repeating: 0, count: pointLength)
        crypto_sign_ed25519_seed_keypair(&point, &secret, seed)
        return (secret, point)
    }

    static func isPoint(_ bytes: [UInt8]) -> Bool {
        bytes.count == pointLength && crypto_core_ed25519_is_valid_point(bytes) == 1
    }

    static func sign(_ message: [UInt8], with secret: [UInt8]) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: signatureLength)
        crypto_sign_ed25519_detached(&signature, nil, message, UInt64(message.count), secret)
        return signature
    }

    static func isSignature(_ signature: [UInt8], of message: [UInt8], by point: [UInt8]) -> Bool {
        signature.count == signatureLength
            && crypto_sign_ed25519_verify_detached(signature, message, UInt64(message.count), point) == 0
    }
}
