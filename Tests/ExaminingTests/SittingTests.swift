import Audit
import Credentials
import Machine
import Quiz
import SampleExams
import Scoring
import Signatures
import Stores
import Testing

@testable import Examining

@Suite struct `Sitting an attempt` {
    private let room: ExamRoom

    init() throws { room = try ExamRoom() }

    /// The names of the events of a log.
    private func events(_ attempt: OpenAttempt) throws -> [String] {
        try room.lines(.attempt(attempt.name)).map { line in
            let name = line.split(separator: #""event":""#).dropFirst().first?.prefix { $0 != "\"" }
            return name.map(String.init) ?? "head"
        }
    }

    @Test func `keeps every step before anything follows from it`() throws {
        var attempt = try room.begin()
        try attempt.answer(0, "99601 x1", thenShowing: 1)
        try attempt.setFlag(true, at: 1)
        try attempt.move(to: 0)
        try attempt.answer(0, "99601 x1, 99602 x1")
        try attempt.setFlag(false, at: 1)
        try attempt.pause()
        #expect(
            try events(attempt)
                == ["form", "start", "answer", "show", "flag", "show", "change", "unflag", "pause"])
        let kept = try room.stored(attempt.name)
        #expect(kept.state.answers == [0: "99601 x1, 99602 x1"] && kept.state.current == 0)
        #expect(kept.result == nil && kept.phaseName == "open" && kept.started == ExamRoom.morning && kept.ended == nil)
        try attempt.handIn()
        #expect(try events(attempt).suffix(4) == ["submit", "contents", "result", "head"])
    }

    @Test func `is judged, entered in the register and signed when it is handed in`() throws {
        room.pass(minutes: 1)
        let stored = try room.sit()
        #expect(stored.result?.fraction == 1 && stored.result?.isPassed == true && stored.phaseName == "submitted")
        #expect(stored.profile.map(\.fraction) == [1, 1] && stored.profile.map(\.count) == [3, 2])
        #expect(stored.ended == room.time.now)
        let register: Ledger<RegisterEntry> = try room.exams.ledger(.register)
        #expect(register.statements.count == 3 && register.statements[0].sitting?.blueprint == "final")
        #expect(register.statements[1].event == .handedIn && register.statements[1].count == stored.end.count - 2)
        #expect(register.statements[2].event == .closed && register.statements[2].hash == stored.head?.hash)
        #expect(register.statements[2].attempt == stored.id && register.statements[2].count == stored.end.count)
        #expect(try room.exams.trustedKeys().map(\.hexadecimal) == [stored.head?.key])
        #expect(try room.exams.audit(stored.name).state == .closed)
    }

    /// What is done to an attempt of five items that has one answer and shows the second, and why it is refused.
    @Test(
        arguments: [
            (Step { try $0.move(to: 5) }, "there is no such item"),
            (Step { try $0.move(to: -1) }, "there is no such item"),
            (Step { try $0.answer(9, "x") }, "there is no such item"), (Step { try $0.begin(nil) }, "cannot follow"),
            (Step { try $0.setFlag(true, at: 5) }, "there is no such item"),
        ] as [(Step, String)])
    fileprivate func `refuses what cannot be, and keeps nothing of it`(
        step: Step, said: String
    ) throws {
        var attempt = try room.begin()
        try attempt.answer(0, "99601", thenShowing: 1)
        let before = try room.lines(.attempt(attempt.name))
        expect(.invalid, said) { try step.take(&attempt) }
        #expect(try room.lines(.attempt(attempt.name)) == before && attempt.state.current == 1)
    }

    @Test func `goes forward only where the blueprint says so`() throws {
        var attempt = try room.begin(room.lesson.drill)
        try attempt.answer(0, "99601", thenShowing: 1)
        expect(.invalid, "this exam goes forward only") { try attempt.move(to: 0) }
        expect(.invalid, "this exam goes forward only") { try attempt.answer(0, "99602") }
        try attempt.answer(1, "none")
        #expect(attempt.state.answers == [0: "99601", 1: "none"])
    }

