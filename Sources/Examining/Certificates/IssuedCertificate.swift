import Audit
package import Credentials
import Signatures

/// What the issuer keeps of each certificate that was handed out: enough to find it again, to take it back, and to see
/// that one attempt was certified twice. It names candidates, and is no part of the public document.
package struct IssuedRecord: Codable, Sendable, Equatable {
    package let id: String
    package let candidate: String
    /// The id of what was achieved.
    package let achievement: String
    package let scoreBand: String
    /// What the attempt is called.
    package let attempt: String
    /// The signed end of the attempt's log.
    package let logHead: String
    /// That of what had been added to it; nil where nothing had.
    package let addendaHead: String?
    package let validFrom: Timestamp
    package let validUntil: Timestamp
    /// The certificate's place in the issuer's status list; nil where it is in none.
    package let statusIndex: Int?
}

extension Exams {
    /// The certificates that were issued, in order.
    ///
    /// - Throws: `ExamError` where nobody issues, they cannot be read, or are not as they were written.
    package func issued() throws(ExamError) -> [IssuedRecord] {
        let ledger: Ledger<IssuedRecord> = try ledger(.issued)
        let keys = try issuer().keys.map(\.hexadecimal)
        let foreign = ledger.keys.contains { !keys.contains($0) } ? ["an entry was signed by another key"] : []
        let problems = ledger.problems + foreign
        guard problems.isEmpty else {
            throw ExamError(
                .unreadable, "\(logs.location(of: .issued)) is not as it was written",
                mend: "put it back from a copy: \(problems.joined(separator: "; "))")
        }
        return ledger.statements
    }

    /// The certificates that were issued, in order, as they stand now.
    ///
    /// - Throws: `ExamError`, as `issued` does.
    package func issuedCertificates() throws(ExamError) -> [IssuedCertificate] {
        IssuedCertificate.list(try issued(), by: try issuer(), at: try timestamp())
    }
}

/// A certificate that was issued, as it stands now.
package struct IssuedCertificate: Sendable, Equatable {
    package let record: IssuedRecord
    /// The one that was issued for the same attempt before it.
    package let earlier: String?
    package let revocation: Issuer.Revocation?
    package let isExpired: Bool

    /// All that were issued, in order.
    package static func list(_ records: [IssuedRecord], by issuer: Issuer, at now: Timestamp) -> [IssuedCertificate] {
        records.enumerated().map { place, record in
            IssuedCertificate(
                record: record, earlier: records[..<place].last { $0.logHead == record.logHead }?.id,
                revocation: issuer.revocations.first { $0.id == record.id }, isExpired: now >= record.validUntil)
        }
    }

    /// How it stands, in a few words.
    package var words: String {
        if let revocation { return "taken back on \(revocation.revoked.day): \(revocation.reason)" }
        return isExpired ? "expired on \(record.validUntil.day)" : "good until \(record.validUntil.day)"
    }
}
