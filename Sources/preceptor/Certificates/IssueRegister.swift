import Audit
import Credentials
import Scoring
import Signatures
import Terminal

/// What the issuer keeps of each certificate that was handed out: enough to find it again, to take it back, and to see
/// that one attempt was certified twice. It names candidates, and is no part of the public document.
struct IssuedRecord: Codable, Sendable {
    let id: String
    let candidate: String
    /// The id of what was achieved.
    let achievement: String
    let scoreBand: String
    /// What the file of the attempt is called, without its ending.
    let attempt: String
    /// The signed end of the attempt's log, and of what had been added to it; nil where nothing had.
    let logHead: String
    let addendaHead: String?
    let validFrom: Moment
    let validUntil: Moment
}

extension IssuerFolder {
    private var registerPath: String { path + "/issued.log" }

    /// The certificates that were issued, in order.
    ///
    /// - Throws: `Failure` where they cannot be read, or are not as they were written.
    func issued() throws(Failure) -> [IssuedRecord] {
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
    func enter(_ record: IssuedRecord) throws(Failure) {
        let key = try signingKey(of: issuer())
        do {
            try Ledger.add(to: registerPath, by: key) { _ in record }
        } catch {
            throw Failure(error)
        }
    }
}

/// A certificate that was issued, as it stands now.
struct IssuedCertificate {
    let record: IssuedRecord
    /// The one that was issued for the same attempt before it.
    let earlier: String?
    let revocation: Issuer.Revocation?
    let isExpired: Bool

    /// All that were issued, in order.
    static func list(_ records: [IssuedRecord], by issuer: Issuer, at now: Moment) -> [IssuedCertificate] {
        records.enumerated().map { place, record in
            IssuedCertificate(
                record: record, earlier: records[..<place].last { $0.logHead == record.logHead }?.id,
                revocation: issuer.revocations.first { $0.id == record.id }, isExpired: now >= record.validUntil)
        }
    }

    /// How it stands, in a few words.
    var standing: String {
        if let revocation { return "taken back on \(revocation.revoked.day): \(revocation.reason)" }
        return isExpired ? "expired on \(record.validUntil.day)" : "good until \(record.validUntil.day)"
    }

    var json: JSON {
        let state = revocation != nil ? "revoked" : isExpired ? "expired" : "good"
        return .object([
            ("id", .string(record.id)), ("candidate", .string(record.candidate)),
            ("achievement", .string(record.achievement)), ("scoreBand", .string(record.scoreBand)),
            ("attempt", .string(record.attempt)), ("logHead", .string(record.logHead)),
            ("addendaHead", .optional(record.addendaHead)), ("validFrom", .string(record.validFrom.description)),
            ("validUntil", .string(record.validUntil.description)), ("reissueOf", .optional(earlier)),
            ("state", .string(state)), ("revoked", .optional(revocation?.revoked.description)),
            ("reason", .optional(revocation?.reason)),
        ])
    }
}

extension Console {
    /// Shows certificates that were issued.
    func show(_ issued: [IssuedCertificate]) {
        if issued.isEmpty { return line("No certificate is in the register yet.") }
        for one in issued {
            line(style.bold(printable(one.record.candidate)) + "  " + printable(one.record.achievement))
            var rows = [
                ["Certificate", one.record.id], ["Issued", "\(one.record.validFrom), \(one.record.scoreBand)"],
                ["Attempt", printable(one.record.attempt)],
            ]
            if let earlier = one.earlier { rows.append(["Issued again", "before it \(earlier)"]) }
            table(rows + [["Now", printable(one.standing)]])
        }
    }
}
