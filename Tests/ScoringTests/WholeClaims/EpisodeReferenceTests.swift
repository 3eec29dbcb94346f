import Testing

@testable import Scoring

/// The core held against a second way to whole claims, over episodes and policies by chance.
struct EpisodeReferenceTests {
    private static func day(_ generator: inout Seeded, _ range: ClosedRange<Int> = 0...60) -> Day {
        Day(ordinal: 20_514 + Int.random(in: range, using: &generator)) ?? Sample.day
    }

    private static func span(_ generator: inout Seeded) -> DaySpan {
        let days = [day(&generator), day(&generator)].sorted()
        return DaySpan(from: days[0], through: days[1]) ?? DaySpan(days[0])
    }

    private static func encounter(_ generator: inout Seeded) -> Encounter {
        let visits = (0..<Int.random(in: 0...5, using: &generator))
            .map { _ in day(&generator, 0...9) }.sorted()
            .map { date in
                Visit(
                    services: [Service("infusion", time: .minutes(Int.random(in: 1...400, using: &generator)))],
                    performer: "infusion-nurse", date: date,
                    group: [nil, "a", "b"].randomElement(using: &generator) ?? nil)
            }
        let kinds: [ID<ServiceKind>] = ["anti-infective", "immune-therapy", "nutrition"]
        let therapies = kinds.shuffled(using: &generator).prefix(Int.random(in: 0...3, using: &generator)).map { kind in
            Therapy(
                kind, dates: span(&generator),
                everyHours: [nil, 6, 8, 12, 24, 36, 48, 72, 96].randomElement(using: &generator) ?? nil,
                aDay: [nil, Amount("1 L"), Amount("1.5 L"), Amount("2.5 L")].randomElement(using: &generator) ?? nil)
        }
        let drugs = (0..<Int.random(in: 0...2, using: &generator)).map { place in
            let given = Int.random(in: 1...1_500, using: &generator)
            return DrugGiven(
                place == 0 ? "cefazolin" : "infliximab",
                given: Amount(thousandths: given * 1_000, .milligrams) ?? .none(.milligrams),
                discarded: Amount(thousandths: Int.random(in: 0...700, using: &generator) * 1_000, .milligrams),
                isSingleDose: Bool.random(using: &generator), times: Int.random(in: 1...30, using: &generator),
                dates: Bool.random(using: &generator) ? span(&generator) : nil)
        }
        return Encounter(
            date: day(&generator, 0...0), visits: visits,
            minutesUsedThisWeek: [0, 0, 100, 700].randomElement(using: &generator) ?? 0,
            episode: Episode(drugs: drugs, therapies: therapies))
    }

    private static func policy(_ generator: inout Seeded) -> Policy {
        var policy = Policy(
            id: "p", title: "the payer",
            credit: [.started, .midpoint, .complete, .atLeast(45)].randomElement(using: &generator) ?? .started)
        policy.sameDay = Policy.SameDay.allCases.randomElement(using: &generator) ?? .combined
        policy.therapyDays = [.access, .infusion].randomElement(using: &generator) ?? .access
        policy.longestInterval = [nil, 24, 72].randomElement(using: &generator) ?? nil
        policy.splitsMonths = Bool.random(using: &generator)
        policy.discarded = Policy.Discarded.allCases.randomElement(using: &generator) ?? .unpaid
        policy.caps.minutesADay = [nil, 240].randomElement(using: &generator) ?? nil
        policy.caps.minutesAWeek = [nil, 720].randomElement(using: &generator) ?? nil
        return policy
    }

    @Test(arguments: 0..<20) func `the core bills what the reference bills`(seed: UInt64) {
        var generator = Seeded(seed)
        for number in 0..<40 {
            let encounter = Self.encounter(&generator)
            let policy = Self.policy(&generator)
            let rules = Rules(codes: WholeClaim.codes, policy: policy)
            let claim = Counted.claim(encounter, under: rules)
            let expected = EpisodeReference(encounter, policy).units
            #expect(
                EpisodeReference.units(of: claim, cutByMonth: policy.splitsMonths) == expected,
                "\(number): \(claim), and not \(expected), of \(encounter) under \(policy)")
        }
    }

    /// What a payer takes off is off for all lines, and a limit that nothing reaches changes nothing.
    @Test(arguments: 20..<26) func `limits only ever take off`(seed: UInt64) {
        var generator = Seeded(seed)
        for _ in 0..<40 {
            let encounter = Self.encounter(&generator)
            let policy = Self.policy(&generator)
            let whole = Rules(codes: WholeClaim.codes, policy: policy).claim(for: encounter)
            for cap in [0, 1, 5, 1_000_000] {
                var capped = policy
                let codes = WholeClaim.codes.codes
                capped.caps.unitsAWeek = Dictionary(uniqueKeysWithValues: codes.map { ($0, cap) })
                capped.caps.unitsAMonth = capped.caps.unitsAWeek
                let claim = Rules(codes: WholeClaim.codes, policy: capped).claim(for: encounter)
                #expect(codes.allSatisfy { claim.units(of: $0) <= whole.units(of: $0) })
                if cap == 0 { #expect(claim.isEmpty) }
                if cap == 1_000_000 { #expect(claim == whole) }
            }
        }
    }
}
