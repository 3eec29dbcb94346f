import Audit
import Content
import Machine
import Measurement
import Quiz
import SampleExams
import Scoring
import Stores
import Testing

@testable import Examining

/// Attempts whose items are chosen by the answers.
@Suite struct `An adaptive attempt` {
    private let room: ExamRoom
    private let lesson: LessonPack
    private let blueprint: Blueprint

    init() throws {
        room = try ExamRoom()
        lesson = try LessonPack.adaptive.get()
        blueprint = try #require(lesson.pack.blueprint("adaptive"))
    }

    private func takeUp(_ candidate: String = "ada", seed: UInt64 = 7, _ blueprint: Blueprint? = nil) throws
        -> OpenAttempt
    {
        try room.takeUp(blueprint ?? self.blueprint, candidate, seed: seed, of: lesson)
    }

    /// Answers every item as it comes, and gives how many there were.
    @discardableResult
    private func answer(_ attempt: inout OpenAttempt, _ isRight: (Int) -> Bool) throws -> Int {
        var place = attempt.state.current
        while true {
            let item = attempt.items[place]
            try attempt.answer(place, isRight(place) ? item.key : wrong(item), thenShowing: place + 1)
            guard attempt.items.count > place + 1 else { return place + 1 }
            place += 1
        }
    }

    private func wrong(_ item: Item) -> String { item.kind == .term ? "something else" : "99601 x7" }

    @Test func `begins with one item, and each answer leads to another until its rules are met`() throws {
        var attempt = try takeUp()
        #expect(attempt.items.isEmpty && attempt.form.count == 0)
        try attempt.begin(nil)
        #expect(attempt.items.count == 1 && attempt.state.count == 1)
        let count = try answer(&attempt) { _ in true }
        #expect(try (3...4).contains(count) && !attempt.hasItem(after: count - 1))
        #expect(Set(attempt.items.map(\.id.family)).count == count)
        let sections = (attempt.form.given ?? []).map(\.section)
        #expect(sections.count { $0 == 0 } >= 2 && sections.contains(1))
        expect(.invalid, "there is no such item") { try attempt.move(to: count) }
        try attempt.handIn()
        let stored = try room.stored(attempt.name)
        let measured = try #require(stored.result?.measured)
        #expect(measured.isWhole && stored.result?.isPassed == true && stored.form.items.count == count)
        #expect(measured.low < measured.share && measured.share < measured.high && measured.error > 0)
        #expect(stored.profile.map(\.count).reduce(0, +) == count && stored.profile.allSatisfy { $0.fraction == 1 })
        #expect(try room.exams.audit(attempt.name).problems == [])
    }

    @Test func `is passed by ability, and by nobody who knows little or hands in too soon`() throws {
        var ada = try takeUp()
        try ada.begin(nil)
        try answer(&ada) { _ in false }
        try ada.handIn()
        let failed = try #require(try room.stored(ada.name).result)
        #expect(!failed.isPassed && failed.measured?.isWhole == true && failed.fraction ?? 1 < 0.6)
        var bo = try takeUp("bo")
        try bo.begin(nil)
        try bo.answer(0, bo.items[0].key, thenShowing: 1)
        try bo.handIn()
        let part = try #require(try room.stored(bo.name).result)
        #expect(!part.isPassed && part.measured?.isWhole == false)
    }

