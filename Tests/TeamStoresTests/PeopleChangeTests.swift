import DatabaseServer
import Scoring
import Team
import Testing

@testable import TeamStores

/// Each change of what is kept of people: all of it or nothing, up to the millisecond, and of nobody else.
@Suite struct `A change of people` {
    /// A house in which everything is kept of Ada that can be, and something of Bo.
    private struct Kept {
        let base: Base
        let ada: Person
        let bo: Person
        let sessions: [Session]
        let keys: [AccessKey]
        let invitation: Invitation
        static let identity = Identity(issuer: "https://i.example", subject: "ada")

        init(_ kind: DatabaseKind) throws {
            base = try Base(kind)
            (ada, bo) = (try .sample("ada", [.administrator, .lead]), try .sample("bo"))
            sessions = [.sample(of: ada), .sample(of: ada, until: at(200)), .sample(of: bo), .sample(of: ada)]
            keys = [.sample(of: ada), .sample(of: ada)]
            invitation = .sample(to: "c@d.de", by: ada)
            try base.people.apply(
                [.admit(ada), .admit(bo), .setPassword(ada.id, hash: "one"), .invite(invitation)]
                    + keys.map { .make($0) }
                    + sessions.map { .begin($0) } + [
                        .say("all", to: nil, at: at(5)), .say("one", to: "ada-1", at: at(6)),
                        .keep(KeptCertificate(id: "c", attempt: "ada-1", token: "t")), .connect(Self.identity, ada.id),
                        .send(Outgoing(.mail, about: "s", "body", since: at(5))),
                    ], noting: [TrailEntry(at: at(1), by: nil, .joined)])
        }

        /// One change of each kind, each with the tables that it touches, where all are made in order.
        var changes: [(TeamChange, Set<String>)] {
            get throws {
                var (renamed, lowered) = (bo, bo)
                (renamed.name, lowered.roles) = ("Bo B.", [])
                return [
                    (.admit(try .sample("new")), ["person"]), (.update(renamed), ["person"]),
                    (.updateLeavingAdministrator(lowered), ["person"]),
                    (.setPassword(ada.id, hash: "two"), ["credential"]),
                    (.invite(.sample(to: "e@f.de", by: bo)), ["invitation"]),
                    (.redeem(invitation.digest), ["invitation"]),
                    (.invite(.sample(to: "c@d.de", by: bo)), ["invitation"]), (.begin(.sample(of: bo)), ["session"]),
                    (.end(sessions[0].digest), ["session"]),
                    (.endAll(of: ada.id, but: sessions[1].digest), ["session"]),
                    (.connect(Identity(issuer: "https://i.example", subject: "bo"), bo.id), ["identity"]),
                    (.disconnect(ada.id), ["identity"]), (.say("two", to: "ada-1", at: at(9)), ["message"]),
                    (.keep(KeptCertificate(id: "d", attempt: "ada-1", token: "u")), ["certificate"]),
                    (.make(.sample(of: bo)), ["access_key"]), (.endKey(keys[0].id), ["access_key"]),
                    (.send(Outgoing(.mail, about: "other", "b", since: at(9))), ["outbox"]),
                    (.endAll(of: ada.id, but: nil), ["session", "access_key"]),
                    (.clear(before: at(100)), ["session", "invitation", "access_key"]),
                ]
            }
        }

