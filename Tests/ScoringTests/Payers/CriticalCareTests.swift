import Testing

@testable import Scoring

/// Critical care by CPT's table and by Medicare's full half hours: one clock, two counts.
struct CriticalCareTests {
    static let codes = CodeSet(
        definitions: [
            .init(code: "99291", label: "opening stretch"),
            .init(code: "99292", label: "one more half hour", addOnTo: ["99291"]),
            .init(code: "31500", label: "placing of a breathing tube"),
            .init(code: "94002", label: "setting of a ventilator"),
            .init(code: "71045", label: "chest film"),
        ],
        families: [
            Family(
                id: "critical-care", title: "critical care", services: ["critical-care"],
                first: [.init(code: "99291", from: 30, covers: 74)],
                further: [.init(code: "99292", each: 30, after: 74)]),
            Family(
                id: "intubation", title: "emergency intubation", services: ["intubation"],
                first: [.init(code: "31500", from: 1)]),
            Family(
                id: "ventilator", title: "ventilator care", services: ["ventilator"],
                first: [.init(code: "94002", from: 1)]),
            Family(
                id: "chest-film", title: "reading of a chest film", services: ["chest-film"],
                first: [.init(code: "71045", from: 1)]),
        ],
        exclusions: [.init(pays: "99291", denies: ["94002", "71045"])])

    private static func rules(_ id: ID<Policy>, _ credit: Credit, _ effective: Effective) -> Rules {
        var policy = Policy(id: id, title: id.text, credit: credit)
        policy.counts = [.patientCare, .documentation]
        policy.performers = ["physician", "nurse-practitioner", "physician-assistant"]
        policy.requires = [.duration]
        policy.undocumented = .nothing
        policy.effective = effective
        return Rules(codes: codes, policy: policy)
    }

    static let cpt = rules("cpt", .started, Effective())
    static let medicare = rules("medicare", .complete, Effective(from: "2023-01-01"))

    private static func care(_ services: Service..., by performer: ID<Performer> = "physician") -> Encounter {
        .visits(Visit(services: services, place: "21", performer: performer))
    }

    /// From and through, and the claim: what CPT prints, and what Medicare leaves of it.
    @Test(
        arguments: [
            (0...29, "none", "none"), (30...74, "99291", "99291"), (75...103, "99291, 99292", "99291"),
            (104...104, "99291, 99292", "99291, 99292"), (105...133, "99291, 99292 x2", "99291, 99292"),
            (134...134, "99291, 99292 x2", "99291, 99292 x2"), (135...163, "99291, 99292 x3", "99291, 99292 x2"),
            (164...164, "99291, 99292 x3", "99291, 99292 x3"), (165...193, "99291, 99292 x4", "99291, 99292 x3"),
            (194...194, "99291, 99292 x4", "99291, 99292 x4"), (195...223, "99291, 99292 x5", "99291, 99292 x4"),
        ])
    func `half hours past the first 74 minutes`(minutes: ClosedRange<Int>, cpt: String, medicare: String) {
        for minutes in minutes {
            let encounter = Self.care(Service("critical-care", time: .minutes(minutes)))
            #expect(Self.cpt.claim(for: encounter) == claim(cpt), "\(minutes) minutes")
            #expect(Self.medicare.claim(for: encounter) == claim(medicare), "\(minutes) minutes")
        }
    }

    /// Care at the bedside and charting on the unit count; the way there and the preparation do not.
    @Test(
        arguments: [
            (20, .documentation, 10, 30, "99291"), (20, .travel, 10, 20, "none"), (20, .preparation, 10, 20, "none"),
            (74, .documentation, 1, 75, "99291, 99292"), (74, .travel, 60, 74, "99291"),
            (90, .documentation, 15, 105, "99291, 99292 x2"), (90, .preparation, 15, 90, "99291, 99292"),
            (29, .patientCare, 1, 30, "99291"),
        ] as [(Int, Activity, Int, Int, String)])
    func `what counts besides care`(care: Int, activity: Activity, minutes: Int, counted: Int, billed: String) {
        let encounter = Self.care(
            Service("critical-care", time: .minutes(care)),
            Service("critical-care", activity: activity, time: .minutes(minutes)))
        let key = derive(encounter, under: Self.cpt)
        #expect(key.countedMinutes == counted && key.claim == claim(billed))
    }

