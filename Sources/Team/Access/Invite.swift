import Scoring

extension Accounts {
    /// Invites somebody: whoever opens the link chooses a password and is in.
    ///
    /// - Parameters:
    ///   - name: As people write it.
    ///   - address: As it was typed.
    ///   - roles: What the person will do.
    ///   - actor: Who invites.
    /// - Returns: What the link has in it.
    /// - Throws: `TeamError` where the actor may not give these roles, or somebody has the address.
    package func invite(
        _ name: String, at address: String, as roles: Set<Role>, by actor: Actor
    ) throws(TeamError) -> (token: Token, invitation: Invitation) {
        try actor.check(.invite)
        guard actor.may(.administer) || roles.isSubset(of: Role.givenByLeads) else {
            throw TeamError(.forbidden, "only an administrator gives these roles")
        }
        guard !roles.isEmpty else { throw TeamError(.invalid, "say what the person will do: choose a role at least") }
        let name = try Self.readName(name)
        let address = try readAddress(address)
        guard try store.person(at: address) == nil else { throw TeamError(.taken, "\(address) is in already") }
        return try keepInvitation(name, address, roles, by: actor)
    }

    /// An invitation for the first administrator; nil where somebody is in already. An earlier link works no more.
    ///
    /// - Throws: `TeamError` where it cannot be kept.
    package func inviteFirstAdministrator() throws(TeamError) -> Token? {
        guard try store.people().isEmpty else { return nil }
        let earlier = try store.invitations().filter { $0.by == nil }
        for invitation in earlier { try store.apply([.redeem(invitation.digest)], noting: []) }
        return try keepInvitation("", nil, [.administrator, .lead], by: nil).token
    }

    private func keepInvitation(
        _ name: String, _ address: MailAddress?, _ roles: Set<Role>, by actor: Actor?
    ) throws(TeamError) -> (token: Token, invitation: Invitation) {
        let token = Token.new()
        let invitation = Invitation(
            digest: token.digest, name: name, address: address, roles: roles, by: actor?.person.id,
            expires: now.adding(milliseconds: Self.invitationTime))
        let entry = TrailEntry(at: now, by: actor?.person.id, .invited, to: address?.text, note: roles.text)
        let letter = notices?.invitation(invitation, token, at: now)
        try store.apply([.clear(before: now), .invite(invitation)] + (letter.map { [$0] } ?? []), noting: [entry])
        return (token, invitation)
    }

    /// The invitation that a link has in it.
    ///
    /// - Throws: `TeamError` of kind `notFound` where it works no more.
    package func invitation(for token: Token?) throws(TeamError) -> Invitation {
        guard let token, let invitation = try store.invitation(token.digest), invitation.expires > now else {
            throw TeamError(
                .notFound, "this invitation was used already, or is too old", mend: "ask for another one")
        }
        return invitation
    }

    /// Takes an invitation up: makes the person, and signs in.
    ///
    /// - Parameters:
    ///   - token: What the link has in it.
    ///   - name: As the person writes it.
    ///   - address: As it was typed, where the invitation has none.
    ///   - password: The new one.
    /// - Returns: The token of a session.
    /// - Throws: `TeamError` where the invitation works no more, or something that was typed is none.
    package func accept(
        _ token: Token?, as name: String, at address: String, password: String
    ) throws(TeamError) -> (token: Token, actor: Actor) {
        let invitation = try invitation(for: token)
        let address = if let known = invitation.address { known } else { try readAddress(address) }
        if let waiting = try waiting(for: invitation) {
            let hash = try hash(password, for: address)
            return try begin(
                for: waiting, after: [.redeem(invitation.digest), .setPassword(waiting.id, hash: hash)],
                noting: [TrailEntry(at: now, by: waiting.id, .joined, to: invitation.by?.text)])
        }
        let person = Person(
            id: .new(), name: try Self.readName(name), address: address, roles: invitation.roles, since: now)
        let hash = try hash(password, for: address)
        return try begin(
            for: person,
            after: [.redeem(invitation.digest), .admit(person), .setPassword(person.id, hash: hash)],
            noting: [TrailEntry(at: now, by: person.id, .joined, to: invitation.by?.text)])
    }

    /// Somebody who was taken in from a file and has chosen no password yet, where the invitation is to them.
    func waiting(for invitation: Invitation) throws(TeamError) -> Person? {
        guard let address = invitation.address, let person = try store.person(at: address) else { return nil }
        return try store.passwordHash(of: person.id) == nil && !person.isShutOut ? person : nil
    }

    /// - Throws: `TeamError` where it is none.
    func readAddress(_ text: String) throws(TeamError) -> MailAddress {
        guard let address = MailAddress(text) else {
            throw TeamError(.invalid, "this is no mail address", mend: "it looks like ada@example.org")
        }
        return address
    }

    /// - Throws: `TeamError` where it is no name.
    static func readName(_ text: String) throws(TeamError) -> String {
        let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !name.isEmpty, name.count <= 100 else {
            throw TeamError(.invalid, name.isEmpty ? "say the name" : "a name has at most 100 characters")
        }
        let isStrange = name.unicodeScalars.contains { $0 != " " && $0.isUnseen }
        guard !isStrange else { throw TeamError(.invalid, "the name has a character that nobody sees") }
        return name
    }
}
