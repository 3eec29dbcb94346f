import Audit
import Content
import Machine
import Quiz
import SampleExams
import Scoring
import Signatures
import Stores
import Testing

@testable import Examining

/// What candidates could do to the files of their own exams, and what comes of it.
@Suite struct `Whoever meddles with an exam` {
    private let room: ExamRoom

    init() throws { room = try ExamRoom() }

    private func copy(_ name: String) throws -> [UInt8] { try #require(room.logs.read(.attempt(name))) }

    // MARK: - An earlier log put back

    @Test func `cannot go on with an earlier copy of a log once it was closed`() throws {
        var attempt = try room.begin()
        try attempt.answer(0, "wrong")
        let early = try copy(attempt.name)
        try attempt.handIn()
        room.logs.damage(.attempt(attempt.name), early)
        expect(.checkFailed, "it was closed on 2026-03-02, and an earlier copy of its log was put back since") {
            _ = try room.takeUp()
        }
        #expect(try room.exams.audit(attempt.name).problems.contains { $0.message.contains("cut off since") })
        // Whoever holds the attempt open meanwhile ends it no second time.
        room.logs.damage(.attempt(attempt.name), early)
        let stored = try #require(try room.exams.read(attempt.name, isWhole: false)?.attempt)
        room.pass(minutes: 31)
        expect(.checkFailed, "an earlier copy of its log was put back") {
            _ = try room.exams.closingOver([stored], of: room.lesson.pack)
        }
    }

    @Test func `cannot end an attempt a second time with other answers`() throws {
        var first = try room.begin()
        let early = try copy(first.name)
        var second = try room.takeUp()
        let resumed = try copy(first.name)
        room.logs.damage(.attempt(first.name), early)
        first = try room.takeUp()
        try first.handIn()
        room.logs.damage(.attempt(first.name), resumed)
        try second.answer(LessonPack.right)
        expect(.checkFailed, "was closed on 2026-03-02, and an earlier copy") { try second.handIn() }
        #expect(try !room.lines(.attempt(first.name)).contains { $0.contains("contents") || $0.contains("result") })
        let audit = try room.exams.audit(first.name)
        #expect(audit.problems.contains { $0.message.contains("closed on 2026-03-02 with other entries") })
        let list = try room.exams.attempts()
        #expect(list.attempts.isEmpty && list.irregularities.count == 1)
        #expect(list.irregularities[0].contains("is left out: it was closed on 2026-03-02 with other entries"))
    }

    @Test func `is found out by a register that has two ends of one attempt`() throws {
        let stored = try room.sit()
        let register = try room.exams.register()
        let closed = try #require(register[stored.id]?.closed)
        let forged = RegisterEntry(
            .closed, of: stored.id, LogEnd(count: closed.count, hash: String(repeating: "0", count: 64)),
            at: room.exams.reading)
        _ = try room.exams.append(forged, to: .register, after: register.end)
        let said = "it was closed on 2026-03-02 and a second time on 2026-03-02"
        #expect(try room.exams.audit(stored.name).problems.map(\.message) == [said])
        #expect(try room.exams.attempts().irregularities == ["memory/\(stored.name).log is left out: \(said)."])
    }

    @Test func `cannot begin an attempt anew from before its start`() throws {
        var waiting = try room.takeUp()
        let other = try room.takeUp()
        try waiting.begin(nil)
        let begun = try copy(waiting.name)
        room.logs.damage(.attempt(waiting.name), nil)
        var again = other
        // The register has the first start, whose log is not there any more.
        expect(.checkFailed, "attempt 1 at final was begun on 2026-03-02 already, with another log") {
            try again.begin(nil)
        }
        #expect(room.logs.read(.attempt(again.name)) == nil)
        room.logs.damage(.attempt(waiting.name), begun)
        #expect(try room.exams.attempts().irregularities == [])
    }

    // MARK: - A log taken away

    @Test func `loses an attempt by deleting its log, and is named`() throws {
        let stored = try room.sit(room.lesson.drill)
        room.logs.damage(.attempt(stored.name), nil)
        let list = try room.exams.attempts()
        #expect(
            list.irregularities == [
                "The log of ada's attempt 1 at drill is missing, begun on 2026-03-02, and closed on 2026-03-02."
            ])
        expect(
            .early(until: ExamRoom.morning.adding(milliseconds: 24 * 3_600_000)), "the next attempt at drill is open in"
        ) { _ = try room.takeUp(room.lesson.drill) }
        room.pass(minutes: 24 * 60)
        #expect(try room.takeUp(room.lesson.drill).form.attempt == 2)
        try room.sit(room.lesson.drill)
        room.pass(minutes: 24 * 60)
        expect(.forbidden, "has had all 2 attempts") { _ = try room.takeUp(room.lesson.drill) }
    }

