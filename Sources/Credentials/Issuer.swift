import FoundationEssentials
package import Signatures

/// Who issues certificates, as everybody may know it: what it takes to verify them without a network.
package struct Issuer: Sendable, Equatable, Codable {
    /// Names the issuer in every certificate.
    package let url: String
    /// What the issuer is called.
    package let name: String
    /// The one that signs now, then those that signed before and still verify.
    package private(set) var keys: [PublicKey]
    /// The certificates that were taken back, in that order.
    package private(set) var revocations: [Revocation]
    /// Where the issuer publishes its status list; nil where it does not.
    package private(set) var statusList: String?
    /// When the document was written for others; nil of the issuer's own.
    package private(set) var published: Timestamp?

    private enum CodingKeys: String, CodingKey {
        case url = "id"
        case name, keys
        case revocations = "revokedCredential"
        case statusList, published
    }

    /// A certificate that is no longer good.
    package struct Revocation: Sendable, Equatable, Codable {
        /// The certificate's.
        package let id: String
        /// When it was taken back.
        package let revoked: Timestamp
        /// Why, as everybody may read it.
        package let reason: String

        private enum CodingKeys: String, CodingKey {
            case id, revoked
            case reason = "revocationReason"
        }
    }

    /// An issuer.
    ///
    /// - Throws: `InvalidFact` for a name or an address that cannot stand in a certificate.
    package init(name: String, url: String, key: PublicKey) throws(InvalidFact) {
        self.name = try InvalidFact.checked(name, "the issuer's name")
        self.url = try InvalidFact.checkedAddress(url, "the issuer's address")
        keys = [key]
        revocations = []
    }

    /// Reads what `json` wrote; nil of anything else, and of facts that no issuer can have.
    package init?(json: [UInt8]) {
        guard let issuer = try? JSONDecoder().decode(Issuer.self, from: Data(json)), !issuer.keys.isEmpty,
            (try? issuer.check()) != nil
        else { return nil }
        self = issuer
    }

    private func check() throws(InvalidFact) {
        _ = try InvalidFact.checked(name, "the issuer's name")
        _ = try InvalidFact.checkedAddress(url, "the issuer's address")
        if let statusList { _ = try InvalidFact.checkedAddress(statusList, "the status list's address") }
        for revocation in revocations { _ = try InvalidFact.checked(revocation.reason, "the reason") }
    }

    /// The same issuer, as others are told of it at a moment.
    package func published(at moment: Timestamp) -> Issuer {
        var issuer = self
        issuer.published = moment
        return issuer
    }

    /// How many days ago the document was written for others; nil where it does not say.
    package func age(at moment: Timestamp) -> Int? {
        published.map { max(moment.seconds - $0.seconds, 0) / 86_400 }
    }

    /// Says where the status list is published, which certificates name from now on.
    ///
    /// - Throws: `InvalidFact` for what is no web address.
    package mutating func publishStatusList(at address: String) throws(InvalidFact) {
        statusList = try InvalidFact.checkedAddress(address, "the status list's address")
    }

    /// A document for those who verify. It holds nothing secret.
    ///
    /// - Throws: What the encoder objects to.
    package func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }

    /// Signs with another key from now on. Certificates of the keys before stay good.
    package mutating func rotate(to key: PublicKey) { keys = [key] + keys.filter { $0 != key } }

    /// Takes a certificate back; false where that was done before.
    ///
    /// - Throws: `InvalidFact` for a reason that nobody could read.
    package mutating func revoke(_ id: String, at moment: Timestamp, reason: String) throws(InvalidFact) -> Bool {
        let reason = try InvalidFact.checked(reason, "the reason")
        guard revocation(of: id) == nil else { return false }
        revocations.append(Revocation(id: id, revoked: moment, reason: reason))
        return true
    }

    func revocation(of id: String) -> Revocation? { revocations.first { $0.id == id } }

    /// How a certificate names a key.
    func address(of key: PublicKey) -> String { "\(url)#\(key.id)" }
}
