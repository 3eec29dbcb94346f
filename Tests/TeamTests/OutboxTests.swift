import Content
import DatabaseServer
import Examining
import Machine
import Quiz
import SampleExams
import SampleHouse
import Scoring
import Synchronization
import Team
import TeamStores
import Testing

/// Carries nothing anywhere, and remembers it.
private final class Remembering: Carrier {
    let kind = Outgoing.Kind.mail
    private let carried = Mutex<[String]>([])
    private let way: @Sendable (Outgoing) -> Carriage

    init(_ way: @escaping @Sendable (Outgoing) -> Carriage = { _ in .carried }) { self.way = way }

    var subjects: [String] { carried.withLock(\.self) }

    func carry(_ outgoing: Outgoing) -> Carriage {
        carried.withLock { $0.append(outgoing.subject) }
        return way(outgoing)
    }
}

private func letters(_ house: House, _ carrier: Remembering) -> Postman {
    Postman(house.database.outbox, carrier) { house.time.now }
}

@Suite struct `An outbox` {
    private func send(_ subject: String, to house: House) throws {
        try house.database.people.apply(
            [.send(Outgoing(.mail, about: subject, "body", since: house.time.now))], noting: [])
    }

    @Test(arguments: DatabaseKind.allCases) func `sends once what was said twice`(kind: DatabaseKind) throws {
        let house = try House(kind)
        for _ in 0..<2 { try send("one", to: house) }
        let carrier = Remembering()
        #expect(try letters(house, carrier).deliver() == 1)
        try send("one", to: house)
        #expect(try letters(house, carrier).deliver() == 0)
        #expect(try carrier.subjects == ["one"] && house.database.outbox.waiting(10) == [])
    }

