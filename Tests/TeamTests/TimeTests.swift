import Audit
import DatabaseServer
import Examining
import Machine
import Quiz
import SampleExams
import SampleHouse
import Scoring
import Team
import Testing

/// What whoever watches an exam does about its time, and what of it is left to see.
@Suite struct `The time of an exam in a house` {
    /// A house in which two candidates sit the lesson's exam, with a minute of grace, and somebody watches.
    private struct Room {
        let house: House
        let nodes: [House]
        let root: Actor
        let proctor: Actor
        let candidates: [Actor]

        init(_ kind: DatabaseKind) throws {
            let graceful = try LessonPack([
                ("blueprints.yaml", "navigation: free\n", "navigation: free\n    grace: 60\n")
            ])
            house = try House(kind, of: graceful)
            nodes = [house, try house.otherNode()]
            root = try house.administrator()
            proctor = try house.somebody("Pat", [.proctor], by: root)
            let lead = try house.somebody("lead", [.lead], by: root)
            let (house, root) = (house, root)
            candidates = try ["ada", "bob"].map { try house.somebody($0, [.candidate], by: root) }
            try house.desk.assign(
                "final", of: "lesson", to: candidates.map(\.person.id), ExamWindow(), by: lead)
        }

        func begin(_ number: Int) throws -> String {
            try nodes[number].desk.begin("final", of: "lesson", by: candidates[number])
        }

        func left(_ name: String, _ number: Int) throws -> Int64 {
            try nodes[number].desk.attempt(name, of: candidates[number]).left / 60_000
        }

