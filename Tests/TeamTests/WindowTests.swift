import DatabaseServer
import Examining
import Machine
import Quiz
import SampleExams
import SampleHouse
import Scoring
import Team
import TeamStores
import Testing

@Suite struct `The window of an exam` {
    @Test(
        arguments: [
            (9.0, -1, "early"), (10, -1, "early"), (10, 0, "done"), (10, 1, "done"), (20, -1, "done"), (20, 0, "done"),
            (20, 1, "forbidden"), (60, 0, "forbidden"),
        ] as [(Double, Int64, String)])
    func `opens and closes to the millisecond, both ends within it`(minute: Double, later: Int64, comes: String) throws
    {
        let room = try ExamHouse()
        try room.assign("final", ExamWindow(opens: room.at(minute: 10), closes: room.at(minute: 20)))
        room.go(to: minute, later: later)
        #expect(kind { _ = try room.begin() }.contains(comes))
        let admission = try #require(try room.desk.assigned(to: room.ada).first).admission
        switch admission {
        case .open: #expect(comes == "done")
        case .early(let opens): #expect(comes == "early" && opens == room.at(minute: 10))
        case .late(let closed): #expect(comes == "forbidden" && closed == room.at(minute: 20))
        case .free, .notAssigned: Issue.record("\(admission)")
        }
    }

    @Test(
        arguments: [
            (10.0, 10.0, false), (10, 9, false), (10, 10.1, true), (-60, -10, true), (10, nil, true), (nil, 10, true),
            (nil, nil, true),
        ] as [(Double?, Double?, Bool)])
    func `closes after it opens`(opens: Double?, closes: Double?, isOne: Bool) throws {
        let room = try ExamHouse()
        let window = ExamWindow(opens: opens.map(room.at), closes: closes.map(room.at))
        #expect(kind { try room.assign("final", window) } == (isOne ? "done" : "invalid"))
        #expect(try room.desk.assignments(for: room.lead).count == (isOne ? 1 : 0))
    }

    /// Whoever begins within the window has the full time, but where attempts end with it.
    @Test(arguments: [
        (false, 15.0, 30.0), (true, 15, 5), (true, 20, 0), (true, -15, 30), (false, 20, 30), (true, 19.5, 0.5),
    ]) func `takes no minutes away, unless it ends all attempts`(stops: Bool, minute: Double, left: Double) throws {
        let room = try ExamHouse()
        try room.assign("final", ExamWindow(closes: room.at(minute: 20), stopsAtClose: stops))
        room.go(to: minute)
        let name = try room.begin()
        #expect(try room.left(name) == left)
        room.go(to: minute + left, later: -1)
        if left > 0 { #expect(try room.desk.answer(0, "1", after: 0, in: name, by: room.ada).left == 1) }
        room.go(to: minute + left)
        #expect(kind { _ = try room.desk.answer(1, "1", after: 0, in: name, by: room.ada) } == "exam invalid")
        #expect(try room.desk.attempt(name, of: room.ada).state.phase == .timedOut)
    }

    @Test func `is one's own before a group's, and the one that closes last of several`() throws {
        let room = try ExamHouse(candidates: 2)
        let rows = ["Early", "Late"].enumerated().flatMap { place, group in
            room.candidates.map { actor in
                var row = RosterRow.Candidate(id: actor.person.id.text)
                (row.email, row.groups) = (actor.person.address.text, .here(group))
                return RosterRow(.candidate(row), isGone: false, at: RosterPosition(file: "t", row: place + 2))
            }
        }
        _ = try room.desk.takeIn(rows, of: ["t"], problems: [], isReadable: true, by: room.lead)
        let desk = room.desk
        #expect(try desk.groups(for: room.lead).map(\.members.count) == [2, 2])
        try desk.assign(
            "final", of: "lesson", to: [], groups: ["Early"], ExamWindow(closes: room.at(minute: 10)), by: room.lead)
        try desk.assign(
            "final", of: "lesson", to: [], groups: ["Late"], ExamWindow(closes: room.at(minute: 30)), by: room.lead)
        try desk.assign(
            "final", of: "lesson", to: [room.ada.person.id], ExamWindow(opens: room.at(minute: 40)), by: room.lead)
        room.go(to: 20)
        #expect(kind { _ = try room.begin() }.contains("early"))
        _ = try room.begin(by: room.candidates[1])
        room.go(to: 40)
        _ = try room.begin()
        #expect(try desk.assignments(for: room.lead).map(\.count).sorted() == [1, 2, 2])
    }

    @Test func `is changed by another for the same people`() throws {
        let room = try ExamHouse()
        try room.assign("final", ExamWindow(closes: room.at(minute: 1)))
        room.go(to: 2)
        #expect(kind { _ = try room.begin() } == "exam forbidden")
        try room.assign("final", ExamWindow(closes: room.at(minute: 9)))
        _ = try room.begin()
        #expect(try room.desk.assignments(for: room.lead).count == 1)
        try room.desk.unassign("final", of: "lesson", from: "candidate:\(room.ada.person.id.text)", by: room.lead)
        #expect(
            kind {
                try room.desk.unassign(
                    "final", of: "lesson", from: "candidate:\(room.ada.person.id.text)", by: room.lead)
            } == "exam notFound")
        #expect(try room.desk.assigned(to: room.ada).isEmpty)
    }
}

