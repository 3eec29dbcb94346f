import FoundationEssentials
import Scoring
package import Signatures

/// A status list as a credential of its own, which the issuer signs and publishes as a file.
struct StatusListDocument: Codable {
    struct Subject: Codable {
        let id, type, statusPurpose, encodedList: String
    }

    let context, type: [String]
    let id, issuer: String
    let validFrom, validUntil: Timestamp
    let credentialSubject: Subject
    let iss, jti: String
    let nbf, exp: Int

    private enum CodingKeys: String, CodingKey {
        case context = "@context"
        case type, id, issuer, validFrom, validUntil, credentialSubject, iss, jti, nbf, exp
    }

    /// Of the two purposes of a bit that end a certificate, the one that is for ever.
    static let purpose = "revocation"

    init(_ list: StatusList, of issuer: Issuer, at address: String, from: Timestamp, until: Timestamp) {
        context = ["https://www.w3.org/ns/credentials/v2"]
        type = ["VerifiableCredential", "BitstringStatusListCredential"]
        id = address
        self.issuer = issuer.url
        validFrom = from
        validUntil = until
        credentialSubject = Subject(
            id: address + "#list", type: "BitstringStatusList", statusPurpose: Self.purpose, encodedList: list.encoded)
        iss = issuer.url
        jti = address
        nbf = from.seconds
        exp = until.seconds
    }
}

extension Issuer {
    /// A status list, signed.
    ///
    /// - Parameters:
    ///   - list: Of the certificates that name the issuer's address of the list.
    ///   - from: From when it holds.
    ///   - until: Until when; whoever verifies later has to get another.
    ///   - key: The issuer's key.
    /// - Returns: A JSON Web Token; nil where the issuer has no address for a list.
    /// - Throws: What the encoder objects to.
    package func sign(
        _ list: StatusList, from: Timestamp, until: Timestamp, with key: SigningKey
    ) throws -> String? {
        guard let statusList else { return nil }
        return try TokenHeader.token(
            of: StatusListDocument(list, of: self, at: statusList, from: from, until: until), by: self, with: key)
    }

    /// What a status list says of a certificate.
    ///
    /// - Parameters:
    ///   - certificate: One that was found to be this issuer's.
    ///   - token: The list.
    ///   - moment: When the list is to hold.
    /// - Throws: `Refusal` where the certificate was taken back, or the list cannot tell.
    func checkStatus(of certificate: Certificate, in token: String, at moment: Timestamp) throws(Refusal) {
        guard let status = certificate.status else { return }
        guard let document: StatusListDocument = try? self.document(in: token) else {
            throw .statusUnknown("it is no list that this issuer signed")
        }
        guard document.issuer == url, document.iss == url, document.id == status.list,
            document.credentialSubject.statusPurpose == StatusListDocument.purpose
        else { throw .statusUnknown("it is another list than the certificate names, \(status.list)") }
        guard moment >= document.validFrom else { throw .statusUnknown("it holds from \(document.validFrom) on") }
        guard moment < document.validUntil else {
            throw .statusUnknown("it held until \(document.validUntil); get it anew")
        }
        guard let isSet = StatusList(encoded: document.credentialSubject.encodedList)?.isSet(status.index) else {
            throw .statusUnknown("it is damaged, or has no place \(status.index)")
        }
        if isSet { throw .revoked(on: document.validFrom, reason: "the status list says so") }
    }
}
