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

/// What a team may grant, change and take away.
@Suite struct `The rules of a team` {
    private let room: ExamRoom

    init() throws { room = try ExamRoom() }

    // MARK: - Who may change what attempts are worth

    @Test func `are changed by nobody but those who were named`() throws {
        let sat = try room.sit(answers: [:])
        for person in ["ada", "cy", ""] {
            expect(.forbidden, "may not change what attempts are worth") {
                _ = try room.exams.credit(1_000_000, for: 1, of: sat.name, by: person, because: "So.")
            }
            expect(.forbidden, "may not change") { try room.exams.void(sat.name, by: person, because: "So.") }
        }
        expect(.forbidden, "did you mean Cy?") { try room.exams.void(sat.name, by: "Cyy", because: "So.") }
        let other = PackRevision(room.lesson.pack, named: "lesson", revision: "other", sha256: "other")
        expect(.forbidden, "may not change") {
            _ = try room.exams.regrade([sat], under: other, by: "ada", because: "So.", isKept: true)
        }
        _ = try room.exams.credit(1_000_000, for: 1, of: sat.name, by: "Cy", because: "So.")
        try room.exams.setGrader("Cy", false)
        expect(.forbidden, "may not change") { _ = try room.exams.undo(1, of: sat.name, by: "Cy", because: "So.") }
        #expect(room.roster.read().graders == ["Di"])
    }

    // MARK: - Retakes

    @Test func `let one person sit more often, or sooner`() throws {
        try room.enrol([("ada", "Ada", nil), ("bo", "Bo", nil)])
        let drill = room.lesson.drill
        func grant(_ attempts: Int?, hours: Int = 0) throws {
            let policy = attempts.map {
                RetakePolicy(pack: "lesson", blueprint: "drill", attempts: $0, waitingHours: hours)
            }
            _ = try room.exams.grant("ada", at: drill, of: room.lesson.pack, policy)
        }
        try grant(3)
        for number in 1...3 { #expect(try room.sit(drill).form.attempt == number) }
        expect(.forbidden, "has had all 3 attempts") { _ = try room.takeUp(drill) }
        try grant(4, hours: 2)
        room.pass(minutes: 60)
        expect(.early(until: room.time.now.adding(milliseconds: 3_600_000)), "is open in 1 hour") {
            _ = try room.takeUp(drill)
        }
        try grant(nil)
        expect(.forbidden, "has had all 2 attempts") { _ = try room.takeUp(drill) }
        try room.sit(drill, "bo")
        expect(.early(until: room.time.now.adding(milliseconds: 24 * 3_600_000)), "in 24 hours") {
            _ = try room.takeUp(drill, "bo")
        }
        #expect(try room.takeUp(room.lesson.final).form.attempt == 1, "another exam is as it was")
    }

    // MARK: - Clocks

    @Test func `are skipped by no clock that is set`() throws {
        try room.sit(room.lesson.drill)
        room.time.set(room.time.now.adding(milliseconds: 25 * 3_600_000))
        let end = room.time.now.adding(milliseconds: 24 * 3_600_000)
        expect(.early(until: end), "is open in 24 hours") { _ = try room.takeUp(room.lesson.drill) }
        // After a restart nothing but the clock on the wall tells, and once it is put back, the register does.
        room.time.restart(as: "second start")
        try room.sit(room.lesson.drill)
        room.time.set(ExamRoom.morning)
        try room.sit(room.lesson.final)
        let list = try room.exams.attempts()
        #expect(list.setBacks.map(\.to) == [ExamRoom.morning])
    }

    // MARK: - Forgetting somebody

    @Test func `take away what is kept of a person, and the register still verifies`() throws {
        try room.enrol([("ada", "Ada", "night"), ("bo", "Bo", "night")])
        let (first, other) = (try room.sit(), try room.sit(nil, "bo"))
        let open = try room.begin(room.lesson.drill)
        _ = try room.exams.credit(-500_000, for: 1, of: first.name, by: "Cy", because: "So.")
        let data = try room.exams.personalData(of: "ada")
        #expect(data.logs.map(\.name) == ["\(open.name).log", "\(first.name).log", "\(first.name).addenda"])
        #expect(data.registered.count == 2 && data.groups == ["night"] && data.onRoster?.name == "Ada")
        _ = try room.exams.forget("ada", by: "Cy", because: "She asked for it.")
        let list = try room.exams.attempts()
        #expect(list.irregularities == [] && list.attempts.map(\.name) == [other.name])
        #expect(try room.exams.audit(other.name).problems == [] && room.exams.register().problems == [])
        #expect(room.logs.read(.attempt(first.name)) == nil && room.logs.read(.addenda(first.name)) == nil)
        let kept = String(decoding: try #require(room.logs.read(.register)), as: UTF8.self)
        // As a word: the hashes beside it may spell her name by chance.
        #expect(!kept.contains(/\bada\b/) && kept.contains("She asked for it."))
        let roster = room.roster.read()
        #expect(roster.candidate("ada") == nil && roster.numbers?["ada"] == nil && roster.numbers?.count == 1)
        expect(.notFound, "nothing is kept of ada") { _ = try room.exams.personalData(of: "ada") }
        #expect(try room.takeUp().form.attempt == 1, "whoever comes again is somebody new")
    }

    @Test func `lets certificates of whoever is forgotten stand, and names nobody in their register`() throws {
        _ = try room.exams.makeIssuer(name: "Team", url: "https://example.org/team", key: SigningKey())
        try room.enrol([("ada", "Ada Fields", nil)])
        let stored = try room.sit()
        var chance = SeededGenerator(seed: 3)
        let certificate = try room.exams.certify(stored.name, CertificateOptions(days: 365), using: &chance)
        try room.exams.enter(certificate)
        let before = try #require(try room.exams.issuedCertificates().first)
        #expect(before.candidate == "Ada Fields" && before.attempt == stored.name)
        // As a word: hashes and signatures may spell it by chance.
        #expect(try !room.lines(.issued).joined().contains(/\bada\b/))
        #expect(try room.exams.personalData(of: "ada").certificates.map(\.id) == [certificate.signed.certificate.id])
        _ = try room.exams.forget("ada", by: "Cy", because: "She asked for it.")
        let after = try #require(try room.exams.issuedCertificates().first)
        #expect(after.candidate == nil && after.attempt == nil && after.record == before.record)
        #expect(
            try room.exams.issuer().verify(certificate.signed.token, at: room.exams.timestamp()) == certificate.signed)
    }

    @Test func `are told who is to be certified anew`() throws {
        _ = try room.exams.makeIssuer(name: "Team", url: "https://example.org/team", key: SigningKey())
        func certify(_ candidate: String, days: Int) throws -> String {
            var chance = SeededGenerator(seed: UInt64(days))
            let name = try room.sit(nil, candidate).name
            let made = try room.exams.certify(name, CertificateOptions(days: days), using: &chance)
            try room.exams.enter(made)
            return made.signed.certificate.id
        }
        let (ada, bo) = (try certify("ada", days: 60), try certify("bo", days: 20))
        _ = try certify("cy", days: 365)
        let gone = try certify("di", days: 10)
        try room.exams.revoke(gone, because: "a mistake")
        #expect(try room.exams.renewals(within: 90).map(\.record.id) == [bo, ada])
        #expect(try room.exams.renewals(within: 30).map(\.candidate) == ["bo"])
        room.pass(minutes: 25 * 24 * 60)
        #expect(try room.exams.renewals(within: 0).map(\.candidate) == ["bo"], "which has ended")
        _ = try certify("bo", days: 400)
        #expect(try room.exams.renewals(within: 0) == [])
        expect(.invalid, "days are counted from 0") { _ = try room.exams.renewals(within: -1) }
    }

    @Test func `give breaks in which the time stands still, and keep why to themselves`() throws {
        try room.enrol([("ada", "Ada", nil)])
        _ = try room.exams.allow(BreakTime(minutes: 10, reason: "a secret"), to: "Ada")
        var attempt = try room.takeUp()
        let examinee = try Examinee("ada", on: room.roster.read())
        let allotted = try #require(
            try room.exams.allottedTime(
                for: attempt.form, of: room.lesson.final, in: room.lesson.pack, to: examinee))
        #expect(allotted.words(in: FixedZone.utc) == "break stops the time, for 10 minutes in all.")
        try attempt.begin(allotted)
        room.pass(minutes: 5)
        try attempt.rest()
        expect(.invalid, "you are on a break") { try attempt.answer(0, "99601") }
        room.pass(minutes: 8)
        var back = try room.takeUp()
        #expect(back.left == 25 * 60_000 && back.breakLeft == 2 * 60_000 && !back.state.isResting)
        try back.rest()
        room.pass(minutes: 20)
        #expect(back.left == 7 * 60_000)
        try back.goOn()
        expect(.invalid, "no break is left") { try back.rest() }
        try back.handIn()
        #expect(try !room.lines(.attempt(back.name)).joined().contains("secret"))
        #expect(try room.exams.audit(back.name).problems == [])
        _ = try room.exams.allow(nil, to: "ada")
        #expect(room.roster.read().candidate("ada")?.breaks == nil)
    }