@Suite struct `Attempts at an exam` {
    @Test func `are as many as it gives, and what counts no longer is none of them`() throws {
        let room = try ExamHouse()
        try room.assign()
        let names = try (0..<3).map { _ in try room.sit(isRight: false) }
        #expect(Set(names).count == 3)
        #expect(kind { _ = try room.begin() } == "exam forbidden")
        try room.desk.void(names[1], because: "The alarm rang.", by: room.lead)
        _ = try room.sit()
        #expect(kind { _ = try room.begin() } == "exam forbidden")
        #expect(try room.desk.assigned(to: room.ada)[0].attempts.map(\.name).prefix(3) == names.prefix(3))
    }

    @Test(arguments: [(-1, "early"), (0, "done"), (1, "done")] as [(Int64, String)])
    func `are so far apart as it says, to the millisecond`(later: Int64, comes: String) throws {
        let room = try ExamHouse()
        try room.assign("drill")
        room.go(to: 5)
        try room.sit("drill", isRight: false)
        room.go(to: 5 + 24 * 60, later: later)
        #expect(kind { _ = try room.begin("drill") }.contains(comes))
    }

    @Test func `are gone on with, and not begun anew, while one is open`() throws {
        let room = try ExamHouse()
        try room.assign()
        let name = try room.begin()
        room.go(to: 10)
        #expect(try room.begin() == name && room.left(name) == 20)
        // Whoever begins when the time of the last one is over is led to its end, and begins another only then.
        room.go(to: 30)
        #expect(try room.begin() == name)
        let second = try room.begin()
        #expect(second != name && name.dropLast() == second.dropLast())
        #expect(try room.desk.assigned(to: room.ada)[0].attempts.map(\.state.phase) == [.timedOut, .open])
    }

    /// An answer to another's attempt, or after the end, changes nothing, whatever is tried.
    @Test func `take nothing in after their end`() throws {
        let room = try ExamHouse(candidates: 2)
        try room.assign()
        let name = try room.sit()
        let bytes = try room.desk.exams.logs.read(.attempt(name))
        let desk = room.desk
        let attempts: [() throws -> Void] = [
            { _ = try desk.answer(0, "none", after: 1, in: name, by: room.ada) },
            { _ = try desk.answer(0, "none", after: 1, in: name, by: room.ada, written: 1 << 40) },
            { _ = try desk.show(1, in: name, to: room.ada) }, { try desk.goOn(from: 4, in: name, by: room.ada) },
            { try desk.setBreak(true, in: name, by: room.ada) }, { try desk.setBreak(false, in: name, by: room.ada) },
            { try desk.setFlag(true, at: 0, in: name, by: room.ada) }, { try desk.handIn(name, by: room.ada) },
            { try desk.extend(name, byMinutes: "5", because: "x", by: room.proctor) },
            { try desk.hold(name, because: "x", by: room.proctor) }, { try desk.release(name, by: room.proctor) },
            { _ = try desk.answer(0, "none", after: 1, in: name, by: room.candidates[1]) },
            { try desk.handIn(name, by: room.candidates[1]) },
        ]
        for attempt in attempts { _ = kind(attempt) }
        #expect(try room.desk.exams.logs.read(.attempt(name)) == bytes)
        #expect(try room.desk.exams.audit(name).problems == [])
    }

