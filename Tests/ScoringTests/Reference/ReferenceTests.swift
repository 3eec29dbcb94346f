import Testing

@testable import Scoring

/// The core and a second, slower way to a claim come to the same, whatever the facts and the rules.
struct ReferenceTests {
    /// The families of the three bundled packs and some beside them, each in a code set of its own.
    private static let codeSets: [CodeSet] = [
        Sample.codes, criticalCare, outpatientInfusion, timedTherapy, ranges, retired,
    ]

    private static let criticalCare = CodeSet(
        definitions: [
            .init(code: "99291", label: "critical care, the first hour", mostADay: 1),
            .init(code: "99292", label: "each further half hour", addOnTo: ["99291"], mostADay: 8),
        ],
        families: [
            Family(
                id: "critical-care", title: "critical care", services: ["infusion", "specialty-drug"],
                first: [.init(code: "99291", from: 30, covers: 74)],
                further: [.init(code: "99292", each: 30, after: 74)])
        ])

    private static let outpatientInfusion = CodeSet(
        definitions: [
            .init(code: "96365", label: "an infusion, up to an hour", mostADay: 1),
            .init(code: "96366", label: "each further hour", addOnTo: ["96365"], mostADay: 8),
            .init(code: "96374", label: "a push"),
        ],
        families: [
            Family(
                id: "infusion", title: "infusion", services: ["infusion"],
                first: [.init(code: "96374", from: 1, through: 15), .init(code: "96365", from: 16, covers: 60)],
                further: [.init(code: "96366", each: 60, after: 60, credit: .atLeast(31))]),
            Family(id: "push", title: "push", services: ["injection"], first: [.init(code: "96374", from: 1)]),
        ],
        exclusions: [.init(pays: "96365", denies: ["96374"], modifierMayUnbundle: true)])

    private static let timedTherapy = CodeSet(
        definitions: [
            .init(code: "97110", label: "exercise, a quarter of an hour"),
            .init(code: "97140", label: "manual therapy, a quarter of an hour", mostADay: 6),
        ],
        families: [
            Family(
                id: "exercise", title: "exercise", services: ["infusion", "wound-care"], first: [],
                further: [.init(code: "97110", each: 15, after: 0)]),
            Family(
                id: "manual", title: "manual therapy", services: ["injection", "dialysis"], first: [],
                further: [.init(code: "97140", each: 15, after: 0, credit: .atLeast(8))]),
        ])

    private static let ranges = CodeSet(
        definitions: [
            .init(code: "90832", label: "psychotherapy, half an hour"),
            .init(code: "90834", label: "psychotherapy, three quarters of an hour"),
            .init(code: "90837", label: "psychotherapy, an hour"),
            .init(code: "90840", label: "each further half hour", addOnTo: ["90837"]),
        ],
        families: [
            Family(
                id: "psychotherapy", title: "psychotherapy", services: ["infusion"],
                first: [
                    .init(code: "90832", from: 16, through: 37), .init(code: "90834", from: 38, through: 52),
                    .init(code: "90837", from: 53, covers: 74),
                ],
                further: [.init(code: "90840", each: 30, after: 74)])
        ],
        exclusions: [.init(pays: "90837", denies: ["90832", "90834"])])

    /// The home infusion family in years in which one of its codes is not in effect.
    private static let retired = CodeSet(
        definitions: [
            .init(code: "99601", label: "the first two hours", effective: Effective(from: "2026-01-01")),
            .init(
                code: "99602", label: "each further hour", addOnTo: ["99601"],
                effective: Effective(from: "2025-01-01", to: "2026-06-30")),
        ],
        families: [
            Family(
                id: "home-infusion", title: "home infusion", services: ["infusion", "specialty-drug"],
                first: [.init(code: "99601", from: 1, covers: 120)],
                further: [.init(code: "99602", each: 60, after: 120)])
        ])

    /// Days on which the codes of some set are in effect, and others.
    private static let days: [Day] = ["2025-12-31", "2026-03-02", "2026-06-30", "2026-07-01"]

    @Test(arguments: codeSets.indices, 0..<8) func `two ways lead to one claim`(codeSet: Int, seed: UInt64) {
        let codes = Self.codeSets[codeSet]
        var generator = Seeded(seed &* 31 &+ UInt64(codeSet))
        for _ in 0..<150 {
            let policy = Policy.arbitrary(for: codes, using: &generator)
            var encounter = Encounter.arbitrary(using: &generator)
            encounter.date = Self.days.randomElement(using: &generator) ?? Sample.day
            let expected = ReferenceCoder(codes: codes, policy: policy).units(for: encounter)
            let key = derive(encounter, under: Rules(codes: codes, policy: policy))
            let billed = Dictionary(uniqueKeysWithValues: key.claim.lines.map { ($0.code, $0.units) })
            #expect(billed == expected, "\(policy)\n\(encounter)\n\(key.steps.map(\.text))")
        }
    }

    /// Every minute of a day, one visit, with nothing but its length on record.
    @Test(arguments: codeSets.indices, [Credit.started, .midpoint, .complete, .atLeast(8), .atLeast(31)])
    func `two ways lead to one claim at every minute`(codeSet: Int, credit: Credit) {
        let codes = Self.codeSets[codeSet]
        let policy = Policy(id: "p", credit: credit)
        let reference = ReferenceCoder(codes: codes, policy: policy)
        let rules = Rules(codes: codes, policy: policy)
        for minutes in 0...1440 {
            let claim = rules.claim(for: .minutes(minutes))
            let billed = Dictionary(uniqueKeysWithValues: claim.lines.map { ($0.code, $0.units) })
            #expect(billed == reference.units(for: .minutes(minutes)), "\(minutes) minutes")
        }
    }

    /// Every beginning of a visit of some lengths, past midnight too, by both ways of treating midnight.
    @Test(arguments: [Policy.Midnight.whole, .split], [1, 60, 121, 180, 241, 1_439])
    func `two ways lead to one claim whenever a visit begins`(midnight: Policy.Midnight, length: Int) {
        var policy = Policy(id: "p", credit: .midpoint)
        policy.midnight = midnight
        let reference = ReferenceCoder(codes: Sample.codes, policy: policy)
        let rules = Rules(codes: Sample.codes, policy: policy)
        for start in stride(from: 0, to: 1440, by: 7) {
            let encounter = Encounter.of(
                .infusion(ClockTime(wrapping: start), ClockTime(wrapping: start + length)))
            let billed = Dictionary(
                uniqueKeysWithValues: rules.claim(for: encounter).lines.map { ($0.code, $0.units) })
            #expect(billed == reference.units(for: encounter), "from minute \(start)")
        }
    }
}
