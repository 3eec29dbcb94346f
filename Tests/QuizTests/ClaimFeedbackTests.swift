import Content
import Quiz
import Scoring
import Testing

@Suite struct `What is said of a claim` {
    private func feedback(
        _ answer: String, to scenario: ID<Scenario>, under policy: ID<Policy>
    ) throws -> Feedback {
        try claimItem(scenario, under: policy).judge(answer)
    }

    /// `ra-biologic` bills 99601 x1, 99602 x1, and `chemo-continuous` 99601 x1, 99602 x2.
    @Test(arguments: [
        ("99601, 99602", "ra-biologic", "99601 1 1 -", "99602 1 1 -"),
        ("99601", "ra-biologic", "99601 1 1 -", "99602 - 1 missing"),
        ("99601, 99602 x3", "ra-biologic", "99601 1 1 -", "99602 3 1 2 units too many"),
        ("99601 x2, 99602", "ra-biologic", "99601 2 1 1 unit too many", "99602 1 1 -"),
        ("99601, 99602", "chemo-continuous", "99601 1 1 -", "99602 1 2 1 unit too few"),
        ("99601-SD, 99602", "ra-biologic", "99601 1 1 -", "99602 1 1 -"),
        ("99601-25, 99602", "ra-biologic", "99601 1 -25 1 the modifiers differ", "99602 1 1 -"),
        ("99601, 99602, 99602", "chemo-continuous", "99601 1 1 -", "99602 2 on 2 lines 2 belongs on one line"),
        ("99601, 99602, 99506", "ra-biologic", "99602 1 1 -", "99506 1 - not due"),
    ])
    func `each code is held against the key`(answer: String, scenario: String, first: String, second: String) throws {
        let feedback = try feedback(answer, to: ID(scenario), under: "started-hour")
        let seen = feedback.comparison.map { row in
            [row.code, row.answered ?? "-", row.due ?? "-", row.remark ?? "-"].joined(separator: " ")
        }
        #expect(seen.suffix(2) == [first, second])
    }

    @Test func `a claim where nothing is billed has nothing due`() throws {
        let wrong = try feedback("99601", to: "office-visit", under: "started-hour")
        #expect(wrong.verdict == .incorrect)
        #expect(wrong.comparison.map(\.due) == [nil])
        #expect(try feedback("none", to: "office-visit", under: "started-hour").isRight)
    }

    @Test(arguments: [
        ("99601, 99602", "iv-antibiotics", "cpt-midpoint", ["started-hour"]),
        ("99601", "iv-antibiotics", "started-hour", ["cpt-midpoint", "full-hour", "bcbsm-2013", "nhia-all-time"]),
        ("99602", "iv-antibiotics", "started-hour", []),
        ("99601, 99602", "travel-and-charting", "started-hour", ["nhia-all-time"]),
        ("99601, 99602", "practical-nurse", "started-hour", []),
    ])
    func `payers that would take the answer are named`(
        answer: String, scenario: String, policy: String, others: [String]
    ) throws {
        #expect(try feedback(answer, to: ID(scenario), under: ID(policy)).rightUnder.map(\.text) == others)
    }

    /// Another payer says it only where its own rule is the belief, not where it happens to come to the same claim.
    @Test(arguments: [
        ("99601, 99602", "iv-antibiotics", "cpt-midpoint", ["started-hour"]),
        ("99601", "iv-antibiotics", "started-hour", ["full-hour"]),
        ("99601, 99602", "travel-and-charting", "started-hour", ["nhia-all-time"]),
        ("99601, 99602 x3", "five-hour-day", "bcbsm-2013", []), ("99602", "ra-biologic", "started-hour", []),
    ])
    func `payers are said to hold a belief only where it is their own rule`(
        answer: String, scenario: String, policy: String, others: [String]
    ) throws {
        let feedback = try feedback(answer, to: ID(scenario), under: ID(policy))
        #expect(Set(feedback.beliefs.flatMap(\.heldBy).map(\.text)) == Set(others))
    }

