import Content
import Machine
import Quiz
import SampleExams
import Scoring
import Signatures
import Stores
import Testing

@testable import Examining

@Suite struct `Taking up an exam` {
    private let room: ExamRoom

    init() throws { room = try ExamRoom() }

    @Test func `begins the first attempt, whose form names its pack by SHA-256`() throws {
        let attempt = try room.takeUp()
        let form = attempt.form
        #expect(attempt.state.phase == .waiting && attempt.left == 30 * 60_000 && attempt.items.count == 5)
        #expect(form.attempt == 1 && form.candidate == "ada" && form.user == "team")
        #expect(room.logs.attempts() == [], "nothing is kept of it before the candidate agrees")
        #expect(form.packRevision == "first" && form.packSHA256 == "first-sha256" && form.packName == "lesson")
        #expect(form.wordings?.count == 5 && form.sections.map(\.count) == [3, 2] && form.passMark == 60)
        let line = try room.lines(.attempt(room.begin().name))[0]
        #expect(line.contains(#""packSHA256":"first-sha256""#) && line.contains(#""event":"form""#))
    }

    @Test func `goes on where the candidate was`() throws {
        var attempt = try room.begin()
        try attempt.answer(0, "99601", thenShowing: 1)
        try attempt.pause()
        room.pass(minutes: 5)
        let again = try room.takeUp()
        #expect(again.name == attempt.name && again.state.current == 1 && again.state.answers == [0: "99601"])
        #expect(again.left == 25 * 60_000)
        #expect(try room.lines(.attempt(attempt.name)).last?.contains(#""event":"resume""#) == true)
    }

    @Test func `uses up no attempt while the candidate has not agreed`() throws {
        let (first, second) = (try room.takeUp(), try room.takeUp(seed: 2))
        #expect(first.name == second.name && first.form.attempt == 1 && room.logs.attempts() == [])
    }

    @Test func `closes an attempt whose time is over`() throws {
        var attempt = try room.begin()
        try attempt.answer(LessonPack.right)
        room.pass(minutes: 30)
        let again = try room.takeUp()
        #expect(again.state.phase == .timedOut && again.result?.fraction == 1)
        #expect(try room.stored(attempt.name).head != nil)
    }

    /// When each earlier attempt ended and how many hours apart they are, and whether another may begin.
    @Test(
        arguments: [
            ([], 3, 24, 0, .open(number: 1)), ([0], 3, 0, 0, .open(number: 2)),
            ([0], 3, 24, 23, .waiting(milliseconds: hours(1))), ([0], 3, 24, 24, .open(number: 2)),
            ([5, 0], 3, 24, 24, .waiting(milliseconds: hours(5))), ([0, 30], 3, 24, 60, .open(number: 3)),
            ([0, 30, 60], 3, 24, 100, .usedUp), ([0], 1, 24, 1, .usedUp),
            ([nil, 2], 3, 1, 2, .waiting(milliseconds: hours(1))),
            ([nil], 2, 24, 0, .open(number: 2)), ([0], 2, 2, -5, .waiting(milliseconds: hours(7))),
        ] as [([Int64?], Int, Int, Int64, NextAttempt)])
    func `is held to the blueprint's attempts and waits`(
        ended: [Int64?], attempts: Int, wait: Int, now: Int64, next: NextAttempt
    ) {
        var blueprint = room.lesson.final
        blueprint.attempts = attempts
        blueprint.waitingHours = wait
        #expect(blueprint.nextAttempt(after: ended.map { $0.map { reading($0) } }, at: reading(now)) == next)
    }

    @Test func `is refused with when it will be otherwise`() throws {
        try room.sit(room.lesson.drill)
        room.pass(minutes: 30)
        let next = ExamRoom.morning.adding(milliseconds: 24 * 3_600_000)
        expect(.early(until: next), "the next attempt at drill is open in 24 hours, and not before") {
            _ = try room.takeUp(room.lesson.drill)
        }
        room.pass(minutes: 24 * 60)
        try room.sit(room.lesson.drill)
        room.pass(minutes: 24 * 60)
        expect(.forbidden, "ada has had all 2 attempts at drill") { _ = try room.takeUp(room.lesson.drill) }
        #expect(try room.takeUp().form.attempt == 1, "another exam counts for itself")
        #expect(try room.takeUp(room.lesson.drill, "bo").form.attempt == 1, "and so does another candidate")
    }

