package import Scoring

/// What lets a program in, in the name of a person: a token of its own, which is told once.
package struct AccessKey: Sendable, Equatable {
    /// Names it; tells nothing of the token.
    package let id: String
    /// Of the token.
    package let digest: Token.Digest
    /// In whose name the program acts.
    package let person: Person.ID
    /// What it is for, as people write it.
    package let name: String
    /// What the program may do.
    package let scopes: Set<KeyScope>
    /// When it was made.
    package let since: Moment
    /// When it lets nobody in any more.
    package let expires: Moment

    package init(
        id: String, digest: Token.Digest, person: Person.ID, name: String, scopes: Set<KeyScope>, since: Moment,
        expires: Moment
    ) {
        self.id = id
        self.digest = digest
        self.person = person
        self.name = name
        self.scopes = scopes
        self.since = since
        self.expires = expires
    }

    /// For how many days a key may be good.
    package static let mostDays = 366
}
