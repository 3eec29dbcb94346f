import Foundation
import Testing

@testable import Credentials
@testable import Signatures

/// 1EdTech's JSON Schema of an AchievementCredential (Open Badges 3.0) and W3C's Bitstring Status List, as rules for the
/// members that our documents have. The schemas themselves are in no package that a test could install.
@Suite struct `The published schemas` {
    private static let address = "https://example.org/team/status.jwt"

    /// A certificate with or without a mail address, and with or without a place in a status list.
    @Test(arguments: [nil, "ada@example.org"], [true, false])
    func `are kept to by certificates`(email: String?, hasStatus: Bool) throws {
        var sample = try Sample(email: email)
        try sample.issuer.publishStatusList(at: Self.address)
        let facts = sample.certificate
        let certificate = try Certificate(
            id: facts.id, candidate: facts.candidate, email: email, achievement: facts.achievement,
            scoreBand: facts.scoreBand, logHead: facts.logHead, validFrom: facts.validFrom,
            validUntil: facts.validUntil, status: hasStatus ? .init(list: Self.address, index: 7) : nil)
        try check(SignedCertificate(certificate, by: sample.issuer, with: sample.key).token, against: .credential)
    }

    @Test func `are kept to by status lists`() throws {
        var sample = try Sample()
        try sample.issuer.publishStatusList(at: Self.address)
        let facts = sample.certificate
        let token = try sample.issuer.sign(
            StatusList(settingBits: [7]), from: facts.validFrom, until: facts.validUntil, with: sample.key)
        try check(try #require(token), against: .statusList)
    }

    /// The document of a token keeps to its rule, and would not without any one of the members that it must have.
    private func check(_ token: String, against rule: Rule) throws {
        let content = try #require(Base64URL.decode(token.split(separator: ".")[1]))
        var document = try #require(try JSONSerialization.jsonObject(with: Data(content)) as? [String: Any])
        // The claims of the token stand beside the document, and are none of it.
        for claim in ["iss", "jti", "sub", "nbf", "exp"] { document[claim] = nil }
        #expect(rule.problems(with: document) == [])
        #expect((document["@context"] as? [String])?.first == "https://www.w3.org/ns/credentials/v2")
        let poorer = rule.poorer(document)
        #expect(!poorer.isEmpty && poorer.allSatisfy { !rule.problems(with: $0).isEmpty })
    }
}

/// What a value may be.
private indirect enum Rule: Sendable {
    case text, address, moment, flag
    case oneOf(Set<String>)
    /// A list of texts, these among them.
    case having(Set<String>)
    case matching(String)
    case list(of: Rule)
    /// No members but these.
    case object([String: Rule], optional: [String: Rule])

    /// What is wrong with a value, each with its place.
    func problems(with value: Any, at place: String = "") -> [String] {
        let isRight: Bool
        switch self {
        case .text: isRight = (value as? String)?.isEmpty == false
        case .address: return Rule.matching("[a-z]+:[!-~]+").problems(with: value, at: place)
        case .moment:
            return Rule.matching("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z").problems(
                with: value, at: place)
        case .flag: isRight = value is Bool
        case .oneOf(let words): isRight = (value as? String).map(words.contains) ?? false
        case .having(let words): isRight = (value as? [String]).map { words.isSubset(of: $0) } ?? false
        case .matching(let pattern):
            let text = value as? String
            isRight = text?.range(of: "^(\(pattern))$", options: .regularExpression) != nil
        case .list(let rule):
            guard let values = value as? [Any] else { return ["\(place) is no list"] }
            return values.enumerated().flatMap { rule.problems(with: $1, at: "\(place)[\($0)]") }
        case .object(let required, let optional):
            guard let members = value as? [String: Any] else { return ["\(place) is no object"] }
            let missing = required.keys.filter { members[$0] == nil }.map { "\(place).\($0) is missing" }
            return missing
                + members.flatMap { name, value in
                    (required[name] ?? optional[name])?.problems(with: value, at: "\(place).\(name)")
                        ?? ["\(place).\(name) is not known"]
                }
        }
        return isRight ? [] : ["\(place) is \(value)"]
    }

    /// The same value without one of the members that it must have, at any depth, in turn.
    func poorer(_ value: Any) -> [Any] {
        switch self {
        case .list(let rule):
            guard let values = value as? [Any], let first = values.first else { return [] }
            return rule.poorer(first).map { [$0] + values.dropFirst() }
        case .object(let required, let optional):
            guard let members = value as? [String: Any] else { return [] }
            let without = required.keys.map { name in members.filter { $0.key != name } as Any }
            let deeper = members.flatMap { name, value in
                ((required[name] ?? optional[name])?.poorer(value) ?? []).map { poorer in
                    members.merging([name: poorer]) { $1 } as Any
                }
            }
            return without + deeper
        default: return []
        }
    }
}

extension Rule {
    private static let profile = Rule.object(
        ["id": .address, "type": .having(["Profile"])], optional: ["name": .text, "url": .address])
    private static let identity = Rule.object(
        [
            "type": .oneOf(["IdentityObject"]), "hashed": .flag, "identityHash": .text,
            "identityType": .oneOf(["name", "emailAddress", "userName", "accountId", "identifier", "sourcedId"]),
        ], optional: ["salt": .text])
    private static let resultDescription = Rule.object(
        [
            "id": .address, "type": .having(["ResultDescription"]), "name": .text,
            "resultType": .oneOf([
                "GradePointAverage", "LetterGrade", "Percent", "PerformanceLevel", "PredictedScore", "RawScore",
                "Result",
                "RubricCriterion", "RubricCriterionLevel", "RubricScore", "ScaledScore", "Status",
            ]),
        ], optional: [:])
    private static let achievement = Rule.object(
        [
            "id": .address, "type": .having(["Achievement"]), "name": .text, "description": .text,
            "criteria": .object([:], optional: ["id": .address, "narrative": .text]),
        ], optional: ["resultDescription": .list(of: resultDescription)])
    private static let result = Rule.object(
        ["type": .having(["Result"])], optional: ["resultDescription": .address, "value": .text])
    private static let subject = Rule.object(
        ["type": .having(["AchievementSubject"]), "achievement": achievement],
        optional: ["id": .address, "identifier": .list(of: identity), "result": .list(of: result)])
    private static let evidence = Rule.object(
        ["type": .having(["Evidence"])], optional: ["id": .address, "name": .text])
    private static let purpose = Rule.oneOf(["revocation", "suspension", "refresh", "message"])
    private static let status = Rule.object(
        [
            "id": .address, "type": .oneOf(["BitstringStatusListEntry"]), "statusPurpose": purpose,
            "statusListIndex": .matching("[0-9]+"), "statusListCredential": .address,
        ], optional: [:])

    static let credential = Rule.object(
        [
            "@context": .having([
                "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
            ]),
            "id": .address, "type": .having(["VerifiableCredential", "OpenBadgeCredential"]), "issuer": profile,
            "validFrom": .moment, "credentialSubject": subject,
        ],
        optional: [
            "name": .text, "validUntil": .moment, "evidence": .list(of: evidence), "credentialStatus": status,
        ])

    static let statusList = Rule.object(
        [
            "@context": .having(["https://www.w3.org/ns/credentials/v2"]), "issuer": .address,
            "type": .having(["VerifiableCredential", "BitstringStatusListCredential"]),
            "credentialSubject": .object(
                [
                    "type": .oneOf(["BitstringStatusList"]), "statusPurpose": purpose,
                    "encodedList": .matching("u[A-Za-z0-9_-]+"),
                ], optional: ["id": .address]),
        ], optional: ["id": .address, "validFrom": .moment, "validUntil": .moment])
}
