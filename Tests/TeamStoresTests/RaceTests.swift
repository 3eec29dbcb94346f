import DatabaseServer
import Scoring
import Team
import Testing

@testable import TeamStores

/// What many nodes want at the same moment, and only one can have.
@Suite struct `Of many at once` {
    private struct Nodes {
        let base: Base
        let people: [SQLTeamStore]
        let outboxes: [SQLOutboxStore]
        let bookmarks: [SQLBookmarkStore]

        init(_ kind: DatabaseKind) throws {
            base = try Base(kind)
            let databases = [base.database, try base.other(), try base.other()]
            people = databases.map { SQLTeamStore($0) }
            outboxes = databases.map { SQLOutboxStore($0) }
            bookmarks = databases.map { SQLBookmarkStore($0) }
        }
    }

    private func kinds(of results: [Result<Void, any Error>]) -> [TeamError.Kind?] {
        results.compactMap(\.error).map { ($0 as? TeamError)?.kind }
    }

    @Test(arguments: DatabaseKind.allCases) func `one gets an address`(kind: DatabaseKind) async throws {
        let nodes = try Nodes(kind)
        let people = try (0..<9).map { number in
            let ada = try Person.sample("ada")
            return Person(id: ada.id, name: "\(number)", address: ada.address, roles: [], since: at(1))
        }
        let results = await racing(9) { number in
            let entry = TrailEntry(at: at(1), by: people[number].id, .joined)
            try nodes.people[number % 3].apply([.admit(people[number])], noting: [entry])
        }
        #expect(kinds(of: results) == Array(repeating: .taken, count: 8))
        let winner = try #require(try nodes.base.people.people().first)
        #expect(try nodes.base.people.people().count == 1)
        #expect(try nodes.base.people.trail(99).map(\.by) == [winner.id], "nothing is noted of the others")
    }

    @Test(arguments: DatabaseKind.allCases) func `one takes an invitation up`(kind: DatabaseKind) async throws {
        let nodes = try Nodes(kind)
        let invitation = Invitation.sample(to: nil, by: nil)
        try nodes.base.people.apply([.invite(invitation)], noting: [])
        let people = try (0..<9).map { try Person.sample("p\($0)") }
        let results = await racing(9) { number in
            try nodes.people[number % 3].apply(
                [.redeem(invitation.digest), .admit(people[number]), .setPassword(people[number].id, hash: "x")],
                noting: [])
        }
        #expect(kinds(of: results) == Array(repeating: .notFound, count: 8))
        #expect(try nodes.base.people.people().count == 1 && nodes.base.people.invitations() == [])
    }

    @Test(arguments: DatabaseKind.allCases) func `the last invitation to an address stands`(kind: DatabaseKind)
        async throws
    {
        let nodes = try Nodes(kind)
        let all = (0..<9).map { _ in Invitation.sample(to: "c@d.de", by: nil) }
        let results = await racing(9) { number in
            try nodes.people[number % 3].apply([.invite(all[number])], noting: [])
        }
        #expect(kinds(of: results).allSatisfy { $0 == .taken })
        let kept = try nodes.base.people.invitations()
        #expect(kept.count == 1 && all.contains(kept[0]))
    }

