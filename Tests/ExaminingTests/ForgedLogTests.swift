import Audit
import Content
import Credentials
import Machine
import Quiz
import SampleExams
import Scoring
import Signatures
import Stores
import Testing

@testable import Examining

/// Lines that somebody writes by hand into logs, registers and addenda, with or without a key.
@Suite struct `A forged line` {
    private let room: ExamRoom

    init() throws { room = try ExamRoom() }

    /// An attempt whose log says that it was handed in, and what it came to, by no judge.
    private func forge(_ extra: [ExamEntry.Event] = []) throws -> String {
        let attempt = try room.begin()
        let end = try #require(try room.exams.read(attempt.name, isWhole: false)).log.end
        let result = ResultRecord(Array(repeating: 1_000_000, count: 5), of: attempt.form, isWhole: nil, program: "me")
        let events: [ExamEntry.Event] = [.action(.submit)] + extra + [.result(result)]
        _ = try room.exams.append(events.map { ExamEntry($0, at: room.exams.reading) }, to: attempt.name, after: end)
        return attempt.name
    }

    @Test func `of a result is sealed by nobody`() throws {
        let name = try forge()
        expect(.checkFailed, "has a result that its answers do not come to: it was edited") { _ = try room.takeUp() }
        #expect(try room.exams.read(name, isWhole: false)?.log.head == nil)
    }

    @Test func `that tells the result before the hand-in, or twice, makes it no attempt`() throws {
        let name = try forge([
            .result(ResultRecord([0], of: try room.takeUp(nil, "bo").form, isWhole: nil, program: ""))
        ])
        #expect(try room.exams.audit(name).attempt == nil)
        #expect(try room.exams.attempts().irregularities.first?.contains("is damaged and left out") == true)
    }

    @Test func `that a key of somebody else signed makes the register one that nobody goes by`() throws {
        let stored = try room.sit()
        let end = try room.exams.register().end
        let entry = RegisterEntry(
            .voided(.init(by: "Cy", reason: "So.")), of: stored.id, stored.end, at: room.exams.reading)
        let key = SigningKey()
        let (line, _) = try Ledger.line(entry, after: end, signedBy: key)
        try room.logs.append([line], to: .register, after: end)
        let said = "entry 4 was signed by another key, \(key.publicKey.hexadecimal)"
        #expect(try room.exams.register().problems == [said])
        expect(.unreadable, said) { _ = try room.takeUp() }
        #expect(try room.exams.attempts().irregularities == ["The register of exams is damaged: \(said)."])
    }

    @Test func `of points counts nowhere unless a key that is good here signed it`() throws {
        let stored = try room.sit(nil, "ada", answers: [:])
        let key = SigningKey()
        var end = LogEnd.beginning(after: try #require(stored.head).hash)
        var lines: [String] = []
        for item in 1...5 {
            let credit = Addendum(.credit(item: item, points: 1_000_000), at: room.time.now, by: "Cy", because: "So.")
            let (line, next) = try Ledger.line(credit, after: end, signedBy: key)
            lines.append(line)
            end = next
        }
        try room.logs.append(lines, to: .addenda(stored.name), after: .beginning(after: end.hash))
        let said = "addendum 1 was signed by another key, \(key.publicKey.hexadecimal)"
        let list = try room.exams.attempts()
        #expect(list.attempts.isEmpty && list.irregularities == ["memory/\(stored.name).log is left out: \(said)."])
        expect(.unreadable, "does not count: \(said)") { _ = try room.exams.storedAttempt(stored.name) }
    }

    @Test func `is missed where the register has addenda that are gone`() throws {
        let stored = try room.sit()
        _ = try room.exams.credit(-1_000_000, for: 1, of: stored.name, by: "Cy", because: "So.")
        #expect(try room.exams.attempts().attempts.map(\.addenda.count) == [1])
        room.logs.damage(.addenda(stored.name), nil)
        let list = try room.exams.attempts()
        #expect(list.attempts.isEmpty)
        #expect(list.irregularities[0].contains("of the 1 addenda that the register has of it 0 are here"))
    }

    @Test func `is told where an earlier copy lies there while the time runs`() throws {
        let attempt = try room.begin()
        let early = try #require(room.logs.read(.attempt(attempt.name)))
        var sat = try room.takeUp()
        try sat.handIn()
        room.logs.damage(.attempt(attempt.name), early)
        let list = try room.exams.attempts()
        #expect(list.attempts.isEmpty && list.irregularities.count == 1)
        #expect(list.irregularities[0].contains("and an earlier copy of its log was put back since"))
    }

    @Test func `is none of a log that ends before it was handed in`() throws {
        let attempt = try room.begin()
        let later = LogEnd(count: 9, hash: String(repeating: "0", count: 64))
        try room.exams.enter(.handedIn, of: attempt.id, later)
        expect(.checkFailed, "it was handed in on 2026-03-02, and an earlier copy of its log was put back since") {
            _ = try room.takeUp()
        }
        let other = LogEnd(count: 9, hash: String(repeating: "1", count: 64))
        expect(.checkFailed, "this attempt was handed in on 2026-03-02, and an earlier copy") {
            try room.exams.enter(.handedIn, of: attempt.id, other)
        }
        try room.exams.enter(.closed, of: attempt.id, later)
        expect(.checkFailed, "this attempt was closed on 2026-03-02, and an earlier copy") {
            try room.exams.enter(.handedIn, of: attempt.id, other)
        }
    }

    @Test func `tells nothing of an exam that the register does not know as handed in`() throws {
        var attempt = try room.begin()
        let register = try room.lines(.register)
        room.replace(.register, by: register + ["{}"])
        expect(.unreadable, "the register of exams is damaged") { try attempt.handIn() }
        let lines = try room.lines(.attempt(attempt.name))
        #expect(lines.last?.contains("submit") == true && !lines.contains { $0.contains("contents") })
        room.replace(.register, by: register)
        let stored = try #require(try room.exams.read(attempt.name, isWhole: false)?.attempt)
        #expect(try room.exams.closingOver([stored], of: room.lesson.pack).map(\.phaseName) == ["submitted"])
        #expect(try room.exams.audit(attempt.name).problems == [])
    }
}

/// A copy of a pack that somebody made easier.
@Suite struct `An exam under other rules` {
    @Test func `is named where those of the pack are asked for`() throws {
        let room = try ExamRoom()
        let easy = try LessonPack([
            ("blueprints.yaml", "percent: 60", "percent: 1"), ("blueprints.yaml", "minutes: 30", "minutes: 300"),
        ])
        try room.sit()
        #expect(try room.exams.attempts(reading: room.lesson.revision).irregularities == [])
        var attempt = try room.takeUp(easy.final, "eve", of: easy)
        try attempt.begin(nil)
        try attempt.handIn()
        #expect(
            try room.exams.attempts(reading: room.lesson.revision).irregularities == [
                "1 attempt at final (\(attempt.name)) was sat by other rules than the pack has: "
                    + "1 % passes, 300 minutes, free; it has 60 % passes, 30 minutes, free."
            ])
    }
}

