/// The key with which anybody can tell that its owner signed (Ed25519, RFC 8032).
package struct PublicKey: Hashable, Sendable {
    /// 32 of them.
    let bytes: [UInt8]

    /// The key that belongs to a signing key.
    init(point: [UInt8]) { bytes = point }

    /// A key; nil unless there are 32 bytes that make one.
    init?(_ bytes: [UInt8]) {
        guard Ed25519.isPoint(bytes) else { return nil }
        self.bytes = bytes
    }

    /// Reads a key as `hexadecimal` writes it; nil of anything else.
    package init?(hexadecimal text: String) {
        guard let bytes = Signatures.bytes(ofHexadecimal: text) else { return nil }
        self.init(bytes)
    }

    /// 64 digits, as logs name the key that sealed them.
    package var hexadecimal: String { Signatures.hexadecimal(bytes) }

    /// Its name: the thumbprint of the key itself (RFC 7638), so that no two keys share one.
    package var id: String {
        let members = #"{"crv":"Ed25519","kty":"OKP","x":"\#(Base64URL.encode(bytes))"}"#
        return Base64URL.encode(sha256(Array(members.utf8)))
    }

    /// As other programs read it (RFC 8410).
    package var pem: String { PEM.encode(Self.header + bytes, "PUBLIC KEY") }

    private static let header: [UInt8] = [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00]

    /// Whether the key's owner signed the message.
    package func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        Ed25519.isSignature(signature, of: message, by: bytes)
    }
}

/// As a JSON Web Key (RFC 8037).
extension PublicKey: Codable {
    private enum Member: String, CodingKey {
        case type = "kty"
        case curve = "crv"
        case point = "x"
        case id = "kid"
        case algorithm = "alg"
    }

    package init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Member.self)
        let point = Base64URL.decode(try members.decode(String.self, forKey: .point))
        guard try members.decode(String.self, forKey: .curve) == "Ed25519", let key = point.flatMap(PublicKey.init),
            try members.decode(String.self, forKey: .id) == key.id
        else {
            throw DecodingError.dataCorruptedError(forKey: .point, in: members, debugDescription: "not an Ed25519 key")
        }
        self = key
    }

    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Member.self)
        try members.encode("OKP", forKey: .type)
        try members.encode("Ed25519", forKey: .curve)
        try members.encode(Base64URL.encode(bytes), forKey: .point)
        try members.encode(id, forKey: .id)
        try members.encode("EdDSA", forKey: .algorithm)
    }
}