    @Test(arguments: DatabaseKind.allCases) func `each counts once`(kind: DatabaseKind) async throws {
        let nodes = try Nodes(kind)
        let results = await racing(30) { try nodes.people[$0 % 3].count("guesses", in: 7) }
        #expect(results.compactMap(\.value).sorted() == Array(1...30))
        #expect(try nodes.base.people.counted("guesses", in: 7) == 30)
        #expect(
            try nodes.base.people.counted("guesses", in: 8) == 0 && nodes.base.people.counted("guesses", in: 6) == 0)
    }

    @Test(arguments: DatabaseKind.allCases) func `one moves a bookmark`(kind: DatabaseKind) async throws {
        let nodes = try Nodes(kind)
        let (ada, now) = (Person.ID.new(), at(1_000_000))
        let first = await racing(9) { number in
            try nodes.bookmarks[number % 3].put("\(number)", after: nil, of: ada, in: "here")
        }
        #expect(first.compactMap(\.value).filter(\.self).count == 1)
        let taken = await racing(9) { try nodes.bookmarks[$0 % 3].take(1, of: ada, in: "here", at: now) }
        #expect(taken.compactMap(\.value).filter(\.self).count == 1)
        let moved = await racing(9) { number in
            try nodes.bookmarks[number % 3].put("moved \(number)", after: 1, of: ada, in: "here")
        }
        let winner = moved.compactMap(\.value).filter(\.self).count
        #expect(winner == 1)
        let kept = try #require(try nodes.bookmarks[0].bookmark(of: ada, in: "here"))
        #expect(kept.revision == 2 && kept.text.hasPrefix("moved "))
    }

    @Test(arguments: DatabaseKind.allCases) func `one holds what leaves the house`(kind: DatabaseKind) async throws {
        let nodes = try Nodes(kind)
        try nodes.base.people.apply([.send(Outgoing(.mail, about: "one", "b", since: at(1)))], noting: [])
        let taken = await racing(9) { try nodes.outboxes[$0 % 3].takeUp(.mail, at: at(10), until: at(20)) }
        let held = taken.compactMap { $0.value ?? nil }
        #expect(held.count == 1 && taken.allSatisfy { $0.error == nil })
        let mine = try #require(held.first)
        let carried = await racing(9) { try nodes.outboxes[$0 % 3].carried(mine, at: at(11)) }
        #expect(carried.compactMap(\.value).filter(\.self).count == 1, "it is noted once")
    }

    @Test(arguments: DatabaseKind.allCases) func `the same subject goes out once`(kind: DatabaseKind) async throws {
        let nodes = try Nodes(kind)
        let results = await racing(12) { number in
            try nodes.people[number % 3].apply(
                [.send(Outgoing(.mail, about: "same", "\(number)", since: at(Int64(number))))],
                noting: [TrailEntry(at: at(1), by: nil, .assigned)])
        }
        #expect(results.allSatisfy { $0.error == nil })
        #expect(try nodes.base.outbox.waiting(99).map(\.subject) == ["same"])
        #expect(try nodes.base.people.trailLines().count == 12)
    }

    @Test(arguments: DatabaseKind.allCases) func `one ends a key`(kind: DatabaseKind) async throws {
        let nodes = try Nodes(kind)
        let ada = try Person.sample("ada")
        let key = AccessKey.sample(of: ada)
        try nodes.base.people.apply([.admit(ada), .make(key)], noting: [])
        let results = await racing(6) { number in
            try nodes.people[number % 3].apply(
                [.endKey(key.id)], noting: [TrailEntry(at: at(1), by: ada.id, .endedKey, to: key.id)])
        }
        #expect(kinds(of: results) == Array(repeating: .notFound, count: 5))
        #expect(try nodes.base.people.trailLines().count == 1)
    }

    /// Three administrators who each take the two others' part away at once.
    @Test(arguments: DatabaseKind.allCases) func `one is left to administer`(kind: DatabaseKind) async throws {
        let nodes = try Nodes(kind)
        let people = try (0..<3).map { try Person.sample("p\($0)", [.administrator]) }
        try nodes.base.people.apply(people.map { .admit($0) }, noting: [])
        let results = await racing(6) { number in
            var one = people[number % 3]
            if number < 3 { one.roles = [.learner] } else { one.isShutOut = true }
            try nodes.people[number % 3].apply([.updateLeavingAdministrator(one)], noting: [])
        }
        #expect(kinds(of: results).allSatisfy { $0 == .invalid })
        let left = try nodes.base.people.people().filter { $0.roles.contains(.administrator) && !$0.isShutOut }
        #expect(left.count == 1)
    }
}
