import Testing

@testable import Scoring

/// Modifiers that a payer takes for the one that is due.
struct AlternativeTests {
    private static func rules(_ others: [Modifier]) -> Rules {
        var policy = Sample.policy(.started)
        policy.modifierRules = [ModifierRule("59", on: ["99602"], when: Condition(places: ["12"]))]
        if !others.isEmpty { policy.alternatives = [.init("59", or: others)] }
        return Rules(codes: Sample.codes, policy: policy)
    }

    private static let key = derive(.minutes(180), under: rules(["XU", "XS"]))

    @Test(
        arguments: [
            ("99601, 99602-59", true), ("99601, 99602-XU", true), ("99601, 99602-XS", true), ("99601, 99602", false),
            ("99601, 99602-XE", false), ("99601-XU, 99602", false), ("99601, 99602-XU x2", false),
        ])
    func `one that is taken in its place is right`(answer: String, isRight: Bool) throws {
        let answer = try parseAnswer(answer, known: Self.key.rules.codes.vocabulary)
        let grade = grade(answer, against: Self.key)
        #expect((grade.verdict == .correct) == isRight)
        #expect(grade.findings.isEmpty == isRight, "\(grade.findings.map(\.message))")
    }

    @Test func `another payer takes none`() throws {
        let key = derive(.minutes(180), under: Self.rules([]))
        let answer = try parseAnswer("99601, 99602-XU", known: key.rules.codes.vocabulary)
        #expect(grade(answer, against: key).verdict != .correct)
    }

    @Test func `an answer in its place is explained by the same belief`() throws {
        let belief = Misconception(id: "two", changes: [.furtherEach(30)])
        let answer = try parseAnswer("99601, 99602-XU x2", known: Self.key.rules.codes.vocabulary)
        let explained = diagnose(answer, for: .minutes(180), under: Self.rules(["XU"]), among: [belief])
        #expect(explained.map(\.beliefs) == [["two"]])
    }
}
