package import Scoring

/// That somebody is signed in, in one browser.
package struct Session: Sendable, Equatable {
    /// Of the token that the browser keeps.
    package let digest: Token.Digest
    /// Who is signed in.
    package let person: Person.ID
    /// When it began.
    package let since: Moment
    /// When it ends by itself.
    package let expires: Moment

    package init(digest: Token.Digest, person: Person.ID, since: Moment, expires: Moment) {
        self.digest = digest
        self.person = person
        self.since = since
        self.expires = expires
    }
}

/// Who asks for something, which every operation is handed.
package struct Actor: Sendable, Equatable {
    /// Who it is.
    package let person: Person
    /// In which session.
    package let session: Session
    /// What a program may do at most that acts in the person's name; nil where the person acts.
    package let bounds: Set<Permission>?

    package init(_ person: Person, in session: Session, within bounds: Set<Permission>? = nil) {
        self.person = person
        self.session = session
        self.bounds = bounds
    }

    /// Everything that the person may do, or whoever acts in the person's name.
    package var permissions: Set<Permission> {
        let own = person.roles.reduce(into: Set<Permission>()) { $0.formUnion($1.permissions) }
        return bounds.map(own.intersection) ?? own
    }

    /// Whether the table lets the person do something about everybody, and not about groups alone.
    package func mayOfAll(_ permission: Permission) -> Bool {
        may(permission) && person.roles.contains { !$0.isOfGroups && $0.permissions.contains(permission) }
    }

    /// Whether the table lets the person do something.
    package func may(_ permission: Permission) -> Bool { permissions.contains(permission) }

    /// Holds the person against the table.
    ///
    /// - Throws: `TeamError` of kind `forbidden` where no role of the person's has the permission.
    package func check(_ permission: Permission) throws(TeamError) {
        guard may(permission) else {
            throw TeamError(.forbidden, "you may not do that", mend: "ask your administrator")
        }
    }
}
