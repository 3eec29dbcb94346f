import DatabaseServer
import Examining
import Machine
import Quiz
import SampleHouse
import Scoring
import Synchronization
import TeamStores
import Testing

@testable import Team

@Suite struct `What a postman does` {
    private let house: House

    init() throws { house = try House() }

    private final class Bag: Carrier {
        let kind: Outgoing.Kind
        let seen = Mutex<[String]>([])
        let way: @Sendable (String) -> Carriage

        init(_ kind: Outgoing.Kind = .mail, _ way: @escaping @Sendable (String) -> Carriage = { _ in .carried }) {
            (self.kind, self.way) = (kind, way)
        }

        func carry(_ outgoing: Outgoing) -> Carriage {
            seen.withLock { $0.append(outgoing.subject) }
            return way(outgoing.subject)
        }
    }

    private func send(_ subjects: [String], _ kind: Outgoing.Kind = .mail) throws {
        try house.database.people.apply(
            subjects.map { .send(Outgoing(kind, about: $0, "body", since: house.time.now)) }, noting: [])
    }

    private func postman(_ bag: Bag) -> Postman { Postman(house.database.outbox, bag) { [house] in house.time.now } }

    /// Half a minute, twice as long each time, and six hours at most: in all a few days.
    @Test func `waits longer each time, up to a bound`() {
        let pauses = (1...Postman.most).map { Postman.pause(after: $0) }
        #expect(pauses.prefix(4) == [30_000, 60_000, 120_000, 240_000] && pauses.last == 6 * 3_600_000)
        #expect(zip(pauses, pauses.dropFirst()).allSatisfy { $1 == min(2 * $0, 6 * 3_600_000) })
        let days = Double(pauses.dropLast().reduce(0, +)) / 86_400_000
        #expect((3.0...5).contains(days), "\(days)")
        for tries in [-1, 0] { #expect(Postman.pause(after: tries) == 30_000) }
        #expect(Postman.pause(after: .max) == 6 * 3_600_000)
    }

    @Test(arguments: [0, 1, 3, 9]) func `carries so many at most, the oldest first`(most: Int) throws {
        try send((0..<5).map { "s\($0)" })
        let bag = Bag()
        #expect(try postman(bag).deliver(atMost: most) == min(most, 5))
        #expect(bag.seen.withLock(\.self) == (0..<min(most, 5)).map { "s\($0)" })
    }

    @Test func `carries its own kind alone`() throws {
        try send(["mail"])
        try send(["closed"], .closed)
        let bag = Bag(.closed)
        #expect(try postman(bag).deliver() == 1)
        #expect(bag.seen.withLock(\.self) == ["closed"])
        #expect(try house.database.outbox.waiting(9).map(\.subject) == ["mail"])
    }

    @Test func `goes on with others where one cannot be carried`() throws {
        try send(["good 1", "bad", "good 2", "never"])
        let bag = Bag { $0 == "bad" ? .notNow("later") : $0 == "never" ? .never("no such address") : .carried }
        #expect(try postman(bag).deliver() == 2)
        let left = try house.database.outbox.waiting(9)
        #expect(left.map(\.subject) == ["bad", "never"] && left.map(\.problem) == ["later", "no such address"])
        #expect(left[0].due == house.time.now.adding(milliseconds: 30_000) && left[1].due == nil)
    }

    /// A carrier that takes longer than its lease has carried it; only the other's word is kept.
    @Test func `counts what it carried only while it was its own`() throws {
        try send(["slow"])
        let (house, outbox) = (house, house.database.outbox)
        let bag = Bag { _ in
            house.time.pass(milliseconds: Postman.lease)
            let other = try? outbox.takeUp(.mail, at: house.time.now, until: house.time.now.adding(milliseconds: 1_000))
            return other == nil ? .never("nobody else took it") : .carried
        }
        #expect(try postman(bag).deliver(atMost: 1) == 0)
        #expect(try outbox.waiting(9).map(\.tries) == [2])
    }
}

@Suite struct `What follows from the end of an attempt` {
    @Test(arguments: DatabaseKind.allCases) func `is a letter, once, by whichever node`(kind: DatabaseKind) throws {
        let room = try ExamHouse(kind, candidates: 2)
        try room.assign()
        let names = [try room.sit(), try room.sit(by: room.candidates[1])]
        try room.house.accounts.shutOut(room.candidates[1].person.id, true, by: room.root)
        let nodes = [room.house, try room.house.otherNode()]
        var carried = 0
        for node in nodes {
            carried += try Postman(node.database.outbox, ClosedAttempts(of: node.desk)) { node.time.now }.deliver()
        }
        #expect(carried == 2)
        let results = try room.house.database.outbox.waiting(99).map(\.subject).filter { $0.hasPrefix("result ") }
        #expect(results == ["result \(names[0])"], "nobody writes to who is shut out")
    }

    @Test func `is nothing where the attempt is gone, or there is nobody who writes`() throws {
        let room = try ExamHouse()
        try room.assign()
        let name = try room.sit()
        let now = room.house.time.now
        func carry(_ desk: ExamDesk, _ body: String) -> Carriage {
            ClosedAttempts(of: desk).carry(Outgoing(.closed, about: "x", body, since: now))
        }
        #expect(carry(room.desk, "nobody-1") == .carried && carry(room.desk, "../x") == .carried)
        let silent = ExamDesk(room.desk.exams, of: room.desk.inUse, people: room.house.database.people, random: .system)
        {
            []
        }
        let before = try room.house.database.outbox.waiting(99).count
        #expect(carry(silent, name) == .carried)
        #expect(try room.house.database.outbox.waiting(99).count == before)
        #expect(carry(room.desk, name) == .carried && carry(room.desk, name) == .carried)
        #expect(try room.house.database.outbox.waiting(99).count == before + 1)
    }

    @Test func `names nothing of what came of it`() throws {
        let notices = Notices(from: "https://exams.example.org")
        let address = try #require(MailAddress("ada@example.org"))
        let ada = Person(id: .new(), name: "Ada <b>", address: address, roles: [], since: Moment(milliseconds: 1))
        guard case .send(let outgoing) = notices.result(of: "The exam", "ada-1", to: ada, at: Moment(milliseconds: 5))
        else {
            Issue.record("there is no letter")
            return
        }
        let letter = try #require(Letter(outgoing.body))
        #expect(
            letter.name == "Ada <b>" && letter.address == "ada@example.org" && letter.title == "Your exam: The exam")
        #expect(letter.paragraphs.last == "https://exams.example.org/sitting/ada-1/result")
        for word in ["pass", "fail", "%"] { #expect(!letter.text.contains(word), "\(word)") }
        #expect(Letter(letter.text) == letter)
        for text in ["", "{}", "null", "[]", "{\"address\":1}", letter.text + "x"] {
            #expect(Letter(text) == nil, "\(text)")
        }
        let free = Invitation(
            digest: Token.new().digest, name: "", address: nil, roles: [], by: nil, expires: Moment(milliseconds: 9))
        #expect(notices.invitation(free, .new(), at: Moment(milliseconds: 1)) == nil, "there is nobody to write to")
    }
}