    @Test func `loses an open attempt by deleting its log, too`() throws {
        let attempt = try room.begin()
        room.logs.damage(.attempt(attempt.name), nil)
        #expect(try room.takeUp().form.attempt == 2)
        #expect(try room.exams.attempts().irregularities[0].contains("ada's attempt 1 at final is missing, begun on"))
    }

    @Test func `gains nothing from a roster whose numbers are gone`() throws {
        try room.sit()
        _ = try room.roster.update { roster throws(ExamError) in roster = Roster() }
        expect(.checkFailed, "people whose numbers are gone from the roster; put roster.json back") {
            _ = try room.takeUp()
        }
        #expect(try room.exams.attempts().irregularities == [])
        room.logs.damage(.attempt("ada-a554010-final-1"), nil)
        #expect(try room.exams.attempts().irregularities[0].contains("somebody whose name was taken off the roster"))
    }

    @Test func `is found out by an anchor when the register was cut`() throws {
        try room.sit(nil, "ada")
        let early = try room.lines(.register)
        let anchor = try room.exams.anchor()
        #expect(Anchor(" \(anchor.text)\n") == anchor && anchor.end.count == 3)
        try room.sit(nil, "bo")
        #expect(try room.exams.problem(against: anchor) == nil)
        let later = try room.exams.anchor()
        room.replace(.register, by: early)
        #expect(
            try room.exams.problem(against: later) == "of the 6 entries that the anchor has seen 3 are here: it was cut"
        )
        #expect(try room.exams.attempts().irregularities.first?.contains("the register does not have its end") == true)
        try room.sit(nil, "cy")
        #expect(try room.exams.problem(against: later)?.contains("entry 6 is not the one") == true)
        for text in ["", "4", "4 abc", "x \(later.end.hash)", "-1 \(later.end.hash)"] { #expect(Anchor(text) == nil) }
    }

