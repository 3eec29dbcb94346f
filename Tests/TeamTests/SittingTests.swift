import Audit
import Content
import DatabaseServer
import Examining
import Quiz
import SampleExams
import SampleHouse
import Scoring
import Team
import TeamStores
import Testing

@Suite struct `An exam in a house` {
    /// A house in which Ada is to sit the lesson's exam, and Bob is not.
    private struct Room {
        let house: House
        let lead: Actor
        let ada: Actor
        let bob: Actor

        init(_ kind: DatabaseKind, _ window: ExamWindow = ExamWindow()) throws {
            house = try House(kind)
            let root = try house.administrator()
            lead = try house.somebody("lead", [.lead], by: root)
            ada = try house.somebody("ada", [.candidate], by: root)
            bob = try house.somebody("bob", [.candidate], by: root)
            try house.desk.assign("final", of: "lesson", to: [ada.person.id], window, by: lead)
        }

        var desk: ExamDesk { house.desk }

        func begin() throws -> String { try desk.begin("final", of: "lesson", by: ada) }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `is sat from any node, and its log is one that anybody can verify`(kind: DatabaseKind) throws {
        let room = try Room(kind)
        let nodes = [room.house, try room.house.otherNode()]
        let name = try room.begin()
        let items = try room.desk.attempt(name, of: room.ada).form.items
        for place in 0..<5 {
            let answer = try #require(LessonPack.right.first { items[place].contains("/\($0.key)") })
            room.house.pass(minutes: 1)
            let kept = try nodes[place % 2].desk.answer(place, answer.value, after: 0, in: name, by: room.ada)
            #expect(kept.times == 1 && kept.remark == nil && kept.left == Int64(29 - place) * 60_000)
        }
        try nodes[1].desk.handIn(name, by: room.ada)
        let outcome = try room.desk.outcome(of: name, for: room.ada)
        #expect(outcome.attempt.fraction == 1 && outcome.attempt.result?.isPassed == true)
        let log = ChainedLog<ExamEntry>(try room.desk.log(of: name, for: room.lead))
        #expect(log.problems == [] && log.head != nil)
        #expect(try room.desk.exams.attempts().irregularities == [])
        #expect(try room.house.database.openAttempts() == [])
    }

    @Test func `follows what was done on another node, whatever this one knew`() throws {
        let room = try Room(.sqlite)
        let (first, second) = (room.desk, try room.house.otherNode().desk)
        let name = try room.begin()
        try first.setFlag(true, at: 0, in: name, by: room.ada)
        try second.setFlag(false, at: 0, in: name, by: room.ada)
        try first.setFlag(true, at: 0, in: name, by: room.ada)
        #expect(try second.attempt(name, of: room.ada).state.flagged == [0])
        _ = try second.show(2, in: name, to: room.ada)
        try second.setFlag(false, at: 0, in: name, by: room.ada)
        try first.setFlag(false, at: 0, in: name, by: room.ada)
        #expect(try second.attempt(name, of: room.ada).state.flagged == [])
        try second.handIn(name, by: room.ada)
        #expect(try first.show(1, in: name, to: room.ada).state.isClosed)
        try first.handIn(name, by: room.ada)
        #expect(try first.exams.attempts().irregularities == [])
    }

    @Test(arguments: DatabaseKind.allCases)
    func `keeps an answer once that is sent twice, and writes over none that was not seen`(kind: DatabaseKind) throws {
        let room = try Room(kind)
        let other = try room.house.otherNode()
        let name = try room.begin()
        let first = try room.desk.answer(0, "99601", after: 0, in: name, by: room.ada)
        #expect(try room.desk.answer(0, "99601", after: 0, in: name, by: room.ada) == first)
        #expect(try other.desk.answer(0, "99601", after: 0, in: name, by: room.ada) == first)
        // The first node does not know yet what came in at the other.
        #expect(try other.desk.answer(0, "99602", after: 1, in: name, by: room.ada).times == 2)
        for times in [1, 0, 7] {
            #expect {
                try room.desk.answer(0, "none", after: times, in: name, by: room.ada)
            } throws: { error in
                (error as? OutdatedAnswer).map { $0.times == 2 && $0.kept == "99602" } ?? false
            }
        }
        #expect(try room.desk.answer(0, "none", after: 2, in: name, by: room.ada).times == 3)
        let entries = try room.desk.exams.storedAttempt(name).state
        #expect(entries.answers == [0: "none"] && entries.timesAnswered == [0: 3])
    }

    @Test func `has a form for everybody before it opens, and no more than that`() throws {
        let room = try Room(
            .sqlite, ExamWindow(opens: SampleExams.morning.adding(milliseconds: 30 * 60_000), closes: nil))
        #expect(room.desk.makeFormsAhead() == 0)
        room.house.pass(minutes: 15)
        #expect(room.desk.makeFormsAhead() == 1 && room.desk.makeFormsAhead() == 0)
        room.house.pass(minutes: 15)
        let name = try room.begin()
        #expect(room.desk.makeFormsAhead() == 0)
        let attempt = try room.desk.attempt(name, of: room.ada)
        #expect(attempt.items.count == 5)
        try room.desk.handIn(name, by: room.ada)
        #expect(try room.desk.exams.attempts().irregularities == [])
    }

