import Audit
import Content
import Examining
import Machine
import Quiz
import SampleExams
import Scoring
import Signatures
import Stores
import Synchronization
import Testing

/// What was verified once is not verified at every start, and nothing that was meddled with passes for it.
@Suite struct `What was verified` {
    private let room: ExamRoom
    private let logs = CountingStore()

    init() throws { room = try ExamRoom(store: logs) }

    /// The same exams as another start of the program finds them.
    private func anew(keys: MemoryIssuerStore? = nil) -> Exams {
        Exams(
            logs: logs, roster: room.roster, issuers: keys ?? room.issuers, verified: room.verified, time: room.time,
            user: "team", build: "test")
    }

    /// What is told of attempts, all of it.
    private func told(_ list: AttemptList) -> [String] {
        list.attempts.map {
            "\($0.name) \($0.location) \($0.id) \($0.form.items) \($0.form.wordings ?? []) \($0.form.sections) \($0.state.answers.sorted { $0.key < $1.key }) "
                + "\($0.state.timeSpent.sorted { $0.key < $1.key }) \($0.state.flagged.sorted()) \($0.phaseName) \($0.state.limit) "
                + "\(String(describing: $0.allotted)) \(String(describing: $0.sealed)) \($0.addenda) "
                + "\(String(describing: $0.addendaEnd)) \(String(describing: $0.head)) \($0.end) "
                + "\(String(describing: $0.startedAt)) \(String(describing: $0.endedAt)) "
                + "\($0.clockRemarks(lookedAt: ExamRoom.morning)) \(String(describing: $0.voiding)) "
                + "\(String(describing: $0.readAnswers))"
        } + list.irregularities
    }

    /// Attempts of every sort: with addenda, extra time, a clock that was set, voided, one that is open.
    private func sitAll() throws {
        try room.enrol([("ada", "Ada", nil)])
        _ = try room.exams.accommodate("ada", with: Accommodation(.percent(50), reason: "a reason"))
        var ada = try room.takeUp()
        try ada.begin(
            room.exams.allottedTime(
                for: ada.form, of: room.lesson.final, in: room.lesson.pack, to: Examinee("ada", on: room.roster.read()))
        )
        try ada.answer(LessonPack.right)
        room.time.set(ExamRoom.morning.adding(milliseconds: 7_200_000))
        try ada.setFlag(true, at: 2)
        try ada.handIn()
        let bo = try room.sit(nil, "bo", answers: ["four-hours": "99601"])
        _ = try room.exams.credit(500_000, for: 1, of: bo.name, by: "Cy", because: "a slip")
        _ = try room.exams.credit(250_000, for: 2, of: bo.name, by: "Cy", because: "a slip")
        _ = try room.exams.undo(1, of: bo.name, by: "Cy", because: "no slip")
        let later = try LessonPack([], revision: "second")
        _ = try room.exams.regrade(
            [try room.stored(bo.name)], under: later.revision, by: "Cy", because: "the pack was mended", isKept: true)
        let cy = try room.sit(nil, "cy")
        try room.exams.void(cy.name, by: "Di", because: "the fire alarm")
        _ = try room.begin(nil, "di")
    }

    @Test func `is known again without being read, and is what reading tells`() throws {
        try sitAll()
        let revision = room.lesson.revision
        let first = told(try room.exams.attempts(reading: revision))
        logs.reads = 0
        let again = told(try anew().attempts(reading: revision))
        #expect(again == first && first.count == 4)
        #expect(again[0].contains("set(by:") && again[1].contains("regrade") && again[2].contains("fire alarm"))
        #expect(logs.reads == 2, "the open one and its addenda, and nothing else")
        room.verified.removeAll()
        #expect(told(try anew().attempts(reading: revision)) == first)
    }

    @Test func `is verified anew once anything is done to a log`() throws {
        let (ada, bo) = (try room.sit(), try room.sit(nil, "bo"))
        let before = told(try room.exams.attempts())
        let whole = try #require(logs.read(.attempt(ada.name)))
        logs.inner.damage(
            .attempt(ada.name),
            Array(String(decoding: whole, as: UTF8.self).replacing("99601 x1", with: "99601 x2").utf8))
        let list = try anew().attempts()
        #expect(list.attempts.map(\.name) == [bo.name] && list.irregularities[0].contains("is damaged and left out"))
        logs.inner.damage(.attempt(ada.name), whole)
        #expect(told(try anew().attempts()) == before)
        _ = try room.exams.credit(-100_000, for: 1, of: bo.name, by: "Cy", because: "a slip")
        logs.inner.damage(.addenda(bo.name), Array("nothing\n".utf8))
        #expect(try anew().attempts().attempts.map(\.name) == [ada.name])
        logs.inner.damage(.attempt(ada.name), nil)
        #expect(try anew().attempts().irregularities.contains { $0.contains("ada's attempt 1 at final is missing") })
    }