    @Test(arguments: [
        ("99601", "ra-biologic", "started-hour", true), ("99601, 99602", "chemo-continuous", "started-hour", true),
        ("99601, 99602 x3", "ra-biologic", "started-hour", false),
    ])
    func `who bills too little is told that money is left`(
        answer: String, scenario: String, policy: String, isLeft: Bool
    ) throws {
        let back = try feedback(answer, to: ID(scenario), under: ID(policy)).returned
        #expect(back.contains(where: \.isUnderbilling) == isLeft)
    }

    @Test(arguments: [
        ("99601, 99602 x3", "five-hour-day", "bcbsm-2013", "240 minutes a day"),
        ("99601 x7, 99602", "ra-biologic", "started-hour", "99601"),
        ("99601, 99602 x6", "ra-biologic", "started-hour", "99602"),
    ])
    func `where no belief explains an answer, the step is pointed out at which it parted`(
        answer: String, scenario: String, policy: String, words: String
    ) throws {
        let feedback = try feedback(answer, to: ID(scenario), under: ID(policy))
        #expect(feedback.beliefs.isEmpty, "\(feedback.beliefs)")
        #expect(feedback.partingStep?.contains(words) == true, "\(feedback.partingStep ?? "none")")
    }

    @Test(
        arguments: [
            ("iv-antibiotics", "cpt-midpoint", 1), ("iv-antibiotics", "full-hour", 30),
            ("iv-antibiotics", "started-hour", 31), ("ra-biologic", "started-hour", 1),
            ("ra-biologic", "cpt-midpoint", 31), ("ra-biologic", "full-hour", 60), ("office-visit", "full-hour", nil),
            ("short-visit", "cpt-midpoint", nil), ("no-stop-time", "cpt-midpoint", nil),
        ] as [(String, String, Int?)])
    func `the minutes to another key are counted`(scenario: String, policy: String, minutes: Int?) throws {
        // A code that never is the key.
        #expect(try feedback("99512 x9", to: ID(scenario), under: ID(policy)).minutesToChange == minutes)
    }

    @Test(arguments: [
        ("99602", "ra-biologic", "started-hour", ["add-on-alone"]),
        ("99601, 99602 x3", "ra-biologic", "started-hour", ["add-on-from-zero"]),
        ("99601 x3", "ra-biologic", "started-hour", ["primary-per-hour"]),
        ("99601, 99602 x4", "ra-biologic", "started-hour", ["bills-quarter-hours"]),
        ("99601 x2", "iv-antibiotics", "cpt-midpoint", ["primary-per-hour", "primary-per-two-hours"]),
        ("99601, 99602", "iv-antibiotics", "cpt-midpoint", ["always-rounds-up"]),
        ("99601, 99602", "travel-and-charting", "cpt-midpoint", ["counts-travel"]),
        ("99601", "injection-only", "cpt-midpoint", ["any-home-visit"]),
        ("99601 x7, 99602 x5", "ra-biologic", "started-hour", []),
    ])
    func `beliefs that lead to the answer are named`(
        answer: String, scenario: String, policy: String, beliefs: [String]
    ) throws {
        let named = try feedback(answer, to: ID(scenario), under: ID(policy)).beliefs
        #expect(named.map { $0.ids.map(\.text).joined(separator: "+") } == beliefs)
        #expect(named.allSatisfy { !$0.words.isEmpty && !$0.correction.isEmpty })
    }

    @Test func `one edit comes back once, whatever the number of lines`() throws {
        let back = try feedback("99601, 99602", to: "office-visit", under: "started-hour").returned
        let place = try #require(back.first { $0.reason == "5, M77" })
        #expect(place.others == ["99602"])
    }

    @Test func `a right answer is told of no beliefs and no other payers`() throws {
        let right = try feedback("99601", to: "iv-antibiotics", under: "cpt-midpoint")
        #expect(right.isRight)
        #expect(right.beliefs.isEmpty && right.rightUnder.isEmpty && right.returned.isEmpty)
        #expect(right.minutesToChange == nil)
    }

    @Test func `what cannot be read points at the spot`() throws {
        let item = try claimItem("iv-antibiotics", under: "cpt-midpoint")
        let error = try #require(throws: UnreadableAnswer.self) { try item.judge("99601 x1, 9960l") }
        #expect(error.position == 14..<15)
        #expect(error.message.hasSuffix("a letter l; did you mean 99601?"))
    }
}
