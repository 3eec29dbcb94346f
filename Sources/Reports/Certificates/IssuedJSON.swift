import Credentials
package import Examining

extension IssuedCertificate {
    /// As a program reads it.
    package var json: JSON {
        let state = revocation != nil ? "revoked" : isExpired ? "expired" : "good"
        return .object([
            ("id", .string(record.id)), ("candidate", .optional(candidate)),
            ("achievement", .string(record.achievement)), ("scoreBand", .string(record.scoreBand)),
            ("attempt", .optional(attempt)), ("logHead", .string(record.logHead)),
            ("addendaHead", .optional(record.addendaHead)), ("validFrom", .string(record.validFrom.description)),
            ("validUntil", .string(record.validUntil.description)), ("reissueOf", .optional(earlier)),
            ("state", .string(state)), ("revoked", .optional(revocation?.revoked.description)),
            ("reason", .optional(revocation?.reason)),
        ])
    }
}
