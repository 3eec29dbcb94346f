package import Scoring

/// A step of what is kept of people. Steps that belong together are applied all or none.
package enum TeamChange: Sendable, Equatable {
    /// Takes a person in; `taken` where somebody has the address.
    case admit(Person)
    /// Keeps what a person is now; `notFound` where there is none, `taken` where another has the address.
    case update(Person)
    /// Keeps what a person is now, as `update`; `invalid` where nobody would be left who administers and may sign in.
    case updateLeavingAdministrator(Person)
    /// Keeps the hash of a person's password, in place of an earlier one.
    case setPassword(Person.ID, hash: String)
    /// Keeps an invitation, in place of earlier ones to the same address.
    case invite(Invitation)
    /// Takes an invitation away; `notFound` where it is not there, so that it works once.
    case redeem(Token.Digest)
    /// Keeps a session.
    case begin(Session)
    /// Takes a session away; nothing where there is none.
    case end(Token.Digest)
    /// Takes all sessions of a person away, but for one; without one to be kept, the person's keys, too.
    case endAll(of: Person.ID, but: Token.Digest?)
    /// Keeps something that is said to the candidate of an attempt, or where it is nil to everybody who sits one.
    case say(String, to: String?, at: Moment)
    /// Keeps a certificate that is handed out.
    case keep(KeptCertificate)
    /// Keeps a key.
    case make(AccessKey)
    /// Takes a key away; `notFound` where it is not there.
    case endKey(String)
    /// Lets a person come in by an identity; `taken` where somebody does.
    case connect(Identity, Person.ID)
    /// Lets a person come in by no identity any more.
    case disconnect(Person.ID)
    /// Puts something in the outbox; of the same subject only the first.
    case send(Outgoing)
    /// Keeps a version of a pack with its files; `taken` where it is there already.
    case putUp(PackVersion, [PackFile])
    /// Notes who has reviewed a version; `taken` where it is no draft, or no longer.
    case review(String, PackVersion.Deed)
    /// Takes a draft away; `taken` where it is none, or no longer.
    case turnDown(String)
    /// Keeps from when on a version is in use.
    case use(PackUse)
    /// Lets somebody lead a group; nothing where the person does.
    case lead(GroupLead)
    /// Lets somebody lead a group no longer; nothing where the person does not.
    case leadNoLonger(GroupLead)
    /// Takes away what has expired by a moment.
    case clear(before: Moment)
}

/// Where people, and what lets them in, are kept. What a call has acknowledged is never lost; a call that throws has
/// changed nothing. Calls block until they are done: whoever must not wait calls from a thread of its own.
package protocol TeamStore: Sendable {
    /// Applies changes, all or none, and notes in the trail what was done, with them or not at all.
    ///
    /// - Throws: `TeamError` as the change that failed says, or `unavailable`.
    func apply(_ changes: [TeamChange], noting entries: [TrailEntry]) throws(TeamError)

    /// The person of an id; nil where there is none.
    func person(_ id: Person.ID) throws(TeamError) -> Person?

    /// The person who signs in by an address; nil where there is none.
    func person(at address: MailAddress) throws(TeamError) -> Person?

    /// The person who comes in by an identity; nil where nobody does.
    func person(of identity: Identity) throws(TeamError) -> Person?

    /// Who vouches for a person.
    func identities(of person: Person.ID) throws(TeamError) -> [Identity]

    /// Everybody, by name.
    func people() throws(TeamError) -> [Person]

    /// The hash of a person's password; nil where there is none.
    func passwordHash(of person: Person.ID) throws(TeamError) -> String?

    /// The invitation of a digest; nil where there is none, or no longer.
    func invitation(_ digest: Token.Digest) throws(TeamError) -> Invitation?

    /// All invitations that were not taken up, the last to expire first.
    func invitations() throws(TeamError) -> [Invitation]

    /// The session of a digest, with who it is; nil where there is none.
    func session(_ digest: Token.Digest) throws(TeamError) -> (session: Session, person: Person)?

    /// The key of a digest, with whose it is; nil where there is none.
    func key(_ digest: Token.Digest) throws(TeamError) -> (key: AccessKey, person: Person)?

    /// All keys, the last one first.
    func keys() throws(TeamError) -> [AccessKey]

    /// Counts one more of something.
    ///
    /// - Parameters:
    ///   - key: What is counted.
    ///   - period: Which stretch of time it belongs to; counts of earlier ones are forgotten.
    /// - Returns: How many there were in the period so far.
    /// - Throws: `TeamError` of kind `unavailable`.
    func count(_ key: String, in period: Int64) throws(TeamError) -> Int

    /// How many of something were counted in a period.
    func counted(_ key: String, in period: Int64) throws(TeamError) -> Int

    /// Forgets what was counted.
    func forgetCount(_ key: String) throws(TeamError)

    /// What was said to the candidate of an attempt, and from a moment on to everybody, after a number.
    func messages(to attempt: String, since moment: Moment, after number: Int64) throws(TeamError) -> [Message]

    /// A certificate, by its id; nil where none was handed out.
    func certificate(_ id: String) throws(TeamError) -> KeptCertificate?

    /// The certificates that were handed out for an attempt.
    func certificates(of attempt: String) throws(TeamError) -> [KeptCertificate]

    /// The versions of packs that were put up, the last one first.
    func packVersions() throws(TeamError) -> [PackVersion]

    /// The files of a version of a pack, by path; none where there is no such version.
    func packFiles(of version: String) throws(TeamError) -> [PackFile]

    /// What is said of the use of versions, in the order in which it takes effect.
    func packUses() throws(TeamError) -> [PackUse]

    /// Who leads which group.
    func groupLeads() throws(TeamError) -> [GroupLead]

    /// The last entries of the trail, the last first.
    func trail(_ count: Int) throws(TeamError) -> [TrailEntry]

    /// All lines of the trail, for whoever holds it against what was written.
    func trailLines() throws(TeamError) -> [String]
}
