@testable import Scoring

/// A month of two therapies, drugs and nursing under a payer with limits of every kind.
extension EditExample {
    /// Someone whom the payer pays.
    static let ineligiblePerformer = [
        breaks("99601", "denied 1 170 N95: 99601 is not paid when a family member gives the care.", in: byFamily),
        breaks(
            "99601, 99602", "denied 1 170 N95: 99601 is not paid when a family member gives the care.",
            "denied 2 170 N95: 99602 is not paid when a family member gives the care.", in: byFamily),
        keeps("99601, 99602"),
        keeps("99601, 99602", in: elsewhere),
        // One visit of two by somebody whom the payer pays is enough.
        keeps(
            "99601",
            in: .visits(.of(.infusion("08:00", "09:00"), performer: "family-member"), .of(.infusion("10:00", "11:00")))),
    ]

    /// Modifiers that the facts call for.
    static let modifierMissing = [
        breaks(
            "99601, 99602", "denied 1 16 N822: 99601 is billed without modifier SS, which the facts call for.",
            in: inSuite, under: suites),
        breaks(
            "S9500 x14, S9338 x14",
            "denied 2 16 N822: S9338 is billed without modifier SH, which the facts call for.",
            in: WholeClaim.twoTherapies,
            under: WholeClaim.rules()),
        keeps("S9500 x14, S9338-SH x14", in: WholeClaim.twoTherapies, under: WholeClaim.rules()),
        keeps("99601-SS, 99602", in: inSuite, under: suites),
        keeps("99601, 99602", under: suites),
    ]

    /// Modifiers that contradict each other.
    static let modifierCombination = [
        breaks(
            "S9500 x14, S9338-SH-SJ x14", "denied 2 4 N519: SH and SJ contradict each other on S9338.",
            in: WholeClaim.twoTherapies, under: WholeClaim.rules()),
        keeps("S9500 x14, S9338-SH x14", in: WholeClaim.twoTherapies, under: WholeClaim.rules()),
        keeps("99601-SS-SD"),
    ]

    /// Codes that need an authorisation.
    static let authorisationMissing = [
        breaks(
            "S9500 x14", "denied 1 197 M62: S9500 needs an authorisation, and there is none.",
            in: WholeClaim.oneTherapy, under: WholeClaim.rules { $0.needsAuthorisation = ["S9500"] }),
        keeps("S9500 x14", in: WholeClaim.oneTherapy, under: WholeClaim.rules()),
        keeps(
            "S9500 x14", in: WholeClaim.oneTherapy.with { $0.authorised = ["S9500": 10] },
            under: WholeClaim.rules { $0.needsAuthorisation = ["S9500"] }),
    ]

    /// Units beyond those that are authorised.
    static let authorisationExceeded = [
        breaks(
            "S9500 x14", "reduced 1 198 -: 14 units of S9500 are billed and 10 are authorised.",
            in: WholeClaim.oneTherapy.with { $0.authorised = ["S9500": 10] },
            under: WholeClaim.rules { $0.needsAuthorisation = ["S9500"] }),
        breaks(
            "S9500", "denied 1 198 -: 1 unit of S9500 is billed and 0 are authorised.",
            in: WholeClaim.oneTherapy.with { $0.authorised = ["S9500": 0] },
            under: WholeClaim.rules { $0.needsAuthorisation = ["S9500"] }),
        keeps(
            "S9500 x10", in: WholeClaim.oneTherapy.with { $0.authorised = ["S9500": 10] },
            under: WholeClaim.rules { $0.needsAuthorisation = ["S9500"] }),
    ]

    /// More than the plan pays for a patient in a week or a month.
    static let benefitMaximum = [
        breaks(
            "S9500 x14", "reduced 1 119 N362: 14 units of S9500 are over the plan's maximum, which leaves 10.",
            in: WholeClaim.oneTherapy, under: WholeClaim.rules { $0.caps.unitsAMonth = ["S9500": 10] }),
        breaks(
            "S9500", "denied 1 119 N362: 1 unit of S9500 is over the plan's maximum, which leaves none.",
            in: WholeClaim.oneTherapy.with { $0.paid.unitsThisMonth = ["S9500": 10] },
            under: WholeClaim.rules { $0.caps.unitsAMonth = ["S9500": 10] }),
        keeps("S9500 x14", in: WholeClaim.oneTherapy, under: WholeClaim.rules { $0.caps.unitsAMonth = ["S9500": 14] }),
    ]

    /// Codes that are part of another service.
    static let notSeparatelyPayable = [
        breaks(
            "99601, 99506", "denied 2 97 N20: 99506 is not paid apart: it is part of the service that it belongs to.",
            in: injected, under: Sample.rules(.started) { $0.notPaidApart = ["99506"] }),
        keeps("99601, 99602", in: injected, under: Sample.rules(.started) { $0.notPaidApart = ["99506"] }),
    ]

    /// Claims that come too late.
    static let timelyFiling = [
        breaks(
            "S9500 x14",
            "denied 1 29 -: The claim was received 91 days after the last date of service: the payer takes it for 90.",
            in: WholeClaim.oneTherapy.with { $0.received = "2026-06-14" },
            under: WholeClaim.rules { $0.filingDays = 90 }),
        keeps(
            "S9500 x14", in: WholeClaim.oneTherapy.with { $0.received = "2026-06-13" },
            under: WholeClaim.rules { $0.filingDays = 90 }),
        keeps("S9500 x14", in: WholeClaim.oneTherapy, under: WholeClaim.rules { $0.filingDays = 90 }),
    ]

    static let inSuite = Encounter.of(Service("infusion", time: .minutes(180))) { $0.place = "49" }
    static let suites: Rules = Rules(
        codes: Sample.codes,
        policy: {
            var policy = Sample.policy(.started)
            policy.places = ["12", "49"]
            policy.modifierRules = [ModifierRule("SS", on: ["99601"], when: Condition(places: ["49"]))]
            return policy
        }())
}
