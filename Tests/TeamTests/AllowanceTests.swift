import Examining
import Machine
import Quiz
import SampleExams
import SampleHouse
import Scoring
import Team
import TeamStores
import Testing

/// Extra time, breaks, and what a supervisor does about the time: what of it is left, minute by minute.
@Suite struct `The minutes of an attempt` {
    @Test(arguments: [
        ("50%", 45.0), ("+ 50 %", 45), ("100%", 60), ("300%", 120), ("1%", 30.3), ("30 min", 60), ("600 min", 630),
        ("1.5", 45), ("1,25", 37.5), ("4", 120), ("2", 60), ("", 30),
    ]) func `are as many more as were granted`(text: String, minutes: Double) throws {
        let room = try ExamHouse()
        try room.assign()
        try room.desk.giveTime(to: room.ada.person.id, text, because: "reads slowly", by: room.lead)
        let name = try room.begin()
        #expect(try room.left(name) == minutes)
        room.go(to: minutes)
        #expect(room.desk.closeOverdue() == 1)
        #expect(try room.desk.exams.audit(name).problems == [])
    }

    @Test(arguments: ["0%", "301%", "601 min", "0 min", "1", "4.1", "0.5", "5", "soon", "-5 min", "50", "1.555", "٥٠%"])
    func `are no more by what is no extra time`(text: String) throws {
        let room = try ExamHouse()
        try room.assign()
        #expect(kind { try room.desk.giveTime(to: room.ada.person.id, text, because: "", by: room.lead) } == "invalid")
        #expect(try room.left(try room.begin()) == 30)
    }

    @Test(arguments: [(200, true), (201, false)]) func `have a reason of so many signs`(count: Int, isOne: Bool) throws
    {
        let room = try ExamHouse()
        let reason = String(repeating: "é", count: count)
        for (give, text) in [(room.desk.giveTime, "10 min"), (room.desk.giveBreaks, "10")] {
            #expect(kind { try give(room.ada.person.id, text, reason, room.lead) } == (isOne ? "done" : "invalid"))
        }
    }

    @Test func `are granted from the next attempt on, for good until that is taken back`() throws {
        let room = try ExamHouse()
        try room.assign()
        let first = try room.begin()
        try room.desk.giveTime(to: room.ada.person.id, "50%", because: "", by: room.lead)
        #expect(try room.left(first) == 30)
        try room.desk.handIn(first, by: room.ada)
        let second = try room.begin()
        #expect(try room.left(second) == 45)
        #expect(try room.desk.assigned(to: room.ada)[0].extraTime == .percent(50))
        try room.desk.giveTime(to: room.ada.person.id, "", because: "", by: room.lead)
        #expect(try room.left(second) == 45)
        try room.desk.handIn(second, by: room.ada)
        #expect(try room.left(try room.begin()) == 30)
        let notes = try room.house.accounts.trail(50, for: room.root).filter { $0.action == .accommodated }
        #expect(notes.map(\.note) == ["none", "50 %"] && notes.allSatisfy { $0.to == room.ada.person.id.text })
        #expect(kind { try room.desk.giveTime(to: .new(), "50%", because: "", by: room.lead) } == "notFound")
    }

