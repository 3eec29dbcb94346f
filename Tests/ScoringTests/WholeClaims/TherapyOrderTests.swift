import Testing

@testable import Scoring

/// Therapies that run side by side: which is the second and the third of a day.
struct TherapyOrderTests {
    private static let codes: [ID<ServiceKind>: Code] = [
        "anti-infective": "S9494", "immune-therapy": "S9338", "nutrition": "S9365",
    ]

    /// Told day by day: of those that are paid on a day, the one that began first is the first, and of those that began
    /// together the one on record first. A line for each code and place, from its first day to its last.
    static func byDays(_ therapies: [Therapy], counted: Policy.TherapyDays = .access) -> Claim {
        var days: [[Day]] = []
        var lines: [(code: Code, order: Int)] = []
        for (index, therapy) in therapies.enumerated() {
            guard let code = codes[therapy.kind] else { continue }
            for day in therapy.dates.dates where isPaid(therapy, day, counted) {
                let before = therapies.enumerated().count { other, earlier in
                    isPaid(earlier, day, counted)
                        && (earlier.dates.from < therapy.dates.from
                            || earlier.dates.from == therapy.dates.from && other < index)
                }
                if let line = lines.firstIndex(where: { $0 == (code, before + 1) }) {
                    days[line].append(day)
                } else {
                    lines.append((code, before + 1))
                    days.append([day])
                }
            }
        }
        return Claim(
            zip(lines, days).map { line, days in
                ClaimLine(
                    line.code, modifiers: line.order == 1 ? [] : line.order == 2 ? ["SH"] : ["SJ"], units: days.count,
                    dates: days.first.flatMap { first in days.last.flatMap { DaySpan(from: first, through: $0) } })
            })
    }

    private static func isPaid(_ therapy: Therapy, _ day: Day, _ counted: Policy.TherapyDays) -> Bool {
        guard day >= therapy.dates.from, day <= therapy.dates.through else { return false }
        guard counted == .infusion, let every = therapy.everyHours, every > 24 else { return true }
        let days = day.ordinal - therapy.dates.from.ordinal
        return stride(from: 0, through: days * 24 + 23, by: every).contains { $0 / 24 == days }
    }

    private static let spans = (1...5).flatMap { from in (from...5).map { WholeClaim.march(from, $0) } }

    /// All ways in which three spans may lie within five days.
    @Test(arguments: spans.indices) func `every overlap of three therapies`(first: Int) {
        let rules = WholeClaim.rules()
        for second in Self.spans {
            for third in Self.spans {
                let therapies = [
                    Therapy("anti-infective", dates: Self.spans[first]), Therapy("immune-therapy", dates: second),
                    Therapy("nutrition", dates: third),
                ]
                let claim = rules.claim(for: WholeClaim.episode(therapies))
                #expect(
                    claim.billsTheSame(as: Self.byDays(therapies)),
                    "\(therapies.map(\.dates.description)): \(claim), and not \(Self.byDays(therapies))")
            }
        }
    }

    /// With doses days apart, a therapy is second only on days on which the first is infused.
    @Test(arguments: 0..<4) func `days of infusion are put in order each by itself`(seed: UInt64) {
        var generator = Seeded(seed)
        let rules = WholeClaim.rules { $0.therapyDays = .infusion }
        for _ in 0..<150 {
            let therapies = ["anti-infective", "immune-therapy", "nutrition"].shuffled(using: &generator).map { kind in
                let from = Int.random(in: 1...20, using: &generator)
                return Therapy(
                    ID(kind), dates: WholeClaim.march(from, Int.random(in: from...31, using: &generator)),
                    everyHours: [nil, 36, 48, 60, 72, 96].randomElement(using: &generator) ?? nil)
            }
            let claim = Counted.claim(WholeClaim.episode(therapies), under: rules)
            #expect(
                claim.billsTheSame(as: Self.byDays(therapies, counted: .infusion)),
                "\(therapies): \(claim), and not \(Self.byDays(therapies, counted: .infusion))")
        }
    }

    /// A therapy outside of the per diem is no therapy of a paid day.
    @Test func `a therapy that is not paid makes no other the second`() {
        let therapies = [
            Therapy("immune-therapy", dates: WholeClaim.march(2, 15), everyHours: 168),
            Therapy("anti-infective", dates: WholeClaim.march(2, 15), everyHours: 24),
        ]
        let encounter = WholeClaim.episode(therapies)
        let apart = Counted.claim(encounter, under: WholeClaim.rules { $0.longestInterval = 72 })
        #expect(apart.description == "S9500 x14")
        #expect(Counted.claim(encounter, under: WholeClaim.rules()).description == "S9500-SH x14, S9338 x14")
    }

    /// Lines end with the month, and units are those of the uncut line.
    @Test(arguments: 0..<3) func `month ends cut lines and change no units`(seed: UInt64) throws {
        var generator = Seeded(seed)
        for _ in 0..<60 {
            let therapies = try ["anti-infective", "immune-therapy"].map { kind in
                let from = try #require(Day(ordinal: Int.random(in: 20_450...20_530, using: &generator)))
                let through = try #require(
                    Day(ordinal: from.ordinal + Int.random(in: 0...80, using: &generator)))
                return Therapy(
                    ID(kind), dates: try #require(DaySpan(from: from, through: through)),
                    everyHours: [24, 48].randomElement(using: &generator))
            }
            for counted in [Policy.TherapyDays.access, .infusion] {
                let encounter = WholeClaim.episode(therapies)
                let whole = Counted.claim(encounter, under: WholeClaim.rules { $0.therapyDays = counted })
                let cut = Counted.claim(
                    encounter,
                    under: WholeClaim.rules {
                        $0.therapyDays = counted
                        $0.splitsMonths = true
                    })
                #expect(cut.lines.allSatisfy { $0.dates.map { $0.from.month == $0.through.month } ?? false })
                #expect(Self.sums(cut) == Self.sums(whole))
            }
        }
    }

    private static func sums(_ claim: Claim) -> [String: Int] {
        claim.lines.reduce(into: [:]) { $0["\($1.code) \($1.modifiers)", default: 0] += $1.units }
    }
}
