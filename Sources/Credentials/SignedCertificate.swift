import FoundationEssentials
package import Signatures

/// A certificate with its issuer's signature: a JSON Web Signature in its compact form (RFC 7515), which is a JSON Web
/// Token.
package struct SignedCertificate: Sendable, Equatable {
    /// The facts.
    package let certificate: Certificate
    /// What the issuer is called.
    package let issuerName: String
    /// The text that whoever verifies needs.
    package let token: String

    /// Signs a certificate.
    ///
    /// - Parameters:
    ///   - certificate: The facts.
    ///   - issuer: Who issues it.
    ///   - key: The issuer's key.
    /// - Throws: What the encoder objects to.
    package init(_ certificate: Certificate, by issuer: Issuer, with key: SigningKey) throws {
        token = try TokenHeader.token(of: CredentialDocument(certificate, of: issuer), by: issuer, with: key)
        self.certificate = certificate
        issuerName = issuer.name
    }

    init(_ certificate: Certificate, issuerName: String, token: String) {
        self.certificate = certificate
        self.issuerName = issuerName
        self.token = token
    }
}

/// What a token says of its own signature. Nothing in it is believed before the signature is verified with a key that
/// the issuer is known to have.
struct TokenHeader: Codable {
    static let algorithm = "EdDSA"

    let alg, kid: String
    let typ: String?

    /// A document with its issuer's signature.
    ///
    /// - Throws: What the encoder objects to.
    static func token(of document: some Encodable, by issuer: Issuer, with key: SigningKey) throws -> String {
        let header = TokenHeader(alg: algorithm, kid: issuer.address(of: key.publicKey), typ: "JWT")
        let content = [try canonical(header), try canonical(document)]
        let message = content.map(Base64URL.encode).joined(separator: ".")
        return message + "." + Base64URL.encode(key.sign(Array(message.utf8)))
    }
}