    @Test(arguments: [-1, 5, 99, Int.max, Int.min]) func `have no items beyond their form`(place: Int) throws {
        let room = try ExamHouse()
        try room.assign()
        let name = try room.begin()
        for _ in 0..<2 {
            #expect(kind { _ = try room.desk.answer(place, "1", after: 0, in: name, by: room.ada) } == "exam invalid")
            #expect(kind { _ = try room.desk.show(place, in: name, to: room.ada) } == "exam invalid")
            #expect(kind { try room.desk.setFlag(true, at: place, in: name, by: room.ada) } == "exam invalid")
        }
        #expect(kind { try room.desk.goOn(from: place, in: name, by: room.ada) } == "done", "nothing is left by it")
        #expect(try room.desk.exams.storedAttempt(name).state.answers.isEmpty)
    }

    @Test func `go forward only where the exam does`() throws {
        let room = try ExamHouse()
        try room.assign("drill")
        let name = try room.begin("drill")
        let desk = room.desk
        try desk.goOn(from: 1, in: name, by: room.ada)
        #expect(try desk.attempt(name, of: room.ada).state.current == 0, "the page was old")
        try desk.goOn(from: 0, in: name, by: room.ada)
        try desk.goOn(from: 0, in: name, by: room.ada)
        #expect(try desk.attempt(name, of: room.ada).state.current == 1, "said twice")
        #expect(kind { _ = try desk.show(0, in: name, to: room.ada) } == "exam invalid")
        #expect(kind { _ = try desk.answer(0, "1", after: 0, in: name, by: room.ada) } == "exam invalid")
        #expect(kind { try desk.setFlag(true, at: 0, in: name, by: room.ada) } == "exam invalid")
        for place in 1..<4 { try desk.goOn(from: place, in: name, by: room.ada) }
        try desk.goOn(from: 4, in: name, by: room.ada)
        #expect(try desk.attempt(name, of: room.ada).state.current == 4, "there is none after it")
    }

    @Test(arguments: [4_000, 4_001]) func `take answers of so many bytes`(count: Int) throws {
        let room = try ExamHouse()
        try room.assign()
        let name = try room.begin()
        let text = String(repeating: "é", count: count / 2) + (count.isMultiple(of: 2) ? "" : "x")
        #expect(text.utf8.count == count)
        #expect(
            kind { _ = try room.desk.answer(0, text, after: 0, in: name, by: room.ada) }
                == (count == 4_000 ? "done" : "exam invalid"))
        #expect(try room.desk.exams.storedAttempt(name).state.answers[0] == (count == 4_000 ? text : nil))
    }

    @Test(
        arguments: DatabaseKind.allCases,
        [
            "", " ", "\u{0}", "\n\r\t\"\\ \u{7F}\u{2028}", "👩🏽‍⚕️\u{202E}", "'; DROP TABLE log; --", "{\"entry\":1}",
        ]) func `keep an answer sign by sign, and log it so`(kind: DatabaseKind, text: String) throws
    {
        let room = try ExamHouse(kind)
        try room.assign()
        let name = try room.begin()
        #expect(try room.desk.answer(0, text, after: 0, in: name, by: room.ada).times == 1)
        let other = try room.house.otherNode()
        #expect(try other.desk.attempt(name, of: room.ada).state.answers[0].map { Array($0.utf8) } == Array(text.utf8))
        #expect(try room.desk.exams.audit(name).problems.filter { $0.check.rawValue != "closed" } == [])
    }

    /// Both nodes begin, answer and hand in for one candidate at once: there is one attempt, and one end.
    @Test(arguments: DatabaseKind.allCases) func `are one, whichever nodes begin it at once`(kind: DatabaseKind)
        async throws
    {
        let room = try ExamHouse(kind)
        try room.assign()
        let nodes = [room.house, try room.house.otherNode(), try room.house.otherNode()]
        let ada = room.ada
        let names = try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<6 {
                group.addTask { try nodes[number % 3].desk.begin("final", of: "lesson", by: ada) }
            }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(names.count == 1)
        let name = try #require(names.first)
        let told = await withTaskGroup(of: String.self) { group in
            for number in 0..<6 {
                group.addTask {
                    do {
                        return "\(try nodes[number % 3].desk.answer(0, "\(number)", after: 0, in: name, by: ada).times)"
                    } catch let error as OutdatedAnswer { return "outdated \(error.times)" } catch { return "\(error)" }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(told.filter { $0 == "1" }.count == 1 && told.filter { $0 == "outdated 1" }.count == 5)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for node in nodes { group.addTask { try node.desk.handIn(name, by: ada) } }
            try await group.waitForAll()
        }
        let list = try room.desk.exams.attempts()
        #expect(list.irregularities == [] && list.attempts.map(\.state.phase) == [.submitted])
        #expect(try room.desk.exams.audit(name).problems == [])
    }
}
