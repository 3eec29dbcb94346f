import Credentials
package import Examining
import Terminal

extension IssuedCertificate {
    package var json: JSON {
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
    package func show(_ issued: [IssuedCertificate]) {
        if issued.isEmpty { return line("No certificate is in the register yet.") }
        for one in issued {
            line(style.bold(printable(one.record.candidate)) + "  " + printable(one.record.achievement))
            var rows = [
                ["Certificate", one.record.id], ["Issued", "\(one.record.validFrom), \(one.record.scoreBand)"],
                ["Attempt", printable(one.record.attempt)],
            ]
            if let earlier = one.earlier { rows.append(["Issued again", "before it \(earlier)"]) }
            table(rows + [["Now", printable(one.words)]])
        }
    }
}
