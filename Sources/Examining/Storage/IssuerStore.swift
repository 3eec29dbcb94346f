package import Credentials
package import Signatures

/// Where the one is kept who issues certificates and seals logs: what everybody may know, and the keys that nobody may.
package protocol IssuerStore: Sendable {
    /// Where people are told that it is.
    var location: String { get }

    /// Who issues, as everybody may know it; nil where nobody does yet.
    ///
    /// - Throws: `ExamError` where what is kept is no issuer.
    func issuer() throws(ExamError) -> Issuer?

    /// Changes who issues, alone among all who do; keeps a new key first.
    ///
    /// - Parameters:
    ///   - key: The new key; nil where there is none.
    ///   - change: Makes of who issues, nil for nobody yet, who issues from now on.
    /// - Returns: Who issues now.
    /// - Throws: The change's own error, or why it cannot be kept.
    func update(
        keeping key: SigningKey?, _ change: (Issuer?) throws(ExamError) -> Issuer
    ) throws(ExamError) -> Issuer

    /// The secret half of an issuer's key.
    ///
    /// - Throws: `ExamError` where it is missing, others can read it, or it is another one.
    func signingKey(of key: PublicKey) throws(ExamError) -> SigningKey

    /// Forgets the secret half of a key that signs no more.
    func forget(_ key: PublicKey)

    /// The key that seals logs where nobody issues; nil where none was needed yet.
    ///
    /// - Throws: `ExamError` where what is kept is no key.
    func sealingKey() throws(ExamError) -> SigningKey?

    /// Keeps the key that is to seal logs where nobody issues, unless there is one.
    ///
    /// - Returns: The key that seals from now on: this one, or that of whoever was faster.
    /// - Throws: `ExamError` where it cannot be kept.
    func keepSealingKey(_ key: SigningKey) throws(ExamError) -> SigningKey
}