    @Test func `is found out when all of the register is gone`() throws {
        let stored = try room.sit()
        room.logs.damage(.register, nil)
        #expect(
            try room.exams.audit(stored.name).problems.map(\.message)
                == ["the register does not have its end: it was cut, or put back"])
        #expect(try room.exams.attempts().attempts.isEmpty)
        let here = AttemptLog(
            name: "copy", location: "copy.log", log: ChainedLog(try copy(stored.name)), addenda: nil)
        #expect(try room.exams.audit(here).problems == [], "elsewhere nobody knows better")
    }

    // MARK: - A log copied

    @Test func `counts once, however often a log is copied`() throws {
        let stored = try room.sit()
        room.logs.damage(.attempt("a-copy"), try copy(stored.name))
        let list = try room.exams.attempts()
        #expect(list.attempts.map(\.name) == [stored.name])
        #expect(
            list.irregularities == [
                "memory/a-copy.log is a copy of memory/\(stored.name).log, and counts no second time."
            ])
    }

    // MARK: - What is asked

    @Test func `reads nothing of what is asked in an open log, and everything in a closed one`() throws {
        var attempt = try room.begin()
        try attempt.answer(0, "99601", thenShowing: 1)
        let text = try room.lines(.attempt(attempt.name)).joined()
        for item in attempt.form.items { #expect(!text.contains(item)) }
        for secret in ["half-an-hour", "seed", "wordings", "difficulty", "lesson/"] { #expect(!text.contains(secret)) }
        let open = try room.stored(attempt.name)
        #expect(open.form.items == [] && open.form.seed == nil && open.form.count == 5)
        try attempt.handIn()
        let closed = try room.stored(attempt.name)
        #expect(closed.form.items == attempt.form.items && closed.form.seed == attempt.form.seed)
        #expect(closed.form.wordings == attempt.form.wordings && closed.form.items.count == 5)
    }

    @Test func `needs the key to go on, and cannot put other items in`() throws {
        let attempt = try room.begin()
        let log = try #require(try room.exams.read(attempt.name, isWhole: false)?.attempt)
        let sealed = try #require(log.form.sealed)
        #expect(sealed.open(with: SigningKey()) == nil)
        let contents = try room.exams.disclosing(log.form).contents
        #expect(contents?.items == attempt.form.items && contents.map(sealed.isOf) == true)
        let other = FormContents(seed: 1, items: attempt.form.items, wordings: nil, difficulty: 1, salt: nil)
        #expect(!sealed.isOf(other))
        // A log that tells other items at its end than it was handed out with tells of no attempt.
        var lines = try room.lines(.attempt(attempt.name))
        var chain = Chain<ExamEntry>(try #require(lines.last.flatMap { LogEnd(ofLine: $0.utf8) }))
        lines.append(try chain.seal(ExamEntry(.contents(other), at: room.exams.reading)))
        room.replace(.attempt(attempt.name), by: lines)
        #expect(try room.exams.audit(attempt.name).problems.contains { $0.check == .attempt })
    }

    @Test func `has two forms of the same items told apart by nothing`() throws {
        let (ada, bo) = (try room.begin(nil, "ada"), try room.begin(nil, "bo"))
        #expect(ada.form.items == bo.form.items && ada.form.sealed != bo.form.sealed)
    }

    // MARK: - A process killed

    @Test(arguments: [0, 1, 40]) func `leaves nobody locked out by a log killed at birth`(bytes: Int) throws {
        let name = try room.takeUp().name
        room.logs.damage(
            .attempt(name), Array("{\"entry\":{\"at\":{\"boot\":\"b\",\"up\":1,\"wall\":1}".utf8.prefix(bytes)))
        #expect(try room.exams.attempts().irregularities == [])
        var attempt = try room.takeUp()
        try attempt.begin(nil)
        #expect(attempt.name == name)
        try attempt.handIn()
        #expect(try room.exams.audit(name).problems == [])
    }

    @Test func `finds a start entered late where the program was stopped before the register had it`() throws {
        let attempt = try room.begin()
        room.logs.damage(.register, nil)
        let again = try room.takeUp()
        #expect(again.name == attempt.name)
        let known = try #require(try room.exams.register()[attempt.id])
        #expect(known.started?.count == 2 && known.sitting?.number == 1)
    }

    // MARK: - Voiding

    @Test func `is voided by whoever gives the exam, with a reason, whatever is left of the log`() throws {
        let stored = try room.sit(room.lesson.drill)
        try room.exams.void(stored.name, by: "Cy", because: "The alarm rang.")
        #expect(try room.stored(stored.name).voiding?.reason == "The alarm rang.")
        let next = try room.takeUp(room.lesson.drill)
        #expect(next.form.attempt == 2, "no wait, and a number of its own")
        expect(.invalid, "was voided before") { try room.exams.void(stored.name, by: "Cy", because: "Again.") }
        var open = try room.begin(nil, "bo")
        try open.answer(0, "99601")
        room.logs.damage(.attempt(open.name), nil)
        try room.exams.void(open.name, by: "Cy", because: "The disk broke.")
        #expect(try room.takeUp(nil, "bo").form.attempt == 2)
        expect(.notFound, "no attempt nobody") { try room.exams.void("nobody", by: "Cy", because: "So.") }
    }
}
