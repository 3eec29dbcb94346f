package import Scoring

/// That somebody may become one of the house, by a link that works once.
package struct Invitation: Sendable, Equatable {
    /// Of the token that the link has in it.
    package let digest: Token.Digest
    /// As people write it; empty where whoever comes says it.
    package let name: String
    /// Whose it is; nil for whoever comes first, as the first administrator does.
    package let address: MailAddress?
    /// What the person will do in the house.
    package let roles: Set<Role>
    /// Who invited; nil for the server itself.
    package let by: Person.ID?
    /// When the link works no more.
    package let expires: Moment

    package init(
        digest: Token.Digest, name: String, address: MailAddress?, roles: Set<Role>, by: Person.ID?, expires: Moment
    ) {
        self.digest = digest
        self.name = name
        self.address = address
        self.roles = roles
        self.by = by
        self.expires = expires
    }
}