    @Test(arguments: [
        ("1", true), ("240", true), ("241", false), ("0", false), ("-1", false), ("ten", false), ("1.5", false),
    ])
    func `stand still in breaks of 1 to 240 minutes`(text: String, isOne: Bool) throws {
        let room = try ExamHouse()
        #expect(
            kind { try room.desk.giveBreaks(to: room.ada.person.id, text, because: "", by: room.lead) }
                == (isOne ? "done" : "invalid"))
    }

    /// What happens at which minute, and what is left of the time and of the breaks then.
    enum Deed: Sendable {
        case rest, goOn, hold, release
        case extend(Int)
        case look
    }

    @Test(
        arguments: [
            // A break stops the time, for as long as breaks are left.
            [(5.0, Deed.rest, 25.0, 10.0), (9, .look, 25, 6), (12, .goOn, 25, 3), (20, .look, 17, 3)],
            [(5, .rest, 25, 10), (15, .look, 25, 0), (16, .look, 24, 0), (20, .goOn, 20, 0)],
            [(5, .rest, 25, 10), (6, .goOn, 25, 9), (7, .rest, 24, 9), (20, .look, 20, 0)],
            // Whoever watches stops it for as long as needed, and breaks are not used up meanwhile.
            [(5, .hold, 25, 10), (500, .look, 25, 10), (600, .release, 25, 10), (605, .look, 20, 10)],
            [(5, .rest, 25, 10), (7, .hold, 25, 8), (99, .look, 25, 8), (107, .release, 25, 8), (109, .goOn, 25, 6)],
            [
                (5, .hold, 25, 10), (9, .release, 25, 10), (9, .hold, 25, 10), (19, .release, 25, 10),
                (20, .look, 24, 10),
            ],
            // More time is more from then on, whatever else goes on.
            [
                (5, .extend(10), 35, 10), (5, .rest, 35, 10), (8, .extend(1), 36, 7), (9, .goOn, 36, 6),
                (10, .look, 35, 6),
            ],
            [(29.99, .extend(600), 600.01, 10), (600, .look, 30, 10)],
            [(1, .hold, 29, 10), (50, .extend(5), 34, 10), (60, .release, 34, 10), (93, .look, 1, 10)],
        ] as [[(Double, Deed, Double, Double)]])
    func `run, stand still and are given as was done`(steps: [(Double, Deed, Double, Double)]) throws {
        let room = try ExamHouse()
        try room.assign()
        try room.desk.giveBreaks(to: room.ada.person.id, "10", because: "", by: room.lead)
        let name = try room.begin()
        let desk = room.desk
        for (minute, deed, left, breaks) in steps {
            room.go(to: minute)
            switch deed {
            case .rest: try desk.setBreak(true, in: name, by: room.ada)
            case .goOn: try desk.setBreak(false, in: name, by: room.ada)
            case .hold: try desk.hold(name, because: "x", by: room.proctor)
            case .release: try desk.release(name, by: room.proctor)
            case .extend(let minutes): try desk.extend(name, byMinutes: "\(minutes)", because: "x", by: room.proctor)
            case .look: break
            }
            for node in [desk, try room.house.otherNode().desk] {
                let seat = try node.attempt(name, of: room.ada)
                #expect(abs(Double(seat.left) / 60_000 - left) < 1e-9, "at \(minute)")
                #expect(Double(seat.state.breakLeft(at: desk.exams.reading)) / 60_000 == breaks, "at \(minute)")
            }
        }
        try desk.handIn(name, by: room.ada)
        #expect(try desk.exams.audit(name).problems == [])
    }

    @Test func `are no break's beyond what is granted, and nobody works in one`() throws {
        let room = try ExamHouse()
        try room.assign()
        let plain = try room.begin()
        #expect(kind { try room.desk.setBreak(true, in: plain, by: room.ada) } == "exam invalid", "none is granted")
        try room.desk.handIn(plain, by: room.ada)
        try room.desk.giveBreaks(to: room.ada.person.id, "5", because: "", by: room.lead)
        let name = try room.begin()
        try room.desk.setBreak(true, in: name, by: room.ada)
        try room.desk.setBreak(true, in: name, by: room.ada)
        #expect(kind { _ = try room.desk.answer(0, "1", after: 0, in: name, by: room.ada) } == "exam invalid")
        #expect(kind { _ = try room.desk.show(1, in: name, to: room.ada) } == "exam invalid")
        room.house.pass(minutes: 6)
        try room.desk.setBreak(false, in: name, by: room.ada)
        #expect(try room.left(name) == 29)
        #expect(kind { try room.desk.setBreak(true, in: name, by: room.ada) } == "exam invalid", "all is used up")
        try room.desk.handIn(name, by: room.ada)
    }

    @Test(arguments: ["", "0", "601", "-1", "1.5", "five", "99999999999999999999", "0x5", "٥"])
    func `are given in whole minutes, up to ten hours`(minutes: String) throws {
        let room = try ExamHouse()
        try room.assign()
        let name = try room.begin()
        #expect(kind { try room.desk.extend(name, byMinutes: minutes, because: "x", by: room.proctor) } == "invalid")
        for good in [" 1 ", "6 00"] { try room.desk.extend(name, byMinutes: good, because: "x", by: room.proctor) }
        #expect(try room.left(name) == 631)
    }

    /// One attempt that cannot be read any more keeps more time from nobody else.
    @Test func `are given to all who can have them`() throws {
        let room = try ExamHouse(candidates: 3)
        try room.assign()
        let names = try room.candidates.map { try room.begin(by: $0) }.sorted()
        let desk = ExamDesk(
            room.desk.exams, of: room.desk.inUse, people: room.house.database.people, random: .system
        ) {
            [names[0], "gone-1", names[1], names[2]]
        }
        let owners = Dictionary(
            uniqueKeysWithValues: try room.candidates.map { (try room.begin(by: $0), $0) })
        func owner(_ name: String) throws -> Actor { try #require(owners[name]) }
        try room.desk.handIn(names[1], by: owner(names[1]))
        #expect(kind { try desk.extend(nil, byMinutes: "7", because: "x", by: room.proctor) } == "exam notFound")
        for name in [names[0], names[2]] { #expect(try room.left(name, of: owner(name)) == 37) }
        #expect(kind { try desk.hold(nil, because: "x", by: room.proctor) } == "exam notFound")
        #expect(try room.desk.sittings(for: room.proctor).filter(\.isHeld).count == 2)
    }
}

@Suite struct `What is said while an exam is sat` {
    @Test(arguments: [
        ("  The alarm \n rang.\t", "The alarm rang."), ("a\u{0}b\u{1}", "a b"), ("<b>“x”</b>", "<b>“x”</b>"),
        ("👩🏽‍⚕️", "👩🏽‍⚕️"), (String(repeating: "é", count: 500), String(repeating: "é", count: 500)),
    ]) func `is on one line`(typed: String, kept: String) throws {
        let room = try ExamHouse()
        try room.assign()
        let name = try room.begin()
        try room.desk.say(typed, to: name, by: room.proctor)
        #expect(try room.desk.messages(to: name, after: 0, for: room.ada).messages.map(\.text) == [kept])
        #expect(try room.house.accounts.trail(1, for: room.root).map(\.note) == [kept])
    }

    @Test(arguments: ["", " \n", "\u{0}", String(repeating: "x", count: 501)]) func `has words, and not too many`(
        text: String
    )
        throws
    {
        let room = try ExamHouse()
        try room.assign()
        let name = try room.begin()
        let before = try room.house.accounts.store.trailLines()
        #expect(kind { try room.desk.say(text, to: name, by: room.proctor) } == "invalid")
        #expect(kind { try room.desk.say(text, to: nil, by: room.proctor) } == "invalid")
        #expect(kind { try room.desk.hold(name, because: text, by: room.proctor) } == "invalid")
        #expect(kind { try room.desk.void(name, because: text, by: room.lead) } == "invalid")
        #expect(kind { try room.desk.say("x", to: "nobody-1", by: room.proctor) } == "exam notFound")
        #expect(try room.house.accounts.store.trailLines() == before)
    }

    @Test func `is for whom it is meant, from when they began`() throws {
        let room = try ExamHouse(candidates: 2)
        try room.assign()
        try room.desk.say("too early", to: nil, by: room.proctor)
        room.go(to: 1)
        let first = try room.begin()
        try room.desk.say("at once", to: nil, by: room.proctor)
        room.go(to: 2)
        try room.desk.say("to ada", to: first, by: room.proctor)
        // A break and a stop are no reason to miss what was said before.
        try room.desk.hold(first, because: "stopped", by: room.proctor)
        room.go(to: 60)
        try room.desk.release(first, by: room.proctor)
        let second = try room.begin(by: room.candidates[1])
        func texts(_ name: String, _ number: Int, after last: Int64 = 0) throws -> [String] {
            try room.desk.messages(to: name, after: last, for: room.candidates[number]).messages.map(\.text)
        }
        #expect(try texts(first, 0).prefix(2) == ["at once", "to ada"])
        #expect(try texts(first, 0).count == 4 && texts(second, 1) == [])
        #expect(kind { _ = try texts(first, 1) } == "notFound")
        let last = try #require(try room.desk.messages(to: first, after: 0, for: room.ada).messages.last)
        #expect(try texts(first, 0, after: last.number) == [])
    }

    @Test func `of an attempt that counts no longer has its reason`() throws {
        let room = try ExamHouse()
        try room.assign()
        let name = try room.sit()
        try room.desk.void(name, because: " Another  sat it. ", by: room.lead)
        #expect(kind { try room.desk.void(name, because: "again", by: room.lead) } == "exam invalid")
        #expect(kind { try room.desk.void("nobody-1", because: "x", by: room.lead) } != "done")
        let sitting = try #require(try room.desk.sittings(for: room.lead).first)
        #expect(sitting.voided == "Another sat it.")
        let texts = try room.desk.messages(to: name, after: 0, for: room.ada).messages.map(\.text)
        #expect(texts == ["This attempt counts no longer: Another sat it."])
        #expect(try room.desk.outcome(of: name, for: room.ada).attempt.voiding?.reason == "Another sat it.")
        let entry = try #require(try room.house.accounts.trail(1, for: room.root).first)
        #expect(entry.action == .voided && entry.to == name && entry.by == room.lead.person.id)
        #expect(try room.desk.exams.audit(name).problems == [], "its log stays as it is")
    }
}
