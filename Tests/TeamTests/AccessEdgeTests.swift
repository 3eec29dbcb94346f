import Machine
import SampleHouse
import Scoring
import Signatures
import Team
import TeamStores
import Testing

/// Until when what lets people in does so, to the millisecond.
@Suite struct `What lets people in` {
    private let house: House
    private let root: Actor
    private static let hour: Int64 = 3_600_000

    init() throws {
        house = try House()
        root = try house.administrator()
    }

    @Test(arguments: [(-1, true), (0, false), (1, false)] as [(Int64, Bool)])
    func `ends in its time, and not before`(late: Int64, isOpen: Bool) throws {
        let session = try house.accounts.signIn("root@example.org", House.password, from: "a").token
        let invited = try house.accounts.invite("Ada", at: "ada@example.org", as: [.learner], by: root).token
        let keys = try [1, 7, 366].map { try house.accounts.makeKey("x", [.readPeople], days: $0, by: root).token }
        let start = house.time.now
        func pass(hours: Int64) {
            house.time.pass(
                milliseconds: start.adding(milliseconds: hours * Self.hour + late).milliseconds(since: house.time.now))
        }
        pass(hours: 12)
        #expect(((try? house.accounts.actor(for: session)) != nil) == isOpen)
        for (key, days) in zip(keys, [1, 7, 366] as [Int64]) {
            pass(hours: 24 * days)
            #expect(((try? house.accounts.actor(byKey: key, from: "b")) != nil) == isOpen, "\(days)")
            guard days == 7 else { continue }
            #expect(((try? house.accounts.invitation(for: invited)) != nil) == isOpen)
            #expect(try house.accounts.house(for: root).invitations.isEmpty == !isOpen)
            let accepted = try? house.accounts.accept(invited, as: "Ada", at: "", password: House.password)
            #expect((accepted != nil) == isOpen)
        }
        #expect(try house.accounts.keys(of: root).count == (isOpen ? 1 : 0))
    }

    @Test func `is another's token, or none, in vain`() throws {
        let session = try house.accounts.signIn("root@example.org", House.password, from: "a").token
        let invited = try house.accounts.invite("Ada", at: "ada@example.org", as: [.learner], by: root).token
        let key = try house.accounts.makeKey("x", [.readPeople], days: 1, by: root).token
        for token in [invited, key, Token.new(), nil] {
            #expect { try house.accounts.actor(for: token) } throws: { isOf(.signedOut, $0) }
        }
        for token in [session, key, Token.new(), nil] {
            #expect { try house.accounts.invitation(for: token) } throws: { isOf(.notFound, $0) }
        }
        for token in [session, invited, Token.new(), nil] {
            #expect { try house.accounts.actor(byKey: token, from: "a") } throws: { isOf(.signedOut, $0) }
        }
    }

    @Test func `is another at each sign-in, and goes with whom it belongs to`() throws {
        let tokens = try (0..<3).map { _ in
            try house.accounts.signIn("root@example.org", House.password, from: "a").token
        }
        #expect(Set(tokens.map(\.text)).count == 3 && Set(tokens.map(\.formKey)).count == 3)
        #expect(tokens[0].isKey(tokens[0].formKey) && !tokens[0].isKey(tokens[1].formKey) && !tokens[0].isKey(""))
        let other = try house.somebody("other", [.administrator], by: root)
        try house.accounts.shutOut(root.person.id, true, by: other)
        for token in tokens { #expect { try house.accounts.actor(for: token) } throws: { isOf(.signedOut, $0) } }
        try house.accounts.shutOut(root.person.id, false, by: other)
        for token in tokens {
            #expect("ended for good") { try house.accounts.actor(for: token) } throws: { isOf(.signedOut, $0) }
        }
    }

    @Test func `is one's own to sign out`() throws {
        let ada = try house.somebody("ada", [.learner], by: root)
        let hers = try house.accounts.signIn("ada@example.org", House.password, from: "a")
        try house.accounts.signOutEverywhere(root)
        #expect(try house.accounts.actor(for: hers.token).person == ada.person)
        try house.accounts.signOut(hers.actor)
        try house.accounts.signOut(hers.actor)
        #expect(try house.accounts.trail(3, for: root).map(\.action) == [.signedOut, .signedOut, .signedOutEverywhere])
    }

    @Test func `is made anew for whoever lost the password, by whoever has the machine`() throws {
        let session = try house.accounts.signIn("root@example.org", House.password, from: "a").token
        let key = try house.accounts.makeKey("x", [.readPeople], days: 1, by: root).token
        for (address, password, kind) in [
            ("who@example.org", House.password, TeamError.Kind.notFound), ("no address", House.password, .notFound),
            ("root@example.org", "short", .invalid),
        ] {
            #expect { try house.accounts.resetPassword(at: address, to: password) } throws: { isOf(kind, $0) }
        }
        #expect((try? house.accounts.actor(for: session)) != nil)
        try house.accounts.resetPassword(at: " ROOT@example.org", to: "quite another password")
        #expect((try? house.accounts.actor(for: session)) == nil)
        #expect { try house.accounts.actor(byKey: key, from: "a") } throws: { isOf(.signedOut, $0) }
        #expect { try house.accounts.signIn("root@example.org", House.password, from: "a") } throws: {
            isOf(.invalid, $0)
        }
        let entered = try house.accounts.signIn("root@example.org", "quite another password", from: "a").actor
        let entry = try #require(try house.accounts.trail(3, for: entered).first { $0.action == .changedPassword })
        #expect(entry.by == nil && entry.to == root.person.id.text)
    }
}

