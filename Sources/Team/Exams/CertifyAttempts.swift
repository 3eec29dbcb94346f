package import Credentials
package import Examining
import Machine
import Scoring
import Signatures

/// A certificate as whoever has its link sees it.
package struct ShownCertificate: Sendable {
    /// As it was issued; nil where it cannot be read any more.
    package let signed: SignedCertificate?
    /// What the issuer kept of it.
    package let record: IssuedRecord
    /// Whose it is; nil where that was forgotten.
    package let candidate: String?
    /// Why it is not good; nil where it is.
    package let problem: String?
}

extension ExamDesk {
    /// Who issues certificates; nil where nobody does yet.
    ///
    /// - Throws: `ExamError` where it cannot be read.
    package func issuer() throws -> Issuer? { try exams.issuers.issuer() }

    /// Makes who issues certificates from now on, with a key that lies in the server's folder.
    ///
    /// - Parameters:
    ///   - name: As certificates say it.
    ///   - address: Of this server, which names the issuer.
    ///   - actor: Who makes it.
    /// - Throws: `TeamError` or `ExamError` where the actor may not, or there is an issuer.
    package func makeIssuer(named name: String, at address: String, by actor: Actor) throws {
        try actor.check(.administer)
        _ = try exams.makeIssuer(name: try Self.words(name, "a name"), url: address, key: SigningKey())
        try note(.madeIssuer, name, by: actor)
    }

    /// The certificates that were issued, the last first.
    ///
    /// - Throws: `TeamError` where the actor may not see them; `ExamError`.
    package func certificates(for actor: Actor) throws -> [IssuedCertificate] {
        try actor.check(.certify)
        guard try issuer() != nil else { return [] }
        return try exams.issuedCertificates().reversed()
    }

    /// Issues a certificate for an attempt that was passed.
    ///
    /// - Parameters:
    ///   - name: The attempt's.
    ///   - days: How long it is valid.
    ///   - isDespiteDoubts: Whether it is issued although the exam is not known to be good enough; it then says so.
    ///   - actor: Who issues it.
    /// - Returns: Its id.
    /// - Throws: `TeamError` or `ExamError` that says what stands in the way.
    @discardableResult
    package func certify(
        _ name: String, days: Int, isDespiteDoubts: Bool, by actor: Actor
    ) throws -> String {
        try actor.check(.certify)
        let attempt = try exams.storedAttempt(name)
        let address = try people.person(Person.ID(attempt.form.candidate))?.address
        var options = CertificateOptions(email: address.flatMap { $0.isReachable ? $0.text : nil }, days: days)
        options.isDespiteDoubts = isDespiteDoubts
        var generator = random
        let new = try exams.certify(name, options, using: &generator)
        try exams.enter(new)
        let id = new.signed.certificate.id
        try people.apply(
            [.keep(KeptCertificate(id: id, attempt: name, token: new.signed.token))],
            noting: [TrailEntry(at: exams.time.now, by: actor.person.id, .certified, to: name, note: id)])
        return id
    }

    /// Takes a certificate back.
    ///
    /// - Throws: `TeamError` or `ExamError` where the actor may not, or it was taken back before.
    package func revoke(_ id: String, because reason: String, by actor: Actor) throws {
        try actor.check(.certify)
        let reason = try Self.words(reason, "a reason")
        guard try exams.issued().contains(where: { $0.id == id }) else {
            throw TeamError(.notFound, "there is no such certificate")
        }
        try exams.revoke(id, because: reason)
        try note(.revoked, id, by: actor, reason)
    }

    /// A certificate, for anybody who has its link.
    ///
    /// - Throws: `TeamError` of kind `notFound` where none was issued under the id; `ExamError`.
    package func certificate(_ id: String) throws -> ShownCertificate {
        let notFound = TeamError(.notFound, "no certificate was issued under this link")
        guard let issuer = try issuer(), let kept = try people.certificate(id),
            let issued = try exams.issuedCertificates().first(where: { $0.record.id == id })
        else { throw notFound }
        do {
            let signed = try issuer.verify(kept.token, at: try exams.timestamp())
            return ShownCertificate(signed: signed, record: issued.record, candidate: issued.candidate, problem: nil)
        } catch let refusal as Refusal {
            return ShownCertificate(
                signed: nil, record: issued.record, candidate: issued.candidate, problem: refusal.message)
        }
    }

    /// The certificates of an attempt of the actor's.
    ///
    /// - Throws: `TeamError` or `ExamError` where it is nobody's.
    package func certificates(of name: String, for actor: Actor) throws -> [String] {
        _ = try attempt(name, of: actor)
        return try people.certificates(of: name).map(\.id)
    }
}
