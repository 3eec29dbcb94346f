import Content
import Foundation
import Machine
import Quiz
import SampleExams
import Scoring
import Testing

@testable import Examining
@testable import Reports

@Suite struct `A result in words` {
    private let room: SampleExams
    private let bo: StoredAttempt

    init() throws {
        room = try SampleExams()
        bo = try room.sit("bo", Team.bo)
    }

    private func credit(_ points: Int, for item: String, because reason: String = "The chart was blurred.") throws {
        _ = try room.exams.credit(points, for: bo.number(of: item), of: bo.name, by: "Cy", because: reason)
    }

    // MARK: - For programs

    private struct Read: Decodable {
        struct Section: Decodable, Equatable { let title: String, items: Int, fraction: Double }
        let candidate, state, results, head, log: String, answered, items, seconds: Int
        let passed: Bool?, fraction, sealedFraction: Double?, sealedPassed: Bool?
        let sections: [Section], study: [String]
    }

    private func read(_ release: Release) throws -> Read {
        let outcome = Outcome(attempt: try room.stored(bo.name), release: release, study: [.term, .part])
        return try JSONDecoder().decode(Read.self, from: Data(outcome.json.text.utf8))
    }

    @Test func `is shown with its sections and what to study`() throws {
        try credit(500_000, for: "in-the-office")
        let read = try read(.shown)
        #expect(read.candidate == "bo" && read.state == "submitted" && read.results == "shown" && read.seconds == 1_800)
        #expect(read.answered == 3 && read.items == 5 && read.head.count == 64)
        #expect(read.passed == true && read.fraction == 0.7 && read.sealedFraction == 0.6 && read.sealedPassed == true)
        #expect(
            read.sections == [
                .init(title: "Visits", items: 3, fraction: 2.5 / 3), .init(title: "Terms", items: 2, fraction: 0.5),
            ])
        #expect(read.study == ["term", "part"] && read.log.hasSuffix("\(bo.name).log"))
    }

    @Test(arguments: [(Release.held(until: SampleExams.morning), "held"), (.never, "never")])
    func `is told by nothing where it may not be known`(release: Release, word: String) throws {
        try credit(500_000, for: "in-the-office")
        let read = try read(release)
        #expect(read.results == word && read.passed == nil && read.fraction == nil && read.sections.isEmpty)
        #expect(read.sealedFraction == nil && read.sealedPassed == nil && read.study.isEmpty)
        let text = Outcome(attempt: try room.stored(bo.name), release: release, study: [.term]).json.text
        #expect(text.hasSuffix(#","addenda":[]}"#) && !text.contains("blurred") && !text.contains("0.7"))
    }

    @Test func `is none while the attempt is open`() throws {
        var attempt = try room.takeUp("ada")
        try attempt.begin(nil)
        let open = try room.stored(attempt.name)
        #expect(
            open.json().text.contains(
                #""state":"open","answered":0,"items":5,"passed":null,"fraction":null,"sections":[],"study":[],"#))
        #expect(open.json().text.contains(#""extraTime":null,"head":null,"#))
    }

    @Test(
        arguments: [
            (.shown, nil),
            (
                .held(until: SampleExams.morning),
                "The result shows after 2026-03-02 10:00 +01:00, when the time for this exam is over: exam result."
            ), (.never, "No result of this exam is shown here; whoever set it has the results."),
        ] as [(Release, String?)])
    func `says why it is not shown`(release: Release, notice: String?) {
        #expect(release.notice(in: FixedZone(minutesAhead: 60)) == notice)
    }

    // MARK: - Addenda

    @Test func `tells what was added, why, and what it came to`() throws {
        let (office, rule) = (bo.number(of: "in-the-office"), bo.number(of: "midpoint-rule"))
        try credit(500_000, for: "in-the-office", because: "Was it legible?")
        try credit(-1_000_000, for: "midpoint-rule", because: "It was copied")
        room.pass(minutes: 24 * 60)
        _ = try room.exams.undo(2, of: bo.name, by: "Di", because: "It was not!")
        let now = try room.stored(bo.name)
        let told = (1...3).map { now.telling(ofAddendum: $0) }
        let lines = """
            2026-03-02, 0.5 points given for item \(office): 60.0 % becomes 70.0 %. Reason: Was it legible? By Cy.
            2026-03-02, 1 point taken for item \(rule): 70.0 % becomes 50.0 %. Reason: It was copied. By Cy. \
            No longer counts.
            2026-03-03, addendum 2 taken back: 50.0 % becomes 70.0 %. Reason: It was not! By Di.
            """
        #expect(told.joined(separator: "\n") == lines)
    }

    /// A regrade that scores one more item as right, and three that stand.
    private static let regrade = RegradeRecord(
        edition: "2026.2", packRevision: "second", program: "0.1.0",
        fractions: [1_000_000, 1_000_000, 1_000_000, 0, 0],
        items: [
            RegradedItem(item: 1, rule: .rescored, before: 0, after: 1_000_000),
            RegradedItem(item: 2, rule: .gone, before: 1_000_000, after: 1_000_000),
        ])

    @Test func `tells of a new score under which pack it is`() {
        let regraded = Addendum(.regrade(Self.regrade), at: SampleExams.morning, by: "Cy", because: "A key was wrong")
        #expect(
            bo.adding(regraded).telling(ofAddendum: 1)
                == "2026-03-02, scored anew under edition 2026.2, revision second, 1 item otherwise: still 60.0 %. "
                + "Reason: A key was wrong. By Cy.")
        let text = #"""
            {"event":"regrade","at":"2026-03-02T09:00:00Z","by":"Cy","reason":"A key was wrong","inForce":true,\#
            "item":null,"points":null,"undoes":null,"edition":"2026.2","packRevision":"second","items":[\#
            {"item":1,"rule":"rescored","before":0.0,"after":1.0},{"item":2,"rule":"gone","before":1.0,"after":1.0}]}
            """#
        #expect(regraded.json(isInForce: true).text == text)
    }

    @Test(
        arguments: [
            (.credit(item: 2, points: -250_000), #""event":"credit""#, #""item":2,"points":-0.25,"undoes":null"#),
            (.undo(3), #""event":"undo""#, #""item":null,"points":null,"undoes":3"#),
        ] as [(Addendum.Deed, String, String)])
    func `has a deed that programs read`(deed: Addendum.Deed, event: String, facts: String) {
        let text = Addendum(deed, at: SampleExams.morning, by: "C\"y", because: "So").json(isInForce: false).text
        let expected = #"""
            {\#(event),"at":"2026-03-02T09:00:00Z","by":"C\"y","reason":"So","inForce":false,\#(facts),\#
            "edition":null,"packRevision":null,"items":[]}
            """#
        #expect(text == expected)
    }
}