        /// What the trail has of it, as the database keeps it.
        func trail() throws -> [TrailEntry] { try house.accounts.trail(100, for: root) }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `is extended for one or all by whoever watches, who answers for it`(kind: DatabaseKind) throws {
        let room = try Room(kind)
        let desk = room.house.desk
        expect(.notFound, "no attempt") { try desk.extend("nobody-1", byMinutes: "5", because: "x", by: room.proctor) }
        #expect { try desk.extend(nil, byMinutes: "5", because: "x", by: room.proctor) } throws: { isOf(.invalid, $0) }
        let (first, second) = (try room.begin(0), try room.begin(1))
        for (minutes, reason) in [("0", "x"), ("601", "x"), ("five", "x"), ("5", " ")] {
            #expect {
                try desk.extend(first, byMinutes: minutes, because: reason, by: room.proctor)
            } throws: {
                isOf(.invalid, $0)
            }
        }
        #expect { try desk.extend(first, byMinutes: "5", because: "x", by: room.candidates[0]) } throws: {
            isOf(.forbidden, $0)
        }
        room.house.pass(minutes: 29)
        try desk.extend(first, byMinutes: "5", because: "Her screen went dark.", by: room.proctor)
        try desk.extend(nil, byMinutes: "10", because: "The alarm rang.", by: room.proctor)
        #expect(try room.left(first, 0) == 16 && room.left(second, 1) == 11)
        let said = try room.nodes[0].desk.messages(to: first, after: 0, for: room.candidates[0]).messages.map(\.text)
        #expect(
            said == ["You have 5 minutes more: Her screen went dark.", "You have 10 minutes more: The alarm rang."])
        #expect(try room.nodes[1].desk.messages(to: second, after: 0, for: room.candidates[1]).messages.count == 1)
        let trail = try room.trail().filter { $0.action == .extended }
        #expect(trail.count == 3 && trail.allSatisfy { $0.by == room.proctor.person.id })
        #expect(trail.contains { $0.to == first && $0.note == "5 minutes: Her screen went dark." })
        // Whoever sits it at another node has the time, too, and when it is over that is for good.
        room.house.pass(minutes: 11)
        #expect(try room.nodes[1].desk.answer(0, "99601", after: 0, in: first, by: room.candidates[0]).left == 300_000)
        room.house.pass(minutes: 2)
        #expect(room.nodes[1].desk.closeOverdue() == 1)
        expect(.invalid, "the exam is closed") {
            try desk.extend(second, byMinutes: "5", because: "Too late.", by: room.proctor)
        }
        try room.nodes[0].desk.handIn(first, by: room.candidates[0])
        for name in [first, second] { #expect(try desk.exams.audit(name).problems == []) }
        let kept = try desk.exams.storedAttempt(first).state
        #expect(kept.interventions.map(\.deed) == [.extend(300_000), .extend(600_000)])
    }

    @Test(arguments: DatabaseKind.allCases)
    func `stands still while it is stopped, at every node`(kind: DatabaseKind) throws {
        let room = try Room(kind)
        let (first, second) = (try room.begin(0), try room.begin(1))
        room.house.pass(minutes: 10)
        try room.nodes[1].desk.hold(nil, because: "The alarm rang.", by: room.proctor)
        for number in [0, 1] {
            let (name, candidate) = ([first, second][number], room.candidates[number])
            expect(.invalid, "the supervisor has stopped the time") {
                _ = try room.nodes[number].desk.answer(0, "99601", after: 0, in: name, by: candidate)
            }
            let seat = try room.nodes[number].desk.messages(to: name, after: 0, for: candidate).seat
            #expect(seat.state.isHeld)
        }
        expect(.invalid, "has stopped the time") {
            try room.nodes[0].desk.hold(first, because: "Again.", by: room.proctor)
        }
        room.house.pass(minutes: 600)
        #expect(room.nodes.allSatisfy { $0.desk.closeOverdue() == 0 })
        #expect(try room.house.desk.sittings(for: room.proctor).allSatisfy { $0.isHeld && $0.left == 20 * 60_000 })
        try room.nodes[0].desk.release(second, by: room.proctor)
        try room.nodes[0].desk.release(nil, by: room.proctor)
        expect(.invalid, "the time was not stopped") { try room.nodes[0].desk.release(second, by: room.proctor) }
        #expect(try room.left(first, 0) == 20 && room.left(second, 1) == 20)
        #expect(try room.nodes[0].desk.answer(0, "99601", after: 0, in: first, by: room.candidates[0]).times == 1)
        #expect(try room.trail().filter { $0.action == .held }.count == 2)
        #expect(try room.trail().filter { $0.action == .released }.count == 2)
        #expect(try room.house.desk.exams.audit(first).problems == [])
    }

    @Test(arguments: DatabaseKind.allCases)
    func `lets answers come in late that were written in it, and marks them`(kind: DatabaseKind) throws {
        let room = try Room(kind)
        let (desk, ada) = (room.nodes[0].desk, room.candidates[0])
        let name = try room.begin(0)
        _ = try desk.answer(0, "99601", after: 0, in: name, by: ada, written: 700)
        room.house.time.pass(milliseconds: 30 * 60_000 + 20_000)
        #expect(room.nodes[1].desk.closeOverdue() == 0)
        expect(.invalid, "the time is over") { _ = try desk.answer(1, "a", after: 0, in: name, by: ada) }
        expect(.invalid, "the time is over") {
            _ = try desk.answer(1, "a", after: 0, in: name, by: ada, written: 20_000)
        }
        let late = try room.nodes[1].desk.answer(1, "a", after: 0, in: name, by: ada, written: 20_001)
        #expect(late.times == 1 && late.left == 0)
        #expect(try desk.answer(1, "a", after: 0, in: name, by: ada, written: 21_001) == late, "said twice")
        #expect(try desk.sittings(for: room.proctor).map(\.late) == [1])
        room.house.pass(minutes: 1)
        expect(.invalid, "the exam is closed") {
            _ = try desk.answer(2, "a", after: 0, in: name, by: ada, written: 90_000)
        }
        let stored = try desk.exams.storedAttempt(name)
        #expect(stored.state.phase == .timedOut && stored.state.answers == [0: "99601", 1: "a"])
        #expect(stored.state.late == [1: 20_000] && stored.form.grace == 60)
        #expect(try desk.exams.audit(name).problems == [])
        // What is remembered of it is what its log tells.
        for _ in 0..<2 { #expect(try desk.exams.attempts().attempts.map(\.state.late) == [[1: 20_000]]) }
    }
}