    /// The tube is billed beside critical care; ventilator and film are part of it, and stand alone without it.
    @Test(
        arguments: [
            (40, ["intubation"], "99291, 31500"), (40, ["ventilator"], "99291"), (40, ["chest-film"], "99291"),
            (40, ["ventilator", "chest-film"], "99291"), (29, ["ventilator"], "94002"), (29, ["chest-film"], "71045"),
            (29, ["ventilator", "chest-film"], "94002, 71045"), (29, ["intubation"], "31500"),
            (80, ["intubation", "chest-film"], "99291, 99292, 31500"), (40, ["ward-round"], "99291"),
            (40, ["teaching"], "99291"), (29, ["ward-round"], "none"),
            (104, ["ventilator", "intubation", "chest-film"], "99291, 99292, 31500"),
        ] as [(Int, [ID<ServiceKind>], String)])
    func `procedures of the same day`(minutes: Int, others: [ID<ServiceKind>], billed: String) {
        let services =
            [Service("critical-care", time: .minutes(minutes))] + others.map { Service($0, time: .minutes(10)) }
        let encounter = Encounter.visits(Visit(services: services, place: "21", performer: "physician"))
        #expect(Self.cpt.claim(for: encounter) == claim(billed))
    }

    @Test(
        arguments: [
            ("physician", nil), ("nurse-practitioner", nil), ("physician-assistant", nil),
            (
                "resident",
                "A resident gave the care: the policy asks for a physician, a nurse practitioner or a physician assistant."
            ),
        ] as [(ID<Performer>, String?)])
    func `who may bill critical care`(performer: ID<Performer>, refused: String?) {
        let key = derive(Self.care(Service("critical-care", time: .minutes(45)), by: performer), under: Self.medicare)
        #expect(key.reasonForNothing?.text == refused)
        #expect(key.claim == claim(refused == nil ? "99291" : "none"))
    }

    /// Several stays of one day, in minutes.
    @Test(
        arguments: [
            ([20, 20], "99291", "99291"), ([29, 1], "99291", "99291"), ([15, 14], "none", "none"),
            ([40, 35], "99291, 99292", "99291"), ([30, 30, 44], "99291, 99292", "99291, 99292"),
            ([74, 30, 30], "99291, 99292 x2", "99291, 99292 x2"), ([74, 0], "99291", "99291"),
        ] as [([Int], String, String)])
    func `stays of a day are added up`(minutes: [Int], cpt: String, medicare: String) {
        let visits = minutes.map { minutes in
            Visit(services: [Service("critical-care", time: .minutes(minutes))], place: "21", performer: "physician")
        }
        let encounter = Encounter(date: Sample.day, visits: visits)
        #expect(Self.cpt.claim(for: encounter) == claim(cpt))
        #expect(Self.medicare.claim(for: encounter) == claim(medicare))
    }

    /// Care that went on past midnight belongs to the day on which it began.
    @Test(
        arguments: [
            ("23:40", "00:20", "99291", "99291"), ("23:31", "00:00", "none", "none"),
            ("23:30", "00:00", "99291", "99291"),
            ("23:00", "00:15", "99291, 99292", "99291"), ("23:00", "00:44", "99291, 99292", "99291, 99292"),
            ("23:59", "01:14", "99291, 99292", "99291"),
        ] as [(ClockTime, ClockTime, String, String)])
    func `care past midnight`(start: ClockTime, stop: ClockTime, cpt: String, medicare: String) {
        let encounter = Self.care(Service("critical-care", time: .clock(start: start, stop: stop)))
        #expect(Self.cpt.claim(for: encounter) == claim(cpt))
        #expect(Self.medicare.claim(for: encounter) == claim(medicare))
    }

    @Test(arguments: [Service.Time.unknown, .open(start: "09:00")]) func `care of unknown length is not paid`(
        time: Service.Time
    ) {
        for rules in [Self.cpt, Self.medicare] {
            let key = derive(Self.care(Service("critical-care", time: time)), under: rules)
            #expect(key.claim.isEmpty)
            #expect(
                key.reasonForNothing?.text
                    == "The record lacks the length of the visit. Without it this payer pays nothing.")
        }
    }
}
