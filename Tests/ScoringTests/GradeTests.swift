import Testing

@testable import Scoring

/// An answer held against the key: 99601 x1, 99602 x2 for four hours.
struct GradeTests {
    private let encounter = Encounter.minutes(240)
    private let rules = Sample.rules(.started)

    private func fraction(_ text: String) -> Double {
        grade(claim(text), for: encounter, under: rules).fraction
    }

    @Test(
        arguments: [
            ("99601, 99602 x2", 1), ("99602 x2, 99601", 1), ("99602*2; CPT 99601 (1)", 1),
            ("99601, 99602", 0.75), ("99601, 99602 x3", (1 + 2.0 / 3) / 2), ("99601, 99602 x4", 0.75),
            ("99601", 0.5), ("99601 x2", 0.25), ("99601 x2, 99602 x2", 0.75), ("99601, 99602, 99602", 0.75),
            ("99601, 99602-SS x2", 1), ("99601, 99602-SS x1", 0.75), ("99601, 99602-25 x2", 0.5),
            ("99601, 99602 x2, 99506", 2.0 / 3), ("99601, 99506, 99512", 0.25), ("99601, 99602 x0", 0.5),
            ("99602 x2", 0), ("99602 x2, 99506", 0), ("99601-25, 99602 x2", 0), ("99601 x0, 99602 x2", 0),
            ("99506", 0), ("12345", 0), ("none", 0),
        ] as [(String, Double)])
    func `the fraction is the mean over the codes of the answer and the key`(answer: String, expected: Double) {
        let grade = grade(claim(answer), for: encounter, under: rules)
        #expect(abs(grade.fraction - expected) < 1e-12)
        #expect(grade.verdict == (expected == 1 ? .correct : expected > 0 ? .partial : .incorrect))
        #expect((grade.verdict == .correct) == grade.differences.allSatisfy(\.isRight))
    }

    @Test func `right units with a modifier that does not go with the code are not correct`() {
        let grade = grade(claim("99601-25, 99602-25 x2"), for: encounter, under: rules)
        #expect(grade.verdict == .incorrect && grade.fraction == 0)
        #expect(grade.findings.map(\.edit) == [.modifierInvalid, .modifierInvalid])
    }

    @Test func `where nothing is due, none is right and any bill is wrong`() {
        let wounded = Encounter.of(Service("wound-care", time: .minutes(60)))
        #expect(grade(Claim(), for: wounded, under: rules).fraction == 1)
        #expect(grade(Claim(), for: wounded, under: rules).verdict == .correct)
        for text in ["99601", "99601, 99602", "99601 x0", "12345", "G0299"] {
            let grade = grade(claim(text), for: wounded, under: rules)
            #expect(grade.verdict == .incorrect && grade.fraction == 0, "\(text)")
        }
    }

    @Test func `differences come in the order of the key, then what was billed besides`() {
        let grade = grade(claim("99506, 99602 x3, 99602, 12345"), for: encounter, under: rules)
        #expect(grade.differences.map(\.code) == ["99601", "99602", "99506", "12345"])
        #expect(grade.differences.map(\.answered) == [nil, 4, 1, 1])
        #expect(grade.differences.map(\.due) == [1, 2, nil, nil])
        #expect(grade.differences.map(\.lines) == [0, 2, 1, 1])
    }

    /// Every answer of a grid of claims, right and wrong, and every step from it that leads nearer to the key.
    @Test func `an answer nearer to the key never scores less`() {
        let injected = Encounter.of(
            Service("infusion", time: .minutes(240)), Service("injection", time: .minutes(10)))
        for encounter in [encounter, injected, .minutes(60), .minutes(360)] {
            let key = derive(encounter, under: rules)
            let codes: [Code] = ["99601", "99602", "99506", "12345"]
            let choices: [[ClaimLine]] = codes.map { code in
                [0, 1, 2, 3, 5].flatMap { units in
                    [[], ["SS"], ["25"], ["25", "SS"]].map { ClaimLine(code, modifiers: $0, units: units) }
                }
            }
            for mask in 0..<16 {
                var generator = Seeded(UInt64(mask))
                for _ in 0..<150 {
                    let lines = codes.indices.filter { mask & 1 << $0 != 0 }.compactMap {
                        choices[$0].randomElement(using: &generator)
                    }
                    let answer = Claim(lines.shuffled(using: &generator))
                    let score = grade(answer, against: key).fraction
                    for nearer in answer.stepsTowards(key.claim) {
                        let better = grade(nearer, against: key).fraction
                        #expect(better >= score, "\(answer) scores \(score), \(nearer) \(better)")
                    }
                    #expect((score == 1) == key.withoutIdleModifiers(answer).billsTheSame(as: key.claim))
                }
            }
        }
    }

    @Test func `the order of lines and of modifiers is harmless`() {
        #expect(claim("99601-SS-SD x2, 99602").billsTheSame(as: claim("99602, 99601-SD-SS x2")))
        #expect(!claim("99601-SS-SS").billsTheSame(as: claim("99601-SS")))
        #expect(!claim("99601-SS, 99601-SD x2").billsTheSame(as: claim("99601-SS x2, 99601-SD")))
        #expect(claim("99601-SS, 99601-SD x2").billsTheSame(as: claim("99601-SD x2, 99601-SS")))
        #expect(!claim("99601 x2").billsTheSame(as: claim("99601, 99601")))
    }
}

extension Claim {
    /// The claims that are one step nearer to another.
    fileprivate func stepsTowards(_ key: Claim) -> [Claim] {
        var steps: [Claim] = []
        for (place, line) in lines.enumerated() {
            guard let due = key.lines.first(where: { $0.code == line.code }) else {
                steps.append(Claim(Array(lines[..<place] + lines[(place + 1)...])))
                continue
            }
            var nearer = self
            nearer.lines[place].units += (due.units - line.units).signum()
            steps.append(nearer)
            for modifier in line.modifiers.indices {
                var stripped = self
                stripped.lines[place].modifiers.remove(at: modifier)
                steps.append(stripped)
            }
        }
        for due in key.lines where !bills(due.code) { steps.append(Claim(lines + [due])) }
        return steps
    }
}