        /// Changes that cannot be made, and what is said of each.
        var impossible: [(TeamChange, TeamError.Kind)] {
            get throws {
                var (twin, lowered) = (bo, ada)
                twin.address = ada.address
                lowered.roles = [.lead]
                let stranger = try Person.sample("stranger")
                let other = Person(id: .new(), name: "x", address: ada.address, roles: [], since: at(1))
                let sameID = Person(id: ada.id, name: "x", address: stranger.address, roles: [], since: at(1))
                return [
                    (.admit(other), .taken), (.admit(sameID), .taken), (.update(twin), .taken),
                    (.update(stranger), .notFound), (.updateLeavingAdministrator(lowered), .invalid),
                    (.updateLeavingAdministrator(stranger), .notFound), (.redeem(Token.new().digest), .notFound),
                    (.endKey("none"), .notFound), (.connect(Self.identity, bo.id), .taken),
                    (.begin(sessions[0]), .taken), (.make(keys[0]), .taken),
                    (.keep(KeptCertificate(id: "c", attempt: "x", token: "x")), .taken),
                    (.invite(invitation.moved(to: "other@d.de")), .taken),
                    (.setPassword(stranger.id, hash: "x"), .taken), (.begin(.sample(of: stranger)), .taken),
                    (.make(.sample(of: stranger)), .taken), (.invite(.sample(to: "g@h.de", by: stranger)), .taken),
                ]
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases) func `is made with all others or not at all`(kind: DatabaseKind) throws {
        let kept = try Kept(kind)
        let before = try kept.base.everything()
        let entry = TrailEntry(at: at(9), by: kept.ada.id, .invited)
        for (impossible, error) in try kept.impossible {
            #expect("\(impossible)") { try kept.base.people.apply([impossible], noting: [entry]) } throws: {
                ($0 as? TeamError)?.kind == error
            }
            #expect(try kept.base.everything() == before, "\(impossible)")
        }
        // Nothing that goes before makes these possible.
        let all = try kept.impossible.filter { $0.1 == .notFound }
        for (place, (change, _)) in try kept.changes.enumerated() {
            let impossible = all[place % all.count].0
            #expect(throws: TeamError.self) { try kept.base.people.apply([change, impossible], noting: [entry]) }
            #expect(try kept.base.everything() == before, "\(change), then \(impossible)")
        }
    }

    /// What a change does not name stays as it was.
    @Test(arguments: DatabaseKind.allCases) func `touches what it names and nothing else`(kind: DatabaseKind) throws {
        let kept = try Kept(kind)
        var before = try kept.base.everything()
        for (change, tables) in try kept.changes {
            try kept.base.people.apply([change], noting: [])
            let after = try kept.base.everything()
            #expect(Set(after.keys.filter { after[$0] != before[$0] }) == tables, "\(change)")
            before = after
        }
    }

    @Test(arguments: DatabaseKind.allCases) func `leaves whoever is signed in so, where it names another`(
        kind: DatabaseKind
    ) throws {
        let kept = try Kept(kind)
        let store = kept.base.people
        try store.apply([.endAll(of: kept.ada.id, but: kept.sessions[1].digest)], noting: [])
        #expect(try kept.sessions.map { try store.session($0.digest) != nil } == [false, true, true, false])
        #expect(try store.key(kept.keys[0].digest) != nil, "a key goes with all sessions, not with others")
        try store.apply([.endAll(of: kept.ada.id, but: nil)], noting: [])
        #expect(try kept.sessions.map { try store.session($0.digest) != nil } == [false, false, true, false])
        #expect(try store.key(kept.keys[0].digest) == nil)
    }

    /// What ends at a moment is gone from that moment on, and not a millisecond before.
    @Test(arguments: DatabaseKind.allCases, [Int64(-1), 0, 1]) func `clears what is over, to the millisecond`(
        kind: DatabaseKind, late: Int64
    ) throws {
        let base = try Base(kind)
        let ada = try Person.sample("ada")
        let month: Int64 = 30 * 24 * 3_600_000
        let end = at(month + 1_000)
        let (session, key) = (Session.sample(of: ada, until: end), AccessKey.sample(of: ada, until: end))
        let (bound, free) = (
            Invitation.sample(to: "c@d.de", by: ada, until: end), Invitation.sample(to: nil, by: nil, until: end)
        )
        try base.people.apply(
            [.admit(ada), .begin(session), .make(key), .invite(bound), .invite(free)]
                + ["carried", "waiting"].map { .send(Outgoing(.mail, about: $0, "b", since: at(1))) }, noting: [])
        let taken = try #require(try base.outbox.takeUp(.mail, at: at(1), until: at(2)))
        #expect(try taken.outgoing.subject == "carried" && base.outbox.carried(taken, at: at(1_000)))
        try base.people.apply([.clear(before: at(month + 1_000 + late))], noting: [])
        let isGone = late >= 0
        #expect(try (base.people.session(session.digest) == nil) == isGone)
        #expect(try (base.people.key(key.digest) == nil) == isGone)
        #expect(try base.people.invitations().isEmpty == isGone)
        // What was sent a month ago may be sent again; what waits stays, however long.
        try base.people.apply([.send(Outgoing(.mail, about: "carried", "b", since: at(1)))], noting: [])
        #expect(try base.outbox.waiting(9).map(\.subject) == (isGone ? ["waiting", "carried"] : ["waiting"]))
    }