    @Test func `takes nothing after its time, and hands in what is there`() throws {
        var attempt = try room.begin()
        try attempt.answer(LessonPack.right)
        room.pass(minutes: 29)
        #expect(attempt.left == 60_000 && !attempt.isTimeOver)
        room.pass(minutes: 1)
        #expect(attempt.isTimeOver)
        expect(.invalid, "the time is over") { try attempt.answer(0, "99601") }
        expect(.invalid, "the time is over") { try attempt.move(to: 1) }
        try attempt.handIn()
        #expect(attempt.state.phase == .timedOut && attempt.result?.fraction == 1 && !attempt.isTimeOver)
        #expect(try room.stored(attempt.name).phaseName == "timed-out")
        expect(.invalid, "the exam is closed") { try attempt.pause() }
    }

    @Test(arguments: [-3_600_000, 3_600_000, 2_001] as [Int64])
    func `notes that the clock was set, which gains and loses no time`(by: Int64) throws {
        var attempt = try room.begin()
        room.pass(minutes: 10)
        room.time.set(room.time.now.adding(milliseconds: by))
        try attempt.answer(0, "99601")
        #expect(attempt.left == 20 * 60_000 && attempt.state.jumps == 1)
        #expect(try events(attempt) == ["form", "start", "clock", "answer"])
        #expect(try room.lines(.attempt(attempt.name))[2].contains(#""by":\#(by),"event":"clock""#))
    }

    @Test func `goes by the clock on the wall over a restart of the machine`() throws {
        var attempt = try room.begin()
        try attempt.answer(0, "99601")
        room.pass(minutes: 12)
        room.time.restart(as: "second start")
        #expect(try room.takeUp().left == 18 * 60_000)
    }

    @Test func `is told in one of two windows that the other was faster`() throws {
        var first = try room.begin()
        var second = try room.takeUp()
        try second.answer(0, "99601")
        let kept = try room.lines(.attempt(first.name))
        expect(.changed, "something else was added") { try first.answer(0, "99602") }
        #expect(try room.lines(.attempt(first.name)) == kept && first.state.answers.isEmpty)
        try second.handIn()
        expect(.changed, "it was closed meanwhile, and takes nothing more") { try first.handIn() }
        expect(.invalid, "the exam is closed") { try second.answer(0, "99601") }
    }

    @Test func `is taken up for every step, by who keeps nothing of it between two`() throws {
        let name = try room.begin().name
        let pack = room.lesson.pack
        for place in 0..<5 {
            var attempt = try room.exams.openAttempt(name, of: pack)
            try attempt.answer(place, "99601", thenShowing: place < 4 ? place + 1 : nil)
        }
        var attempt = try room.exams.openAttempt(name, of: pack)
        #expect(attempt.state.answers.count == 5 && attempt.state.current == 4)
        #expect(try !events(attempt).contains("resume"))
        try attempt.handIn()
        expect(.invalid, "the exam is closed") {
            var late = try room.exams.openAttempt(name, of: pack)
            try late.answer(0, "99602")
        }
        let other = try room.begin(nil, "bo").name
        room.pass(minutes: 30)
        #expect(try room.exams.openAttempt(other, of: pack).state.phase == .timedOut)
        #expect(try room.stored(other).head != nil)
        expect(.notFound, "no attempt nobody in memory") { _ = try room.exams.openAttempt("nobody", of: pack) }
        room.replace(.attempt("empty"), by: ["{}"])
        expect(.unreadable, "empty is no attempt, or damaged") { _ = try room.exams.openAttempt("empty", of: pack) }
    }

    @Test func `is signed when it is looked at, where the program was stopped before`() throws {
        let stored = try room.sit()
        let whole = try room.lines(.attempt(stored.name))
        room.replace(.attempt(stored.name), by: Array(whole.dropLast()))
        #expect(try room.exams.audit(stored.name).state == .broken)
        let again = try room.exams.closingOver(room.exams.attempts().attempts, of: room.lesson.pack)
        #expect(again.map(\.result?.fraction) == [1])
        #expect(try room.lines(.attempt(stored.name)) == whole)
        #expect(try room.exams.audit(stored.name).problems == [])
        #expect(try room.exams.register().end.count == 3)
    }

