import Testing

@testable import Scoring

/// What the payers of the three packs would find in the claims that people write for a visit, worked out by hand.
struct PackFindingTests {
    /// A claim for an encounter under one payer's rules, and each finding as edit, line and message.
    struct Billed: Sendable, CustomTestStringConvertible {
        let claim: String
        let rules: Rules
        let encounter: Encounter
        let findings: [String]

        init(_ claim: String, _ findings: String..., for encounter: Encounter, under rules: Rules) {
            self.claim = claim
            self.rules = rules
            self.encounter = encounter
            self.findings = findings
        }

        var testDescription: String { "\(claim), \(rules.policy.id)" }
    }

    private static func care(
        _ minutes: Int, _ others: ID<ServiceKind>..., by performer: ID<Performer> = "physician"
    ) -> Encounter {
        let services =
            [Service("critical-care", time: .minutes(minutes))] + others.map { Service($0, time: .minutes(5)) }
        return .visits(Visit(services: services, place: "21", performer: performer))
    }

    private static let cpt = CriticalCareTests.cpt
    private static let medicare = CriticalCareTests.medicare
    private static let filmAlone = Encounter.visits(
        Visit(services: [Service("chest-film", time: .minutes(5))], place: "21", performer: "physician"))
    private static let carriedAlong = Encounter.visits(
        Visit(
            services: [
                Service("critical-care", time: .minutes(74)),
                Service("critical-care", activity: .travel, time: .minutes(60)),
            ], place: "21", performer: "physician"))
    private static let careWithoutLength = Encounter.visits(
        Visit(services: [Service("critical-care", time: .unknown)], place: "21", performer: "physician"))

    static let criticalCare: [Billed] = [
        Billed("99291, 99292", for: care(80), under: cpt),
        Billed(
            "99291, 99292", "units-exceed-time 2: 80 minutes do not support 99292 at all.", for: care(80),
            under: medicare),
        Billed("99291", for: care(103), under: medicare),
        Billed(
            "99291", "missing-code -: 99292 x1 was earned and is not on the claim.", for: care(104), under: medicare),
        Billed("99291", "units-exceed-time 1: 29 minutes do not support 99291 at all.", for: care(29), under: cpt),
        Billed("none", for: care(29), under: medicare),
        Billed("none", "missing-code -: 99291 x1 was earned and is not on the claim.", for: care(30), under: medicare),
        Billed(
            "99291, 99292", "units-below-time 2: 2 units of 99292 are due and only 1 is billed.", for: care(110),
            under: cpt),
        Billed(
            "99291, 99292 x3", "units-exceed-time 2: 110 minutes support 2 units of 99292, not 3.", for: care(110),
            under: cpt),
        Billed(
            "99292 x2",
            "add-on-without-primary 1: 99292 is an add-on: it is never paid unless 99291 is paid beside it.",
            for: care(110), under: cpt),
        Billed(
            "99291 x2",
            "primary-repeated 1: 99291 is billed 2 times. It is due once for each visit, so once here.",
            "missing-code -: 99292 x2 was earned and is not on the claim.", for: care(110), under: cpt),
        Billed(
            "99291, 99292, 71045", "mutually-exclusive 3: 71045 is not paid beside 99291 on the same day.",
            for: care(80, "chest-film"), under: cpt),
        Billed(
            "99291, 99292, 71045", "mutually-exclusive 3: 71045 is not paid beside 99291 on the same day.",
            "service-does-not-qualify 3: 71045 does not pay for critical care.", for: care(80), under: cpt),
        Billed(
            "99291, 94002, 71045", "mutually-exclusive 2: 94002 is not paid beside 99291 on the same day.",
            "mutually-exclusive 3: 71045 is not paid beside 99291 on the same day.",
            for: care(60, "ventilator", "chest-film"), under: medicare),
        Billed(
            "99291", "missing-code -: 31500 x1 was earned and is not on the claim.", for: care(60, "intubation"),
            under: medicare),
        Billed(
            "99291, 31500 x2",
            "primary-repeated 2: 31500 is billed 2 times. It is due once for each visit, so once here.",
            for: care(60, "intubation"), under: medicare),
        Billed("71045", for: filmAlone, under: cpt),
        Billed(
            "99291", "service-does-not-qualify 1: 99291 does not pay for chest film.",
            "missing-code -: 71045 x1 was earned and is not on the claim.", for: filmAlone, under: cpt),
        Billed(
            "99291, 99292", "units-exceed-time 2: 74 minutes do not support 99292 at all.", for: carriedAlong,
            under: cpt),
        Billed(
            "99291", "documentation-missing 1: The record lacks the length of the visit, so it does not support 99291.",
            for: careWithoutLength, under: cpt),
        Billed(
            "99291", "ineligible-performer 1: 99291 is not paid when a resident gives the care.",
            for: care(60, by: "resident"), under: medicare),
    ]

