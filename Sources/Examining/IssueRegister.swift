import Audit
package import Credentials
import Signatures
import System
package import Terminal

/// What the issuer keeps of each certificate that was handed out: enough to find it again, to take it back, and to see
/// that one attempt was certified twice. It names candidates, and is no part of the public document.
package struct IssuedRecord: Codable, Sendable {
    package let id: String
    package let candidate: String
    /// The id of what was achieved.
    package let achievement: String
    package let scoreBand: String
    /// What the file of the attempt is called, without its ending.
    package let attempt: String
    /// The signed end of the attempt's log, and of what had been added to it; nil where nothing had.
    package let logHead: String
    package let addendaHead: String?
    package let validFrom: Timestamp
    package let validUntil: Timestamp
}

extension IssuedRecord {
    /// What there is to keep of a certificate for an attempt, to which something had been added up to a hash.
    package init(_ signed: SignedCertificate, for attempt: StoredAttempt, addendaHead: String?) {
        let certificate = signed.certificate
        self.init(
            id: certificate.id, candidate: certificate.candidate, achievement: certificate.achievement.id,
            scoreBand: certificate.scoreBand, attempt: attempt.name, logHead: certificate.logHead,
            addendaHead: addendaHead, validFrom: certificate.validFrom, validUntil: certificate.validUntil)
    }
}

extension IssuerFolder {
    private var registerPath: String { path + "/issued.log" }

    /// The certificates that were issued, in order.
    ///
    /// - Throws: `Failure` where they cannot be read, or are not as they were written.
    package func issued() throws(Failure) -> [IssuedRecord] {
        let ledger: Ledger<IssuedRecord>
        do { ledger = try Ledger(at: registerPath) } catch { throw Failure(error) }
        let keys = try issuer().keys.map(\.hexadecimal)
        let foreign = ledger.keys.contains { !keys.contains($0) } ? ["an entry was signed by another key"] : []
        let problems = ledger.problems + foreign
        guard problems.isEmpty else {
            throw Failure(
                .unreadable,
                "\(registerPath) is not as it was written; put it back from a copy: \(problems.joined(separator: "; "))"
            )
        }
        return ledger.statements
    }

    /// Enters a certificate before it is handed out.
    ///
    /// - Throws: `Failure` where it cannot be kept.
    package func enter(_ record: IssuedRecord) throws(Failure) {
        let key = try signingKey(of: issuer())
        do {
            try Ledger.add(to: registerPath, by: key) { _ in record }
        } catch {
            throw Failure(error)
        }
    }
}

/// A certificate that was issued, as it stands now.
package struct IssuedCertificate {
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
    package var standing: String {
        if let revocation { return "taken back on \(revocation.revoked.day): \(revocation.reason)" }
        return isExpired ? "expired on \(record.validUntil.day)" : "good until \(record.validUntil.day)"
    }
}
