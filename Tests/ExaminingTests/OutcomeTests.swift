import Audit
import Content
import Machine
import Quiz
import SampleExams
import Scoring
import Stores
import Testing

@testable import Examining

@Suite struct `What an attempt came to` {
    private let room: ExamRoom

    init() throws { room = try ExamRoom() }

    private func outcomes(_ candidate: String = "ada", in lesson: LessonPack? = nil) throws -> [Outcome] {
        try room.exams.outcomes(
            of: Examinee(candidate, on: room.roster.read()), in: (lesson ?? room.lesson).pack,
            among: room.exams.attempts().attempts)
    }

    @Test func `closes what is over, and leaves alone what is not`() throws {
        var first = try room.begin(nil, "ada")
        try first.answer(["four-hours": "99601 x1, 99602 x2"])
        room.pass(minutes: 20)
        _ = try room.begin(room.lesson.drill, "ada")
        room.pass(minutes: 10)
        let found = try outcomes()
        #expect(
            found.map(\.attempt.phaseName) == ["open", "timed-out"]
                || found.map(\.attempt.phaseName) == ["timed-out", "open"])
        let over = try #require(found.first { $0.attempt.name == first.name })
        #expect(over.attempt.fraction == 0.2 && over.attempt.head != nil)
        #expect(try room.exams.register().attempts.count { $0.closed != nil } == 1)
    }

    @Test func `says what to study next, of what lost the most`() throws {
        try room.sit(answers: LessonPack.right.filter { $0.key != "midpoint-rule" })
        let outcome = try #require(try outcomes().first)
        #expect(outcome.study == [.term] && outcome.attempt.fraction == 0.8)
        #expect(outcome.attempt.profile.map(\.fraction) == [1, 0.5])
        let gone = try LessonPack([("scenarios.yaml", "fills a", "takes a")])
        #expect(try outcomes(in: gone).first?.study == [], "the pack no longer makes the items")
    }

    /// When the window closes, in minutes from the hand-in, and whether the result of a drill shows.
    @Test(
        arguments: [
            (nil, .shown), (-1, .shown), (0, .held(until: minutes(0))), (60, .held(until: minutes(60))),
        ] as [(Int64?, Release)])
    func `shows when the blueprint says`(closes: Int64?, release: Release) throws {
        try room.enrol([("ada", "Ada", nil)])
        let drill = try room.sit(room.lesson.drill)
        let final = try room.sit(room.lesson.final)
        if let closes { try room.assign(room.lesson.drill, to: "ada", closes: closes) }
        let found = try outcomes()
        #expect(found.first { $0.attempt.name == drill.name }?.release == release)
        #expect(found.first { $0.attempt.name == final.name }?.release == .shown)
        let one = try #require(try room.exams.outcome(of: drill.name, in: room.lesson.pack))
        #expect(one.release == release && one.attempt.fraction == 0)
    }

    @Test func `never shows where the blueprint says so, and shows where the exam is gone`() throws {
        try room.sit(room.lesson.drill)
        let never = try LessonPack([("blueprints.yaml", "results: after-window", "results: never")])
        #expect(try outcomes(in: never).map(\.release) == [.never])
        let renamed = try LessonPack([("blueprints.yaml", "- id: drill", "- id: other")])
        #expect(try outcomes(in: renamed).map(\.release) == [.shown])
    }

    @Test func `is told of nobody who has not sat`() throws {
        try room.sit(nil, "Ada Lovelace")
        expect(.notFound, "no candidate Ada Lovelaca has sat an exam of lesson here; did you mean Ada Lovelace?") {
            _ = try outcomes("Ada Lovelaca")
        }
        expect(.notFound, "exam take begins one") { _ = try outcomes("zz") }
        #expect(try room.exams.outcome(of: "zz", in: room.lesson.pack) == nil)
    }

    @Test func `leaves out what is damaged, and tells where it is`() throws {
        let (ada, bo) = (try room.sit(nil, "ada"), try room.sit(nil, "bo"))
        var lines = try room.lines(.attempt(ada.name))
        lines[1].replace("start", with: "pause")
        room.replace(.attempt(ada.name), by: lines)
        let list = try room.exams.attempts()
        #expect(list.attempts.map(\.name) == [bo.name] && list.irregularities.count == 1)
        #expect(list.irregularities[0].hasPrefix("memory/\(ada.name).log is damaged and left out;"))
    }

    @Test func `does not count a last line that was cut off`() throws {
        var attempt = try room.begin()
        try attempt.answer(0, "99601")
        let lines = try room.lines(.attempt(attempt.name))
        room.logs.damage(.attempt(attempt.name), Array((lines.joined(separator: "\n") + "\n{\"entry\":{\"ans").utf8))
        #expect(try room.stored(attempt.name).state.answers == [0: "99601"])
        room.logs.damage(.attempt("begun"), Array("{\"ent".utf8))
        #expect(try room.exams.attempts().attempts.count == 1 && room.exams.attempts().irregularities == [])
    }
}

private func minutes(_ minutes: Int64) -> Moment { ExamRoom.morning.adding(milliseconds: minutes * 60_000) }
