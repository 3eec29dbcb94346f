import CSodium

/// How much work it is to try one password (Argon2id, RFC 9106), as libsodium counts it.
package struct PasswordEffort: Sendable, Equatable {
    /// How often the memory is gone over.
    let passes: UInt64
    /// How much memory it takes, in bytes.
    let memory: Int

    /// As libsodium recommends for sign-in: two passes over 64 MiB, which take a tenth of a second.
    package static let signIn = PasswordEffort(
        passes: UInt64(crypto_pwhash_opslimit_interactive()), memory: crypto_pwhash_memlimit_interactive())
    /// The least that there is, for trying out what needs a hash and no safety.
    package static let least = PasswordEffort(
        passes: UInt64(crypto_pwhash_opslimit_min()), memory: crypto_pwhash_memlimit_min())
}

/// The hash by which a password is known again, with its salt and effort in it; nil where there is no memory to make it.
package func passwordHash(of password: String, _ effort: PasswordEffort) -> String? {
    _ = Ed25519.isReady
    var hash = [CChar](repeating: 0, count: crypto_pwhash_strbytes())
    let letters = password.utf8.map { CChar(bitPattern: $0) }
    guard crypto_pwhash_str(&hash, letters, UInt64(letters.count), effort.passes, effort.memory) == 0 else {
        return nil
    }
    return String(decoding: hash.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

/// Whether a hash was made of this password.
package func isPassword(_ password: String, hashedAs hash: String) -> Bool {
    let letters = password.utf8.map { CChar(bitPattern: $0) }
    return crypto_pwhash_str_verify(hash, letters, UInt64(letters.count)) == 0
}

/// 256 bits that nobody can guess, as 43 signs that addresses and cookies can hold.
package func randomToken() -> String { Base64URL.encode(Ed25519.randomSeed()) }

/// Whether two texts are the same, in a time that does not tell where they part.
package func isSame(_ first: String, _ second: String) -> Bool {
    let (first, second) = (Array(first.utf8), Array(second.utf8))
    guard first.count == second.count else { return false }
    return zip(first, second).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}
