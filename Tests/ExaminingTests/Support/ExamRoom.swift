import Audit
import Content
import Examining
import Machine
import Quiz
import SampleExams
import Scoring
import Signatures
import Stores
import Testing

/// A place in memory to sit exams at, whose clock stands still until it is moved.
struct ExamRoom {
    /// 2026-03-02 at 09:00 UTC.
    static let morning = Moment(milliseconds: 1_772_442_000_000)

    let time: SetTime
    let logs = MemoryLogStore()
    let roster = MemoryRosterStore()
    let issuers = MemoryIssuerStore()
    /// Keeps whatever was verified, however little it is.
    let verified = MemoryVerifiedStore(fewest: 1)
    let exams: Exams
    let lesson: LessonPack

    /// - Parameters:
    ///   - zone: Where the room is.
    ///   - store: Keeps logs in place of the room's own.
    /// - Throws: Where the lesson cannot be read.
    init(zone: any Zone = FixedZone.utc, store: (any LogStore)? = nil) throws {
        time = SetTime(Self.morning, zone: zone)
        exams = Exams(
            logs: store ?? logs, roster: roster, issuers: issuers, verified: verified, time: time, user: "team",
            build: "test")
        lesson = try LessonPack.usual.get()
        for name in ["Cy", "Di"] { try exams.setGrader(name, true) }
    }

    /// Lets minutes pass.
    func pass(minutes: Int64) { time.pass(milliseconds: minutes * 60_000) }

    /// Takes up an exam of the lesson.
    func takeUp(
        _ blueprint: Blueprint? = nil, _ candidate: String = "ada", seed: UInt64 = 7, of lesson: LessonPack? = nil
    ) throws -> OpenAttempt {
        var chance = SeededGenerator(seed: seed)
        return try exams.takeUp(
            blueprint ?? self.lesson.final, of: (lesson ?? self.lesson).revision,
            by: Examinee(candidate, on: roster.read()), using: &chance)
    }

    /// Begins an attempt with the form's time.
    func begin(_ blueprint: Blueprint? = nil, _ candidate: String = "ada", seed: UInt64 = 7) throws -> OpenAttempt {
        var attempt = try takeUp(blueprint, candidate, seed: seed)
        try attempt.begin(nil)
        return attempt
    }

    /// Sits an attempt to its end, and gives it as it is kept.
    @discardableResult
    func sit(
        _ blueprint: Blueprint? = nil, _ candidate: String = "ada", answers: [String: String] = LessonPack.right
    ) throws -> StoredAttempt {
        var attempt = try begin(blueprint, candidate)
        if attempt.form.navigation == "free" { try attempt.answer(answers) }
        try attempt.handIn()
        return try stored(attempt.name)
    }

    /// An attempt as it is kept.
    func stored(_ name: String) throws -> StoredAttempt {
        try #require(try exams.attempts().attempts.first { $0.name == name }, "\(name) is not among them")
    }

    /// The lines of a log.
    func lines(_ log: ExamLog) throws -> [String] {
        let bytes = try #require(logs.read(log), "nothing is kept there")
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// Puts lines in a log's place, as somebody can who has the disk.
    func replace(_ log: ExamLog, by lines: [String]) {
        logs.damage(log, Array(lines.map { $0 + "\n" }.joined().utf8))
    }

    /// Puts candidates on the roster: each by id, name and the groups they are in.
    func enrol(_ candidates: [(id: String, name: String, group: String?)]) throws {
        let rows = candidates.enumerated().map { place, one in
            var row = RosterRow.Candidate(id: one.id)
            row.name = one.name
            row.groups = .here(one.group)
            return RosterRow(.candidate(row), isGone: false, at: RosterPosition(file: "team.csv", row: place + 2))
        }
        _ = try exams.takeIn(rows, of: ["team.csv"], problems: [], isReadable: true)
    }

    /// Assigns an exam, by minutes from the morning.
    func assign(
        _ blueprint: Blueprint, to word: String, opens: Int64? = nil, closes: Int64? = nil, stops: Bool = false
    ) throws {
        func moment(_ minutes: Int64) -> Moment { Self.morning.adding(milliseconds: minutes * 60_000) }
        let window = ExamWindow(opens: opens.map(moment), closes: closes.map(moment), stopsAtClose: stops)
        _ = try exams.assign(blueprint, of: lesson.pack, to: [word], window, isTakenBack: false)
    }
}
