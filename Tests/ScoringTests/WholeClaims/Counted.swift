import Testing

@testable import Scoring

/// One family by itself, and what a claim by it comes to.
enum Counted {
    static func rules(_ family: Family, _ credit: Credit = .started, _ change: (inout Policy) -> Void = { _ in })
        -> Rules
    {
        let codes = family.codes.reduce(into: [Code]()) { if !$0.contains($1) { $0.append($1) } }
        var policy = Policy(id: "p", title: "the payer", credit: credit)
        change(&policy)
        return Rules(
            codes: CodeSet(definitions: codes.map { .init(code: $0, label: "a code") }, families: [family]),
            policy: policy)
    }

    /// The key's claim, held against the way without reasons and against the edits.
    static func claim(_ encounter: Encounter, under rules: Rules) -> Claim {
        let key = derive(encounter, under: rules)
        let findings = validate(key.claim, against: key)
        #expect(findings.isEmpty, "\(key.claim): \(findings.map(\.message))")
        #expect(rules.claim(for: encounter) == key.claim)
        return key.claim
    }

    static func units(_ claim: Claim, of codes: Code...) -> [Int] { codes.map { claim.units(of: $0) } }

    /// Visits at days, each with so many services of one kind.
    static func visits(_ days: [(Day, Int)], of kind: ID<ServiceKind> = "service") -> Encounter {
        let visits = days.map { day, count in
            Visit(
                services: (0..<count).map { _ in Service(kind, time: .minutes(20)) }, performer: "nurse", date: day)
        }
        return Encounter(date: days.first?.0 ?? Sample.day, visits: visits)
    }

    static func drug(_ given: String, times: Int = 1, dates: DaySpan? = nil) -> Encounter {
        let drug = DrugGiven("drug", given: Amount(given) ?? .none(.milligrams), times: times, dates: dates)
        return Encounter(date: dates?.from ?? Sample.day, visits: [], episode: Episode(drugs: [drug]))
    }

    static func therapy(_ dates: DaySpan) -> Encounter {
        Encounter(date: dates.from, visits: [], episode: Episode(therapies: [Therapy("therapy", dates: dates)]))
    }
}