/// How often somebody may fail, in which stretch of time.
@Suite struct `The limits of guessing` {
    private static let stretch: Int64 = 15 * 60_000

    private func seconds(_ house: House, _ address: String, _ password: String = "guess", from place: String) -> Int? {
        do { _ = try house.accounts.signIn(address, password, from: place) } catch {
            if case .tooMany(let seconds) = error.kind { return seconds }
        }
        return nil
    }

    @Test(arguments: [0, 1, 60_000, 899_000, 899_999] as [Int64])
    func `last until the quarter of an hour is over, and no longer`(since begin: Int64) throws {
        let house = try House(limits: SignInLimits(byAccount: 2, byPlace: 99))
        _ = try house.administrator()
        house.time.pass(milliseconds: Self.stretch - house.time.now.milliseconds % Self.stretch + begin)
        for _ in 0..<2 { #expect(seconds(house, "root@example.org", from: "a") == nil) }
        let wait = try #require(seconds(house, "root@example.org", House.password, from: "b"))
        #expect(Int64(wait) * 1_000 >= Self.stretch - begin && Int64(wait) * 1_000 <= Self.stretch - begin + 1_000)
        house.time.pass(milliseconds: Self.stretch - begin - 1)
        #expect(seconds(house, "root@example.org", House.password, from: "b") != nil)
        house.time.pass(milliseconds: 1)
        #expect(try house.accounts.signIn("root@example.org", House.password, from: "b").actor.person.name == "Root")
    }

    @Test func `count an account's failures until its owner is in, and a place's all the same`() throws {
        let house = try House(limits: SignInLimits(byAccount: 3, byPlace: 5))
        let root = try house.administrator()
        _ = try house.somebody("ada", [.learner], by: root)
        for _ in 0..<2 {
            for _ in 0..<2 { #expect(seconds(house, "root@example.org", from: "office") == nil) }
            #expect((try? house.accounts.signIn("root@example.org", House.password, from: "office")) != nil)
        }
        #expect(seconds(house, "ada@example.org", from: "office") == nil)
        #expect(seconds(house, "ada@example.org", House.password, from: "office") != nil, "five failed from there")
        #expect((try? house.accounts.signIn("ada@example.org", House.password, from: "home")) != nil)
    }

    @Test func `count one account however its address is typed, and accounts that nobody has`() throws {
        let house = try House(limits: SignInLimits(byAccount: 3, byPlace: 99))
        _ = try house.administrator()
        for address in ["root@example.org", " ROOT@example.org", "Root@Example.Org "] {
            #expect(seconds(house, address, from: "a") == nil)
        }
        #expect(seconds(house, "root@example.org", from: "b") != nil)
        for _ in 0..<3 { #expect(seconds(house, "nobody@example.org", from: "a") == nil) }
        #expect(seconds(house, "nobody@example.org", from: "a") != nil, "as of somebody")
    }

    @Test func `count who tries an old password, too`() throws {
        let house = try House(limits: SignInLimits(byAccount: 3, byPlace: 99))
        let root = try house.administrator()
        func change(_ old: String) throws {
            try house.accounts.changePassword(of: root, from: old, to: "a new password, long")
        }
        for _ in 0..<3 { #expect { try change("guess") } throws: { isOf(.invalid, $0) } }
        #expect { try change(House.password) } throws: { error in
            if case .tooMany? = (error as? TeamError)?.kind { true } else { false }
        }
        house.pass(minutes: 15)
        try change(House.password)
        #expect { try change(House.password) } throws: { isOf(.invalid, $0) }
    }

    @Test func `count a key's requests by the minute, and bad keys by place`() throws {
        let house = try House(limits: SignInLimits(byPlace: 2, byKey: 3))
        let root = try house.administrator()
        let keys = try (0..<2).map { _ in try house.accounts.makeKey("x", [.readPeople], days: 1, by: root).token }
        house.time.pass(milliseconds: 60_000 - house.time.now.milliseconds % 60_000 + 59_000)
        func enter(_ token: Token?, from place: String = "a") throws {
            _ = try house.accounts.actor(byKey: token, from: place)
        }
        for _ in 0..<3 { try enter(keys[0]) }
        #expect { try enter(keys[0]) } throws: { ($0 as? TeamError)?.kind == .tooMany(seconds: 2) }
        try enter(keys[1])
        house.time.pass(milliseconds: 1_000)
        try enter(keys[0])
        for _ in 0..<2 { #expect { try enter(nil) } throws: { isOf(.signedOut, $0) } }
        #expect { try enter(keys[0]) } throws: { !isOf(.signedOut, $0) && $0 is TeamError }
        try enter(keys[0], from: "b")
        house.pass(minutes: 15)
        try enter(keys[0])
    }
}

@Suite struct `A password` {
    private let house: House

    init() throws { house = try House() }

    @Test(arguments: [
        ("elevenchars", false), ("twelve chars", true), ("ääöüßéèàçñøå", true), ("👩🏽‍⚕️👨🏻‍⚕️abcdefghi", false),
        ("aaaabbbbcccc", false), ("aaaabbbbccccdddd", false), ("aaaabbbbccccdddde", true),
        ("my root@example.org is it", false), ("ROOT@EXAMPLE.ORG!", false), ("rootrootrootroot", false),
        (String(repeating: "0123456789abcdef", count: 16), true),
        (String(repeating: "0123456789abcdef", count: 16) + "x", false),
        (String(repeating: "ä", count: 200) + "bcdef", false),
        (" spaces count ", true), ("\u{0}null is a sign", true),
    ]) func `is had where it is long, and not soon guessed`(password: String, isOne: Bool) throws {
        let token = try house.accounts.inviteFirstAdministrator()
        func accept() throws -> Actor {
            try house.accounts.accept(token, as: "Root", at: "root@example.org", password: password).actor
        }
        guard isOne else {
            #expect { try accept() } throws: { isOf(.invalid, $0) }
            #expect(try house.accounts.store.people() == [])
            return
        }
        _ = try accept()
        #expect((try? house.accounts.signIn("root@example.org", password, from: "a")) != nil)
        for other in [password + " ", String(password.dropLast()), password.uppercased() + "x", ""] {
            #expect { try house.accounts.signIn("root@example.org", other, from: "a") } throws: { isOf(.invalid, $0) }
        }
    }

    /// Guesses wait for each other, and for nobody else.
    @Test func `is tried by so many at once, and the others are told to wait`() async throws {
        let passwords = try Passwords(.least, most: 0)
        let accounts = Accounts(in: house.database.people, passwords: passwords) { [house] in house.time.now }
        _ = try house.administrator()
        #expect { try accounts.signIn("root@example.org", House.password, from: "a") } throws: { error in
            (error as? TeamError)?.kind == .tooMany(seconds: 2)
        }
        // Whoever was not tried has not failed.
        #expect(try house.database.people.counted("sign-in account root@example.org", in: 0) == 0)
        #expect(try house.database.people.trail(9).allSatisfy { $0.action != .failedToSignIn })
    }
}