    // MARK: - What certificates rest on

    @Test func `certify by no exam that is not known to be good enough`() throws {
        _ = try room.exams.makeIssuer(name: "Team", url: "https://example.org/team", key: .init())
        let mark = "pass-mark: { percent: 60, justification: enough for a lesson"
        let asking = try LessonPack([
            (
                "blueprints.yaml", mark + " }",
                mark + ", provisional: true }\n    evidence: { reliability: 80, candidates: 3 }"
            )
        ])
        func sit(_ candidate: String, _ answers: [String: String]) throws -> StoredAttempt {
            var attempt = try room.takeUp(asking.final, candidate, of: asking)
            try attempt.begin(nil)
            try attempt.answer(answers)
            try attempt.handIn()
            return try room.stored(attempt.name)
        }
        let sat = try sit("ada", LessonPack.right)
        #expect(sat.form.isProvisional == true && sat.form.evidence?.candidates == 3)
        var chance = SeededGenerator(seed: 1)
        func certify(despite: Bool = false) throws -> NewCertificate {
            var options = CertificateOptions(days: 1)
            options.isDespiteDoubts = despite
            return try room.exams.certify(sat.name, options, using: &chance)
        }
        expect(
            .checkFailed, "the pass mark is provisional: no raters have set one yet; 1 candidate sat the exam, and 3"
        ) {
            _ = try certify()
        }
        let told = try certify(despite: true).signed.certificate.achievement.criteria
        #expect(
            told.hasSuffix(
                "The pass mark is provisional: no raters have set one yet. 1 candidate sat the exam, and 3 are asked for."
            ))
        for name in ["bo", "cy"] { _ = try sit(name, ["half-an-hour-more": "99601 x1"]) }
        expect(.checkFailed, "no raters have set one yet; --despite-doubts") { _ = try certify() }
        _ = try sit("di", ["four-hours": "99601 x1, 99602 x2"])
        for name in ["fi", "gu", "ha"] {
            _ = try sit(name, ["midpoint-rule": "midpoint rule", "in-the-office": "none"])
        }
        expect(.checkFailed, "and 0.80 is asked for") { _ = try certify() }
    }
}
