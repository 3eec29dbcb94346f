import DatabaseServer
import Scoring
import Team
import Testing

@testable import TeamStores

@Suite struct `A store of what leaves the house` {
    private let entry = TrailEntry(at: at(1), by: nil, .triedAgain)

    private func base(_ kind: DatabaseKind, _ subjects: [String], _ of: Outgoing.Kind = .mail) throws -> Base {
        let base = try Base(kind)
        try base.people.apply(
            subjects.map { .send(Outgoing(of, about: $0, "body of \($0)", since: at(3))) }, noting: [])
        return base
    }

    @Test(arguments: DatabaseKind.allCases, Outgoing.Kind.allCases) func `hands out what was put in, as it was`(
        kind: DatabaseKind, outgoing: Outgoing.Kind
    ) throws {
        let base = try base(kind, ["“a” ' \\"], outgoing)
        for other in Outgoing.Kind.allCases where other != outgoing {
            #expect(try base.outbox.takeUp(other, at: at(10), until: at(20)) == nil, "it is another's to carry")
        }
        let taken = try #require(try base.outbox.takeUp(outgoing, at: at(10), until: at(20)))
        #expect(taken.outgoing == Outgoing(outgoing, about: "“a” ' \\", "body of “a” ' \\", since: at(3)))
        #expect(taken.tries == 1 && !taken.holder.isEmpty)
        #expect(
            try base.outbox.waiting(9) == [
                ListedOutgoing(
                    number: taken.number, subject: "“a” ' \\", kind: outgoing, since: at(3), tries: 1, due: at(20),
                    problem: nil)
            ])
    }

    @Test(arguments: DatabaseKind.allCases) func `hands out the longest due first, each to one holder`(
        kind: DatabaseKind
    )
        throws
    {
        let base = try base(kind, ["a", "b", "c"])
        let outbox = base.outbox
        func take(_ now: Int64, _ until: Int64 = 1_000) throws -> TakenUp? {
            try outbox.takeUp(.mail, at: at(now), until: at(until))
        }
        let first = try #require(try take(1, 40))
        let second = try #require(try take(1, 30))
        let third = try #require(try take(1, 20))
        #expect([first, second, third].map(\.outgoing.subject) == ["a", "b", "c"])
        #expect(Set([first, second, third].map(\.holder)).count == 3)
        #expect(try take(19) == nil, "all are held")
        #expect(try take(20)?.outgoing.subject == "c", "to the millisecond")
        #expect(try take(40)?.outgoing.subject == "b", "the one that has waited longest")
        #expect(try take(40)?.outgoing.subject == "a")
    }

    @Test(arguments: DatabaseKind.allCases) func `is due again when it was put back, to the millisecond`(
        kind: DatabaseKind
    ) throws {
        let base = try base(kind, ["a"])
        let taken = try #require(try base.outbox.takeUp(.mail, at: at(1), until: at(1_000)))
        try base.outbox.putBack(taken, until: at(50), "busy")
        #expect(try base.outbox.waiting(9).map(\.problem) == ["busy"])
        #expect(try base.outbox.takeUp(.mail, at: at(49), until: at(99)) == nil)
        let again = try #require(try base.outbox.takeUp(.mail, at: at(50), until: at(99)))
        #expect(again.tries == 2 && again.holder != taken.holder)
        // Whoever held it before says nothing of it any more, and nobody of what was carried.
        try base.outbox.putBack(taken, until: nil, "late")
        #expect(try !base.outbox.carried(taken, at: at(60)))
        #expect(try base.outbox.waiting(9).map(\.due) == [at(99)])
        #expect(try base.outbox.carried(again, at: at(60)))
        try base.outbox.putBack(again, until: at(61), "late")
        #expect(try base.outbox.waiting(9) == [] && base.outbox.takeUp(.mail, at: at(500), until: at(600)) == nil)
    }

    @Test(arguments: DatabaseKind.allCases) func `gives up for good, until somebody has it tried again`(
        kind: DatabaseKind
    ) throws {
        let base = try base(kind, ["a"])
        let taken = try #require(try base.outbox.takeUp(.mail, at: at(1), until: at(1_000)))
        try base.outbox.putBack(taken, until: nil, "no such host")
        #expect(try base.outbox.takeUp(.mail, at: at(1 << 50), until: at(1 << 51)) == nil)
        let listed = try base.outbox.waiting(9)
        #expect(listed.map(\.due) == [nil] && listed.map(\.problem) == ["no such host"] && listed.map(\.tries) == [1])
        #expect(try base.outbox.tryAgain(taken.number, at: at(70), noting: entry))
        #expect(try base.outbox.takeUp(.mail, at: at(69), until: at(99)) == nil)
        #expect(try base.outbox.takeUp(.mail, at: at(70), until: at(99))?.tries == 1, "as often as at first")
        #expect(try base.people.trail(9) == [entry])
    }

    @Test(arguments: DatabaseKind.allCases) func `takes away from its holder what somebody looks after`(
        kind: DatabaseKind
    ) throws {
        for isDiscarded in [false, true] {
            let base = try base(kind, ["a"])
            let taken = try #require(try base.outbox.takeUp(.mail, at: at(1), until: at(1_000)))
            let isDone =
                isDiscarded
                ? try base.outbox.discard(taken.number, at: at(5), noting: entry)
                : try base.outbox.tryAgain(taken.number, at: at(5), noting: entry)
            #expect(isDone)
            #expect(try !base.outbox.carried(taken, at: at(6)))
            try base.outbox.putBack(taken, until: nil, "late")
            #expect(try base.outbox.waiting(9).map(\.due) == (isDiscarded ? [] : [at(5)]))
        }
    }

    @Test(arguments: DatabaseKind.allCases) func `looks after nothing that is gone, and notes nothing then`(
        kind: DatabaseKind
    ) throws {
        let base = try base(kind, ["a"])
        let taken = try #require(try base.outbox.takeUp(.mail, at: at(1), until: at(1_000)))
        #expect(try base.outbox.carried(taken, at: at(2)))
        for number in [taken.number, taken.number + 1, 0, -1, .max] {
            #expect(try !base.outbox.tryAgain(number, at: at(3), noting: entry))
            #expect(try !base.outbox.discard(number, at: at(3), noting: entry))
        }
        #expect(try base.people.trailLines() == [])
    }

    /// What was said stays in no database once it was sent, or never will be.
    @Test(arguments: DatabaseKind.allCases) func `forgets what it said once that is done`(kind: DatabaseKind) throws {
        let base = try base(kind, ["a", "b"])
        func text() throws -> String { "\(try base.everything()["outbox"] ?? [])" }
        #expect(try text().contains("body of a") && text().contains("body of b"))
        let taken = try #require(try base.outbox.takeUp(.mail, at: at(1), until: at(1_000)))
        #expect(try base.outbox.carried(taken, at: at(2)))
        #expect(try !text().contains("body of a") && text().contains("body of b"))
        let other = try #require(try base.outbox.waiting(9).first)
        #expect(try base.outbox.discard(other.number, at: at(2), noting: entry))
        #expect(try !text().contains("body of"))
    }

    @Test(arguments: DatabaseKind.allCases) func `lists the oldest first, so many at most`(kind: DatabaseKind) throws {
        let base = try base(kind, (0..<9).map { "s\($0)" })
        for count in [0, 1, 5, 9, 100] {
            #expect(try base.outbox.waiting(count).map(\.subject) == (0..<min(count, 9)).map { "s\($0)" })
        }
    }
}
