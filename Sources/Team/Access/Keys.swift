import Scoring
import Signatures

extension Accounts {
    /// Makes a key by which a program acts in the actor's name.
    ///
    /// - Parameters:
    ///   - name: What it is for.
    ///   - scopes: What the program may do.
    ///   - days: For how long.
    ///   - actor: Who makes it.
    /// - Returns: The token, which is told nowhere else, and what is kept.
    /// - Throws: `TeamError` where the actor may not do what the key is to allow, or something of it makes no sense.
    package func makeKey(
        _ name: String, _ scopes: Set<KeyScope>, days: Int, by actor: Actor
    ) throws(TeamError) -> (token: Token, key: AccessKey) {
        // Whoever trains may go on in a terminal; keys for anything else are for those who look after the house.
        if scopes != [.train] { try actor.check(.automate) }
        guard !scopes.isEmpty else {
            throw TeamError(.invalid, "say what the key is to allow: choose a scope at least")
        }
        for scope in KeyScope.allCases where scopes.contains(scope) {
            guard actor.may(scope.needed) else {
                throw TeamError(.forbidden, "you may not do what \(scope.rawValue) allows", mend: "leave it out")
            }
        }
        guard (1...AccessKey.mostDays).contains(days) else {
            throw TeamError(.invalid, "a key is good for 1 to \(AccessKey.mostDays) days")
        }
        let token = Token.new()
        let key = AccessKey(
            id: randomName(), digest: token.digest, person: actor.person.id, name: try Self.readName(name),
            scopes: scopes, since: now, expires: now.adding(milliseconds: Int64(days) * 86_400_000))
        guard try keys(of: actor).count < Self.mostKeys else {
            throw TeamError(.invalid, "you have \(Self.mostKeys) keys already", mend: "end one that nobody needs")
        }
        try store.apply(
            [.clear(before: now), .make(key)],
            noting: [TrailEntry(at: now, by: actor.person.id, .madeKey, to: key.id, note: scopes.text)])
        return (token, key)
    }

    /// How many keys a person may have.
    private static let mostKeys = 50

    /// The actor's own keys, the last one first.
    ///
    /// - Throws: `TeamError` where they cannot be read.
    package func keys(of actor: Actor) throws(TeamError) -> [AccessKey] {
        try store.keys().filter { $0.person == actor.person.id && $0.expires > now }
    }

    /// Everybody's keys, the last one first, with whose they are; only the actor's own where the actor does not
    /// administer.
    ///
    /// - Throws: `TeamError` where the actor may have none but the terminal's.
    package func allKeys(for actor: Actor) throws(TeamError) -> [(key: AccessKey, person: Person)] {
        try actor.check(.automate)
        let people = Dictionary(try store.people().map { ($0.id, $0) }) { first, _ in first }
        return try store.keys().filter { $0.expires > now }.compactMap { key in
            guard let person = people[key.person], key.person == actor.person.id || actor.may(.administer) else {
                return nil
            }
            return (key, person)
        }
    }

    /// Ends a key: it lets nobody in from then on.
    ///
    /// - Throws: `TeamError` of kind `notFound` where there is none that the actor may end.
    package func endKey(_ id: String, by actor: Actor) throws(TeamError) {
        let key = try store.keys().first { $0.id == id }
        guard let key, key.person == actor.person.id || actor.may(.administer) else {
            throw TeamError(.notFound, "there is no such key")
        }
        try store.apply(
            [.endKey(id)], noting: [TrailEntry(at: now, by: actor.person.id, .endedKey, to: id, note: key.name)])
    }

    /// Who acts by a key, as far as it goes.
    ///
    /// - Parameters:
    ///   - token: What the program sent; nil where it is none.
    ///   - place: Where the request comes from: an address of the network.
    /// - Returns: Who acts, and by which key.
    /// - Throws: `TeamError` of kind `signedOut` where it is nobody's key, `tooMany` where it was used or guessed too
    ///   often.
    package func actor(
        byKey token: Token?, from place: String
    ) throws(TeamError) -> (actor: Actor, key: AccessKey) {
        try limits.checkKeys(from: place, at: now, in: store)
        guard let token, let (key, person) = try store.key(token.digest), key.expires > now, !person.isShutOut else {
            try limits.noteKey(from: place, at: now, in: store)
            throw TeamError(.signedOut, "no key came along, or one that is not good", mend: "make one at /keys")
        }
        let minute = now.milliseconds / 60_000
        guard try store.count("key \(key.id)", in: minute) <= limits.byKey else {
            let left = (minute + 1) * 60_000 - now.milliseconds
            throw TeamError(
                .tooMany(seconds: Int(left / 1_000) + 1),
                "this key was used \(limits.byKey) times in a minute",
                mend: "wait, and ask for more at once")
        }
        let session = Session(digest: key.digest, person: person.id, since: key.since, expires: key.expires)
        let bounds = key.scopes.reduce(into: Set<Permission>()) { $0.formUnion($1.permissions) }
        return (Actor(person, in: session, within: bounds), key)
    }

    /// Notes what a program has set about, before it is done in the name of the person whose key it has.
    ///
    /// - Throws: `TeamError` where that cannot be kept.
    package func note(_ key: AccessKey, for what: String) throws(TeamError) {
        try store.apply(
            [], noting: [TrailEntry(at: now, by: key.person, .usedKey, to: key.id, note: what)])
    }
}
