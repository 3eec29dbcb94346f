/// By whom somebody is known who signs in elsewhere: who says so, and whom they mean by it.
package struct Identity: Sendable, Hashable {
    /// Who says so: an address.
    package let issuer: String
    /// Whom they mean; never anybody else.
    package let subject: String

    package init(issuer: String, subject: String) {
        self.issuer = issuer
        self.subject = subject
    }
}

extension Accounts {
    /// Signs in whom somebody else vouches for.
    ///
    /// - Throws: `TeamError` where nobody is connected with the identity, or no longer comes in: both are told alike.
    package func signIn(as identity: Identity) throws(TeamError) -> (token: Token, actor: Actor) {
        guard let person = try store.person(of: identity), !person.isShutOut else {
            throw TeamError(
                .invalid, "nobody comes in here by this account",
                mend: "open your invitation first, or sign in by password and connect the account at Your account")
        }
        return try begin(for: person, noting: [TrailEntry(at: now, by: person.id, .signedIn)])
    }

    /// Takes an invitation up by an identity, in place of a password.
    ///
    /// - Parameters:
    ///   - token: What the link has in it.
    ///   - identity: By which the person comes in from now on.
    ///   - name: What the issuer calls the person, where the invitation has no name; nil where it does not say.
    ///   - address: The person's mail address, where the issuer vouches for it and the invitation has none.
    /// - Returns: The token of a session.
    /// - Throws: `TeamError` where the invitation works no more, or somebody is connected with the identity.
    package func accept(
        _ token: Token?, as identity: Identity, named name: String?, at address: String?
    ) throws(TeamError) -> (token: Token, actor: Actor) {
        let invitation = try invitation(for: token)
        guard try store.person(of: identity) == nil else { throw Self.isConnected }
        let person: Person
        var changes: [TeamChange] = [.redeem(invitation.digest)]
        if let waiting = try waiting(for: invitation) {
            person = waiting
        } else {
            let told = try address.map { text throws(TeamError) in try readAddress(text) }
            guard let address = invitation.address ?? told else {
                throw TeamError(.invalid, "this account tells no mail address", mend: "choose a password instead")
            }
            person = Person(
                id: .new(), name: try Self.readName(invitation.name.isEmpty ? name ?? address.text : invitation.name),
                address: address, roles: invitation.roles, since: now)
            changes.append(.admit(person))
        }
        return try begin(
            for: person, after: changes + [.connect(identity, person.id)],
            noting: [
                TrailEntry(at: now, by: person.id, .joined, to: invitation.by?.text),
                TrailEntry(at: now, by: person.id, .connected, note: identity.issuer),
            ])
    }

    /// Lets the actor come in by an identity, too.
    ///
    /// - Throws: `TeamError` where somebody else does.
    package func connect(_ identity: Identity, to actor: Actor) throws(TeamError) {
        if let person = try store.person(of: identity) {
            guard person.id == actor.person.id else { throw Self.isConnected }
            return
        }
        try store.apply(
            [.connect(identity, actor.person.id)],
            noting: [TrailEntry(at: now, by: actor.person.id, .connected, note: identity.issuer)])
    }

    /// Lets the actor come in by no identity any more; all other sessions end.
    ///
    /// - Throws: `TeamError` where the actor has no password.
    package func disconnect(_ actor: Actor) throws(TeamError) {
        guard try store.passwordHash(of: actor.person.id) != nil else {
            throw TeamError(
                .invalid, "you have no password, and could not come in any more",
                mend: "ask your administrator for a new invitation")
        }
        try store.apply(
            [.disconnect(actor.person.id), .endAll(of: actor.person.id, but: actor.session.digest)],
            noting: [TrailEntry(at: now, by: actor.person.id, .disconnected)])
    }

    private static let isConnected = TeamError(.taken, "this account is connected with somebody already")
}
