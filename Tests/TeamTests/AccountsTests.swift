import SampleHouse
import Team
import Testing

@Suite struct `Accounts of a house` {
    @Test func `begin with a link for the first administrator, which works once`() throws {
        let house = try House()
        let old = try #require(try house.accounts.inviteFirstAdministrator())
        let token = try #require(try house.accounts.inviteFirstAdministrator())
        #expect { try house.accounts.invitation(for: old) } throws: { isOf(.notFound, $0) }
        let root = try house.accounts.accept(token, as: " Ada  L ", at: " Ada@Example.org", password: House.password)
        #expect(root.actor.person.name == "Ada L" && root.actor.person.address.text == "ada@example.org")
        #expect(root.actor.may(.administer) && !root.actor.may(.sitExam))
        #expect(try house.accounts.actor(for: root.token) == root.actor)
        #expect(try house.accounts.inviteFirstAdministrator() == nil)
        #expect {
            try house.accounts.accept(token, as: "B", at: "b@c.de", password: House.password)
        } throws: { isOf(.notFound, $0) }
    }

    @Test func `tell nobody whether an address is known`() throws {
        let house = try House()
        _ = try house.administrator()
        let refusals = [("root@example.org", "wrong"), ("who@example.org", House.password), ("no address", "x")].map {
            address, password in
            #expect(throws: TeamError.self) { try house.accounts.signIn(address, password, from: "192.0.2.1") }
        }
        #expect(Set(refusals.map { $0?.problem }).count == 1)
        let (token, actor) = try house.accounts.signIn("ROOT@example.org ", House.password, from: "192.0.2.1")
        #expect(try house.accounts.actor(for: token) == actor)
    }

    @Test func `slow down who guesses, by account and by place`() throws {
        let house = try House(limits: SignInLimits(byAccount: 3, byPlace: 5))
        _ = try house.administrator()
        func guess(_ address: String, from place: String) -> TeamError.Kind? {
            #expect(throws: TeamError.self) { try house.accounts.signIn(address, "guess", from: place) }?.kind
        }
        for _ in 0..<3 { #expect(guess("root@example.org", from: "a") == .invalid) }
        #expect {
            try house.accounts.signIn("root@example.org", House.password, from: "b")
        } throws: { error in
            if case .tooMany(let seconds)? = (error as? TeamError)?.kind { (1...901).contains(seconds) } else { false }
        }
        for number in 0..<2 { #expect(guess("\(number)@x.de", from: "a") == .invalid) }
        #expect(guess("3@x.de", from: "a") != .invalid, "the place has had its five")
        #expect(guess("3@x.de", from: "c") == .invalid)
        house.pass(minutes: 60)
        #expect(try house.accounts.signIn("root@example.org", House.password, from: "a").actor.person.name == "Root")
    }

    @Test func `end sessions at sign-out, everywhere, after a day and with a new password`() throws {
        let house = try House()
        _ = try house.administrator()
        func enter(_ password: String = House.password) throws -> (token: Token, actor: Actor) {
            try house.accounts.signIn("root@example.org", password, from: "a")
        }
        func isIn(_ token: Token) -> Bool { (try? house.accounts.actor(for: token)) != nil }
        let (first, second, third) = (try enter(), try enter(), try enter())
        try house.accounts.signOut(first.actor)
        #expect(!isIn(first.token) && isIn(second.token))
        #expect { try house.accounts.actor(for: first.token) } throws: { isOf(.signedOut, $0) }
        try house.accounts.changePassword(of: second.actor, from: House.password, to: "another long password")
        #expect(isIn(second.token) && !isIn(third.token))
        #expect { try enter() } throws: { isOf(.invalid, $0) }
        try house.accounts.signOutEverywhere(try enter("another long password").actor)
        #expect(!isIn(second.token))
        let last = try enter("another long password")
        house.pass(minutes: 780)
        #expect(!isIn(last.token))
    }

    @Test(arguments: [
        ("short", "12 characters"), ("aaaaaaaaaaaaaaaa", "repeats"), ("root@example.org99", "address"),
        (String(repeating: "long", count: 65), "at most"),
    ]) func `take no password that is soon guessed`(password: String, reason: String) throws {
        let house = try House()
        let token = try house.accounts.inviteFirstAdministrator()
        #expect {
            try house.accounts.accept(token, as: "Root", at: "root@example.org", password: password)
        } throws: { ($0 as? TeamError)?.problem.contains(reason) == true }
        #expect(try house.accounts.invitation(for: token).roles.contains(.administrator), "it works still")
    }

    @Test func `let leads give the roles of those they lead, and administrators all`() throws {
        let house = try House()
        let root = try house.administrator()
        let lead = try house.somebody("lead", [.lead], by: root)
        let ada = try house.somebody("ada", [.candidate, .learner], by: lead)
        for role in Set(Role.allCases).subtracting(Role.givenByLeads) {
            #expect { try house.accounts.invite("x", at: "x@y.de", as: [role, .learner], by: lead) } throws: {
                isOf(.forbidden, $0)
            }
        }
        #expect { try house.accounts.invite("x", at: "x@y.de", as: [.learner], by: ada) } throws: {
            isOf(.forbidden, $0)
        }
        #expect { try house.accounts.invite("x", at: "ada@example.org", as: [.learner], by: lead) } throws: {
            isOf(.taken, $0)
        }
        for (name, address) in [
            ("", "x@y.de"), ("X\u{202E}", "x@y.de"), ("X", "x y@z.de"), ("X", "<x@y.de>"), ("X", "x@"),
        ] {
            #expect { try house.accounts.invite(name, at: address, as: [.learner], by: lead) } throws: {
                isOf(.invalid, $0)
            }
        }
    }

    @Test func `let nobody in who is shut out, and leave somebody to administer`() throws {
        let house = try House()
        let root = try house.administrator()
        let ada = try house.somebody("ada", [.learner], by: root)
        try house.accounts.shutOut(ada.person.id, true, by: root)
        #expect { try house.accounts.signIn("ada@example.org", House.password, from: "a") } throws: {
            isOf(.invalid, $0)
        }
        try house.accounts.shutOut(ada.person.id, false, by: root)
        let (token, back) = try house.accounts.signIn("ada@example.org", House.password, from: "a")
        #expect { try house.accounts.setRoles(of: root.person.id, to: [.lead], by: root) } throws: {
            isOf(.invalid, $0)
        }
        #expect { try house.accounts.setRoles(of: ada.person.id, to: [.administrator], by: back) } throws: {
            isOf(.forbidden, $0)
        }
        try house.accounts.setRoles(of: ada.person.id, to: [.administrator], by: root)
        #expect(try house.accounts.actor(for: token).may(.administer), "at once")
        try house.accounts.shutOut(root.person.id, true, by: try house.accounts.actor(for: token))
        let actions = try house.accounts.trail(20, for: try house.accounts.actor(for: token)).map(\.action)
        #expect(Array(actions.prefix(4)) == [.shutOut, .changedRoles, .signedIn, .letInAgain])
        #expect { try house.accounts.trail(1, for: back) } throws: { isOf(.forbidden, $0) }
    }
}

