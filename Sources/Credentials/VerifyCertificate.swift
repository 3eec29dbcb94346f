import FoundationEssentials
import Signatures

extension Issuer {
    /// Verifies a certificate without a network.
    ///
    /// - Parameters:
    ///   - token: A JSON Web Token.
    ///   - moment: When it is to be good.
    /// - Returns: The certificate with its facts.
    /// - Throws: `Refusal` for the first check that fails: form, key, signature, revocation, validity.
    package func verify(_ token: String, at moment: Timestamp) throws(Refusal) -> SignedCertificate {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 3 else { throw .unreadable("it has more than three parts") }
        guard parts.count == 3 else { throw .truncated("it has not all three parts") }
        guard parts[2].utf8.count >= Self.signatureLength else { throw .truncated("its signature is too short") }
        let key = try key(named: parts[0])
        guard let signature = Base64URL.decode(parts[2]), signature.count == 64,
            key.verifies(signature, of: Array("\(parts[0]).\(parts[1])".utf8))
        else { throw .forged }
        let certificate = try certificate(in: parts[1])
        if let revocation = revocation(of: certificate.id) {
            throw .revoked(on: revocation.revoked, reason: revocation.reason)
        }
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
    private func certificate(in text: Substring) throws(Refusal) -> Certificate {
        guard let bytes = Base64URL.decode(text),
            let document = try? JSONDecoder().decode(CredentialDocument.self, from: Data(bytes)),
            document.issuer.id == url, let certificate = document.certificate
        else { throw .unreadable("the issuer signed it, but it is of another form") }
        return certificate
    }
}
