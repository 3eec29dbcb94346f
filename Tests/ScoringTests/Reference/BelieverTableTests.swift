import Testing

@testable import Scoring

/// What each misconception bills for one visit of every length, by arithmetic of its own beside the core's.
struct BelieverTableTests {
    /// A believer's arithmetic: units of 99601 and of 99602 for so many minutes where a part is credited so.
    struct Arithmetic: Sendable, CustomTestStringConvertible {
        let beliefs: [ID<Misconception>]
        let units: @Sendable (_ minutes: Int, _ credit: Credit) -> (first: Int, further: Int)

        init(_ beliefs: ID<Misconception>..., units: @escaping @Sendable (Int, Credit) -> (Int, Int)) {
            self.beliefs = beliefs
            self.units = units
        }

        var testDescription: String { beliefs.map(\.text).joined(separator: " and ") }
    }

    /// Blocks of so many minutes, a part of one counted as a payer counts it, found by trying number after number.
    private static func blocks(_ minutes: Int, _ block: Int, _ credit: Credit) -> Int {
        var units = 0
        while minutes - units * block >= least(of: block, credit) { units += 1 }
        return units
    }

    private static func least(of block: Int, _ credit: Credit) -> Int {
        switch credit {
        case .started: 1
        case .midpoint: block / 2 + 1
        case .complete: block
        case .atLeast(let minutes): min(minutes, block)
        }
    }

    private static let alone: [Arithmetic] = [
        Arithmetic("add-on-alone") { minutes, credit in
            let further = blocks(minutes - 120, 60, credit)
            return (further > 0 ? 0 : 1, further)
        },
        Arithmetic("add-on-from-zero") { minutes, credit in (1, blocks(minutes, 60, credit)) },
        Arithmetic("primary-per-hour") { minutes, credit in (max(blocks(minutes, 60, credit), 1), 0) },
        Arithmetic("primary-per-two-hours") { minutes, _ in (blocks(minutes, 120, .started), 0) },
        Arithmetic("add-on-is-two-hours") { minutes, _ in (1, blocks(minutes - 120, 120, .complete)) },
        Arithmetic("always-rounds-up") { minutes, _ in (1, blocks(minutes - 120, 60, .started)) },
        Arithmetic("never-rounds") { minutes, _ in (1, blocks(minutes - 120, 60, .complete)) },
        Arithmetic("ignores-add-on") { _, _ in (1, 0) },
        Arithmetic("bills-quarter-hours") { minutes, credit in (1, blocks(minutes - 120, 15, credit)) },
        Arithmetic("counts-travel") { minutes, credit in (1, blocks(minutes - 120, 60, credit)) },
        Arithmetic("adds-other-visit") { minutes, credit in (1, blocks(minutes - 120, 60, credit)) },
        Arithmetic("any-home-visit") { minutes, credit in (1, blocks(minutes - 120, 60, credit)) },
    ]

    private static let together: [Arithmetic] = [
        Arithmetic("add-on-alone", "add-on-from-zero") { minutes, credit in
            let further = blocks(minutes, 60, credit)
            return (further > 0 ? 0 : 1, further)
        },
        Arithmetic("add-on-alone", "bills-quarter-hours") { minutes, credit in
            let further = blocks(minutes - 120, 15, credit)
            return (further > 0 ? 0 : 1, further)
        },
        Arithmetic("add-on-from-zero", "always-rounds-up") { minutes, _ in (1, blocks(minutes, 60, .started)) },
        Arithmetic("add-on-from-zero", "never-rounds") { minutes, _ in (1, blocks(minutes, 60, .complete)) },
        Arithmetic("add-on-from-zero", "bills-quarter-hours") { minutes, credit in (1, blocks(minutes, 15, credit)) },
        Arithmetic("add-on-from-zero", "add-on-is-two-hours") { minutes, _ in (1, blocks(minutes, 120, .complete)) },
        Arithmetic("primary-per-hour", "always-rounds-up") { minutes, _ in (blocks(minutes, 60, .started), 0) },
        Arithmetic("primary-per-hour", "never-rounds") { minutes, _ in (max(blocks(minutes, 60, .complete), 1), 0) },
        Arithmetic("always-rounds-up", "bills-quarter-hours") { minutes, _ in (1, blocks(minutes - 120, 15, .started))
        },
    ]

    @Test(arguments: alone + together, Sample.policies.indices)
    func `a believer bills what the belief's own arithmetic comes to`(believer: Arithmetic, policy: Int) throws {
        let policy = Sample.policies[policy]
        let beliefs = Beliefs(Sample.misconceptions, about: Rules(codes: Sample.codes, policy: policy))
        let held = try #require((beliefs.singles + beliefs.pairs).first { $0.names == believer.beliefs })
        for minutes in 1...720 {
            let allowed = min(minutes, policy.caps.minutesADay ?? .max)
            let expected = believer.units(allowed, policy.credit)
            let claim = held.rules.claim(for: .visit(of: minutes))
            #expect(claim.units(of: "99601") == expected.first, "99601 for \(minutes) minutes")
            #expect(claim.units(of: "99602") == expected.further, "99602 for \(minutes) minutes")
            #expect(claim.lines.count == [expected.first, expected.further].count { $0 > 0 })
        }
    }

    /// An answer that only one belief of the list computes is explained by that belief alone.
    @Test(arguments: Sample.policies.indices) func `a belief is found by its own arithmetic`(policy: Int) {
        let policy = Sample.policies[policy]
        let rules = Rules(codes: Sample.codes, policy: policy)
        for minutes in stride(from: 1, through: 400, by: 3) {
            let asked = Case(.visit(of: minutes), under: rules, among: Sample.misconceptions)
            let allowed = min(minutes, policy.caps.minutesADay ?? .max)
            let answers = Self.alone.map { ($0.beliefs[0], $0.units(allowed, policy.credit)) }
            for (_, units) in answers {
                let answer = Claim(
                    [ClaimLine("99601", units: units.first), ClaimLine("99602", units: units.further)]
                        .filter { $0.units > 0 })
                let holders = answers.filter { $0.1 == units }.map(\.0)
                let isRight = answer.billsTheSame(as: asked.key.claim)
                #expect(asked.assess(answer).beliefs == (isRight ? [] : holders), "\(answer) for \(minutes) minutes")
            }
        }
    }
}

extension Encounter {
    /// A visit by the clock from nine on, both times charted, as every payer of the sample takes it.
    fileprivate static func visit(of minutes: Int) -> Encounter {
        .of(.infusion("09:00", ClockTime(wrapping: 540 + minutes)))
    }
}
