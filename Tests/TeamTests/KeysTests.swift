import Examining
import SampleHouse
import Scoring
import Team
import Testing

@Suite struct `A key` {
    private let house: House
    private let root: Actor
    private let lead: Actor

    init() throws {
        house = try House(limits: SignInLimits(byPlace: 3, byKey: 5))
        root = try house.administrator()
        lead = try house.somebody("lead", [.lead], by: root)
    }

    private func enter(_ token: Token?) throws -> Actor {
        try house.accounts.actor(byKey: token, from: "192.0.2.1").actor
    }

    @Test func `lets a program do what it allows and its owner may, and nothing else`() throws {
        let (token, key) = try house.accounts.makeKey(
            " Nightly  import ", [.readPeople, .writePeople], days: 30, by: lead)
        #expect(key.name == "Nightly import")
        let program = try enter(token)
        #expect(program.person == lead.person && program.permissions == [.invite])
        #expect(try house.accounts.house(for: program).people.count == 2)
        #expect { try house.desk.groups(for: program) } throws: { isOf(.forbidden, $0) }
        #expect { try house.accounts.makeKey("x", [.train], days: 1, by: program) } throws: { isOf(.forbidden, $0) }
        try house.accounts.setRoles(of: lead.person.id, to: [.learner], by: root)
        #expect(try enter(token).permissions == [])
        #expect(try house.accounts.trail(9, for: root).contains { $0.action == .madeKey && $0.to == key.id })
    }

    @Test(arguments: Role.allCases) func `is made by whoever may do all of it`(role: Role) throws {
        let actor = try house.somebody("x", [role], by: root)
        for scope in KeyScope.allCases {
            let isAllowed =
                role.permissions.contains(scope.needed) && (scope == .train || role.permissions.contains(.automate))
            let made = try? house.accounts.makeKey("x", [scope], days: 1, by: actor)
            #expect((made != nil) == isAllowed, "\(scope)")
        }
        for (scopes, days) in [([], 1), ([.train], 0), ([.train], 367)] as [(Set<KeyScope>, Int)] {
            #expect(throws: TeamError.self) { try house.accounts.makeKey("x", scopes, days: days, by: actor) }
        }
    }

    @Test func `ends when it is ended, in its time, with its owner and with all sessions`() throws {
        func made(by actor: Actor) throws -> (token: Token, key: AccessKey) {
            try house.accounts.makeKey("x", [.readPeople], days: 1, by: actor)
        }
        let (ended, late) = (try made(by: lead), try made(by: lead))
        try house.accounts.endKey(ended.key.id, by: lead)
        #expect { try enter(ended.token) } throws: { isOf(.signedOut, $0) }
        #expect { try house.accounts.endKey(ended.key.id, by: lead) } throws: { isOf(.notFound, $0) }
        _ = try enter(late.token)
        house.pass(minutes: 1_441)
        #expect { try enter(late.token) } throws: { isOf(.signedOut, $0) }
        let again = try house.accounts.signIn("lead@example.org", House.password, from: "a").actor
        let everywhere = try made(by: again)
        try house.accounts.signOutEverywhere(again)
        #expect { try enter(everywhere.token) } throws: { isOf(.signedOut, $0) }
        house.pass(minutes: 15)
        let other = try made(by: lead)
        try house.accounts.shutOut(lead.person.id, true, by: root)
        try house.accounts.shutOut(lead.person.id, false, by: root)
        #expect { try enter(other.token) } throws: { isOf(.signedOut, $0) }
    }

    @Test func `is seen and ended by its owner and by administrators`() throws {
        let other = try house.somebody("other", [.lead], by: root)
        let key = try house.accounts.makeKey("x", [.readPeople], days: 1, by: lead).key
        #expect(try house.accounts.allKeys(for: root).map(\.key) == [key])
        #expect(try house.accounts.allKeys(for: other).isEmpty && house.accounts.keys(of: lead) == [key])
        #expect { try house.accounts.endKey(key.id, by: other) } throws: { isOf(.notFound, $0) }
        try house.accounts.endKey(key.id, by: root)
        #expect(try house.accounts.keys(of: lead).isEmpty)
    }

    @Test func `is neither guessed nor used without end`() throws {
        let token = try house.accounts.makeKey("x", [.readPeople], days: 1, by: lead).token
        func isTooMany(_ error: any Error) -> Bool {
            if case .tooMany(let seconds)? = (error as? TeamError)?.kind { seconds > 0 } else { false }
        }
        for _ in 0..<5 { _ = try enter(token) }
        #expect { try enter(token) } throws: { isTooMany($0) }
        house.pass(minutes: 1)
        _ = try enter(token)
        for _ in 0..<3 { #expect { try enter(Token.new()) } throws: { isOf(.signedOut, $0) } }
        #expect { try enter(nil) } throws: { isTooMany($0) }
        #expect { try enter(token) } throws: { isTooMany($0) }
        #expect(try house.accounts.actor(byKey: token, from: "elsewhere").actor.person == lead.person)
    }
}