    @Test func `changes nothing where nothing can be kept`() throws {
        let store = FullStore()
        let room = try ExamRoom(store: store)
        var attempt = try room.begin()
        try attempt.answer(0, "99601")
        store.isFull = true
        expect(.cannotKeep, "no more can be written to the disk; free some space") { try attempt.answer(1, "none") }
        expect(.cannotKeep, "no more can be written") { try attempt.handIn() }
        #expect(attempt.state.answers == [0: "99601"] && attempt.state.phase == .open)
        store.isFull = false
        try attempt.answer(1, "none")
        try attempt.handIn()
        #expect(try room.stored(attempt.name).state.answers == [0: "99601", 1: "none"])
    }

    @Test func `is sealed by the issuer's key once there is one`() throws {
        let first = try room.sit(nil, "ada")
        let issuer = try room.exams.makeIssuer(name: "Team", url: "https://example.org/team", key: .init())
        let second = try room.sit(nil, "bo")
        #expect(second.head?.key == issuer.keys[0].hexadecimal && first.head?.key != second.head?.key)
        #expect(try room.exams.audit(first.name).problems == [] && room.exams.audit(second.name).problems == [])
    }
}

/// Something that is tried in an attempt.
private struct Step: Sendable {
    let take: @Sendable (inout OpenAttempt) throws -> Void
}

/// What a candidate's time comes to, and what is told of it.
@Suite struct `The time of an attempt` {
    /// Extra time, the window's end in minutes from now and whether attempts stop at it, the seconds of a form of 30
    /// minutes, and what is told.
    @Test(
        arguments: [
            (nil, nil, false, nil, ""), (nil, 10, false, nil, ""),
            ("50%", nil, false, 2_700, "15 of them are extra time (50 %)."),
            ("20 min", nil, false, 3_000, "20 of them are extra time (20 min)."),
            ("50%", 10, false, 2_700, "15 of them are extra time (50 %)."),
            (nil, 10, true, 600, "The exam closes at 2026-03-02 09:10 Z, and your time ends with it."),
            (nil, 31, true, nil, ""),
            (
                "50%", 40, true, 2_400,
                "15 of them are extra time (50 %). The exam closes at 2026-03-02 09:40 Z, "
                    + "and your time ends with it."
            ),
        ] as [(String?, Int64?, Bool, Int?, String)])
    func `is the form's, with what was granted and what the window cuts off`(
        extra: String?, closes: Int64?, stops: Bool, seconds: Int?, said: String
    ) throws {
        let room = try ExamRoom()
        let final = room.lesson.final
        try room.enrol([("ada", "Ada", nil)])
        if let time = extra.flatMap({ ExtraTime($0) }) {
            _ = try room.exams.accommodate("ada", with: Accommodation(time, reason: "a quiet room"))
        }
        if let closes { try room.assign(final, to: "ada", closes: closes, stops: stops) }
        var attempt = try room.takeUp()
        let examinee = try Examinee("ada", on: room.roster.read())
        let allotted = try room.exams.allottedTime(for: attempt.form, of: final, in: room.lesson.pack, to: examinee)
        #expect(allotted?.seconds == seconds && (allotted?.words(in: FixedZone.utc) ?? "") == said)
        try attempt.begin(allotted)
        #expect(attempt.left == Int64(seconds ?? 1_800) * 1_000)
        #expect(try room.stored(attempt.name).allotted == allotted && attempt.allotted == allotted)
        #expect(try room.takeUp().left == attempt.left, "the log tells it, whatever is granted later")
    }

    @Test func `is none where the window closed while the instructions were read`() throws {
        let room = try ExamRoom()
        try room.enrol([("ada", "Ada", nil)])
        try room.assign(room.lesson.final, to: "ada", closes: 1)
        let attempt = try room.takeUp()
        room.pass(minutes: 2)
        expect(.forbidden, "final closed at") {
            _ = try room.exams.allottedTime(
                for: attempt.form, of: room.lesson.final, in: room.lesson.pack,
                to: Examinee("ada", on: room.roster.read()))
        }
    }
}
