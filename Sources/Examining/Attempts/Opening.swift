import Credentials
import Quiz
import Signatures

extension Exams {
    /// A form that tells what it asks. While its attempt is open, only the owner of the key can have it told.
    ///
    /// - Throws: `ExamError` where the key is not here, or what was closed is not as it was.
    func disclosing(_ form: FormRecord) throws(ExamError) -> FormRecord {
        guard form.contents == nil, let sealed = form.sealed else { return form }
        guard let key = try secretKeys().first(where: { $0.publicKey.hexadecimal == sealed.key }) else {
            throw ExamError(
                .notFound, "what this attempt asks is closed for the key \(sealed.key), which is not here",
                mend: "put the key back from a copy, or have the attempt voided")
        }
        let contents = sealed.open(with: key)
        guard let contents, contents.items.count == form.count || form.adaptive != nil else {
            throw ExamError(.unreadable, "what this attempt asks was changed", mend: "exam verify tells more")
        }
        return form.telling(contents)
    }

    /// An adaptive form of an open attempt, with what was handed out so far.
    ///
    /// - Throws: `ExamError` where the key is not here, or what was closed is not as it was.
    func disclosing(_ form: FormRecord, _ boxes: [SealedContents]) throws(ExamError) -> FormRecord {
        var form = try disclosing(form)
        guard form.adaptive != nil, form.given == nil else { return form }
        let keys = try secretKeys()
        for box in boxes {
            let key = keys.first { $0.publicKey.hexadecimal == box.key }
            guard let item = key.flatMap({ box.open(GivenItem.self, with: $0) }) else {
                throw ExamError(.unreadable, "what this attempt asks was changed", mend: "exam verify tells more")
            }
            form = form.giving(item)
        }
        return form
    }

    /// Every secret key that is here.
    private func secretKeys() throws(ExamError) -> [SigningKey] {
        var keys: [SigningKey] = []
        if let issuer = try issuers.issuer() { keys.append(try issuers.signingKey(of: issuer.keys[0])) }
        if let key = try issuers.sealingKey() { keys.append(key) }
        return keys
    }

    /// Holds an attempt that is open against the register, before anything follows from it.
    ///
    /// - Throws: `ExamError` where the register knows another log of it: an earlier copy was put back.
    func checkRegister(of attempt: StoredAttempt) throws(ExamError) {
        guard let known = try soundRegister()[attempt.id] else { return }
        var problem = known.contradictions(LogHashes(attempt.hashes)).first
        if problem == nil { problem = known.isEarlier(attempt.hashes.count) }
        if problem == nil, known.voided != nil { problem = "it was voided" }
        guard let problem else { return }
        throw ExamError(.checkFailed, "\(attempt.name) cannot be gone on with: \(problem)", mend: putBack)
    }

    /// The key that seals now, where there is one that can be read: by it this program knows again what it kept.
    func keyOfOwn() throws(ExamError) -> SigningKey? { try secretKeys().first }

    /// The number by which the register knows a person; one is drawn for whoever has none.
    ///
    /// - Throws: `ExamError` where it cannot be kept.
    func person(_ candidate: String) throws(ExamError) -> String {
        if let known = try roster.read().numbers?[candidate] { return known }
        return try roster.update { roster throws(ExamError) in roster.number(of: candidate, else: randomName()) }
    }
}