    private static func infusions(
        _ lengths: Int..., others: [ID<ServiceKind>] = [], place: String = "22",
        by performer: ID<Performer> = "registered-nurse"
    ) -> Encounter {
        let visits = lengths.enumerated().map { number, minutes in
            let start = ClockTime(wrapping: 60 * 4 * number)
            let stop = ClockTime(wrapping: 60 * 4 * number + minutes)
            let services =
                [Service("infusion", time: .clock(start: start, stop: stop))]
                + (number == 0 ? others.map { Service($0, time: .clock(start: "07:00", stop: "07:10")) } : [])
            return Visit(services: services, place: place, performer: performer)
        }
        return Encounter(date: Sample.day, visits: visits)
    }

    private static let hospital = OutpatientInfusionTests.cpt
    private static let hospitalOfMedicare = OutpatientInfusionTests.medicare
    private static let endless = Encounter.visits(
        Visit(
            services: [Service("infusion", time: .open(start: "09:00"))], place: "22", performer: "registered-nurse"))
    private static let flushAlone = Encounter.visits(
        Visit(
            services: [Service("port-flush", time: .clock(start: "09:00", stop: "09:05"))], place: "22",
            performer: "registered-nurse"))

    static let outpatient: [Billed] = [
        Billed(
            "96365", "units-exceed-time 1: 10 minutes do not support 96365 at all.",
            "missing-code -: 96374 x1 was earned and is not on the claim.", for: infusions(10), under: hospital),
        Billed(
            "96374", "units-exceed-time 1: 16 minutes do not support 96374 at all.",
            "missing-code -: 96365 x1 was earned and is not on the claim.", for: infusions(16), under: hospital),
        Billed(
            "96365", "missing-code -: 96366 x1 was earned and is not on the claim.", for: infusions(91),
            under: hospital),
        Billed(
            "96365, 96366", "units-exceed-time 2: 90 minutes do not support 96366 at all.", for: infusions(90),
            under: hospital),
        Billed(
            "96366", "add-on-without-primary 1: 96366 is an add-on: it is never paid unless 96365 is paid beside it.",
            for: infusions(91), under: hospital),
        Billed(
            "96374", "units-below-time 1: 2 units of 96374 are due and only 1 is billed.", for: infusions(10, 10),
            under: hospital),
        Billed("96374 x2", for: infusions(10, 10), under: hospital),
        Billed(
            "96374, 96374", "duplicate-line 2: 96374 stands on line 1 already: more units belong on one line.",
            for: infusions(10, 10), under: hospital),
        Billed(
            "96365", "units-exceed-time 1: 20 minutes do not support 96365 at all.",
            "missing-code -: 96374 x2 was earned and is not on the claim.", for: infusions(10, 10), under: hospital),
        Billed(
            "96365 x2", "unit-cap 1: 2 units of 96365 are over the payer's cap, which leaves 1.",
            for: infusions(60, 60), under: hospitalOfMedicare),
        Billed(
            "96365", "units-below-time 1: 2 units of 96365 are due and only 1 is billed.", for: infusions(60, 60),
            under: hospital),
        Billed(
            "96365 x3",
            "primary-repeated 1: 96365 is billed 3 times. It is due once for each visit, so 2 times here.",
            for: infusions(60, 60), under: hospital),
        Billed(
            "96365, 96366 x9", "unit-cap 2: 9 units of 96366 are over the payer's cap, which leaves 8.",
            for: infusions(600), under: hospitalOfMedicare),
        Billed("96365, 96366 x9", for: infusions(600), under: hospital),
        Billed(
            "96365, 36000", "mutually-exclusive 2: 36000 is not paid beside 96365 on the same day.",
            for: infusions(60, others: ["line-start"]), under: hospital),
        Billed(
            "96365", "missing-code -: 96372 x1 was earned and is not on the claim.",
            for: infusions(60, others: ["injection"]), under: hospital),
        Billed(
            "96365",
            "place-of-service 1: Place of service 12 does not go with 96365: the policy pays 11, 19, 22 or 49.",
            for: infusions(60, place: "12"), under: hospital),
        Billed(
            "96365, 96366", "ineligible-performer 1: 96365 is not paid when a patient gives the care.",
            "ineligible-performer 2: 96366 is not paid when a patient gives the care.",
            for: infusions(120, by: "patient"), under: hospital),
        Billed(
            "96365", "documentation-missing 1: The record lacks the stop time, so it does not support 96365.",
            "missing-code -: 96374 x1 was earned and is not on the claim.", for: endless, under: hospitalOfMedicare),
        Billed("96374", for: endless, under: hospitalOfMedicare),
        Billed("96523", for: flushAlone, under: hospital),
        Billed(
            "96365, 96523", "mutually-exclusive 2: 96523 is not paid beside 96365 on the same day.",
            "service-does-not-qualify 1: 96365 does not pay for port flush.", for: flushAlone, under: hospital),
    ]

