import CSodium

/// Messages that anybody can close and only the owner of a key can open: libsodium's sealed boxes, X25519 with
/// XSalsa20 and Poly1305, for the X25519 form of an Ed25519 key.
extension PublicKey {
    /// Closes a message for the owner of this key; nil for the few keys that have no X25519 form.
    package func seal(_ message: [UInt8]) -> [UInt8]? {
        _ = Ed25519.isReady
        var point = [UInt8](repeating: 0, count: crypto_box_publickeybytes())
        guard crypto_sign_ed25519_pk_to_curve25519(&point, bytes) == 0 else { return nil }
        var box = [UInt8](repeating: 0, count: message.count + crypto_box_sealbytes())
        return crypto_box_seal(&box, message, UInt64(message.count), point) == 0 ? box : nil
    }
}

extension SigningKey {
    /// Opens what was closed for this key; nil of anything else.
    package func open(_ box: [UInt8]) -> [UInt8]? {
        _ = Ed25519.isReady
        guard box.count >= crypto_box_sealbytes() else { return nil }
        var point = [UInt8](repeating: 0, count: crypto_box_publickeybytes())
        var secret = [UInt8](repeating: 0, count: crypto_box_secretkeybytes())
        guard crypto_sign_ed25519_pk_to_curve25519(&point, publicKey.bytes) == 0,
            crypto_sign_ed25519_sk_to_curve25519(&secret, self.secret) == 0
        else { return nil }
        var message = [UInt8](repeating: 0, count: box.count - crypto_box_sealbytes())
        return crypto_box_seal_open(&message, box, UInt64(box.count), point, secret) == 0 ? message : nil
    }
}

/// 32 hexadecimal digits that nobody can guess, from the system's own source of randomness.
package func randomName() -> String { hexadecimal(Ed25519.randomSeed().prefix(16)) }
