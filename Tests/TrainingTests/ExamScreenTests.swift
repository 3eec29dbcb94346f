import Content
import Credentials
import Examining
import Machine
import Quiz
import Reports
import SampleExams
import Scoring
import Signatures
import Terminal
import Testing
import Training

@Suite struct `A terminal shows of exams` {
    private let room: SampleExams

    init() throws { room = try SampleExams() }

    private func report() throws -> ExamReport {
        ExamReport(
            of: try room.exams.attempts().attempts, in: room.pack, roster: try room.exams.roster.read(), group: nil,
            only: nil, at: room.time)
    }

    private func outcome(of attempt: StoredAttempt) throws -> Outcome {
        try #require(try room.exams.outcome(of: attempt.name, in: room.pack))
    }

    /// Three items of five.
    private static let three = [
        "half-an-hour-more": "99601 x1", "four-hours": "99601 x1, 99602 x2", "midpoint-rule": "midpoint rule",
    ]

    @Test func `a result with its sections and what to study`() throws {
        let outcome = try outcome(of: room.sit("ada", Self.three))
        let text = try shown { $0.show(outcome, in: FixedZone.utc) }
        #expect(
            text.hasPrefix("\n  Passed  60.0 %, 60 % passes\n\n  Visits  3 items  66.6 %\n  Terms   2 items  50.0 %\n"))
        #expect(text.contains("  To study next   ") && !text.contains("addendum") && !text.contains("99601"))
    }

    @Test func `that a result fell short, and that time was over`() throws {
        var attempt = try room.takeUp("ada")
        try attempt.begin(nil)
        room.pass(minutes: 30)
        try attempt.handIn()
        let outcome = try outcome(of: room.stored(attempt.name))
        let text = try shown { $0.show(outcome, in: FixedZone.utc) }
        #expect(text.hasPrefix("\n  Not passed  0.0 %, 60 % passes · the time was over\n"))
        let styled = try shown(isColoured: true) { $0.show(outcome, in: FixedZone.utc) }
        #expect(styled.contains("\u{1B}[31mNot passed\u{1B}[39m") && withoutEmphasis(styled) == text)
    }

    @Test func `what was added to an attempt later`() throws {
        let sat = try room.sit("ada", Self.three)
        #expect(try shown { $0.show(addendaOf: sat) } == "")
        let item = sat.number(of: "in-the-office")
        let after = try room.exams.credit(
            500_000, for: item, of: sat.name, by: "Cy", because: "Blurred \u{1B}[2J"
        ).after
        let text = try shown(columns: 100) { $0.show(addendaOf: after) }
        #expect(
            text.hasPrefix("  When it was closed   60.0 %, passed\n  Addendum 1   2026-03-02, 0.5 points given for"))
        #expect(text.contains("60.0 % becomes 70.0 %.") && !text.contains("\u{1B}"))
    }

    @Test func `a team's attempts, and no figures of one candidate`() throws {
        try room.enrol([("ada", "Ada \u{202E}x", nil)])
        try room.sit("ada", Self.three)
        let text = try shown { $0.show(try report()) }
        #expect(text.contains("final  1  passed  60.0 %  2026-03-02") && text.hasSuffix("\n\n1 of 1 attempts passed\n"))
        #expect(!text.contains("\u{202E}"))
    }

    /// Three candidates with 5, 3 and 1 of the items: their mean is 60 %, their deviation 40 % and alpha 0.83.
    @Test func `the figures of an exam`() throws {
        try room.sit("ada")
        try room.sit("bo", Self.three)
        try room.sit("cy", ["half-an-hour-more": "99601 x1"])
        let text = try shown(columns: 100) { $0.show(try report()) }
        #expect(text.contains("\n2 of 3 attempts passed\n"))
        #expect(text.contains("\n  mean                60.0 %  share of the full score\n"))
        #expect(text.contains("\n  standard deviation  40.0 %  of that share\n"))
        #expect(
            text.contains("\n  alpha                 0.83  reliability; 0.80 is asked of a certification; likely from"))
        let rows = text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
        #expect(rows.contains("scenario four-hours 3 0.67 (0.21 to 0.94) 0.76 1:00"))
        #expect(rows.contains("scenario half-an-hour-more 3 1.00 (0.44 to 1.00) 1:00"))
        #expect(rows.last == "Fewer than 30 responses each: the figures of items are a first look.")
        let styled = try shown(columns: 100, isColoured: true) { $0.show(try report()) }
        #expect(styled != text && withoutEmphasis(styled) == text)
    }

    @Test func `a certificate, and the register`() throws {
        _ = try room.exams.makeIssuer(name: "Example Team", url: "https://example.org/team", key: SigningKey())
        #expect(try shown { $0.show([IssuedCertificate]()) } == "No certificate is in the register yet.\n")
        let sat = try room.sit("Ada")
        var chance = SeededGenerator(seed: 3)
        let options = CertificateOptions(email: "ada@example.org", criteria: "It takes all.", days: 30)
        let made = try room.exams.certify(sat.name, options, using: &chance)
        let id = made.signed.certificate.id
        let text = try shown(columns: 100) { $0.show(made.signed) }
        #expect(
            text == """
                  Candidate    Ada
                  Mail         ada@example.org
                  Achievement  The lesson, final
                  Criteria     It takes all.
                  Score band   90 to 100 %
                  Valid        2026-03-02T09:05:00Z to 2026-04-01T09:05:00Z
                  Issuer       Example Team
                  Log head     \(made.signed.certificate.logHead)
                  Certificate  \(id)

                """)
        try room.exams.enter(made)
        let register = try shown(columns: 100) { $0.show(try room.exams.issuedCertificates()) }
        #expect(
            register == """
                Ada  lesson-final
                  Certificate  \(id)
                  Issued       2026-03-02T09:05:00Z, 90 to 100 %
                  Attempt      \(sat.name)
                  Now          good until 2026-04-01

                """)
        try room.exams.revoke(id, because: "a misspelt name")
        let revoked = try shown { $0.show(try room.exams.issuedCertificates()) }
        #expect(revoked.contains("  Now          taken back on 2026-03-02: a misspelt name\n"))
    }
}

