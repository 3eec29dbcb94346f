import Testing

@testable import Scoring

/// Every kind of step about drugs, therapies, pools, hierarchies, modifiers and limits, in the words that a learner reads.
struct GroupStepTextTests {
    private static func milligrams(_ text: String) -> Amount { Amount(text) ?? .none(.milligrams) }
    private static let march = WholeClaim.march(2, 15)

    static let therapies: [(TherapyStep, String)] = [
        (
            .drugGiven(kind: "cefazolin", amount: milligrams("1 g"), times: 1, on: nil),
            "One dose gives 1000 mg of cefazolin."
        ),
        (
            .drugGiven(kind: "iron-sucrose", amount: milligrams("1.5 mg"), times: 42, on: march),
            "42 doses give 1.5 mg each of iron sucrose, 2026-03-02 to 2026-03-15."
        ),
        (
            .drugGiven(
                kind: "heparin", amount: Amount("5000 units") ?? .none(.units), times: 2, on: DaySpan(Sample.day)),
            "2 doses give 5000 units each of heparin, 2026-03-02."
        ),
        (
            .drugGiven(kind: "heparin", amount: milligrams("1 unit"), times: 1, on: nil),
            "One dose gives 1 unit of heparin."
        ),
        (
            .drugGiven(kind: "way", amount: milligrams("12.3 miles"), times: 1, on: nil),
            "The record gives 12.3 miles of way."
        ),
        (
            .drugGiven(kind: "way", amount: milligrams("1 mile"), times: 2, on: DaySpan(Sample.day)),
            "The record gives 2 times 1 mile of way, 2026-03-02."
        ),
        (
            .discarded(kind: "infliximab", amount: .none(.milligrams), each: 10_000, units: 0),
            "Nothing of the infliximab is discarded."
        ),
        (
            .discarded(kind: "infliximab", amount: milligrams("5 mg"), each: 10_000, isOfEach: true, units: 0),
            "5 mg of infliximab is discarded with each dose: what was given already takes up every unit of the containers, so none of it is billed."
        ),
        (
            .discarded(kind: "infliximab", amount: milligrams("10 mg"), each: 10_000, units: 1),
            "10 mg of infliximab is discarded: beside what was given the containers hold 1 whole unit of 10 mg."
        ),
        (
            .discarded(kind: "infliximab", amount: milligrams("55 mg"), each: 10_000, units: 5),
            "55 mg of infliximab is discarded: beside what was given the containers hold 5 whole units of 10 mg."
        ),
        (
            .amountsAdded(parts: [300_000, 200_500], of: .amount(.milligrams)),
            "Together that is 300 + 200.5, 500.5 mg."
        ),
        (
            .therapyRan(kind: "immune-therapy", days: 1, order: nil, on: DaySpan(Sample.day), counted: .access),
            "Immune therapy: at hand on 1 day, 2026-03-02."
        ),
        (
            .therapyRan(kind: "nutrition", days: 14, order: 1, on: march, counted: .infusion),
            "Nutrition: infused on 14 days, 2026-03-02 to 2026-03-15."
        ),
        (
            .therapyRan(kind: "nutrition", days: 14, order: 2, on: march, counted: .access),
            "Nutrition, second therapy of the day: at hand on 14 days, 2026-03-02 to 2026-03-15."
        ),
        (
            .dosesTooRare(kind: "immune-therapy", every: 96, longest: 72),
            "Doses of immune therapy are 96 hours apart: this payer pays for days only where they are at most 72 apart."
        ),
    ]

    static let pools: [(PoolStep, String)] = [
        (
            .pooled(minutes: [1], each: 15, least: 8, units: 0),
            "1 minute in all. A unit is 15 minutes, and a part of it counts from 8 on: 0 units."
        ),
        (
            .pooled(minutes: [8], each: 15, least: 8, units: 1),
            "8 minutes in all. A unit is 15 minutes, and a part of it counts from 8 on: 1 unit."
        ),
        (
            .pooled(minutes: [24, 23, 5], each: 15, least: 8, units: 3),
            "24 + 23 + 5 makes 52 minutes in all. A unit is 15 minutes, and a part of it counts from 8 on: 3 units."
        ),
        (.shared(code: "97110", minutes: 31, each: 15, units: 2), "97110 has 31 minutes, 2 times 15 and 1 left: x2."),
        (
            .shared(code: "97110", minutes: 1, each: 15, units: 1),
            "97110 has 1 minute, 0 times 15 and 1 left is among the most, so it gets one more: x1."
        ),
    ]

