package import Credentials
import Reports
package import Terminal

extension Console {
    /// Shows the facts of a certificate.
    package func show(_ signed: SignedCertificate) {
        let certificate = signed.certificate
        var rows = [["Candidate", certificate.candidate]]
        if let email = certificate.email { rows.append(["Mail", email]) }
        rows += [
            ["Achievement", certificate.achievement.name], ["Criteria", certificate.achievement.criteria],
            ["Score band", certificate.scoreBand], ["Valid", "\(certificate.validFrom) to \(certificate.validUntil)"],
            ["Issuer", signed.issuerName], ["Log head", certificate.logHead], ["Certificate", certificate.id],
        ]
        table(rows)
    }
}
