import Testing

@testable import Scoring

/// More of what is measured is never fewer units, whoever pays: days of a therapy, doses, amounts, units authorised.
struct MonotoneTests {
    /// A payer by chance who has not refused the claim as a whole.
    private static func rules(_ seed: UInt64) -> Rules {
        var generator = Seeded(seed &+ 70)
        return WholeClaim.arbitraryRules(using: &generator).changed { _, policy in policy.filingDays = nil }
    }

    private static func units(_ encounter: Encounter, _ rules: Rules, of codes: [Code]) -> Int {
        let claim = rules.claim(for: encounter)
        return codes.reduce(0) { $0 + claim.units(of: $1) }
    }

    private static func days(_ from: Int, _ count: Int) throws -> DaySpan {
        let first = WholeClaim.march(from, from).from
        let last = try #require(Day(ordinal: first.ordinal + count - 1))
        return try #require(DaySpan(from: first, through: last))
    }

    @Test(arguments: 0..<20 as Range<UInt64>) func `a day more of a therapy is never a unit less`(seed: UInt64) throws {
        let rules = Self.rules(seed)
        for hours in [nil, 8, 24, 48, 72] as [Int?] {
            var last = 0
            for count in 1...45 {
                let therapy = Therapy("anti-infective", dates: try Self.days(20, count), everyHours: hours)
                let encounter = WholeClaim.episode([therapy])
                    .with { $0.authorised = ["S9494": 20, "S9500": 17, "S9502": 60] }
                let units = Self.units(encounter, rules, of: ["S9494", "S9500", "S9502"])
                #expect(units >= last, "\(count) days every \(hours ?? 0) hours: \(units) after \(last)")
                last = units
            }
        }
    }

    /// Of two therapies the later takes nothing from the earlier, however long it runs.
    @Test(arguments: 0..<20 as Range<UInt64>) func `a second therapy leaves the first as it is`(seed: UInt64) throws {
        let rules = Self.rules(seed)
        let first = Therapy("immune-therapy", dates: try Self.days(2, 20))
        let alone = Self.units(WholeClaim.episode([first]), rules, of: ["S9338"])
        var last = 0
        for count in 1...40 {
            let second = Therapy("nutrition", dates: try Self.days(5, count), aDay: Amount("1 L"))
            let encounter = WholeClaim.episode([first, second])
            #expect(Self.units(encounter, rules, of: ["S9338"]) == alone)
            let units = Self.units(encounter, rules, of: ["S9365"])
            #expect(units >= last)
            last = units
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>) func `a milligram more is never a unit less`(seed: UInt64) {
        let rules = Self.rules(seed)
        for discarded in [0, 7, 40] {
            var last = 0
            for given in 0...130 {
                let drug = DrugGiven(
                    "infliximab", given: Amount(thousandths: given * 1_000, .milligrams) ?? .none(.milligrams),
                    discarded: Amount(thousandths: discarded * 1_000, .milligrams))
                let encounter = WholeClaim.episode([], drugs: [drug]).with { $0.authorised = ["J1745": 9] }
                let units = Self.units(encounter, rules, of: ["J1745"])
                #expect(units >= last, "\(given) mg and \(discarded) mg: \(units) after \(last)")
                last = units
            }
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>) func `a dose more is never a unit less`(seed: UInt64) {
        let rules = Self.rules(seed)
        var last = 0
        for times in 1...60 {
            let drug = DrugGiven("cefazolin", given: Amount("750 mg") ?? .none(.milligrams), times: times)
            let units = Self.units(WholeClaim.episode([], drugs: [drug]), rules, of: ["J0690"])
            #expect(units >= last)
            last = units
        }
    }

    /// What is authorised or left of a month raises what is billed, unit by unit, up to what is due.
    @Test(arguments: [0, 1, 7, 13, 14, 15, 40]) func `a unit more that is allowed is at most one more`(due: Int) throws
    {
        let encounter =
            due == 0
            ? WholeClaim.episode([])
            : WholeClaim.episode([
                Therapy("immune-therapy", dates: try Self.days(1, due))
            ])
        for allowed in 0...45 {
            let needing = WholeClaim.rules { $0.needsAuthorisation = ["S9338"] }
            let authorised = encounter.with { $0.authorised = ["S9338": allowed] }
            #expect(Self.units(authorised, needing, of: ["S9338"]) == min(allowed, due))
            let month = WholeClaim.rules { $0.caps.unitsAMonth = ["S9338": allowed] }
            let (march, april) = (min(due, 31), max(due - 31, 0))
            #expect(Self.units(encounter, month, of: ["S9338"]) == min(allowed, march) + min(allowed, april))
        }
    }
}
