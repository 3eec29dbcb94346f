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

@Suite struct `A certificate of an attempt` {
    private let room: ExamRoom

    init() throws {
        room = try ExamRoom()
        _ = try room.exams.makeIssuer(name: "Example Team", url: "https://example.org/team", key: SigningKey())
    }

    private func certify(_ name: String, _ options: CertificateOptions = CertificateOptions(days: 30)) throws
        -> NewCertificate
    {
        var chance = SeededGenerator(seed: 3)
        return try room.exams.certify(name, options, using: &chance)
    }

    @Test func `says what the log says, from now on`() throws {
        let stored = try room.sit(nil, "Ada Byron")
        let signed = try certify(stored.name).signed
        let certificate = signed.certificate
        #expect(
            certificate.candidate == "Ada Byron" && certificate.email == nil && certificate.scoreBand == "90 to 100 %")
        #expect(certificate.logHead == stored.head?.hash && Certificate.isID(certificate.id))
        #expect(certificate.achievement.id == "lesson-final" && certificate.achievement.name == "The lesson, final")
        #expect(
            certificate.achievement.criteria
                == "Reached 60 of 100 in 5 items and 30 minutes of The lesson, final, lesson 2026.1: visits (3), terms (2)."
        )
        #expect("\(certificate.validFrom)" == "2026-03-02T09:00:00Z")
        #expect("\(certificate.validUntil)" == "2026-04-01T09:00:00Z")
        #expect(try room.exams.issuer().verify(signed.token, at: room.exams.timestamp()) == signed)
    }

    @Test func `says what is wished otherwise, and the roster's name`() throws {
        try room.enrol([("ada", "Ada Lovelace", nil)])
        let options = CertificateOptions(
            email: "ada@example.org", achievement: "Visits", achievementID: "visits", criteria: "It takes all.", days: 1
        )
        let certificate = try certify(room.sit().name, options).signed.certificate
        #expect(certificate.candidate == "Ada Lovelace" && certificate.email == "ada@example.org")
        #expect(
            certificate.achievement
                == (try Certificate.Achievement(id: "visits", name: "Visits", criteria: "It takes all.")))
    }

    /// Right answers of five items, the pass mark, and the band.
    @Test(
        arguments: [
            (1_000_000, 60, "90 to 100 %"), (899_999, 60, "80 to 89 %"), (600_000, 60, "60 to 69 %"),
            (650_000, 65, "65 to 69 %"), (990_000, 95, "95 to 100 %"), (750_000, 65, "70 to 79 %"), (0, 0, "0 to 9 %"),
        ])
    func `tells a band of scores, no lower than what passes`(fraction: Int, passMark: Int, band: String) throws {
        let lesson = try LessonPack([("blueprints.yaml", "percent: 60", "percent: \(max(passMark, 1))")])
        var attempt = try room.takeUp(lesson.final, "bo", of: lesson)
        try attempt.begin(nil)
        try attempt.handIn()
        var stored = try room.stored(attempt.name)
        for item in 1...5 where fraction > 0 {
            stored = try room.exams.credit(fraction, for: item, of: stored.name, by: "Cy", because: "So.").after
        }
        #expect(stored.scoreBand == band)
    }

    @Test func `is refused by the check that fails`() throws {
        let open = try room.begin(nil, "bo")
        expect(.checkFailed, "no certificate for \(open.name): closed: the attempt is still open") {
            _ = try certify(open.name)
        }
        let failed = try room.sit(nil, "cy", answers: ["half-an-hour-more": "99601 x1"])
        expect(.checkFailed, "passed: 20.0 %, and 60 % passes") { _ = try certify(failed.name) }
        for item in ["four-hours", "in-the-office"] {
            _ = try room.exams.credit(
                1_000_000, for: failed.number(of: item), of: failed.name, by: "Di", because: "The chart was blurred.")
        }
        #expect(try certify(failed.name).signed.certificate.scoreBand == "60 to 69 %")
        _ = try room.exams.undo(1, of: failed.name, by: "Di", because: "It was not.")
        expect(.checkFailed, "passed: 40.0 %") { _ = try certify(failed.name) }
        let cut = try room.sit(nil, "fi")
        room.replace(.attempt(cut.name), by: try room.lines(.attempt(cut.name)).dropLast())
        expect(.checkFailed, "seal: ") { _ = try certify(cut.name) }
        expect(.notFound, "no attempt nobody") { _ = try certify("nobody") }
    }

    @Test(arguments: [
        (CertificateOptions(days: 0), "valid for a day at least"),
        (CertificateOptions(days: 9_999_999), "before the year"),
        (CertificateOptions(email: "nobody", days: 1), "mail address"),
        (CertificateOptions(achievementID: "A b", days: 1), "achievement's id"),
        (CertificateOptions(achievement: " ", days: 1), "achievement's name is empty"),
    ])
    func `has facts that can be read`(options: CertificateOptions, said: String) throws {
        let stored = try room.sit()
        expect(.invalid, said) { _ = try certify(stored.name, options) }
    }

    @Test func `is entered in a register, which knows the earlier one`() throws {
        #expect(try room.exams.issuedCertificates() == [])
        let stored = try room.sit()
        let first = try certify(stored.name)
        #expect(first.earlier == nil)
        try room.exams.enter(first)
        _ = try room.exams.credit(-1_000_000, for: 1, of: stored.name, by: "Cy", because: "So.")
        var chance = SeededGenerator(seed: 4)
        let second = try room.exams.certify(stored.name, CertificateOptions(days: 30), using: &chance)
        #expect(second.earlier?.id == first.signed.certificate.id)
        try room.exams.enter(second)
        try room.exams.revoke(first.signed.certificate.id, because: "a misspelt name")
        room.pass(minutes: 31 * 24 * 60)
        let list = try room.exams.issuedCertificates()
        #expect(
            list.map(\.candidate) == ["ada", "ada"] && list.map(\.attempt) == [stored.name, stored.name])
        #expect(
            list[0].words == "taken back on 2026-03-02: a misspelt name" && list[1].words == "expired on 2026-04-01")
        #expect(list[0].earlier == nil && list[1].earlier == first.signed.certificate.id)
        #expect(list[0].record.addendaHead == nil && list[1].record.addendaHead?.count == 64)
        room.replace(.issued, by: try Array(room.lines(.issued).dropFirst()))
        expect(.unreadable, "memory/issued.log is not as it was written; put it back from a copy") {
            _ = try room.exams.issued()
        }
    }

    @Test func `is good after the key was changed, and not after it was taken back`() throws {
        let stored = try room.sit()
        let old = try certify(stored.name).signed
        let before = try room.exams.issuer().keys[0]
        let issuer = try room.exams.rotateKey(to: SigningKey())
        #expect(issuer.keys.count == 2 && issuer.keys[1] == before)
        expect(.notFound, "is missing") { _ = try room.issuers.signingKey(of: before) }
        #expect(try issuer.verify(old.token, at: room.exams.timestamp()) == old)
        #expect(try room.exams.audit(stored.name).problems == [], "what the old key sealed is good")
        try room.exams.revoke(old.certificate.id, because: "issued by mistake")
        #expect(throws: Refusal.self) {
            try room.exams.issuer().verify(old.token, at: room.exams.timestamp())
        }
        expect(.checkFailed, "was taken back before") {
            try room.exams.revoke(old.certificate.id, because: "again")
        }
        expect(.invalid, "x is no certificate; its id begins with urn:uuid:") {
            try room.exams.revoke("x", because: "x")
        }
        expect(.invalid, "the reason is empty") { try room.exams.revoke(old.certificate.id, because: " ") }
    }

    @Test func `takes an issuer, and there is one`() throws {
        expect(.taken, "there is an issuer in memory already; preceptor exam issuer rotate") {
            _ = try room.exams.makeIssuer(name: "Other", url: "https://example.com", key: SigningKey())
        }
        let nobody = try ExamRoom()
        let stored = try nobody.sit()
        var chance = SeededGenerator(seed: 1)
        expect(.notFound, "there is no issuer in memory; preceptor exam issuer init") {
            _ = try nobody.exams.certify(stored.name, CertificateOptions(days: 1), using: &chance)
        }
        expect(.notFound, "there is no issuer") { _ = try nobody.exams.rotateKey(to: SigningKey()) }
        expect(.invalid, "is no web address") {
            _ = try nobody.exams.makeIssuer(name: "Other", url: "nowhere", key: SigningKey())
        }
    }
}
