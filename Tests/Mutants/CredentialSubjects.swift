import Content
import Credentials
import FoundationEssentials
import Scoring
import Signatures

/// What issuers of certificates hand out: badges in every form, status lists, and the file about themselves.
func credentialSubjects() throws -> [Subject] {
    let team = try SampleTeam()
    return try [team.badges(), team.statusLists(), team.issuers()]
}

/// An issuer with a certificate that its status list takes back.
private struct SampleTeam {
    private let key: SigningKey
    private let issuer: Issuer
    private let signed: SignedCertificate
    private let statusList: String
    private let moment: Timestamp

    /// What is missing to make a sample.
    private struct Broken: Error {}

    private static let words = [
        "{", "}", "[", "]", "\"", ",", ":", ".", "eyJ", "null", "true", "0", "-1", "1e400", "9999999999999999999",
        "\\u0007",
        "\\u202E", "urn:uuid:", "https://example.org/team", "mailto:", "@", "alg", "none", "HS256", "EdDSA", "kid",
        "exp",
        "2026-02-30T00:00:00Z", "9999-12-31T23:59:59Z", "OpenBadgeCredential", "revocation", "verify=\"", "</svg>",
        "<svg",
        "</html>", "<openbadges:credential ", "iTXt", "IEND", "IHDR", "\0", "\u{FF}", "é",
    ]
    private static let facts = [
        "x", "0", "-1", "\\u0007", "\\u202E", "https://", "http://example.org", "urn:uuid:", "2026-02-30T00:00:00Z",
        "5c", "é",
        "revoked", "id", "null",
    ]
    private static let spice = words.map { Array($0.utf8) }

    init() throws {
        guard let key = SigningKey(hexadecimal: String(repeating: "5c", count: 32)),
            let moment = Timestamp(seconds: 1_772_442_300), let start = moment.adding(days: -30),
            let end = moment.adding(days: 700)
        else { throw Broken() }
        self.key = key
        self.moment = moment
        let address = "https://example.org/team/status.jwt"
        var issuer = try Issuer(name: "Example Coding Team", url: "https://example.org/team", key: key.publicKey)
        try issuer.publishStatusList(at: address)
        self.issuer = issuer
        let certificate = try Certificate(
            id: "urn:uuid:0fe1a5c8-7a61-4e6c-9b1e-2d4f6a8c0e13", candidate: "Ada Byron", email: "ada@example.org",
            achievement: .init(id: "home-infusion", name: "Home infusion visits", criteria: "Passed the exam."),
            scoreBand: "80 to 89 %", logHead: String(repeating: "9f3a", count: 16), validFrom: start, validUntil: end,
            status: .init(list: address, index: 7))
        signed = try SignedCertificate(certificate, by: issuer, with: key)
        let list = StatusList(settingBits: [7])
        guard let token = try issuer.sign(list, from: start, until: end, with: key) else { throw Broken() }
        statusList = token
    }

    // MARK: Kinds

    /// A token, a picture of either kind and a page, damaged; and documents that were damaged before they were signed.
    func badges() throws -> Subject {
        let files = [
            Array(signed.token.utf8), Array(Badge(signed).svg.utf8), BadgePicture(signed).png,
            Array(CertificatePage(signed).html.utf8),
        ]
        let documents = try documents(of: signed.token)
        return Subject("badges", count: files.count + 4) { place, random in
            place < files.count
                ? [("damaged", mutate(files[place], spice: Self.spice, with: &random))]
                : [("signed", sign(documents, damagedWith: &random))]
        } read: { mutant in
            guard let (name, file) = mutant.first else { return .read }
            do throws(Refusal) {
                guard let token = try CertificateFile.token(in: file) else {
                    return .init(refused: ["it is none"], isWellFormed: false)
                }
                let found = try issuer.verify(token, at: moment).certificate
                var outcome = Subject.Outcome.read
                if name == "damaged", found != signed.certificate { outcome.failure = "it certifies something else" }
                return outcome
            } catch {
                return .init(refused: error)
            }
        }
    }

    /// A list in which the certificate's bit is set: whatever is damaged, the certificate is good by no list but one that
    /// was signed.
    func statusLists() throws -> Subject {
        let documents = try documents(of: statusList)
        return Subject("status-lists", count: 4) { place, random in
            place == 0
                ? [("damaged", mutate(Array(statusList.utf8), spice: Self.spice, with: &random))]
                : [("signed", sign(documents, damagedWith: &random))]
        } read: { mutant in
            guard let (name, file) = mutant.first else { return .read }
            do throws(Refusal) {
                let list = String(decoding: file, as: UTF8.self)
                _ = try issuer.verify(signed.token, at: moment, statusList: list)
                var outcome = Subject.Outcome.read
                if name == "damaged" { outcome.failure = "a damaged list calls the certificate good" }
                return outcome
            } catch .revoked {
                return .read
            } catch {
                return .init(refused: error)
            }
        }
    }

    /// The file by which others verify, with a certificate that was taken back.
    func issuers() throws -> Subject {
        var told = issuer.published(at: moment)
        _ = try told.revoke("urn:uuid:ffe1a5c8-7a61-4e6c-9b1e-2d4f6a8c0e13", at: moment, reason: "Issued twice.")
        return Subject("issuers", [Array(try told.json().utf8)], spice: Self.facts) { file in
            guard let issuer = Issuer(json: file) else {
                let isJSON = (try? JSONDecoder().decode(AnyJSON.self, from: Data(file))) != nil
                return .init(refused: ["it is none"], isWellFormed: isJSON)
            }
            do throws(Refusal) {
                _ = try issuer.verify(signed.token, at: moment)
                return .read
            } catch {
                return .init(refused: [error.message], isWellFormed: true)
            }
        }
    }

    // MARK: Tokens

    /// The two documents of a token: what it says of its signature, and what is signed.
    private func documents(of token: String) throws -> [[UInt8]] {
        let documents = token.split(separator: ".").prefix(2).compactMap(Base64URL.decode)
        guard documents.count == 2 else { throw Broken() }
        return documents
    }

    /// A token that the issuer did sign, with something damaged in what it says.
    private func sign(_ documents: [[UInt8]], damagedWith random: inout SeededGenerator) -> [UInt8] {
        var documents = documents
        let place = random.below(8) == 0 ? 0 : 1
        documents[place] = mutate(documents[place], spice: Self.spice, with: &random)
        let message = documents.map { Base64URL.encode($0) }.joined(separator: ".")
        return Array("\(message).\(Base64URL.encode(key.sign(Array(message.utf8))))".utf8)
    }
}

/// Whatever is well formed.
private struct AnyJSON: Decodable {
    init(from decoder: any Decoder) {}
}

extension Subject.Outcome {
    fileprivate init(refused refusal: Refusal) {
        let isAboutForm = ["truncated", "unreadable"].contains(refusal.check)
        self.init(refused: [refusal.message], isWellFormed: !isAboutForm)
    }
}
