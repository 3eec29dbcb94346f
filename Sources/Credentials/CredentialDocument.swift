/// A certificate as Open Badges 3.0 writes it: a credential of W3C's model 2.0 with the claims of a JSON Web Token beside
/// it (1EdTech, "Open Badges Specification" 3.0, section 8.2).
struct CredentialDocument: Codable {
    struct Profile: Codable {
        let id, name, url: String
        let type: [String]
    }

    struct Subject: Codable {
        let id: String?
        let type: [String]
        let identifier: [Identity]
        let achievement: Achievement
        let result: [Result]
    }

    struct Identity: Codable {
        let type, identityHash, identityType: String
        let hashed: Bool
    }

    struct Achievement: Codable {
        let id, name, description: String
        let type: [String]
        let criteria: Criteria
        let resultDescription: [ResultDescription]
    }

    struct Criteria: Codable { let narrative: String }

    struct ResultDescription: Codable {
        let id, name, resultType: String
        let type: [String]
    }

    struct Result: Codable {
        let resultDescription, value: String
        let type: [String]
    }

    struct Status: Codable {
        let id, type, statusPurpose, statusListIndex, statusListCredential: String
    }

    struct Evidence: Codable {
        let id, name: String
        let type: [String]
    }

    let context, type: [String]
    let id, name: String
    let issuer: Profile
    let validFrom, validUntil: Timestamp
    let credentialSubject: Subject
    let evidence: [Evidence]
    let credentialStatus: Status?
    let iss, jti: String
    let sub: String?
    let nbf, exp: Int

    private enum CodingKeys: String, CodingKey {
        case context = "@context"
        case type, id, name, issuer, validFrom, validUntil, credentialSubject, evidence, credentialStatus,
            iss, jti, sub, nbf, exp
    }

    static let logAddress = "urn:preceptor:log-head:"

    init(_ certificate: Certificate, of issuer: Issuer) {
        context = [
            "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ]
        type = ["VerifiableCredential", "OpenBadgeCredential"]
        id = certificate.id
        name = certificate.achievement.name
        self.issuer = Profile(id: issuer.url, name: issuer.name, url: issuer.url, type: ["Profile"])
        validFrom = certificate.validFrom
        validUntil = certificate.validUntil
        sub = certificate.email.map { "mailto:" + $0 }
        credentialSubject = Self.subject(of: certificate, issuer.url, id: sub)
        evidence = [
            Evidence(id: Self.logAddress + certificate.logHead, name: "Head of the attempt's log", type: ["Evidence"])
        ]
        credentialStatus = certificate.status.map { status in
            Status(
                id: "\(status.list)#\(status.index)", type: "BitstringStatusListEntry",
                statusPurpose: StatusListDocument.purpose, statusListIndex: "\(status.index)",
                statusListCredential: status.list)
        }
        iss = issuer.url
        jti = certificate.id
        nbf = certificate.validFrom.seconds
        exp = certificate.validUntil.seconds
    }

    private static func subject(of certificate: Certificate, _ issuer: String, id: String?) -> Subject {
        let achievement = certificate.achievement
        let address = address(of: achievement.id, issuer)
        let scoreBand = address + "/score-band"
        return Subject(
            id: id, type: ["AchievementSubject"],
            identifier: [
                Identity(
                    type: "IdentityObject", identityHash: certificate.candidate, identityType: "name", hashed: false)
            ],
            achievement: Achievement(
                id: address, name: achievement.name, description: achievement.criteria, type: ["Achievement"],
                criteria: Criteria(narrative: achievement.criteria),
                resultDescription: [
                    ResultDescription(
                        id: scoreBand, name: "Score band", resultType: "PerformanceLevel", type: ["ResultDescription"])
                ]),
            result: [Result(resultDescription: scoreBand, value: certificate.scoreBand, type: ["Result"])])
    }

    private static func address(of achievement: String, _ issuer: String) -> String {
        "\(issuer)#achievement/\(achievement)"
    }

    /// Where the certificate stands in a status list; nil where it stands in none.
    private var status: Certificate.Status? {
        get throws(InvalidFact) {
            guard let credentialStatus else { return nil }
            return try Certificate.Status(
                list: credentialStatus.statusListCredential, index: Int(credentialStatus.statusListIndex) ?? -1)
        }
    }

    /// The facts; nil where one is missing, or where the document says something twice and not the same.
    var certificate: Certificate? {
        let achievement = credentialSubject.achievement
        let prefix = Self.address(of: "", issuer.id)
        guard achievement.id.hasPrefix(prefix), let log = evidence.first?.id, log.hasPrefix(Self.logAddress),
            let identity = credentialSubject.identifier.first, let result = credentialSubject.result.first,
            iss == issuer.id, jti == id, sub == credentialSubject.id, nbf == validFrom.seconds,
            exp == validUntil.seconds, type.contains("OpenBadgeCredential")
        else { return nil }
        do {
            return try Certificate(
                id: id, candidate: identity.identityHash, email: sub.map { String($0.dropFirst("mailto:".count)) },
                achievement: Certificate.Achievement(
                    id: String(achievement.id.dropFirst(prefix.count)), name: achievement.name,
                    criteria: achievement.criteria.narrative),
                scoreBand: result.value, logHead: String(log.dropFirst(Self.logAddress.count)), validFrom: validFrom,
                validUntil: validUntil, status: status)
        } catch {
            return nil
        }
    }
}
