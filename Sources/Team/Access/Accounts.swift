package import Scoring

/// People, and what lets them in, as every face uses it. It decides by the store and the clock that it is handed.
package struct Accounts: Sendable {
    /// Where people are kept.
    package let store: any TeamStore
    private let passwords: Passwords
    private let clock: @Sendable () -> Moment
    let limits: SignInLimits
    /// What is written to people by mail; nil where nothing is.
    let notices: Notices?

    /// - Parameters:
    ///   - store: Where people are kept.
    ///   - passwords: How passwords are tried.
    ///   - limits: How often somebody may try to sign in.
    ///   - notices: What is written to people by mail; nil where nothing is.
    ///   - clock: Tells the time.
    package init(
        in store: any TeamStore, passwords: Passwords, limits: SignInLimits = SignInLimits(),
        notices: Notices? = nil, clock: @escaping @Sendable () -> Moment
    ) {
        self.store = store
        self.passwords = passwords
        self.limits = limits
        self.notices = notices
        self.clock = clock
    }

    /// Now.
    package var now: Moment { clock() }

    /// How long a session lasts: a working day.
    static let sessionTime: Int64 = 12 * 3_600_000

    /// How long an invitation's link works: a week.
    static let invitationTime: Int64 = 7 * 24 * 3_600_000

    /// Who holds a token.
    ///
    /// - Throws: `TeamError` of kind `signedOut` where nobody does, or no longer.
    package func actor(for token: Token?) throws(TeamError) -> Actor {
        guard let token, let (session, person) = try store.session(token.digest), session.expires > now,
            !person.isShutOut
        else { throw TeamError(.signedOut, "you are not signed in") }
        return Actor(person, in: session)
    }

    /// Signs somebody in by address and password.
    ///
    /// - Parameters:
    ///   - address: As it was typed.
    ///   - password: As it was typed.
    ///   - place: Where the request comes from: an address of the network.
    /// - Returns: The token of a new session.
    /// - Throws: `TeamError`; nothing tells whether somebody has the address.
    package func signIn(
        _ address: String, _ password: String, from place: String
    ) throws(TeamError) -> (token: Token, actor: Actor) {
        let known = MailAddress(address)
        try limits.check(known?.text ?? "", from: place, at: now, in: store)
        let person: Person? = if let known { try store.person(at: known) } else { nil }
        let hash: String? = if let person { try store.passwordHash(of: person.id) } else { nil }
        let isRight = try passwords.isRight(password, for: hash)
        guard isRight, let person, !person.isShutOut else {
            try limits.note(known?.text ?? "", from: place, at: now, in: store)
            if let person {
                try store.apply([], noting: [TrailEntry(at: now, by: nil, .failedToSignIn, to: person.id.text)])
            }
            throw TeamError(.invalid, "this address and this password do not belong together")
        }
        try limits.forget(person.address.text, in: store)
        return try begin(for: person, noting: [TrailEntry(at: now, by: person.id, .signedIn)])
    }

    /// Ends a session.
    ///
    /// - Throws: `TeamError` where that cannot be kept.
    package func signOut(_ actor: Actor) throws(TeamError) {
        try store.apply(
            [.end(actor.session.digest)], noting: [TrailEntry(at: now, by: actor.person.id, .signedOut)])
    }

    /// Ends all sessions of a person, this one too.
    ///
    /// - Throws: `TeamError` where that cannot be kept.
    package func signOutEverywhere(_ actor: Actor) throws(TeamError) {
        try store.apply(
            [.endAll(of: actor.person.id, but: nil)],
            noting: [TrailEntry(at: now, by: actor.person.id, .signedOutEverywhere)])
    }

    /// Gives a person another password, and ends all other sessions.
    ///
    /// - Throws: `TeamError` where the old password is wrong, or the new one is none.
    package func changePassword(of actor: Actor, from old: String, to new: String) throws(TeamError) {
        let person = actor.person
        try limits.check(person.address.text, from: person.id.text, at: now, in: store)
        guard try passwords.isRight(old, for: try store.passwordHash(of: person.id)) else {
            try limits.note(person.address.text, from: person.id.text, at: now, in: store)
            throw TeamError(.invalid, "this is not your password")
        }
        let hash = try passwords.hash(new, for: person.address)
        try store.apply(
            [.setPassword(person.id, hash: hash), .endAll(of: person.id, but: actor.session.digest)],
            noting: [TrailEntry(at: now, by: person.id, .changedPassword)])
    }

    /// Gives somebody another password without the old one, and ends all sessions: for whoever has the machine.
    ///
    /// - Throws: `TeamError` where nobody has the address, or the password is none.
    package func resetPassword(at address: String, to new: String) throws(TeamError) {
        guard let address = MailAddress(address), let person = try store.person(at: address) else {
            throw TeamError(
                .notFound, "nobody signs in by this address", mend: "preceptor-server user list tells who does")
        }
        let hash = try passwords.hash(new, for: address)
        try store.apply(
            [.setPassword(person.id, hash: hash), .endAll(of: person.id, but: nil)],
            noting: [TrailEntry(at: now, by: nil, .changedPassword, to: person.id.text)])
    }

    /// Begins a session, with what else belongs to it, all or nothing.
    func begin(
        for person: Person, after changes: [TeamChange] = [], noting entries: [TrailEntry]
    ) throws(TeamError) -> (token: Token, actor: Actor) {
        let token = Token.new()
        let session = Session(
            digest: token.digest, person: person.id, since: now, expires: now.adding(milliseconds: Self.sessionTime))
        try store.apply(changes + [.clear(before: now), .begin(session)], noting: entries)
        return (token, Actor(person, in: session))
    }

    /// The hash of a new password.
    func hash(_ password: String, for address: MailAddress) throws(TeamError) -> String {
        try passwords.hash(password, for: address)
    }
}