    private static let travelled = Encounter.of(
        Service("infusion", time: .minutes(100)), Service("infusion", activity: .travel, time: .minutes(60)))

    static let homeInfusion: [Billed] = [
        Billed(
            "99601, 99602", "units-exceed-time 2: 150 minutes do not support 99602 at all.", for: .minutes(150),
            under: HomeInfusion.midpoint),
        Billed("99601, 99602", for: .minutes(150), under: HomeInfusion.startedHour),
        Billed(
            "99601", "missing-code -: 99602 x1 was earned and is not on the claim.", for: .minutes(150),
            under: HomeInfusion.startedHour),
        Billed("99601", for: .minutes(179), under: HomeInfusion.fullHour),
        Billed(
            "99601, 99602 x3", "unit-cap 2: 3 units of 99602 are over the payer's cap, which leaves 2.",
            for: .minutes(300), under: HomeInfusion.michigan),
        Billed(
            "99601, 99602", "unit-cap 2: 1 unit of 99602 is over the payer's cap, which leaves none.",
            for: .minutes(180, used: 600), under: HomeInfusion.michigan),
        Billed(
            "99601, 99602", "ineligible-performer 1: 99601 is not paid when a registered nurse gives the care.",
            "ineligible-performer 2: 99602 is not paid when a registered nurse gives the care.",
            for: .of(Service("infusion", time: .minutes(180))) { $0.performer = "registered-nurse" },
            under: HomeInfusion.michigan),
        Billed(
            "99601, 99602", "documentation-missing 2: The record lacks the stop time, so it does not support 99602.",
            for: .of(Service("infusion", time: .minutes(180))) { $0.missing = [.stop] }, under: HomeInfusion.michigan),
        Billed(
            "99601, 99602", "units-exceed-time 2: 100 minutes do not support 99602 at all.", for: travelled,
            under: HomeInfusion.midpoint),
        Billed("99601, 99602", for: travelled, under: HomeInfusion.allTime),
        Billed(
            "99601", "missing-code -: 99602 x1 was earned and is not on the claim.", for: travelled,
            under: HomeInfusion.allTime),
        Billed(
            "99601, 99602, 99512",
            "mutually-exclusive 3: 99512 is not paid beside 99601 on the same day.",
            for: .of(Service("infusion", time: .minutes(180)), Service("dialysis", time: .minutes(240))),
            under: HomeInfusion.fullHour),
    ]

    @Test(arguments: criticalCare + outpatient + homeInfusion) func `a claim comes back with what is wrong in it`(
        billed: Billed
    ) {
        let findings = validate(claim(billed.claim), for: billed.encounter, under: billed.rules)
        #expect(
            findings.map { "\($0.edit.rawValue) \($0.line.map(String.init) ?? "-"): \($0.message)" } == billed.findings)
    }
}
