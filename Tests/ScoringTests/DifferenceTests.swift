import Testing

@testable import Scoring

/// An answer beside the key, code by code.
struct DifferenceTests {
    /// The key is 99601 x1, 99602 x2. Of each code: what was answered, what is due, over how many lines, and the part
    /// that is right.
    @Test(
        arguments: [
            ("99601, 99602 x2", [("99601", 1, 1, 1, 1.0), ("99602", 2, 2, 1, 1)]),
            ("99602 x2, 99601", [("99601", 1, 1, 1, 1), ("99602", 2, 2, 1, 1)]),
            ("99601, 99602", [("99601", 1, 1, 1, 1), ("99602", 1, 2, 1, 0.5)]),
            ("99601, 99602 x8", [("99601", 1, 1, 1, 1), ("99602", 8, 2, 1, 0.25)]),
            ("99601, 99602-SS, 99602", [("99601", 1, 1, 1, 1), ("99602", 2, 2, 2, 0.5)]),
            ("99601, 99602-SD x2", [("99601", 1, 1, 1, 1), ("99602", 2, 2, 1, 1)]),
            ("99601 x4, 99602 x2", [("99601", 4, 1, 1, 0.25), ("99602", 2, 2, 1, 1)]),
            ("99602 x2", [("99601", nil, 1, 0, 0), ("99602", 2, 2, 1, 0)]),
            ("99601", [("99601", 1, 1, 1, 1), ("99602", nil, 2, 0, 0)]),
            ("none", [("99601", nil, 1, 0, 0), ("99602", nil, 2, 0, 0)]),
            ("99506, 99601", [("99601", 1, 1, 1, 1), ("99602", nil, 2, 0, 0), ("99506", 1, nil, 1, 0)]),
            ("99601-25, 99602 x2", [("99601", 1, 1, 1, 0), ("99602", 2, 2, 1, 0)]),
            ("99601 x0, 99602 x2", [("99601", 0, 1, 1, 0), ("99602", 2, 2, 1, 0)]),
            ("12345, 12345", [("99601", nil, 1, 0, 0), ("99602", nil, 2, 0, 0), ("12345", 2, nil, 2, 0)]),
        ] as [(String, [(Code, Int?, Int?, Int, Double)])])
    func `each code stands by itself`(
        answer: String, rows: [(code: Code, answered: Int?, due: Int?, lines: Int, fraction: Double)]
    ) {
        let differences = grade(claim(answer), for: .minutes(240), under: Sample.rules(.started)).differences
        #expect(differences.map(\.code) == rows.map(\.code))
        #expect(differences.map(\.answered) == rows.map(\.answered))
        #expect(differences.map(\.due) == rows.map(\.due))
        #expect(differences.map(\.lines) == rows.map(\.lines))
        #expect(differences.map(\.fraction) == rows.map(\.fraction))
        // What is right and denied earns nothing.
        for difference in differences where difference.fraction == 1 { #expect(difference.isRight) }
        for difference in differences where difference.fraction > 0 {
            #expect(difference.isRight == (difference.fraction == 1))
        }
    }

    @Test(
        arguments: [
            ("99601-SS", []), ("99601-25", ["25"]), ("99601", []), ("99601-25, 99601-SD-59", ["25", "59"]),
            ("99602-SS", []), ("99601-SS-SD-25", ["25"]),
        ] as [(String, [Modifier])])
    func `the modifiers of a code are those of all its lines that say something`(answer: String, modifiers: [Modifier])
    {
        let differences = grade(claim(answer), for: .minutes(60), under: Sample.rules(.started)).differences
        #expect(differences.first?.answeredModifiers == modifiers)
        #expect(differences.first?.dueModifiers == [])
    }

    /// An add-on of two primaries earns something while one of them does.
    @Test(arguments: [("99506, 99602 x2", 0.0), ("99601, 99602 x2", 1)])
    func `an add-on earns with a primary that earns`(answer: String, expected: Double) {
        let grade = grade(claim(answer), for: .minutes(240), under: EditExample.twoPrimaries)
        #expect(grade.differences.first { $0.code == "99602" }?.fraction == expected)
    }

    /// Every answer over a grid of units, for every policy: in bounds, 1 for the key alone, and the mean of its codes.
    @Test(arguments: Sample.policies) func `a grade is a mean between nothing and all`(policy: Policy) {
        let rules = Rules(codes: Sample.codes, policy: policy)
        for minutes in [0, 60, 121, 151, 240, 400] {
            let key = derive(.minutes(minutes), under: rules)
            for first in 0...3 {
                for further in 0...4 {
                    let lines = [ClaimLine("99601", units: first), ClaimLine("99602", units: further)]
                    let answer = Claim(lines.filter { $0.units > 0 })
                    let grade = grade(answer, against: key)
                    #expect((0...1).contains(grade.fraction))
                    #expect((grade.fraction == 1) == answer.billsTheSame(as: key.claim))
                    #expect((grade.verdict == .correct) == (grade.fraction == 1))
                    #expect((grade.verdict == .incorrect) == (grade.fraction == 0))
                    guard grade.verdict == .partial else { continue }
                    let mean = grade.differences.reduce(0) { $0 + $1.fraction } / Double(grade.differences.count)
                    #expect(abs(grade.fraction - mean) < 1e-12)
                }
            }
        }
    }

    @Test func `an assessment names every single belief, or the first pair`() {
        let asked = Case(.minutes(180), under: Sample.rules(.midpoint), among: Sample.misconceptions)
        #expect(asked.assess(claim("99601, 99602")).beliefs.isEmpty)
        #expect(asked.assess(claim("99601")).beliefs.count == 2)
        let pair = asked.assess(claim("99602 x4"))
        #expect(pair.beliefs == pair.explanations.first?.beliefs && pair.beliefs.count == 2)
        #expect(pair.answer == claim("99602 x4") && pair.grade.fraction == 0)
    }

    @Test(
        arguments: [("99601 x1", "99601 x1"), ("99602-SS x2", "99602-SS x2"), ("99601-ss-59", "99601-SS-59 x1")])
    func `a line is written as it is typed`(text: String, written: String) {
        #expect(claim(text).lines.first?.description == written)
    }

    @Test(
        arguments: [
            ("99601-SS-SD", "99601-SD-SS", true), ("99601-SS", "99601-SS", true), ("99601", "99601", true),
            ("99601-SS", "99601", false), ("99601-SS-SS", "99601-SS", true),
        ])
    func `two lines have the same modifiers in whatever order`(first: String, second: String, same: Bool) {
        #expect(claim(first).lines[0].hasSameModifiers(as: claim(second).lines[0]) == same)
    }

    @Test(arguments: [
        (1, 2, 3), (Int.max, 1, Int.max), (.min, -1, .min), (.max, .min, -1), (0, 0, 0), (.max, .max, .max),
    ])
    func `a sum stops where numbers end`(left: Int, right: Int, sum: Int) {
        #expect(saturatingSum(left, right) == sum)
        #expect(saturatingSum(right, left) == sum)
    }
}
