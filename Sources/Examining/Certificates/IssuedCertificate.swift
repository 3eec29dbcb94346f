import Audit
package import Credentials
import Quiz
import Signatures

/// What the issuer keeps of each certificate that was handed out: enough to find it again, to take it back, and to see
/// that one attempt was certified twice. It is no part of the public document, and names nobody: it knows people by the
/// numbers that the roster keeps, so that it stays as it is when somebody is forgotten.
package struct IssuedRecord: Codable, Sendable, Equatable {
    /// The certificate's.
    package let id: String
    /// The name, in entries of before people went by their numbers.
    package var candidate: String?
    /// The number that the roster keeps for the person.
    package var person: String?
    /// The id of what was achieved.
    package let achievement: String
    /// What the result was, in a band of percents.
    package let scoreBand: String
    /// What the attempt is called, in entries of before people went by their numbers.
    package var attempt: String?
    /// The signed end of the attempt's log.
    package let logHead: String
    /// That of what had been added to it; nil where nothing had.
    package let addendaHead: String?
    /// From when it holds.
    package let validFrom: Timestamp
    /// Until when it holds.
    package let validUntil: Timestamp
    /// The certificate's position in the issuer's status list; nil where it is in none.
    package let statusIndex: Int?
}

extension Exams {
    /// The certificates that were issued, in order.
    ///
    /// - Throws: `ExamError` where nobody issues, they cannot be read, or are not as they were written.
    package func issued() throws(ExamError) -> [IssuedRecord] {
        let keys = Set(try issuer().keys.map(\.hexadecimal))
        let ledger: Ledger<IssuedRecord> = try ledger(.issued, signedBy: keys)
        guard ledger.problems.isEmpty else {
            throw ExamError(
                .unreadable, "\(logs.location(of: .issued)) is not as it was written",
                mend: "put it back from a copy: \(ledger.problems.joined(separator: "; "))")
        }
        return ledger.statements
    }

    /// The certificates that were issued, in order, as they stand now.
    ///
    /// - Throws: `ExamError`, as `issued` does.
    package func issuedCertificates() throws(ExamError) -> [IssuedCertificate] {
        let records = try issued()
        let known = People(try roster.read(), try register())
        return IssuedCertificate.list(records, by: try issuer(), known, at: try timestamp())
    }

    /// The certificates of attempts that are good still: whoever lets an attempt count no longer, or come to less, may
    /// want to take them back.
    ///
    /// - Parameter names: The attempts'.
    /// - Returns: In the order in which they were issued; none where nobody issues.
    /// - Throws: `ExamError`, as `issued` does.
    package func goodCertificates(of names: [String]) throws(ExamError) -> [IssuedCertificate] {
        guard try issuers.issuer() != nil else { return [] }
        return try issuedCertificates().filter { one in
            one.revocation == nil && !one.isExpired && one.attempt.map { names.contains($0) } ?? false
        }
    }

    /// The certificates that end soon, or have ended, and that nothing has come in place of: whose owners are to be
    /// certified anew.
    ///
    /// - Parameter days: How soon.
    /// - Returns: Those that end first, first.
    /// - Throws: `ExamError`, as `issued` does.
    package func renewals(within days: Int) throws(ExamError) -> [IssuedCertificate] {
        let now = try timestamp()
        guard days >= 0, let end = now.adding(days: days) else {
            throw ExamError(.invalid, "days are counted from 0, and end before the year 10000")
        }
        let all = try issuedCertificates().filter { $0.revocation == nil && $0.candidate != nil }
        return all.filter { one in
            one.record.validUntil < end
                && !all.contains {
                    $0.candidate == one.candidate && $0.record.achievement == one.record.achievement
                        && $0.record.validUntil > one.record.validUntil
                }
        }.sorted { ($0.record.validUntil, $0.record.id) < ($1.record.validUntil, $1.record.id) }
    }
}

/// Who is behind the numbers of the registers.
private struct People {
    private let ids: [String: String]
    private let names: [String: String]
    /// The attempts by the hashes of their ends.
    private let attempts: [String: RegisterEntry.Sitting]

    init(_ roster: Roster, _ register: AttemptRegister) {
        ids = Dictionary((roster.numbers ?? [:]).map { ($1, $0) }) { first, _ in first }
        names = Dictionary(roster.candidates.map { ($0.id, $0.name) }) { first, _ in first }
        attempts = Dictionary(
            register.attempts.compactMap { one in one.closed.flatMap { end in one.sitting.map { (end.hash, $0) } } }
        ) { first, _ in first }
    }

    func candidate(of record: IssuedRecord) -> String? {
        record.candidate ?? record.person.flatMap { ids[$0] }.map { names[$0] ?? $0 }
    }

    func attempt(of record: IssuedRecord) -> String? {
        if let attempt = record.attempt { return attempt }
        guard let sitting = attempts[record.logHead], let id = ids[sitting.person] else { return nil }
        return attemptName(of: id, at: sitting.blueprint, in: sitting.pack, number: sitting.number)
    }
}

/// A certificate that was issued, as it stands now.
package struct IssuedCertificate: Sendable, Equatable {
    /// What the register has of it.
    package let record: IssuedRecord
    /// Whose it is; nil where that was forgotten.
    package let candidate: String?
    /// What the attempt is called; nil where that was forgotten.
    package let attempt: String?
    /// The one that was issued for the same attempt before it.
    package let earlier: String?
    /// When and why it was taken back; nil where it was not.
    package let revocation: Issuer.Revocation?
    /// Whether its time is over.
    package let isExpired: Bool

    /// Whose it is, as lists show it.
    package var holder: String { Self.holder(candidate) }

    /// Whose a certificate is, as people are shown it; nil where that was forgotten.
    package static func holder(_ candidate: String?) -> String { candidate ?? "somebody who was forgotten" }

    /// All that were issued, in order.
    fileprivate static func list(
        _ records: [IssuedRecord], by issuer: Issuer, _ people: People, at now: Timestamp
    ) -> [IssuedCertificate] {
        records.enumerated().map { position, record in
            IssuedCertificate(
                record: record, candidate: people.candidate(of: record), attempt: people.attempt(of: record),
                earlier: records[..<position].last { $0.logHead == record.logHead }?.id,
                revocation: issuer.revocations.first { $0.id == record.id }, isExpired: now >= record.validUntil)
        }
    }

    /// How it stands, in a few words.
    package var words: String {
        if let revocation { return "taken back on \(revocation.revoked.day): \(revocation.reason)" }
        return isExpired ? "expired on \(record.validUntil.day)" : "good until \(record.validUntil.day)"
    }
}
