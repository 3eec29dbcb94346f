import Testing

@testable import Scoring

/// What may change in facts and rules without changing what is billed: the order of what was done, how it was written
/// down, what nobody pays for, the names of codes, and the unit in which time is told.
struct SymmetryTests {
    private static func withRulesAndFacts(_ seed: UInt64, _ body: (Rules, Encounter, inout Seeded) -> Void) {
        var generator = Seeded(seed)
        for _ in 0..<80 {
            let rules = Rules.arbitrary(using: &generator)
            let encounter = Encounter.arbitrary(using: &generator)
            body(rules, encounter, &generator)
        }
    }

    @Test(arguments: 0..<6) func `services are billed alike in whatever order they are written down`(seed: UInt64) {
        Self.withRulesAndFacts(seed) { rules, encounter, generator in
            var shuffled = encounter
            for visit in shuffled.visits.indices { shuffled.visits[visit].services.shuffle(using: &generator) }
            #expect(rules.claim(for: shuffled) == rules.claim(for: encounter), "\(encounter)")
        }
    }

    /// Visits that are joined have no order; nor have those apart, where no cap in minutes runs out on the way.
    @Test(arguments: 0..<6) func `visits of a day are billed alike in whatever order they came`(seed: UInt64) {
        Self.withRulesAndFacts(seed) { rules, encounter, generator in
            let caps = rules.policy.caps
            guard rules.policy.sameDay == .combined || caps.minutesADay == nil && caps.minutesAWeek == nil else {
                return
            }
            var shuffled = encounter
            shuffled.visits.shuffle(using: &generator)
            #expect(rules.claim(for: shuffled) == rules.claim(for: encounter), "\(encounter)")
        }
    }

    @Test(arguments: 0..<6) func `a stretch of time is billed alike as one piece and as two that follow each other`(
        seed: UInt64
    ) {
        Self.withRulesAndFacts(seed) { rules, encounter, generator in
            var parted = encounter
            for visit in parted.visits.indices {
                parted.visits[visit].services = parted.visits[visit].services.flatMap {
                    $0.parted(using: &generator)
                }
            }
            let keys = [encounter, parted].map { derive($0, under: rules) }
            #expect(keys[0].claim == keys[1].claim, "\(encounter)")
            #expect(keys[0].countedMinutes == keys[1].countedMinutes && keys[0].totalMinutes == keys[1].totalMinutes)
        }
    }

    @Test(arguments: 0..<6) func `what nobody pays for changes nothing`(seed: UInt64) {
        Self.withRulesAndFacts(seed) { rules, encounter, generator in
            var more = encounter
            let unpaid = Service("teaching", time: .minutes(.random(in: 0...300, using: &generator)))
            for visit in more.visits.indices { more.visits[visit].services.append(unpaid) }
            more.visits.append(.of(unpaid))
            #expect(rules.claim(for: more) == rules.claim(for: encounter), "\(encounter)")
        }
    }

    /// No code has rules of its own: under other names of the same order all is the same, the findings too.
    @Test(arguments: 0..<6) func `codes are names and nothing more`(seed: UInt64) {
        Self.withRulesAndFacts(seed) { rules, encounter, generator in
            let renamed = rules.changed { codes, policy in
                codes = codes.renamed
                policy.creditByCode = policy.creditByCode.renamed
                policy.caps.unitsADay = policy.caps.unitsADay.renamed
            }
            let keys = [rules, renamed].map { derive(encounter, under: $0) }
            #expect(keys[0].claim.renamed == keys[1].claim, "\(encounter)")
            let answer = Claim.arbitrary(near: rules.codes, using: &generator)
            let findings = validate(answer, against: keys[0])
            let findingsRenamed = validate(answer.renamed, against: keys[1])
            #expect(findings.map(\.edit) == findingsRenamed.map(\.edit))
            #expect(findings.map(\.line) == findingsRenamed.map(\.line))
            #expect(findings.map(\.severity) == findingsRenamed.map(\.severity))
            let fractions = [grade(answer, against: keys[0]), grade(answer.renamed, against: keys[1])].map(\.fraction)
            #expect(fractions[0] == fractions[1])
        }
    }

    /// Time told in thirds of minutes, in the facts and in the rules, bills the same.
    @Test(arguments: 0..<6, [2, 3, 60]) func `time is billed alike in whatever unit it is told`(
        seed: UInt64, scale: Int
    ) {
        Self.withRulesAndFacts(seed) { rules, encounter, _ in
            var known = encounter
            for visit in known.visits.indices {
                known.visits[visit].services.removeAll { if case .clock = $0.time { true } else { false } }
            }
            let scaled = rules.changed { codes, policy in
                codes.families = codes.families.map { $0.scaled(by: scale) }
                policy.credit = policy.credit.scaled(by: scale)
                policy.creditByCode = policy.creditByCode.mapValues { $0.scaled(by: scale) }
                policy.caps.minutesADay = policy.caps.minutesADay.map { $0 * scale }
                policy.caps.minutesAWeek = policy.caps.minutesAWeek.map { $0 * scale }
            }
            #expect(scaled.claim(for: known.scaled(by: scale)) == rules.claim(for: known), "\(known)")
        }
    }