    @Test(arguments: DatabaseKind.allCases) func `holds what was caused, or nothing of it`(kind: DatabaseKind) throws {
        let house = try House(kind)
        let outgoing = Outgoing(.mail, about: "one", "body", since: house.time.now)
        #expect {
            try house.database.people.apply([.send(outgoing), .redeem(Token.new().digest)], noting: [])
        } throws: {
            isOf(.notFound, $0)
        }
        #expect(try house.database.outbox.waiting(10) == [])
    }

    @Test(arguments: DatabaseKind.allCases)
    func `is emptied by many nodes at once, each thing by one`(kind: DatabaseKind) async throws {
        let house = try House(kind)
        for number in 0..<40 { try send("\(number)", to: house) }
        let carrier = Remembering()
        let nodes = try (0..<4).map { _ in try house.otherNode() }
        let carried = try await withThrowingTaskGroup(of: Int.self) { group in
            for node in nodes { group.addTask { try letters(node, carrier).deliver() } }
            return try await group.reduce(0, +)
        }
        #expect(carried == 40 && carrier.subjects.count == 40 && Set(carrier.subjects).count == 40)
    }

    @Test(arguments: DatabaseKind.allCases)
    func `tries again with pauses that grow, and gives up`(kind: DatabaseKind) throws {
        let house = try House(kind)
        try send("one", to: house)
        let carrier = Remembering { _ in .notNow("the server is busy") }
        let postman = letters(house, carrier)
        try postman.deliver()
        #expect(carrier.subjects.count == 1, "not at once")
        house.time.pass(milliseconds: 29_000)
        try postman.deliver()
        #expect(carrier.subjects.count == 1)
        house.time.pass(milliseconds: 1_000)
        try postman.deliver()
        #expect(carrier.subjects.count == 2)
        house.time.pass(milliseconds: 59_000)
        try postman.deliver()
        #expect(carrier.subjects.count == 2, "twice as long")
        let listed = try #require(try house.database.outbox.waiting(10).first)
        #expect(listed.tries == 2 && listed.problem == "the server is busy" && listed.due != nil)
        for _ in 0..<40 {
            house.pass(minutes: 360)
            try postman.deliver()
        }
        #expect(carrier.subjects.count == 25)
        #expect(try house.database.outbox.waiting(10).first?.due == nil)
    }

    @Test(arguments: DatabaseKind.allCases)
    func `lets another node go on where one is gone, and believes the first no more`(kind: DatabaseKind) throws {
        let house = try House(kind)
        try send("one", to: house)
        let outbox = house.database.outbox
        func takeUp() throws -> TakenUp? {
            let now = house.time.now
            return try outbox.takeUp(.mail, at: now, until: now.adding(milliseconds: 60_000))
        }
        let first = try #require(try takeUp())
        #expect(try takeUp() == nil)
        house.pass(minutes: 1)
        let second = try #require(try takeUp())
        #expect(second.number == first.number && second.tries == 2)
        #expect(try !outbox.carried(first, at: house.time.now))
        try outbox.putBack(first, until: nil, "late")
        #expect(try outbox.carried(second, at: house.time.now))
        #expect(try !outbox.carried(second, at: house.time.now))
        #expect(try outbox.waiting(10) == [])
    }

    @Test(arguments: DatabaseKind.allCases) func `is looked after by administrators`(kind: DatabaseKind) throws {
        let house = try House(kind)
        let root = try house.administrator()
        let lead = try house.somebody("lead", [.lead], by: root)
        let carrier = Remembering { _ in .never("nobody is there") }
        try letters(house, carrier).deliver()
        let outbox = house.database.outbox
        let listed = try #require(try house.accounts.waiting(in: outbox, for: root).first)
        #expect(listed.due == nil && listed.problem == "nobody is there")
        #expect { try house.accounts.waiting(in: outbox, for: lead) } throws: { isOf(.forbidden, $0) }
        #expect { try house.accounts.discard(listed.number, in: outbox, by: lead) } throws: { isOf(.forbidden, $0) }
        #expect { try house.accounts.tryAgain(-1, in: outbox, by: root) } throws: { isOf(.notFound, $0) }
        try house.accounts.tryAgain(listed.number, in: outbox, by: root)
        try letters(house, carrier).deliver()
        #expect(carrier.subjects.count == 2)
        try house.accounts.discard(listed.number, in: outbox, by: root)
        #expect(try house.accounts.waiting(in: outbox, for: root) == [])
        #expect { try house.accounts.discard(listed.number, in: outbox, by: root) } throws: { isOf(.notFound, $0) }
        #expect(try house.accounts.trail(2, for: root).map(\.action) == [.discarded, .triedAgain])
    }

    @Test(arguments: DatabaseKind.allCases)
    func `has letters of invitations, assignments and ends of exams`(kind: DatabaseKind) throws {
        let house = try House(kind)
        let root = try house.administrator()
        let lead = try house.somebody("lead", [.lead], by: root)
        let ada = try house.somebody("ada", [.candidate], by: root)
        let revision = try #require(house.desk.packs.values.first)
        let exam = try #require(revision.pack.blueprints.first)
        let (pack, blueprint) = (revision.pack.id.text, exam.id.text)
        try house.desk.assign(blueprint, of: pack, to: [ada.person.id], ExamWindow(), by: lead)
        let name = try house.desk.begin(blueprint, of: pack, by: ada)
        try house.desk.handIn(name, by: ada)
        try house.desk.handIn(name, by: ada)
        let ends = Postman(house.database.outbox, ClosedAttempts(of: house.desk)) { house.time.now }
        #expect(try ends.deliver() == 1)
        #expect(try ends.deliver() == 0)
        let bodies = Mutex<[Letter]>([])
        try letters(
            house,
            Remembering { outgoing in
                bodies.withLock { $0 += [Letter(outgoing.body)].compactMap(\.self) }
                return .carried
            }
        ).deliver()
        let all = bodies.withLock(\.self)
        #expect(all.map(\.address) == ["lead", "ada", "ada", "ada"].map { "\($0)@example.org" })
        #expect(all[2].paragraphs.last == "https://exams.example.org/exams/\(pack)/\(blueprint)")
        #expect(all[3].paragraphs.last == "https://exams.example.org/sitting/\(name)/result")
    }
}