    static let hierarchies: [(HierarchyStep, String)] = [
        (
            .initialService(code: "96409", kind: "chemotherapy-push", site: 1),
            "The chemotherapy push is the initial service: 96409."
        ),
        (
            .initialService(code: "96365", kind: "infusion", site: 2),
            "The infusion is the initial service of the second access: 96365."
        ),
        (
            .followsInitial(code: "96361", kind: "hydration", units: 2),
            "The hydration follows the initial service: 96361 x2."
        ),
        (
            .sameDrugRuns(code: "96366", drug: "iron-sucrose", minutes: [45, 20], units: 0),
            "Iron sucrose runs once more, and all its time counts together: 45 + 20 makes 65 minutes, which earn no unit of 96366 more."
        ),
        (
            .sameDrugRuns(code: "96366", drug: nil, minutes: [60, 20, 11], units: 1),
            "The same drug runs once more, and all its time counts together: 60 + 20 + 11 makes 91 minutes, which earn 96366 x1 more."
        ),
        (
            .runsAlongside(code: "96368", kind: "infusion", isBilled: true),
            "The infusion runs while another does: 96368 x1, however long."
        ),
        (
            .runsAlongside(code: "96368", kind: "infusion", isBilled: false),
            "The infusion runs while another does: 96368 is billed once a day already."
        ),
        (
            .givenAgain(code: "96376", drug: "morphine", gap: 31, isBilled: true),
            "Morphine is pushed again 31 minutes later: 96376 x1."
        ),
        (
            .givenAgain(code: "96376", drug: "morphine", gap: 1, isBilled: false),
            "Morphine is pushed again 1 minute later: that bills nothing."
        ),
        (
            .givenAgain(code: nil, drug: nil, gap: nil, isBilled: false),
            "The same drug is pushed again: that bills nothing."
        ),
        (
            .yielded(kind: "hydration", minutes: 1),
            "1 minute of hydration does not count, since something else runs."
        ),
        (
            .yielded(kind: "hydration", minutes: 60),
            "60 minutes of hydration do not count, since something else runs."
        ),
        (
            .tooShort(kind: "infusion", minutes: 15, least: 16, billedAs: "push"),
            "15 minutes of infusion: it takes 16, so it is billed as a push."
        ),
        (
            .tooShort(kind: "hydration", minutes: 1, least: 31, billedAs: nil),
            "1 minute of hydration: it takes 31, so it is not billed."
        ),
        (
            .tooShort(kind: "hydration", minutes: nil, least: 31, billedAs: nil),
            "Hydration of unknown length: it takes 31, so it is not billed."
        ),
    ]

    static let lines: [(LineStep, String)] = [
        (.modifierDue("SH", on: "S9338"), "S9338 bears modifier SH here."),
        (.stoodIn(code: "S9500", of: "S9494"), "S9500 is billed here in place of S9494."),
        (.repeated(code: "J0690", each: 2, times: 42), "42 times that is J0690 x84."),
    ]

    static let limits: [(LimitStep, String)] = [
        (
            .unitsCappedOver(.week, code: "S9500", most: 1, from: 7, to: 1),
            "At most 1 unit of S9500 a week can be paid, so x7 becomes x1."
        ),
        (
            .unitsCappedOver(.month, code: "S9500", most: 10, from: 14, to: 0),
            "At most 10 units of S9500 a month can be paid, so x14 becomes none."
        ),
        (
            .authorised(code: "S9500", from: 14, to: 1, isKnown: true),
            "1 unit of S9500 is authorised and not used up, so x14 becomes x1."
        ),
        (
            .authorised(code: "S9500", from: 14, to: 10, isKnown: true),
            "10 units of S9500 are authorised and not used up, so x14 becomes x10."
        ),
        (
            .authorised(code: "S9500", from: 14, to: 0, isKnown: false),
            "S9500 needs an authorisation, and there is none."
        ),
        (
            .notPaidApart(code: "96376"),
            "96376 is never paid by itself: it is part of the service it belongs to."
        ),
        (
            .filedLate(days: 91, most: 90),
            "The claim came 91 days after the last date of service: this payer takes it for 90."
        ),
        (
            .filedLate(days: 1, most: 0),
            "The claim came 1 day after the last date of service: this payer takes it for 0."
        ),
    ]

    static let all: [(Step, String)] =
        therapies.map { (.therapy($0.0), $0.1) } + pools.map { (.pool($0.0), $0.1) }
        + hierarchies.map { (.hierarchy($0.0), $0.1) } + lines.map { (.line($0.0), $0.1) }
        + limits.map { (.limit($0.0), $0.1) }

    @Test(arguments: all.indices) func `a step reads so`(number: Int) {
        #expect(Self.all[number].0.text == Self.all[number].1)
    }

    /// A name that programs may rely on, for each kind of step.
    @Test(
        arguments: [
            (.drugGiven(kind: "a", amount: .none(.milligrams), times: 1, on: nil), "amount"),
            (.discarded(kind: "a", amount: .none(.milligrams), each: 1, units: 0), "discarded"),
            (.therapyRan(kind: "a", days: 1, order: 1, on: march, counted: .access), "therapy-days"),
            (.therapyRan(kind: "a", days: 1, order: 2, on: march, counted: .access), "concurrent-therapy"),
            (.dosesTooRare(kind: "a", every: 2, longest: 1), "therapy-days"),
        ] as [(TherapyStep, String)])
    func `a therapy step applies a rule`(step: TherapyStep, rule: String) {
        #expect(Step.therapy(step).rule == rule)
    }
}