    @Test func `tells nobody what it asks while it is open, and tells it all at the end`() throws {
        var attempt = try takeUp()
        try attempt.begin(nil)
        try attempt.answer(0, "99601", thenShowing: 1)
        let open = try room.lines(.attempt(attempt.name)).joined()
        for item in attempt.form.items { #expect(!open.contains(item)) }
        #expect(!open.contains("difficulty\"") && open.contains(#""event":"give""#))
        try answer(&attempt) { _ in true }
        try attempt.handIn()
        let lines = try room.lines(.attempt(attempt.name))
        #expect(attempt.form.items.allSatisfy(lines[lines.count - 3].contains))
        // What is told at the end has to be what was handed out.
        let log = ChainedLog<ExamEntry>(try #require(room.logs.read(.attempt(attempt.name))))
        var chain = Chain<ExamEntry>()
        let forged = try log.entries.map { entry in
            guard case .contents(var contents) = entry.event, let given = contents.given else {
                return try chain.seal(entry)
            }
            contents.given = [given[1], given[0]] + given[2...]
            return try chain.seal(ExamEntry(.contents(contents), at: entry.at))
        }
        room.replace(.attempt(attempt.name), by: forged)
        #expect(try room.exams.audit(attempt.name).attempt == nil)
    }

    @Test func `goes on after a pause as it would have gone on without, and counts what is passed over as not known`()
        throws
    {
        var straight = try takeUp()
        try straight.begin(nil)
        try straight.answer(0, straight.items[0].key, thenShowing: 1)
        var back = try takeUp()
        #expect(back.items.map(\.id) == straight.items.map(\.id) && back.state.current == 1)
        try back.move(to: 2)
        #expect(back.items.count == 3 && back.state.answers.count == 1)
        try back.handIn()
        let stored = try room.stored(back.name)
        #expect(stored.result?.fractions == [1_000_000, 0, 0])
    }

    @Test func `lets answers be changed where the blueprint does, and measures by what stands`() throws {
        var attempt = try takeUp()
        try attempt.begin(nil)
        try answer(&attempt) { _ in false }
        let before = attempt.items.map(\.id)
        for place in attempt.items.indices { try attempt.answer(place, attempt.items[place].key) }
        #expect(Array(attempt.items.map(\.id).prefix(before.count)) == before)
        try answer(&attempt) { _ in true }
        try attempt.handIn()
        #expect(try room.stored(attempt.name).result?.isPassed == true)
        var forward = blueprint
        forward.navigation = .forward
        var other = try takeUp("bo", forward)
        try other.begin(nil)
        try other.answer(0, "99601", thenShowing: 1)
        expect(.invalid, "this exam goes forward only") { try other.answer(0, "99602") }
    }

    @Test func `is scored anew with what is added, under the same rules`() throws {
        var attempt = try takeUp()
        try attempt.begin(nil)
        try answer(&attempt) { $0 > 0 }
        try attempt.handIn()
        let before = try #require(try room.stored(attempt.name).result?.measured)
        let credited = try room.exams.credit(
            1_000_000, for: 1, of: attempt.name, by: "Cy", because: "the item was wrong")
        let after = try #require(credited.after.result?.measured)
        #expect(after.ability > before.ability && after.isWhole == before.isWhole)
        _ = try room.exams.attempts()
        let again = try room.exams.attempts().attempts.first
        #expect(again?.result?.measured == after, "as it is remembered")
    }

    @Test func `ends when its time does, and its exposure counts open attempts`() throws {
        var ada = try takeUp()
        try ada.begin(nil)
        let control = try room.exams.exposures().control(
            of: try #require(try room.exams.banks.bank(of: blueprint, in: lesson.pack)))
        #expect(control.candidates == 1 && control.used.reduce(0, +) == 1)
        room.pass(minutes: 31)
        let back = try takeUp()
        #expect(back.state.phase == .timedOut && back.result?.measured?.isWhole == false)
        #expect(try room.stored(ada.name).result?.isPassed == false)
        let later = try room.exams.exposures()
        #expect(later.attempts == [ada.name])
    }

    @Test func `takes the difficulties of a calibration, and the predicted ones without`() throws {
        let bank = try #require(try room.exams.banks.bank(of: blueprint, in: lesson.pack))
        let place = try #require(bank.sources.firstIndex { $0.family.description == "scenario four-hours" })
        #expect(bank.pool.items[place].parameters.difficulty == 0.75)
        #expect(bank.pool.items[place].parameters.discrimination == 1.25)
        #expect(bank.record.calibrated == 20)
        let other = try #require(bank.sources.firstIndex { $0.family.description == "term midpoint-rule" })
        #expect(bank.pool.items[other].parameters.discrimination == 1)
    }
}
