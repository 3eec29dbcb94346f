package import Credentials
import Machine
package import Signatures

/// The keys that seal logs. Where there is an issuer, it is the issuer's: one key to keep, to rotate and to hand out.
/// Where there is none, it is one of the attempts' own, and what that sealed stays good when an issuer is made.
extension Exams {
    /// The key that seals now; a key of the attempts' own is made when it is first needed.
    ///
    /// - Throws: `ExamError` where it cannot be read or made.
    func signingKey() throws(ExamError) -> SigningKey {
        if let issuer = try issuers.issuer() { return try issuers.signingKey(of: issuer.keys[0]) }
        if let key = try issuers.sealingKey() { return key }
        return try issuers.keepSealingKey(SigningKey())
    }

    /// The keys whose seals are good here: every key that the issuer has or had, and the attempts' own.
    ///
    /// - Throws: `ExamError` where one of them cannot be read.
    package func trustedKeys() throws(ExamError) -> [PublicKey] {
        let issued = try issuers.issuer()?.keys ?? []
        return issued + (try issuers.sealingKey().map { [$0.publicKey] } ?? [])
    }

    /// The keys whose seals are good here, in hexadecimal digits.
    ///
    /// - Throws: `ExamError` where one of them cannot be read.
    func goodKeys() throws(ExamError) -> Set<String> { Set(try trustedKeys().map(\.hexadecimal)) }

    /// Who issues certificates.
    ///
    /// - Throws: `ExamError` where nobody does yet.
    package func issuer() throws(ExamError) -> Issuer {
        guard let issuer = try issuers.issuer() else { throw noIssuer }
        return issuer
    }

    private var noIssuer: ExamError {
        ExamError(
            .notFound, "there is no issuer in \(issuers.location)",
            mend: "preceptor exam issuer init --name NAME --url URL makes one")
    }

    /// Makes who issues certificates from now on.
    ///
    /// - Parameters:
    ///   - name: As certificates say it.
    ///   - url: An address that names the issuer.
    ///   - key: The key that signs from now on.
    /// - Returns: Who issues now.
    /// - Throws: `ExamError` for a name or address that cannot stand in a certificate, and where there is an issuer.
    package func makeIssuer(name: String, url: String, key: SigningKey) throws(ExamError) -> Issuer {
        let made: Issuer
        do { made = try Issuer(name: name, url: url, key: key.publicKey) } catch {
            throw ExamError(.invalid, error.message)
        }
        return try issuers.update(keeping: key) { issuer throws(ExamError) in
            guard issuer == nil else {
                throw ExamError(
                    .taken, "there is an issuer in \(issuers.location) already",
                    mend: "preceptor exam issuer rotate gives it a new key")
            }
            return made
        }
    }

    /// Gives the issuer a new key. The old one is forgotten when the new one is in force; its public half stays.
    ///
    /// - Throws: `ExamError` where nobody issues, or it cannot be kept.
    package func rotateKey(to key: SigningKey) throws(ExamError) -> Issuer {
        let issuer = try changeIssuer(keeping: key) { issuer in issuer.rotate(to: key.publicKey) }
        for old in issuer.keys.dropFirst() { issuers.forget(old) }
        return issuer
    }

    /// Takes a certificate back.
    ///
    /// - Throws: `ExamError` for what is no certificate's id, a reason that nobody can read, and one that was taken back
    ///   before.
    package func revoke(_ id: String, because reason: String) throws(ExamError) {
        guard Certificate.isID(id) else {
            throw ExamError(.invalid, "\(id.prefix(64)) is no certificate", mend: "its id begins with urn:uuid:")
        }
        let now = try timestamp()
        _ = try changeIssuer(keeping: nil) { issuer throws(ExamError) in
            let isNew: Bool
            do throws(InvalidFact) { isNew = try issuer.revoke(id, at: now, reason: reason) } catch {
                throw ExamError(.invalid, error.message)
            }
            guard isNew else { throw ExamError(.checkFailed, "\(id) was taken back before") }
        }
    }

    func changeIssuer(
        keeping key: SigningKey?, _ change: (inout Issuer) throws(ExamError) -> Void
    ) throws(ExamError) -> Issuer {
        try issuers.update(keeping: key) { known throws(ExamError) in
            guard var issuer = known else { throw noIssuer }
            try change(&issuer)
            return issuer
        }
    }

    /// Now, as certificates are dated.
    ///
    /// - Throws: `ExamError` where the clock is beyond the calendar.
    package func timestamp() throws(ExamError) -> Timestamp {
        guard let now = Timestamp(time.now) else {
            throw ExamError(.defect, "the clock of this machine is beyond the calendar", mend: "set it")
        }
        return now
    }
}
