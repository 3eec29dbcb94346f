@testable import Scoring

/// Whole claims of home infusion by chance, and payers that limit them in every way.
extension WholeClaim {
    static func arbitrary(using generator: inout Seeded) -> Encounter {
        var encounter = episode(
            (0..<Int.random(in: 0...3, using: &generator)).map { _ in therapy(using: &generator) },
            drugs: (0..<Int.random(in: 0...2, using: &generator)).map { _ in drug(using: &generator) },
            visits: visits(using: &generator))
        encounter.date = march(1, 1).from
        encounter.minutesUsedThisWeek = [0, 0, 300].randomElement(using: &generator) ?? 0
        return encounter.with {
            if Bool.random(using: &generator) { $0.authorised = ["S9494": 5, "S9500": 0, "S9338": 30, "J1745": 12] }
            if Bool.random(using: &generator) { $0.paid.unitsThisWeek = ["S9500": 2, "99601": 1] }
            if Bool.random(using: &generator) { $0.paid.unitsThisMonth = ["S9338": 4, "J0690": 80] }
            $0.paid.lastVisit = Bool.random(using: &generator) ? "2026-02-20" : nil
            $0.received = [nil, "2026-05-01", "2026-12-31"].randomElement(using: &generator) ?? nil
        }
    }

    static func arbitraryRules(using generator: inout Seeded) -> Rules {
        var chance: Bool { Int.random(in: 0..<3, using: &generator) == 0 }
        return rules { policy in
            policy.therapyDays = chance ? .infusion : .access
            policy.longestInterval = chance ? 72 : nil
            policy.splitsMonths = chance
            policy.discarded = Policy.Discarded.allCases.randomElement(using: &generator) ?? .unpaid
            policy.sameDay = Policy.SameDay.allCases.randomElement(using: &generator) ?? .combined
            policy.filingDays = chance ? 90 : nil
            policy.needsAuthorisation = chance ? ["S9494", "S9500", "J1745"] : []
            policy.notPaidApart = chance ? ["J0690"] : []
            policy.caps.unitsAWeek = chance ? ["S9500": 4, "99601": 2] : [:]
            policy.caps.unitsAMonth = chance ? ["S9338": 9, "J0690": 90] : [:]
            policy.caps.unitsADay = chance ? ["99602": 1, "J1745": 30] : [:]
            policy.caps.minutesADay = chance ? 150 : nil
            policy.modifierRules = chance ? [ModifierRule("TD", on: ["99601"], when: Condition(beside: ["99602"]))] : []
        }
    }

    private static func span(using generator: inout Seeded) -> DaySpan {
        let from = Int.random(in: 1...28, using: &generator)
        return march(from, .random(in: from...31, using: &generator))
    }

    private static func therapy(using generator: inout Seeded) -> Therapy {
        let kinds: [ID<ServiceKind>] = ["anti-infective", "immune-therapy", "nutrition"]
        return Therapy(
            kinds.randomElement(using: &generator) ?? "nutrition", dates: span(using: &generator),
            everyHours: [nil, 8, 12, 24, 48, 96].randomElement(using: &generator) ?? nil, aDay: Amount("1.5 L"))
    }

    private static func drug(using generator: inout Seeded) -> DrugGiven {
        let kinds: [ID<ServiceKind>] = ["cefazolin", "infliximab"]
        return DrugGiven(
            kinds.randomElement(using: &generator) ?? "cefazolin",
            given: Amount(thousandths: .random(in: 0...900_000, using: &generator), .milligrams) ?? .none(.milligrams),
            discarded: Amount(thousandths: .random(in: 0...90_000, using: &generator), .milligrams),
            isSingleDose: Bool.random(using: &generator), times: .random(in: 1...20, using: &generator),
            dates: Bool.random(using: &generator) ? span(using: &generator) : nil)
    }

    private static func visits(using generator: inout Seeded) -> [Visit] {
        let days = (0..<Int.random(in: 0...3, using: &generator)).map { _ in Int.random(in: 1...4, using: &generator) }
        return days.sorted().map { day in
            Visit(
                services: [Service("infusion", time: .minutes(.random(in: 1...300, using: &generator)))],
                performer: Int.random(in: 0..<6, using: &generator) == 0 ? "family-member" : "registered-nurse",
                date: march(day, day).from)
        }
    }
}
