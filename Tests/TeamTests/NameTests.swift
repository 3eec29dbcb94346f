import Machine
import SampleHouse
import Team
import TeamStores
import Testing

@Suite struct `A mail address` {
    @Test(arguments: [
        ("ada@example.org", "ada@example.org"), (" Ada@Example.ORG\n", "ada@example.org"), ("a@b", "a@b"),
        ("ada+exam.2@mail.example.org", "ada+exam.2@mail.example.org"),
        ("o'hara_1@ex-ample.org", "o'hara_1@ex-ample.org"),
        ("ÄDA@bücher.example", "äda@bücher.example"),
        (String(repeating: "a", count: 64) + "@b.de", String(repeating: "a", count: 64) + "@b.de"),
    ]) func `is known in any letters`(typed: String, known: String) {
        #expect(MailAddress(typed)?.text == known)
    }

    @Test(arguments: [
        "", " ", "ada", "@", "ada@", "@example.org", "a@b@c", "a b@c.de", "a@b c.de", "a@.org", "a@org.", "<a@b.de>",
        "\"a\"@b.de", "a(b)@c.de", "a,b@c.de", "a;b@c.de", "a:b@c.de", "a\\b@c.de", "[a]@b.de", "a@[127.0.0.1]",
        "a@b.de\r\nBcc: c@d.de", "a\u{0}@b.de", "a@b\u{7F}.de", "ada\u{200B}@example.org", "ada\u{202E}@example.org",
        "ada\u{AD}@example.org", "ada@exam\u{2060}ple.org", "ada\u{A0}b@example.org", "a\u{85}b@c.de", "a\u{2028}@c.de",
        "a@\u{301}b", String(repeating: "a", count: 65) + "@b.de", "a@" + String(repeating: "b", count: 253),
    ]) func `is none that cannot be, or looks like another's`(typed: String) {
        #expect(MailAddress(typed) == nil)
    }
}

@Suite struct `A name` {
    private let house: House
    private let root: Actor

    init() throws {
        house = try House()
        root = try house.administrator()
    }

    @Test(arguments: [
        ("Ada", "Ada"), ("  Ada \t\n King  Lovelace ", "Ada King Lovelace"), ("Ö“” O'Hara <b>", "Ö“” O'Hara <b>"),
        ("عائشة", "عائشة"), ("李 小龍", "李 小龍"), (String(repeating: "a", count: 100), String(repeating: "a", count: 100)),
    ]) func `is as people write it`(typed: String, kept: String) throws {
        let invited = try house.accounts.invite(typed, at: "x@y.de", as: [.learner], by: root).invitation
        #expect(invited.name == kept)
    }

    @Test(arguments: [
        "", " \n", "Ada\u{0}", "Ada\u{7}", "Ada\u{202E}gol", "A\u{200B}da", "\u{FEFF}Ada", "Ada\u{2066}x", "A\u{AD}da",
        String(repeating: "a", count: 101),
    ]) func `has nothing that nobody sees`(typed: String) throws {
        #expect { try house.accounts.invite(typed, at: "x@y.de", as: [.learner], by: root) } throws: {
            isOf(.invalid, $0)
        }
        #expect { try house.accounts.makeKey(typed, [.readPeople], days: 1, by: root) } throws: { isOf(.invalid, $0) }
        let token = try house.accounts.invite("Ada", at: "x@y.de", as: [.learner], by: root).token
        #expect { try house.accounts.accept(token, as: typed, at: "", password: House.password) } throws: {
            isOf(.invalid, $0)
        }
        #expect(try house.accounts.house(for: root).people.count == 1)
    }
}

@Suite struct `An invitation` {
    private let house: House
    private let root: Actor

    init() throws {
        house = try House()
        root = try house.administrator()
    }

    @Test func `works no more once another was sent to the address`() throws {
        let tokens = try (0..<3).map { _ in
            try house.accounts.invite("Ada", at: "ada@example.org", as: [.learner], by: root).token
        }
        for token in tokens.dropLast() {
            #expect { try house.accounts.accept(token, as: "Ada", at: "", password: House.password) } throws: {
                isOf(.notFound, $0)
            }
        }
        #expect(try house.accounts.house(for: root).invitations.count == 1)
        _ = try house.accounts.accept(tokens[2], as: "Ada", at: "", password: House.password)
        #expect(try house.accounts.house(for: root).invitations.isEmpty)
    }

    /// Whoever has the link gives neither themselves another address nor other roles.
    @Test func `says itself whose it is and what for`() throws {
        let token = try house.accounts.invite("Ada", at: "ada@example.org", as: [.candidate], by: root).token
        let ada = try house.accounts.accept(token, as: "Ada", at: "root@example.org", password: House.password).actor
        #expect(ada.person.address.text == "ada@example.org" && ada.person.roles == [.candidate])
    }

    @Test func `of nobody's address takes none that somebody has`() throws {
        let other = try House()
        let token = try #require(try other.accounts.inviteFirstAdministrator())
        for address in ["", "no address", "a@b@c"] {
            #expect { try other.accounts.accept(token, as: "Root", at: address, password: House.password) } throws: {
                isOf(.invalid, $0)
            }
        }
        _ = try other.accounts.accept(token, as: "Root", at: "root@example.org", password: House.password)
        #expect {
            try other.accounts.accept(token, as: "Eve", at: "eve@example.org", password: House.password)
        } throws: {
            isOf(.notFound, $0)
        }
    }

    @Test func `needs a role, and one that may be given`() throws {
        #expect { try house.accounts.invite("Ada", at: "ada@example.org", as: [], by: root) } throws: {
            isOf(.invalid, $0)
        }
        for role in Role.allCases {
            let token = try house.accounts.invite("x", at: "\(role)@example.org", as: [role], by: root).token
            #expect(try house.accounts.invitation(for: token).roles == [role])
        }
    }

    @Test func `stands in the trail, with what it leads to`() throws {
        let ada = try house.somebody("ada", [.learner, .candidate], by: root)
        let trail = try house.accounts.trail(2, for: root)
        #expect(trail.map(\.action) == [.joined, .invited])
        #expect(trail[0].by == ada.person.id && trail[0].to == root.person.id.text)
        #expect(
            trail[1].by == root.person.id && trail[1].to == "ada@example.org" && trail[1].note == "candidate learner")
    }

    /// Two take the same link up at once: one of them is in, and nothing of the other is.
    @Test func `is taken up once by two at once`() async throws {
        let token = try house.accounts.invite("Ada", at: "ada@example.org", as: [.learner], by: root).token
        let nodes = [house, try house.otherNode()]
        let taken = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<6 {
                group.addTask {
                    let accounts = nodes[number % 2].accounts
                    return (try? accounts.accept(token, as: "Ada \(number)", at: "", password: House.password)) != nil
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(taken == 1)
        #expect(try house.accounts.house(for: root).people.count == 2)
        #expect(try house.accounts.trail(99, for: root).filter { $0.action == .joined }.count == 2)
    }
}