    @Test(arguments: DatabaseKind.allCases) func `says things to one, or to all who sit since then`(kind: DatabaseKind)
        throws
    {
        let store = try Base(kind).people
        let said: [(String, String?, Int64)] = [
            ("early to all", nil, 10), ("to ada", "ada-1", 5), ("to bo", "bo-1", 20), ("to all", nil, 20),
            ("late to ada", "ada-1", 30),
        ]
        for (text, whom, moment) in said { try store.apply([.say(text, to: whom, at: at(moment))], noting: []) }
        func texts(_ attempt: String, since moment: Int64, after number: Int64 = 0) throws -> [String] {
            try store.messages(to: attempt, since: at(moment), after: number).map(\.text)
        }
        #expect(try texts("ada-1", since: 11) == ["to ada", "to all", "late to ada"])
        #expect(try texts("ada-1", since: 10) == ["early to all", "to ada", "to all", "late to ada"])
        #expect(try texts("bo-1", since: 21) == ["to bo"])
        #expect(try texts("nobody", since: 0) == ["early to all", "to all"])
        let all = try store.messages(to: "ada-1", since: at(0), after: 0)
        #expect(all.map(\.at) == [at(10), at(5), at(20), at(30)])
        for (place, message) in all.enumerated() {
            #expect(
                try store.messages(to: "ada-1", since: at(0), after: message.number) == Array(all.dropFirst(place + 1)))
        }
    }

    @Test(arguments: DatabaseKind.allCases) func `keeps certificates by id and by attempt`(kind: DatabaseKind) throws {
        let store = try Base(kind).people
        let all = [("a", "ada-1"), ("b", "ada-1"), ("c", "bo-1")].map {
            KeptCertificate(id: $0, attempt: $1, token: "token of \($0)")
        }
        try store.apply(all.map { .keep($0) }, noting: [])
        for one in all { #expect(try store.certificate(one.id) == one) }
        #expect(try store.certificate("d") == nil && store.certificates(of: "nobody") == [])
        #expect(try Set(store.certificates(of: "ada-1").map(\.id)) == ["a", "b"])
    }

    @Test(arguments: DatabaseKind.allCases) func `keeps every set of roles and scopes`(kind: DatabaseKind) throws {
        let base = try Base(kind)
        for number in 0..<1 << Role.allCases.count {
            let roles = Set(Role.allCases.indices.filter { number >> $0 & 1 == 1 }.map { Role.allCases[$0] })
            let one = try Person.sample("p\(number)", roles)
            try base.people.apply([.admit(one)], noting: [])
            #expect(try base.people.person(one.id) == one)
        }
        let ada = try Person.sample("ada")
        try base.people.apply([.admit(ada)], noting: [])
        for scope in KeyScope.allCases {
            let others = Set(KeyScope.allCases).subtracting([scope])
            let key = AccessKey(
                id: scope.rawValue, digest: Token.new().digest, person: ada.id, name: "x", scopes: others, since: at(1),
                expires: at(2))
            try base.people.apply([.make(key)], noting: [])
            #expect(try base.people.key(key.digest)?.key == key)
        }
    }
}

extension Invitation {
    /// The same under an address of another's.
    fileprivate func moved(to address: String) -> Invitation {
        Invitation(
            digest: digest, name: name, address: MailAddress(address), roles: roles, by: by, expires: expires)
    }
}
