@testable import Scoring

/// Therapies, drugs and nursing of a month, as home infusion bills them.
enum WholeClaim {
    static let codes = CodeSet(
        definitions: Sample.codes.definitions + [
            .init(code: "S9494", label: "a day of an anti-infective therapy", system: .hcpcs),
            .init(code: "S9500", label: "the same, a dose every 24 hours", system: .hcpcs),
            .init(code: "S9501", label: "the same, a dose every 12 hours", system: .hcpcs),
            .init(code: "S9502", label: "the same, a dose every 8 hours", system: .hcpcs),
            .init(code: "S9338", label: "a day of immune therapy", system: .hcpcs),
            .init(code: "S9365", label: "a day of nutrition, a litre", system: .hcpcs),
            .init(code: "S9366", label: "the same, over one litre to two", system: .hcpcs),
            .init(code: "J0690", label: "cefazolin, 500 mg", system: .hcpcs),
            .init(code: "J1745", label: "infliximab, 10 mg", system: .hcpcs),
        ],
        families: Sample.codes.families + [
            Family(
                id: "anti-infective", title: "anti-infective therapy", services: ["anti-infective"], measure: .days,
                first: [], further: [.init(code: "S9494", each: 1, after: 0)],
                standIns: [
                    StandIn("S9500", of: "S9494", when: Condition(everyHours: 24...24)),
                    StandIn("S9501", of: "S9494", when: Condition(everyHours: 12...12)),
                    StandIn("S9502", of: "S9494", when: Condition(everyHours: 8...8)),
                ], isRanked: true),
            Family(
                id: "immune", title: "immune therapy", services: ["immune-therapy"], measure: .days, first: [],
                further: [.init(code: "S9338", each: 1, after: 0)], isRanked: true),
            Family(
                id: "nutrition", title: "parenteral nutrition", services: ["nutrition"], measure: .days, first: [],
                further: [.init(code: "S9365", each: 1, after: 0)],
                standIns: [StandIn("S9366", of: "S9365", when: Condition(aDay: 1_000_001...2_000_000))],
                isRanked: true),
            Family(
                id: "cefazolin", title: "cefazolin", services: ["cefazolin"], measure: .amount(.milligrams), first: [],
                further: [.init(code: "J0690", each: 500_000, after: 0, credit: .started)]),
            Family(
                id: "infliximab", title: "infliximab", services: ["infliximab"], measure: .amount(.milligrams),
                first: [], further: [.init(code: "J1745", each: 10_000, after: 0, credit: .started)]),
        ],
        modifierRules: [
            ModifierRule("SH", on: therapyCodes, when: Condition(order: 2...2)),
            ModifierRule("SJ", on: therapyCodes, when: Condition(order: 3...Int.max)),
            ModifierRule("JW", on: ["J0690", "J1745"], when: Condition(portion: .discarded)),
            ModifierRule("JZ", on: ["J0690", "J1745"], when: Condition(portion: .whole)),
        ], rivalModifiers: [["SH", "SJ"], ["JW", "JZ"]], mainFamily: "home-infusion")

    private static let therapyCodes: [Code] = ["S9494", "S9500", "S9501", "S9502", "S9338", "S9365", "S9366"]

    static func rules(_ change: (inout Policy) -> Void = { _ in }) -> Rules {
        var policy = Sample.policy(.started)
        change(&policy)
        return Rules(codes: codes, policy: policy)
    }

    /// Days of March 2026, the first of which is a Sunday.
    static func march(_ from: Int, _ through: Int) -> DaySpan {
        DaySpan(
            from: Day(year: 2026, month: 3, day: from) ?? Sample.day,
            through: Day(year: 2026, month: 3, day: through) ?? Sample.day) ?? DaySpan(Sample.day)
    }

    static func episode(_ therapies: [Therapy], drugs: [DrugGiven] = [], visits: [Visit] = []) -> Encounter {
        let first = therapies.map(\.dates.from) + drugs.compactMap(\.dates?.from)
        return Encounter(
            date: first.min() ?? Sample.day, visits: visits, episode: Episode(drugs: drugs, therapies: therapies))
    }

    static let oneTherapy = episode([Therapy("anti-infective", dates: march(2, 15), everyHours: 24)])
    static let twoTherapies = episode([
        Therapy("anti-infective", dates: march(2, 15), everyHours: 24),
        Therapy("immune-therapy", dates: march(2, 15)),
    ])
}

extension Encounter {
    /// The encounter with its episode changed.
    func with(_ change: (inout Episode) -> Void) -> Encounter {
        var changed = self
        var episode = episode ?? Episode()
        change(&episode)
        changed.episode = episode
        return changed
    }
}