@Suite struct `The table of permissions` {
    @Test func `is this one`() {
        let table: [Role: Set<Permission>] = [
            .learner: [.train], .candidate: [.train, .sitExam],
            .educator: [.train, .seePacks, .seeExamItems, .putUpPacks, .reviewPacks, .usePacks],
            .proctor: [.watchExams],
            .lead: [
                .train, .seePacks, .watchExams, .assignExams, .seeResults, .judge, .certify, .keepRoster, .appoint,
                .invite, .automate,
            ],
            .groupLead: [.train, .watchExams, .assignExams, .seeResults, .automate],
            .administrator: [.train, .appoint, .invite, .administer, .seeTrail, .automate],
        ]
        for role in Role.allCases { #expect(role.permissions == table[role]) }
    }

    @Test func `is read as it is written`() {
        #expect(Set<Role>(text: Set(Role.allCases).text) == Set(Role.allCases))
        #expect(Set<Role>(text: "lead king  learner") == [.lead, .learner] && Set<Role>().text.isEmpty)
    }
}

@Suite struct `A token` {
    @Test func `is told once, and kept as a digest that tells nothing of it`() throws {
        let token = Token.new()
        #expect(Token(token.text) == token && token.text.count == 43 && Token.new() != token)
        #expect(token.digest.text.count == 64 && token.formKey != token.digest.text && token.formKey != token.text)
        for text in ["", "a", token.text + "=", String(token.text.dropLast()) + "!"] { #expect(Token(text) == nil) }
    }
}
