import Credentials
import Glibc
package import Signatures
import System
package import Terminal

/// The keys that seal logs. Where there is an issuer, it is the issuer's: one key to keep, to rotate and to hand out.
/// Where there is none, it is one of the folder's own, and what that sealed stays good when an issuer is made.
extension ExamFolder {
    private var keyFile: String { "\(path)/signing.key" }

    /// The key that seals now; a key of the folder's own is made when it is first needed, readable by its owner only.
    ///
    /// - Throws: `Failure` where it cannot be read or made.
    func signingKey() throws(Failure) -> SigningKey {
        let issuer = try IssuerFolder.own()
        if issuer.isMade { return try issuer.signingKey(of: issuer.issuer()) }
        if access(keyFile, F_OK) != 0 { try makeKey() }
        return try ownKey()
    }

    /// The keys whose seals are good here: every key that the issuer has or had, and the folder's own.
    ///
    /// - Throws: `Failure` where one of them cannot be read.
    package func trustedKeys() throws(Failure) -> [PublicKey] {
        let issuer = try IssuerFolder.own()
        let issued = issuer.isMade ? try issuer.issuer().keys : []
        return access(keyFile, F_OK) == 0 ? issued + [try ownKey().publicKey] : issued
    }

    private func makeKey() throws(Failure) {
        let draft = "\(keyFile).\(getpid()).new"
        try writeFile(SigningKey().pem, to: draft, isPrivate: true)
        // Another process may have been faster: then its key is the one.
        let isThere = link(draft, keyFile) == 0 || errno == EEXIST
        let reason = String(cString: strerror(errno))
        unlink(draft)
        if !isThere { throw Failure(.cannotMake, "cannot make the key \(keyFile): \(reason)") }
    }

    private func ownKey() throws(Failure) -> SigningKey {
        let text = try readText(keyFile)
        guard let key = SigningKey(pem: text) ?? SigningKey(hexadecimal: text.filter { !$0.isWhitespace }) else {
            throw Failure(.unreadable, "\(keyFile) holds no key; put back the one that was there, or move it away")
        }
        return key
    }
}
