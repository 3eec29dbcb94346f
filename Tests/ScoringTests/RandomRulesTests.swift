import Testing

@testable import Scoring

/// What holds of keys, findings and grades whatever the rules and the facts.
struct RandomRulesTests {
    @Test(arguments: 0..<12) func `a key passes its own validation whatever the rules`(seed: UInt64) {
        var generator = Seeded(seed)
        for _ in 0..<100 {
            let rules = Rules.arbitrary(using: &generator)
            let encounter = Encounter.arbitrary(using: &generator)
            let key = derive(encounter, under: rules)
            let findings = validate(key.claim, against: key)
            #expect(findings.isEmpty, "\(findings.map(\.message)), \(encounter)")
            #expect(grade(key.claim, against: key).verdict == .correct)
            #expect(key.steps.allSatisfy { !$0.text.isEmpty && !$0.rule.isEmpty })
        }
    }

    /// Claims that are wrong in every way, under rules of every kind.
    @Test(arguments: 0..<12) func `what a finding says is so`(seed: UInt64) {
        var generator = Seeded(seed)
        for _ in 0..<60 {
            let rules = Rules.arbitrary(using: &generator)
            let encounter = Encounter.arbitrary(using: &generator)
            let key = derive(encounter, under: rules)
            let answer = Claim.arbitrary(near: rules.codes, using: &generator)
            let findings = validate(answer, against: key)
            for finding in findings {
                #expect(!finding.message.isEmpty && !finding.source.isEmpty)
                if let line = finding.line { #expect(answer.lines[line - 1].code == finding.code) }
                #expect((finding.line == nil) == (finding.edit == .missingCode))
                #expect((finding.severity == .underbilled) == (finding.carc == nil))
                checkUnits(of: finding, answer, key)
            }
            // In the order in which a scrubber runs them, and none twice on a line.
            let order = findings.compactMap { Edit.Name.allCases.firstIndex(of: $0.edit) }
            #expect(order == order.sorted())
        }
    }

    private func checkUnits(of finding: Finding, _ answer: Claim, _ key: Key) {
        let billed = answer.units(of: finding.code)
        let due = key.claim.units(of: finding.code)
        switch finding.edit {
        case .unitsExceedTime, .unitsExceedRecord, .primaryRepeated:
            #expect(billed > key.supported.units(of: finding.code))
        case .unitCap: #expect(billed > due && key.supported.units(of: finding.code) > due)
        case .unitsBelowTime: #expect(billed < due)
        case .missingCode: #expect(billed == 0 && due > 0)
        case .unknownCode: #expect(key.rules.codes.definition(of: finding.code) == nil)
        case .addOnWithoutPrimary: #expect(key.rules.codes.definition(of: finding.code)?.isAddOn == true)
        default: break
        }
    }

    /// Whoever bills too much is told so, and whoever bills too little as well.
    @Test(arguments: 0..<12) func `no claim that differs from the key in units goes without a finding`(seed: UInt64) {
        var generator = Seeded(seed)
        for _ in 0..<60 {
            let rules = Rules.arbitrary(using: &generator)
            let key = derive(.arbitrary(using: &generator), under: rules)
            let answer = Claim.arbitrary(near: rules.codes, using: &generator)
            let codes = Set(answer.lines.map(\.code) + key.claim.lines.map(\.code))
            let differs = codes.contains { answer.units(of: $0) != key.claim.units(of: $0) }
            if differs { #expect(!validate(answer, against: key).isEmpty, "\(answer) for \(key.claim)") }
        }
    }

    @Test(arguments: 0..<12) func `a grade does not depend on the order of lines`(seed: UInt64) {
        var generator = Seeded(seed)
        for _ in 0..<200 {
            let rules = Rules.arbitrary(using: &generator)
            let key = derive(.arbitrary(using: &generator), under: rules)
            let answer = Claim.arbitrary(near: rules.codes, using: &generator)
            // Of lines of one code the later ones are taken for what is too much.
            guard Set(answer.lines.map(\.code)).count == answer.lines.count else { continue }
            let first = grade(answer, against: key)
            let second = grade(Claim(answer.lines.shuffled(using: &generator)), against: key)
            #expect(first.verdict == second.verdict)
            #expect(abs(first.fraction - second.fraction) < 1e-12, "\(answer) for \(key.claim)")
        }
    }

    /// A cap that is raised, or a kinder payer, never leaves less to bill of a code.
    @Test(arguments: 0..<12) func `a higher cap never pays less`(seed: UInt64) {
        var generator = Seeded(seed)
        for _ in 0..<60 {
            let codes = CodeSet.arbitrary(using: &generator)
            var policy = Policy.arbitrary(for: codes, using: &generator)
            policy.appliesExclusions = false
            let encounter = Encounter.arbitrary(using: &generator)
            let strict = Rules(codes: codes, policy: policy).claim(for: encounter)
            policy.caps = .init()
            let free = Rules(codes: codes, policy: policy).claim(for: encounter)
            // A range that is left behind hands over to another, which counts as well as it.
            for code in ["99602", "97110", "G0299"] as [Code] {
                #expect(free.units(of: code) >= strict.units(of: code), "\(encounter)")
            }
        }
    }
}
