import Signatures

/// A signed token (RFC 7519) as it came in: nothing of it is believed before its signature is verified.
package struct WebToken: Sendable {
    /// How it says that it is signed.
    package let algorithm: WebKey.Algorithm
    /// With which key; nil where it does not say.
    package let keyID: String?
    /// What it says.
    package let claims: JSONValue
    private let signed: [UInt8]
    private let signature: [UInt8]

    /// Reads a token.
    ///
    /// - Throws: `WebTokenFault` where it is none, or is signed in a way that is not taken here.
    package init(_ text: String) throws(WebTokenFault) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard text.utf8.count <= 64 << 10, parts.count == 3, let header = Self.object(parts[0]),
            let claims = Self.object(parts[1]), let signature = Base64URL.decode(parts[2])
        else { throw .unreadable }
        guard header["crit"] == nil, let named = header["alg"]?.text, let algorithm = WebKey.Algorithm(rawValue: named)
        else { throw .algorithm }
        self.algorithm = algorithm
        keyID = header["kid"]?.text
        self.claims = claims
        self.signature = signature
        signed = Array("\(parts[0]).\(parts[1])".utf8)
    }

    private static func object(_ part: Substring) -> JSONValue? {
        guard let bytes = Base64URL.decode(part), let value = JSONValue(bytes), case .object = value else { return nil }
        return value
    }

    /// Whether one of the keys may have signed it: of its name where it says one, and of its way to sign.
    package func isKnown(among keys: WebKeys) -> Bool { !candidates(among: keys).isEmpty }

    private func candidates(among keys: WebKeys) -> [WebKey] {
        keys.keys.filter { $0.algorithm == algorithm && (keyID == nil || $0.id == keyID) }
    }

    /// Holds the signature against the keys.
    ///
    /// - Throws: `WebTokenFault` where none of them signed it.
    package func verify(by keys: WebKeys) throws(WebTokenFault) {
        let candidates = candidates(among: keys)
        guard !candidates.isEmpty else { throw .unknownKey }
        guard candidates.contains(where: { $0.isSignature(signature, of: signed) }) else { throw .signature }
    }
}

/// Why a token is not believed.
package enum WebTokenFault: String, Error, Sendable {
    case unreadable = "it cannot be read"
    case algorithm = "it is signed in a way that is not taken here"
    case unknownKey = "it is signed with a key that nobody published"
    case signature = "its signature is wrong"
}
