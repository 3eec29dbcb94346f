package import Credentials

extension JSON {
    /// The facts of a certificate.
    ///
    /// - Parameters:
    ///   - signed: The certificate.
    ///   - earlier: The id of the one that was issued for the same attempt before; nil where there was none.
    package init(_ signed: SignedCertificate, reissueOf earlier: String? = nil) {
        let certificate = signed.certificate
        self = .object([
            ("id", .string(certificate.id)), ("candidate", .string(certificate.candidate)),
            ("email", .optional(certificate.email)),
            (
                "achievement",
                .object([
                    ("id", .string(certificate.achievement.id)), ("name", .string(certificate.achievement.name)),
                    ("criteria", .string(certificate.achievement.criteria)),
                ])
            ),
            ("scoreBand", .string(certificate.scoreBand)), ("logHead", .string(certificate.logHead)),
            ("validFrom", .string(certificate.validFrom.description)),
            ("validUntil", .string(certificate.validUntil.description)), ("issuer", .string(signed.issuerName)),
            ("reissueOf", .optional(earlier)),
        ])
    }
}
