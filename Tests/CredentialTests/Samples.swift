import PseudoTerminal
import Testing

@testable import Credentials
@testable import Signatures

/// An issuer with its key and a certificate of it.
struct Sample {
    static let now = 1_772_442_300

    var issuer: Issuer
    var key: SigningKey
    let certificate: Certificate

    init(email: String? = "ada@example.org", name: String = "Ada Byron", from: Int = now, days: Int = 730) throws {
        key = SigningKey()
        issuer = try Issuer(name: "Example Coding Team", url: "https://example.org/team", key: key.publicKey)
        var chance = Seeded(1)
        let start = try #require(Timestamp(seconds: from))
        certificate = try Certificate(
            id: Certificate.newID(using: &chance), candidate: name, email: email,
            achievement: .init(
                id: "home-infusion", name: "Home infusion nursing visits",
                criteria: "Passed the certification exam of 40 items under supervision."),
            scoreBand: "80 to 89 %", logHead: String(repeating: "9f3a", count: 16), validFrom: start,
            validUntil: try #require(start.adding(days: days)))
    }

    func signed() throws -> SignedCertificate { try SignedCertificate(certificate, by: issuer, with: key) }

    /// The first check that fails a year after the sample's day, by the issuer's public document; nil for a good one.
    func refusal(of token: String, at seconds: Int = now + 365 * 86_400) throws -> String? {
        let known = try #require(Issuer(json: Array(try issuer.json().utf8)))
        do {
            _ = try known.verify(token, at: try #require(Timestamp(seconds: seconds)))
            return nil
        } catch let refusal as Refusal {
            return refusal.check
        }
    }
}