/// What attempts are called.
@Suite struct `What an attempt is called` {
    /// Their 32-bit sums are alike, and no letter of theirs is one of a file's name.
    @Test func `keeps candidates apart whatever their script`() throws {
        let names = ["程诺海", "唐小博"].map { attemptName(of: $0, at: "final", in: "lesson", number: 1) }
        let earlier = ["程诺海", "唐小博"].map { earlierAttemptName(of: $0, at: "final", in: "lesson", number: 1) }
        #expect(earlier[0] == earlier[1])
        #expect(names[0] != names[1] && names.allSatisfy { $0.hasPrefix("candidate-") && $0.hasSuffix("-final-1") })
        #expect(attemptName(of: "ada", at: "final", in: "lesson", number: 1).hasPrefix("ada-"))
        let room = try ExamRoom()
        let stored = try room.sit(nil, "Жанна")
        #expect(try room.takeUp(nil, "Жанна").form.attempt == 2 && stored.name.hasPrefix("candidate-"))
    }

    @Test func `of before is still found`() throws {
        let room = try ExamRoom()
        let stored = try room.sit(nil, "Zoë")
        let earlier = earlierAttemptName(of: "Zoë", at: "final", in: room.lesson.pack.id.text, number: 1)
        #expect(earlier != stored.name)
        room.replace(.attempt(earlier), by: try room.lines(.attempt(stored.name)))
        room.logs.damage(.attempt(stored.name), nil)
        #expect(try room.takeUp(nil, "Zoë").form.attempt == 2)
        #expect(try room.exams.attempts().irregularities == [])
    }

    @Test func `of somebody else opens nobody's attempt`() throws {
        let room = try ExamRoom()
        let zoe = try room.begin(nil, "zoe")
        let yan = attemptName(of: "yan", at: "final", in: room.lesson.pack.id.text, number: 1)
        room.replace(.attempt(yan), by: try room.lines(.attempt(zoe.name)))
        expect(.checkFailed, "is the log of an attempt of zoe, under another name") { _ = try room.takeUp(nil, "yan") }
    }
}

/// Certificates of attempts about which something is decided.
@Suite struct `A certificate that is out` {
    @Test func `is named once its attempt counts no longer, and none is entered meanwhile`() throws {
        let room = try ExamRoom()
        let key = SigningKey()
        _ = try room.exams.makeIssuer(name: "Night Shift", url: "https://exams.example.org", key: key)
        let stored = try room.sit()
        var chance = SeededGenerator(seed: 3)
        var options = CertificateOptions(days: 365)
        options.isDespiteDoubts = true
        let certificate = try room.exams.certify(stored.name, options, using: &chance)
        let late = try room.exams.certify(stored.name, options, using: &chance)
        try room.exams.enter(certificate)
        #expect(try room.exams.goodCertificates(of: [stored.name]).count == 1)
        #expect(try room.exams.void(stored.name, by: "Cy", because: "The alarm rang.") == stored.name)
        #expect(try room.exams.goodCertificates(of: [stored.name]).map(\.attempt) == [stored.name])
        expect(.changed, "something was decided about \(stored.name) just now") { try room.exams.enter(late) }
        try room.exams.revoke(try #require(room.exams.issued().first).id, because: "It counts no longer.")
        #expect(try room.exams.goodCertificates(of: [stored.name]).isEmpty)
    }
}
