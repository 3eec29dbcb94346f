import Audit
import Content
package import Credentials
import Quiz
import Scoring

/// A certificate that is ready to be handed out, once it is entered in the register.
package struct NewCertificate: Sendable {
    /// As it is handed out.
    package let signed: SignedCertificate
    /// The one that was issued for the same attempt before; nil where there was none.
    package let earlier: IssuedRecord?
    fileprivate let record: IssuedRecord
    fileprivate let attempt: StoredAttempt
}

extension Exams {
    /// Makes a certificate that is valid from now on of an attempt that is intact, closed and passed by the score in
    /// force.
    ///
    /// - Parameters:
    ///   - name: The attempt's.
    ///   - options: What the certificate says otherwise than the attempt's form.
    ///   - generator: Makes the certificate's id.
    /// - Returns: The certificate, which is not entered in the register yet.
    /// - Throws: `ExamError` that names the check that fails, or the fact that cannot stand in a certificate.
    package func certify(
        _ name: String, _ options: CertificateOptions, using generator: inout some RandomNumberGenerator
    ) throws(ExamError) -> NewCertificate {
        let attempt = try passed(name)
        let doubts = try doubts(of: attempt.form)
        guard doubts.isEmpty || options.isDespiteDoubts else {
            throw ExamError(
                .checkFailed, "no certificate for \(name): \(doubts.joined(separator: "; "))",
                mend: "--despite-doubts issues it, and says so in it")
        }
        let issuer = try issuer()
        let earlier = try issued().last { $0.logHead == attempt.head?.hash }
        let certificate = try certificate(
            for: attempt, options, status: nextStatus(by: issuer, using: &generator), doubts: doubts, using: &generator)
        let signed: SignedCertificate
        do {
            signed = try SignedCertificate(certificate, by: issuer, with: issuers.signingKey(of: issuer.keys[0]))
        } catch let error as ExamError {
            throw error
        } catch {
            throw ExamError(.defect, "the certificate cannot be signed: \(error)")
        }
        let record = IssuedRecord(
            id: certificate.id, person: try person(attempt.form.candidate),
            achievement: certificate.achievement.id, scoreBand: certificate.scoreBand, logHead: certificate.logHead,
            addendaHead: attempt.addendaEnd?.hash, validFrom: certificate.validFrom,
            validUntil: certificate.validUntil, statusIndex: certificate.status?.index)
        return NewCertificate(signed: signed, earlier: earlier, record: record, attempt: attempt)
    }

    /// Enters a certificate in the issuer's register, before it is handed out.
    ///
    /// - Throws: `ExamError` where it cannot be kept, or its attempt does not stand any more as it did.
    package func enter(_ certificate: NewCertificate) throws(ExamError) {
        let attempt = certificate.attempt
        let known = try register()[attempt.id]
        guard known?.voided == nil, known?.amended?.hash == attempt.addendaEnd?.hash || known?.amended == nil else {
            throw ExamError(.changed, "something was decided about \(attempt.name) just now", mend: "issue it again")
        }
        let position = certificate.record.statusIndex
        var isTaken = false
        try add(to: .issued) { (records: [IssuedRecord]) in
            isTaken = position != nil && records.contains { $0.statusIndex == position }
            return isTaken ? nil : certificate.record
        }
        if isTaken {
            throw ExamError(.taken, "another certificate was issued at the same moment", mend: "issue this one again")
        }
    }

    /// Why an exam is not known to be good enough to certify by, a clause each; empty where it is.
    private func doubts(of form: FormRecord) throws(ExamError) -> [String] {
        var doubts = form.isProvisional == true ? ["the pass mark is provisional: no raters have set one yet"] : []
        if let record = form.adaptive, record.calibrated < Self.calibratedPercent {
            doubts.append(
                "the difficulty of \(record.calibrated) % of what it may ask is known from what was sat, the rest is predicted"
            )
        }
        guard let evidence = form.evidence else { return doubts }
        var seen: Set<String> = []
        let firsts = try attempts().attempts.filter {
            $0.form.blueprint == form.blueprint && $0.form.pack == form.pack && $0.result != nil && $0.voiding == nil
                && seen.insert($0.form.candidate).inserted
        }
        if firsts.count < evidence.candidates {
            doubts.append(
                "\(quantity(firsts.count, "candidate")) sat the exam, and \(evidence.candidates) are asked for")
        } else if let alpha = reliability(of: firsts) {
            if alpha * 100 < Double(evidence.reliability) {
                let (here, asked) = (Int((max(alpha, 0) * 100).rounded(.down)), evidence.reliability)
                doubts.append(
                    "the reliability is 0.\(here < 10 ? "0" : "")\(here), and 0.\(asked < 10 ? "0" : "")\(asked) is asked for"
                )
            }
        } else {
            doubts.append("the reliability cannot be reckoned from what was sat")
        }
        return doubts
    }

