import Testing

@testable import Scoring

/// What a differential works out, by whichever short way, held against the long one: each believer's own rules, applied to
/// the facts from the beginning.
struct DifferentialByRulesTests {
    /// Rules and facts of every kind, drawn by a seed.
    enum Kind: CaseIterable {
        case visits, month, infusions, shared, critical

        func draw(using generator: inout Seeded) -> (encounter: Encounter, rules: Rules) {
            switch self {
            case .visits: return (.arbitrary(using: &generator), .arbitrary(using: &generator))
            case .month:
                return (
                    WholeClaim.arbitrary(using: &generator), WholeClaim.arbitraryRules(using: &generator)
                )
            case .infusions:
                let services = HierarchyReference.services(using: &generator)
                return (.visits(HierarchyDayTests.visit(services)), HierarchyDayTests.rules)
            case .shared:
                let minutes = (0..<3).map { _ in Int.random(in: 1...60, using: &generator) }
                let rules = Rules(codes: PoolTests.set, policy: Policy(id: "p", credit: .atLeast(8)))
                return (PoolTests.encounter(minutes), rules)
            case .critical: return DifferentialByRulesTests.critical(using: &generator)
            }
        }
    }

    /// Two people with one patient, films within and an intubation apart, with groups or without, joined or not.
    private static func critical(using generator: inout Seeded) -> (encounter: Encounter, rules: Rules) {
        let codes = CodeSet(
            definitions: [
                .init(code: "99291", label: "critical care"),
                .init(code: "99292", label: "more of it", addOnTo: ["99291"], mostADay: 2),
                .init(code: "31500", label: "an intubation"),
            ],
            families: [
                Family(
                    id: "care", title: "critical care", services: ["care"],
                    first: [.init(code: "99291", from: 30, covers: 74)],
                    further: [.init(code: "99292", each: 30, after: 74)], bundled: ["films"], apart: ["intubation"]),
                Family(
                    id: "intubation", title: "intubation", services: ["intubation"], measure: .occurrences,
                    first: [.init(code: "31500", from: 1)]),
            ], modifierRules: [ModifierRule("25", on: ["99291"], when: Condition(beside: ["31500"]))])
        var policy = Policy(
            id: "p", credit: [.started, .midpoint, .complete].randomElement(using: &generator) ?? .started)
        policy.sameDay = Policy.SameDay.allCases.randomElement(using: &generator) ?? .combined
        policy.midnight = Policy.Midnight.allCases.randomElement(using: &generator) ?? .whole
        policy.countsJointTimeOnce = Bool.random(using: &generator)
        policy.performers = Bool.random(using: &generator) ? ["physician", "fellow"] : []
        let visits = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
            let start = Int.random(in: 500...1_300, using: &generator)
            let kinds: [ID<ServiceKind>] = ["care", "care", "films", "intubation"]
            let services = (0..<Int.random(in: 1...3, using: &generator)).map { number in
                HierarchyMinuteTests.ran(
                    kinds.randomElement(using: &generator) ?? "care", "none", from: start + 20 * number,
                    for: .random(in: 5...200, using: &generator))
            }
            let people: [ID<Performer>] = ["physician", "fellow", "aide"]
            return Visit(
                services: services, performer: people.randomElement(using: &generator) ?? "physician",
                group: [nil, "lungs", "heart"].randomElement(using: &generator) ?? nil)
        }
        return (Encounter(date: Sample.day, visits: visits), Rules(codes: codes, policy: policy))
    }

    private static let changes: [[Misconception.Change]] = [
        [.bills(.firstOnly)], [.bills(.furtherOnly)], [.firstEach(60)], [.furtherAfter(0)], [.furtherAfter(30)],
        [.furtherEach(15)], [.credit(.started)], [.credit(.complete)], [.firstFrom(20)], [.sameDay(.separate)],
        [.sameDay(.combined)], [.sameDay(.laterAsFurther)], [.midnight(.split)], [.countsJointTwice],
        [.leavesOutBundled], [.countsApart], [.anyService], [.ignoresExclusions], [.ignoresCaps],
        [.ignoresAuthorisation], [.ignoresMonths], [.countsAll], [.discarded(.together)], [.therapyDays(.dose)],
        [.forgets("SH")], [.swaps("SH", "SJ")], [.forgets("25")], [.pooling(.each)], [.initial(.earliest)],
        [.hierarchy(.eachInitial)], [.furtherEach(30), .credit(.started)], [.firstEach(30), .ignoresCaps],
    ]

    private static let misconceptions = changes.enumerated().map {
        Misconception(id: ID("b\($0.offset)"), changes: $0.element)
    }

    /// Names and claims by the long way, of those whose claim is not the key's.
    private static func byRules(_ believers: [Believer], _ key: Key) -> [(names: [ID<Misconception>], claim: Claim)] {
        believers.compactMap { believer in
            let claim = derive(key.encounter, under: believer.rules).claim
            return claim.billsTheSame(as: key.claim) ? nil : (believer.names, claim)
        }
    }

    private static func compare(
        _ found: [Differential.Explanation], _ expected: [(names: [ID<Misconception>], claim: Claim)], _ key: Key
    ) {
        #expect(found.map(\.beliefs) == expected.map(\.names), "\(key.claim)")
        for (one, other) in zip(found, expected) {
            #expect(one.claim.billsTheSame(as: other.claim), "\(one.beliefs): \(one.claim), and not \(other.claim)")
        }
    }

    @Test(arguments: Kind.allCases, 0..<4 as Range<UInt64>) func `single beliefs lead where their rules do`(
        kind: Kind, seed: UInt64
    ) {
        var generator = Seeded(seed &+ 40)
        for _ in 0..<12 {
            let (encounter, rules) = kind.draw(using: &generator)
            let asked = Case(encounter, under: rules, among: Self.misconceptions)
            let expected = Self.byRules(asked.beliefs.singles, asked.key)
            Self.compare(asked.differential.singles, expected, asked.key)
            Self.compare(asked.forManyAnswers().differential.singles, expected, asked.key)
        }
    }

    /// A pair is told where it leads neither to the key nor where one of the two leads alone.
    @Test(arguments: Kind.allCases, 0..<2 as Range<UInt64>) func `pairs of beliefs lead where their rules do`(
        kind: Kind, seed: UInt64
    ) {
        var generator = Seeded(seed &+ 60)
        for _ in 0..<2 {
            let (encounter, rules) = kind.draw(using: &generator)
            let asked = Case(encounter, under: rules, among: Self.misconceptions)
            let alone = Dictionary(
                Self.byRules(asked.beliefs.singles, asked.key).map { ($0.names[0], $0.claim) }
            ) { first, _ in first }
            let expected = Self.byRules(asked.beliefs.pairs, asked.key).filter { pair in
                !pair.names.contains { alone[$0]?.billsTheSame(as: pair.claim) == true }
            }
            Self.compare(asked.differential.pairs, expected, asked.key)
        }
    }

    /// Whoever asks what many believers bill gets each one's own claim, the key's among them.
    @Test(arguments: Kind.allCases, 0..<3 as Range<UInt64>) func `many believers bill what each of them does`(
        kind: Kind, seed: UInt64
    ) {
        var generator = Seeded(seed &+ 80)
        for _ in 0..<8 {
            let (encounter, rules) = kind.draw(using: &generator)
            let asked = Case(encounter, under: rules, among: Self.misconceptions)
            let (claims, indices) = asked.claims(of: asked.beliefs.alone)
            #expect(claims.first == asked.key.claim && indices.count == asked.beliefs.alone.count)
            for (believer, index) in zip(asked.beliefs.alone, indices) {
                let own = derive(encounter, under: believer.rules).claim
                #expect(claims[index].billsTheSame(as: own), "\(believer.names): \(claims[index]), and not \(own)")
            }
            for (number, claim) in claims.enumerated() {
                #expect(!claims[..<number].contains { $0.billsTheSame(as: claim) }, "each claim once")
            }
        }
    }

    /// The minutes that a believer counts, and the circumstance that a believer finds wanting.
    @Test(arguments: Kind.allCases, 0..<3 as Range<UInt64>) func `minutes and circumstances are those of their rules`(
        kind: Kind, seed: UInt64
    ) {
        var generator = Seeded(seed &+ 100)
        for _ in 0..<8 {
            let (encounter, rules) = kind.draw(using: &generator)
            let asked = Case(encounter, under: rules, among: Self.misconceptions)
            let believers = asked.beliefs.alone
            let keys = believers.map { derive(encounter, under: $0.rules) }
            #expect(asked.countedMinutes(of: believers) == keys.map(\.countedMinutes))
            #expect(asked.firstUnmet(for: believers) == keys.map(\.circumstances.firstUnmet))
        }
    }

    /// An answer is explained by every single belief that comes to it, failing that by every pair.
    @Test(arguments: Kind.allCases) func `an answer has all its explanations`(kind: Kind) {
        var generator = Seeded(90)
        for _ in 0..<4 {
            let (encounter, rules) = kind.draw(using: &generator)
            let asked = Case(encounter, under: rules, among: Self.misconceptions)
            let alone = Self.byRules(asked.beliefs.singles, asked.key)
            for (_, answer) in alone {
                let expected = alone.filter { $0.claim.billsTheSame(as: answer) }.map(\.names)
                let explained = asked.differential.explain(answer)
                // Modifiers that say nothing are left out of an answer, and may make it the key.
                guard !asked.key.withoutIdleModifiers(answer).billsTheSame(as: asked.key.claim) else { continue }
                guard asked.key.withoutIdleModifiers(answer).billsTheSame(as: answer) else { continue }
                #expect(explained.map(\.beliefs) == expected, "\(answer)")
            }
        }
    }
}