    /// An assignment by minutes from now, and what comes of beginning.
    @Test(
        arguments: [
            ("ada", 0, 10, nil, ""), ("ada", nil, nil, nil, ""), ("ada", -10, 0, nil, ""),
            ("night", -10, 10, nil, ""),
            (
                "ada", 1, 10, .early(until: ExamRoom.morning.adding(milliseconds: 60_000)),
                "final opens at 2026-03-02 09:01 Z"
            ),
            ("ada", -10, -1, .forbidden, "final closed at 2026-03-02 08:59 Z; ask whoever assigned it"),
            ("bo", nil, nil, .forbidden, "final is assigned, and not to Ada Lovelace; exam assign adds"),
        ] as [(String, Int64?, Int64?, ExamError.Kind?, String)])
    func `is held to the window`(
        target: String, opens: Int64?, closes: Int64?, kind: ExamError.Kind?, said: String
    ) throws {
        try room.enrol([("ada", "Ada Lovelace", "night"), ("bo", "Bo", nil)])
        try room.assign(room.lesson.final, to: target, opens: opens, closes: closes)
        if let kind {
            expect(kind, said) { _ = try room.takeUp() }
            #expect(room.logs.attempts() == [])
        } else {
            #expect(try room.takeUp().form.name == "Ada Lovelace")
        }
    }

    @Test func `tells whose name is near, of whom the roster does not know`() throws {
        try room.enrol([("ada", "Ada Lovelace", nil)])
        try room.assign(room.lesson.final, to: "ada")
        expect(.forbidden, "not to Ada Lovelacee; did you mean Ada Lovelace?") {
            _ = try room.takeUp(nil, "Ada Lovelacee")
        }
        #expect(try room.takeUp(nil, "Ada Lovelace").form.candidate == "ada")
    }

    @Test func `is told in the clock of the place`() throws {
        let room = try ExamRoom(zone: FixedZone(minutesAhead: 60))
        try room.enrol([("ada", "Ada", nil)])
        try room.assign(room.lesson.final, to: "ada", opens: 1)
        expect(.early(until: ExamRoom.morning.adding(milliseconds: 60_000)), "opens at 2026-03-02 10:01 +01:00") {
            _ = try room.takeUp()
        }
    }

    @Test func `draws the form by chance, and nobody chooses it`() throws {
        let drawn = try room.takeUp(nil, "cy")
        var chance = SeededGenerator(seed: 7)
        #expect(drawn.form.seed == .random(in: .min ... .max, using: &chance))
    }

    @Test func `fails where the pack makes too few items, or others`() throws {
        var blueprint = room.lesson.final
        blueprint.sections[0].count = 40
        expect(.unreadable, "needs 40 items") { _ = try room.takeUp(blueprint) }
        _ = try room.begin()
        let revised = try LessonPack([("scenarios.yaml", "fills a", "takes a")])
        expect(.unreadable, "no longer makes 1 of the form's items as they were; put its edition 2026.1") {
            _ = try room.takeUp(of: revised)
        }
    }

    @Test func `is refused to one of two who begin at the same time`() throws {
        var (first, second) = (try room.takeUp(), try room.takeUp())
        try first.begin(nil)
        expect(.changed, "something else was added just now; call again") { try second.begin(nil) }
        #expect(try room.stored(first.name).id == first.id)
    }
}

private func hours(_ hours: Int64) -> Int64 { hours * 3_600_000 }

/// What the clocks show so many hours after the morning, the machine having run for ten hours then.
private func reading(_ hour: Int64) -> ClockReading {
    ClockReading(
        wall: ExamRoom.morning.milliseconds + hours(hour), up: hours(10 + hour), boot: "first start")
}