    @Test(arguments: ["attempts", "register", "exposures"])
    func `passes for nothing where others wrote it`(name: String) throws {
        for candidate in ["ada", "bo"] { try room.sit(nil, candidate) }
        let honest = told(try room.exams.attempts())
        // A process counts once what is in forms.
        var chance = SeededGenerator(seed: 7)
        _ = try anew().takeUp(
            room.lesson.final, of: room.lesson.revision, by: Examinee("cy", on: room.roster.read()), using: &chance)
        var bytes = try #require(room.verified.read(name))
        for place in [0, 31, 32, bytes.count - 1] {
            var forged = bytes
            forged[place] ^= 1
            room.verified.keep(forged, as: name)
            #expect(told(try anew().attempts()) == honest)
        }
        // What was kept as something else does not pass, and nothing that another key made.
        room.verified.keep(try #require(room.verified.read(name == "register" ? "attempts" : "register")), as: name)
        #expect(told(try anew().attempts()) == honest)
        bytes = SigningKey().code(of: bytes.dropFirst(32)) + bytes.dropFirst(32)
        room.verified.keep(bytes, as: name)
        #expect(told(try anew().attempts()) == honest)
    }

    @Test func `has what a pack puts into an exam from the first who takes it up on`() throws {
        let adaptive = try LessonPack.adaptive.get()
        _ = try room.takeUp()
        _ = try room.takeUp(adaptive.pack.blueprint("adaptive"), of: adaptive)
        let names = ["forms-lesson-final", "forms-lesson-adaptive"]
        let kept = names.map(room.verified.read)
        #expect(kept.allSatisfy { $0 != nil })
        var chance = SeededGenerator(seed: 7)
        let again = try anew().takeUp(
            room.lesson.final, of: room.lesson.revision, by: Examinee("ada", on: Roster()), using: &chance)
        #expect(again.form.items == (try room.takeUp()).form.items && names.map(room.verified.read) == kept)
    }

    @Test func `lets a register be followed from where it was, and finds out what was done before`() throws {
        for candidate in ["ada", "bo"] { try room.sit(nil, candidate) }
        let known = try room.exams.register()
        try room.sit(nil, "cy")
        let followed = try anew().register()
        #expect(followed.end.count == known.end.count + 3 && followed.attempts.count == 3 && followed.problems == [])
        let lines = try #require(logs.read(.register)).split(separator: UInt8(ascii: "\n"))
        // An entry of before is changed, taken out, or the end cut off.
        let changed = lines.enumerated().map {
            $0 == 2 ? Array(String(decoding: $1, as: UTF8.self).replacing("closed", with: "amended").utf8) : Array($1)
        }
        for wrong in [changed, lines[1...].map(Array.init)] {
            logs.inner.damage(.register, Array(wrong.joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")])
            #expect(try anew().register().problems != [])
        }
        logs.inner.damage(.register, Array(lines[..<2].joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")])
        #expect(try anew().register().end.count == 2)
    }

    @Test func `counts what open attempts ask, too, and forgets whoever is forgotten`() throws {
        for candidate in ["ada", "bo"] { _ = try room.begin(nil, candidate) }
        _ = try room.exams.attempts()
        logs.reads = 0
        var chance = SeededGenerator(seed: 7)
        _ = try anew().takeUp(
            room.lesson.final, of: room.lesson.revision, by: Examinee("cy", on: room.roster.read()), using: &chance)
        #expect(logs.reads <= 4)
        try room.sit(nil, "di")
        _ = try room.exams.attempts()
        _ = try room.exams.forget("ada", by: "Cy", because: "asked")
        #expect(["attempts", "register", "exposures"].allSatisfy { room.verified.read($0) == nil })
        #expect(try anew().attempts().attempts.map(\.form.candidate) == ["bo", "di"])
    }
}

/// Logs in memory that count how often one of an attempt is read.
private final class CountingStore: LogStore {
    let inner = MemoryLogStore()
    private let count = Mutex(0)

    var reads: Int {
        get { count.withLock(\.self) }
        set { count.withLock { $0 = newValue } }
    }

    var location: String { inner.location }
    func location(of log: ExamLog) -> String { inner.location(of: log) }
    func attempts() -> [String] { inner.attempts() }
    func marks() -> [String: LogMark] { inner.marks() }

    func read(_ log: ExamLog) -> [UInt8]? {
        if log != .register { reads += 1 }
        return inner.read(log)
    }

    func append(_ lines: [String], to log: ExamLog, after end: LogEnd) throws(LogError) {
        try inner.append(lines, to: log, after: end)
    }

    func remove(_ log: ExamLog) { inner.remove(log) }

    func seal(_ log: ExamLog, with line: String, after end: LogEnd) throws(LogError) {
        try inner.seal(log, with: line, after: end)
    }
}