    /// Where nothing has a date, every day is like every other.
    @Test(arguments: ["1900-01-01", "2024-02-29", "2026-03-01", "2026-12-31", "9999-12-31"] as [Day])
    func `a day is like another where nothing has a date`(date: Day) {
        for policy in Sample.policies {
            let rules = Rules(codes: Sample.codes, policy: policy)
            for minutes in stride(from: 0, through: 600, by: 25) {
                var elsewhen = Encounter.minutes(minutes)
                elsewhen.date = date
                #expect(rules.claim(for: elsewhen) == rules.claim(for: .minutes(minutes)))
            }
        }
    }
}

// MARK: - The same facts, written down otherwise

extension Service {
    /// The service as two that follow each other, where its length is known and can be parted.
    fileprivate func parted(using generator: inout Seeded) -> [Service] {
        var first = self
        var second = self
        switch time {
        case .minutes(let minutes) where minutes > 1:
            let part = Int.random(in: 1..<minutes, using: &generator)
            first.time = .minutes(part)
            second.time = .minutes(minutes - part)
        case .clock(let start, let stop):
            let length = (stop.minute - start.minute + 1440) % 1440
            guard length > 1 else { return [self] }
            let part = Int.random(in: 1..<length, using: &generator)
            let middle = ClockTime(wrapping: start.minute + part)
            first.time = .clock(start: start, stop: middle)
            second.time = .clock(start: middle, stop: stop)
            second.isNextDay = isNextDay || start.minute + part >= 1440
            // What begins on the day after next cannot be said.
            if isNextDay, start.minute + part >= 1440 { return [self] }
        default: return [self]
        }
        return [first, second]
    }

    fileprivate func scaled(by scale: Int) -> Service {
        guard case .minutes(let minutes) = time else { return self }
        var scaled = self
        scaled.time = .minutes(minutes * scale)
        return scaled
    }
}

extension Encounter {
    fileprivate func scaled(by scale: Int) -> Encounter {
        var scaled = self
        scaled.minutesUsedThisWeek *= scale
        for visit in scaled.visits.indices {
            scaled.visits[visit].services = scaled.visits[visit].services.map { $0.scaled(by: scale) }
        }
        return scaled
    }
}

extension Family {
    fileprivate func scaled(by scale: Int) -> Family {
        let first = first.map { range in
            var scaled = range
            // A range begins right after the one before it ends.
            scaled.from = (range.from - 1) * scale + 1
            scaled.through = range.through.map { $0 * scale }
            scaled.covers = range.covers.map { $0 * scale }
            scaled.each = range.each.map { $0 * scale }
            return scaled
        }
        let further = further.map { block in
            var scaled = block
            scaled.each *= scale
            scaled.after *= scale
            scaled.credit = block.credit?.scaled(by: scale)
            return scaled
        }
        return with(first: first, further: further)
    }
}

extension Credit {
    fileprivate func scaled(by scale: Int) -> Credit {
        if case .atLeast(let minutes) = self { .atLeast(minutes * scale) } else { self }
    }
}

// MARK: - The same codes by other names

extension Code {
    /// The codes of the random rules, and one that no set has, under names that sort alike.
    private static let otherNames: [Code: Code] = [
        "12345": "00001", "97110": "00002", "99506": "10003", "99507": "20004", "99601": "A0005", "99602": "A0006",
        "G0299": "Q0007",
    ]

    fileprivate var renamed: Code { Self.otherNames[self] ?? self }
}

extension CodeSet {
    fileprivate var renamed: CodeSet {
        CodeSet(
            definitions: definitions.map { definition in
                var renamed = definition
                renamed.code = definition.code.renamed
                renamed.addOnTo = definition.addOnTo.map(\.renamed)
                return renamed
            },
            families: families.map { family in
                family.with(
                    first: family.first.map { range in
                        var renamed = range
                        renamed.code = range.code.renamed
                        return renamed
                    },
                    further: family.further.map { block in
                        var renamed = block
                        renamed.code = block.code.renamed
                        return renamed
                    })
            },
            exclusions: exclusions.map { exclusion in
                var renamed = exclusion
                renamed.pays = exclusion.pays.renamed
                renamed.denies = exclusion.denies.map(\.renamed)
                return renamed
            }, mainFamily: mainFamily)
    }
}

extension Dictionary where Key == Code {
    fileprivate var renamed: Self { .init(uniqueKeysWithValues: map { ($0.key.renamed, $0.value) }) }
}

extension Claim {
    fileprivate var renamed: Claim {
        Claim(lines.map { ClaimLine($0.code.renamed, modifiers: $0.modifiers, units: $0.units) })
    }
}
