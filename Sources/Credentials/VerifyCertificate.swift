import FoundationEssentials
import Signatures

extension Issuer {
    /// Verifies a certificate without a network.
    ///
    /// - Parameters:
    ///   - token: A JSON Web Token.
    ///   - moment: When it is to be good.
    ///   - statusList: The issuer's status list, a JSON Web Token; nil where there is none at hand.
    /// - Returns: The certificate with its facts.
    /// - Throws: `Refusal` for the first check that fails: form, key, signature, revocation, status, validity.
    package func verify(
        _ token: String, at moment: Timestamp, statusList: String? = nil
    ) throws(Refusal) -> SignedCertificate {
        let certificate = try certificate(in: token)
        if let revocation = revocation(of: certificate.id) {
            throw .revoked(on: revocation.revoked, reason: revocation.reason)
        }
        if let statusList { try checkStatus(of: certificate, in: statusList, at: moment) }
        guard moment >= certificate.validFrom else { throw .notYetValid(from: certificate.validFrom) }
        guard moment < certificate.validUntil else { throw .expired(on: certificate.validUntil) }
        return SignedCertificate(certificate, issuerName: name, token: token)
    }

    /// 64 bytes in characters of 6 bits.
    private static let signatureLength = 86

    private func key(named text: Substring) throws(Refusal) -> PublicKey {
        guard let bytes = Base64URL.decode(text),
            let header = try? JSONDecoder().decode(TokenHeader.self, from: Data(bytes)),
            header.alg == TokenHeader.algorithm
        else { throw .unreadable("its header does not say that it is signed with EdDSA") }
        guard let key = keys.first(where: { address(of: $0) == header.kid }) else { throw .unknownKey(header.kid) }
        return key
    }

    /// What the issuer signed need not be a certificate of this program, nor one under this issuer's name.
    private func certificate(in token: String) throws(Refusal) -> Certificate {
        let document: CredentialDocument = try document(in: token)
        guard document.issuer.id == url, let certificate = document.certificate else { throw Self.otherForm }
        return certificate
    }

    private static let otherForm = Refusal.unreadable("the issuer signed it, but it is of another form")

    /// The document of a token that this issuer signed.
    ///
    /// - Throws: `Refusal` for the first check that fails: form, key, signature.
    func document<Document: Decodable>(in token: String) throws(Refusal) -> Document {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 3 else { throw .unreadable("it has more than three parts") }
        guard parts.count == 3 else { throw .truncated("it has not all three parts") }
        guard parts[2].utf8.count >= Self.signatureLength else { throw .truncated("its signature is too short") }
        let key = try key(named: parts[0])
        guard let signature = Base64URL.decode(parts[2]), signature.count == 64,
            key.verifies(signature, of: Array("\(parts[0]).\(parts[1])".utf8))
        else { throw .forged }
        guard let bytes = Base64URL.decode(parts[1]),
            let document = try? JSONDecoder().decode(Document.self, from: Data(bytes))
        else { throw Self.otherForm }
        return document
    }
}