    /// Of so much of an adaptive exam the difficulty has to be known before anybody is certified by it.
    private static let calibratedPercent = 90

    /// How reliable an exam is, as far as some attempts tell.
    private func reliability(of attempts: [StoredAttempt]) -> Double? {
        guard attempts.contains(where: { $0.form.adaptive != nil }) else {
            return Reliability(of: attempts.map(\.scoredForm))?.alpha
        }
        return attempts.compactMap { $0.result?.measured }.reliability
    }

    /// The attempt of a name, if it can be certified.
    private func passed(_ name: String) throws(ExamError) -> StoredAttempt {
        func refusal(_ check: String, _ message: String) -> ExamError {
            ExamError(.checkFailed, "no certificate for \(name): \(check): \(message)")
        }
        let audit = try audit(named(name))
        if let problem = audit.problems.first { throw refusal(problem.check.rawValue, problem.message) }
        guard let attempt = audit.attempt, attempt.head != nil, let result = attempt.result else {
            throw refusal("closed", "the attempt is still open")
        }
        if let voiding = try register()[attempt.id]?.voided { throw refusal("voided", voiding.reason) }
        guard result.isPassed else {
            throw refusal("passed", "\(mark(result.fraction ?? 0)), and \(attempt.form.passMark) % passes")
        }
        return attempt
    }

    private func certificate(
        for attempt: StoredAttempt, _ options: CertificateOptions, status: Certificate.Status?, doubts: [String],
        using generator: inout some RandomNumberGenerator
    ) throws(ExamError) -> Certificate {
        let form = attempt.form
        let now = try timestamp()
        guard options.days > 0, let end = now.adding(days: options.days) else {
            throw ExamError(.invalid, "a certificate is valid for a day at least, and ends before the year 10000")
        }
        do {
            let achievement = try Certificate.Achievement(
                id: options.achievementID ?? "\(form.pack)-\(form.blueprint)", name: options.achievement ?? form.title,
                criteria: ([options.criteria ?? form.criteria] + doubts.map(\.sentence)).joined(separator: " "))
            return try Certificate(
                id: Certificate.newID(using: &generator), candidate: form.name ?? form.candidate, email: options.email,
                achievement: achievement, scoreBand: attempt.scoreBand, logHead: attempt.head?.hash ?? "",
                validFrom: now, validUntil: end, status: status)
        } catch {
            throw ExamError(.invalid, error.message)
        }
    }
}

/// What a certificate is to say, where it is not what the attempt's form does.
package struct CertificateOptions: Sendable {
    /// Binds the certificate to a mailbox; nil where the name has to do.
    package var email: String?
    /// What was achieved; nil for the title of the exam.
    package var achievement: String?
    /// Nil for one that is made of the pack's and the exam's.
    package var achievementID: String?
    /// What it takes; nil for what the form and its pass mark tell.
    package var criteria: String?
    /// How long it is valid, in days.
    package var days: Int
    /// Whether it is issued although the exam is not known to be good enough, which the certificate then says.
    package var isDespiteDoubts = false

    package init(
        email: String? = nil, achievement: String? = nil, achievementID: String? = nil, criteria: String? = nil,
        days: Int
    ) {
        self.email = email
        self.achievement = achievement
        self.achievementID = achievementID
        self.criteria = criteria
        self.days = days
    }
}

extension FormRecord {
    /// What it takes to pass, in a sentence.
    fileprivate var criteria: String {
        let parts = sections.map { "\($0.title.lowercased()) (\($0.count))" }.joined(separator: ", ")
        return "Reached \(passMark) of 100 in \(items.count) items and \(seconds / 60) minutes of \(title), "
            + "\(pack) \(edition): \(parts)."
    }
}

extension StoredAttempt {
    /// The score in force, as a certificate tells it.
    package var scoreBand: String { Examining.scoreBand(of: fraction ?? 0, passMark: form.passMark) }
}

/// A score to ten in a hundred, from what passes on: exact scores promise more than a test can measure. Fractions are told
/// in millionths, each of which may be half a one too small.
func scoreBand(of fraction: Double, passMark: Int) -> String {
    let percent = Int((fraction * 100 + 5.1e-5).rounded(.down))
    let tens = min(percent / 10 * 10, 90)
    let top = tens == 90 ? 100 : tens + 9
    let low = max(tens, min(passMark, percent))
    return "\(low) to \(top) %"
}