@Suite struct `A terminal shows a cut score` {
    private func score(_ rounds: [[Double]]...) throws -> CutScore {
        try #require(CutScore(rounds: rounds, items: ["one", "two", "three"], raters: ["Ada", "Bo"]))
    }

    /// The items' means are 70, 60 and 70, the raters' 60 and 73.3: those deviate by 9.4, and the error of their mean is
    /// 9.4 by the root of 2.
    @Test func `of one round, item by item and rater by rater`() throws {
        let text = try shown { $0.show(try score([[60, 80], [50, 70], [70, 70]])) }
        #expect(
            text.hasPrefix(
                """
                One round
                  mean  apart  from    to  item
                  70.0   14.1  60.0  80.0  one
                  60.0   14.1  50.0  70.0  two
                  70.0    0.0  70.0  70.0  three

                  Ada   60.0, correlation with the others 0.00
                  Bo   73.3, correlation with the others 0.00
                  Cut score   66.7 of 100; raters 9.4 apart, standard error 6.7

                """))
        #expect(text.hasSuffix("\n\n  Pass mark   67 of 100\n") && !text.contains("To talk about"))
    }

    /// Ratings that are 40 apart are talked about; in the second round one of six moves by 40.
    @Test func `of two rounds, with what talking changed`() throws {
        let first: [[Double]] = [[40, 80], [50, 70], [70, 70]]
        let text = try shown(columns: 100) { $0.show(try score(first, [[80, 80], [50, 70], [70, 70]])) }
        #expect(text.hasPrefix("Round 1\n  Ada   53.3, ") && text.contains("\n\nRound 2\n  mean  apart"))
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("From round 1 the cut rose by 6.7; raters are 9.4 nearer; 17 % of the ratings changed,"))
        #expect(words.contains(" changed, by 6.7 in the mean of all Pass mark ") && !text.contains("To talk about"))
        let back = try shown(columns: 100) { $0.show(try score([[80, 80], [50, 70], [70, 70]], first)) }
        #expect(back.contains("  To talk about   one: ratings more than 30 apart\n"))
        #expect(back.contains("the cut fell by 6.7; raters are 9.4 further apart;"))
    }
}