    @Test func `keeps what cannot be read, and says so`() throws {
        let room = try Room(.sqlite)
        let name = try room.begin()
        let items = try room.desk.attempt(name, of: room.ada).items
        let place = try #require(items.firstIndex { $0.kind == .claim })
        let kept = try room.desk.answer(place, "9960l x", after: 0, in: name, by: room.ada)
        #expect(kept.remark != nil)
        #expect(try room.desk.exams.storedAttempt(name).state.answers[place] == "9960l x")
        #expect(throws: ExamError.self) {
            try room.desk.answer(place, String(repeating: "9", count: 4_001), after: 1, in: name, by: room.ada)
        }
        #expect(throws: ExamError.self) { try room.desk.answer(5, "1", after: 0, in: name, by: room.ada) }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `ends with its time, whichever node looks`(kind: DatabaseKind) throws {
        let room = try Room(kind)
        let other = try room.house.otherNode()
        let name = try room.begin()
        _ = try room.desk.answer(0, "99601", after: 0, in: name, by: room.ada)
        room.house.pass(minutes: 29)
        #expect(other.desk.closeOverdue() == 0)
        room.house.pass(minutes: 1)
        expect(.invalid, "") { _ = try room.desk.answer(0, "none", after: 1, in: name, by: room.ada) }
        #expect(try room.desk.exams.storedAttempt(name).state.phase == .timedOut)
        expect(.invalid, "") { _ = try room.desk.answer(1, "none", after: 0, in: name, by: room.ada) }
        let second = try room.begin()
        room.house.pass(minutes: 31)
        #expect(other.desk.closeOverdue() == 1 && room.desk.closeOverdue() == 0)
        #expect(try room.desk.exams.storedAttempt(second).state.phase == .timedOut)
        #expect(try room.desk.exams.attempts().irregularities == [])
    }

    @Test func `is there for whom it is assigned to, and for nobody else`() throws {
        let room = try Room(.sqlite)
        #expect { try room.desk.begin("final", of: "lesson", by: room.bob) } throws: { isOf(.notFound, $0) }
        #expect { try room.desk.begin("drill", of: "lesson", by: room.ada) } throws: { isOf(.notFound, $0) }
        #expect { try room.desk.begin("final", of: "lesson", by: room.lead) } throws: { isOf(.forbidden, $0) }
        let name = try room.begin()
        for wrong in [name, "nobody-1", "../\(name)", ""] {
            #expect { try room.desk.attempt(wrong, of: room.bob) } throws: { isOf(.notFound, $0) }
            #expect { try room.desk.answer(0, "1", after: 0, in: wrong, by: room.bob) } throws: { isOf(.notFound, $0) }
            #expect { try room.desk.handIn(wrong, by: room.bob) } throws: { isOf(.notFound, $0) }
        }
        #expect { try room.desk.sittings(for: room.ada) } throws: { isOf(.forbidden, $0) }
        #expect { try room.desk.log(of: name, for: room.ada) } throws: { isOf(.forbidden, $0) }
        #expect {
            try room.desk.assign("final", of: "lesson", to: [room.bob.person.id], ExamWindow(), by: room.ada)
        } throws: { isOf(.forbidden, $0) }
        #expect(try room.desk.assigned(to: room.bob).isEmpty)
        let exams = try room.desk.assigned(to: room.ada)
        #expect(exams.map(\.blueprint.id.text) == ["final"] && exams[0].attempts.map(\.name) == [name])
    }

    @Test func `opens and closes, and gives the time that was granted`() throws {
        let window = ExamWindow(
            opens: SampleExams.morning.adding(milliseconds: 60_000),
            closes: SampleExams.morning.adding(milliseconds: 600_000))
        let room = try Room(.sqlite, window)
        expect(.early(until: try #require(window.opens)), "opens at") { _ = try room.begin() }
        try room.desk.giveTime(to: room.ada.person.id, "50%", because: "reads slowly", by: room.lead)
        room.house.pass(minutes: 2)
        let attempt = try room.desk.attempt(try room.begin(), of: room.ada)
        #expect(attempt.left == 45 * 60_000)
        room.house.pass(minutes: 10)
        expect(.forbidden, "closed at") {
            try room.desk.handIn(attempt.name, by: room.ada)
            _ = try room.begin()
        }
        #expect { try room.desk.giveTime(to: room.ada.person.id, "soon", because: "", by: room.lead) } throws: {
            isOf(.invalid, $0)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `of many who begin, answer and hand in at once loses nothing`(kind: DatabaseKind) async throws {
        let room = try Room(kind)
        let root = try room.house.accounts.actor(
            for: try room.house.accounts.signIn("root@example.org", House.password, from: "a").token)
        let candidates = try (0..<8).map { try room.house.somebody("c\($0)", [.candidate], by: root) }
        try room.desk.assign(
            "final", of: "lesson", to: candidates.map(\.person.id), ExamWindow(), by: room.lead)
        let nodes = [room.house, try room.house.otherNode()]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (number, candidate) in candidates.enumerated() {
                group.addTask {
                    let name = try nodes[number % 2].desk.begin("final", of: "lesson", by: candidate)
                    for place in 0..<5 {
                        let desk = nodes[(number + place) % 2].desk
                        _ = try desk.answer(place, "\(number) \(place)", after: 0, in: name, by: candidate)
                    }
                    try nodes[(number + 1) % 2].desk.handIn(name, by: candidate)
                }
            }
            try await group.waitForAll()
        }
        let list = try room.desk.exams.attempts()
        #expect(list.irregularities == [] && list.attempts.count == 8)
        for attempt in list.attempts {
            let number = try #require(candidates.firstIndex { $0.person.id.text == attempt.form.candidate })
            #expect(attempt.state.answers == Dictionary(uniqueKeysWithValues: (0..<5).map { ($0, "\(number) \($0)") }))
            #expect(attempt.head != nil)
        }
        let sittings = try room.desk.sittings(for: room.lead)
        #expect(sittings.count == 8 && sittings.allSatisfy { $0.isClosed && $0.answered == 5 })
    }
}
