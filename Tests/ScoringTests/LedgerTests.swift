import Testing

@testable import Scoring

/// The steps of a key, kept as a ledger: whoever enters what each says ends with the claim.
struct LedgerTests {
    /// Units by code after the last step.
    private static func balance(of steps: [Step]) -> [Code: Int] {
        var units: [Code: Int] = [:]
        for step in steps {
            switch step {
            case .first(let code, _, _, _, _): units[code, default: 0] += 1
            case .firstRepeated(let code, _, _, let earned, _), .further(let code, _, _, _, let earned, _):
                units[code, default: 0] += earned
            case .unitsCapped(let code, let from, let to):
                #expect(units[code] == from, "capped from what was earned")
                units[code] = to
            case .excluded(let code, let beside):
                #expect(units[beside, default: 0] > 0, "\(code) is excluded by what is billed")
                units[code] = 0
            case .codeNotInEffect(let code, _): units[code] = 0
            case .addOnWithoutPrimary(let code): units[code] = 0
            default: break
            }
        }
        return units.filter { $0.value > 0 }
    }

    /// Visits of a known length; of others it is said that they support the first code, and not which.
    @Test(arguments: 0..<8) func `the steps add up to the claim`(seed: UInt64) {
        var generator = Seeded(seed)
        var billed = 0
        for _ in 0..<150 {
            let rules = Rules.arbitrary(using: &generator)
            let key = derive(.arbitrary(using: &generator), under: rules)
            guard !key.steps.contains(where: { $0.rule == "documentation" }) else { continue }
            let units = Dictionary(uniqueKeysWithValues: key.claim.lines.map { ($0.code, $0.units) })
            #expect(Self.balance(of: key.steps) == units, "\(key.steps.map(\.text))")
            billed += units.count
        }
        #expect(billed > 25, "too little billed to tell")
    }

    /// The ledger of a believer's rules adds up as well: one code a visit, one an hour, none, or others.
    @Test(arguments: Sample.misconceptions.map(\.id)) func `a believer's steps add up to the believer's claim`(
        belief: ID<Misconception>
    ) throws {
        let misconception = try #require(Sample.misconceptions.first { $0.id == belief })
        for policy in Sample.policies {
            let rules = misconception.applied(to: Rules(codes: Sample.codes, policy: policy))
            // Who bills the further code alone is told of the first one all the same.
            guard !rules.codes.families[0].furtherReplacesFirst else { continue }
            for minutes in stride(from: 1, through: 420, by: 7) {
                let encounter = Encounter.of(
                    .infusion("09:00", ClockTime(wrapping: 540 + minutes)), Service("injection", time: .minutes(9)))
                let key = derive(encounter, under: rules)
                let units = Dictionary(uniqueKeysWithValues: key.claim.lines.map { ($0.code, $0.units) })
                #expect(Self.balance(of: key.steps) == units, "\(minutes) minutes")
            }
        }
    }

    /// Each account of minutes: what is counted is what the pieces come to, less what is common to them and what falls
    /// to the next day.
    @Test(arguments: 0..<8) func `the minutes of the steps add up to those that count`(seed: UInt64) {
        var generator = Seeded(seed)
        for _ in 0..<150 {
            let rules = Rules.arbitrary(using: &generator)
            let key = derive(.arbitrary(using: &generator), under: rules)
            var minutes = 0
            for step in key.steps {
                switch step {
                case .timed(let spans): minutes += spans.reduce(0) { $0 + $1.length }
                case .untimed(let more): minutes += more
                case .overlap(let less), .afterMidnight(let less), .jointTime(let less): minutes -= less
                default: break
                }
            }
            // What two pieces after midnight have in common is neither counted nor told.
            let mayHideOverlap = key.steps.contains { $0.rule == "midnight" }
            #expect(mayHideOverlap ? minutes >= key.countedMinutes : minutes == key.countedMinutes)
        }
    }

    /// What a cap in minutes leaves is never more than was counted, nor than the payer allows.
    @Test(arguments: 0..<8) func `a cap in minutes takes off and never adds`(seed: UInt64) {
        var generator = Seeded(seed)
        var told = 0
        for _ in 0..<300 {
            let rules = Rules.arbitrary(using: &generator)
            let key = derive(.arbitrary(using: &generator), under: rules)
            for case .minutesCapped(let counted, let allowed, let aDay, let aWeek, let used, let today) in key.steps {
                #expect(allowed >= 0 && (allowed < counted || counted == 0))
                #expect(allowed <= (aDay ?? .max) - today && allowed <= max((aWeek ?? .max) - used, 0))
                #expect(aDay == rules.policy.caps.minutesADay && aWeek == rules.policy.caps.minutesAWeek)
                told += 1
            }
        }
        #expect(told > 10, "too few caps to tell")
    }
}
