import Testing

@testable import Scoring

/// Home infusion visits under the five policies of the pack, worked out by hand.
struct HomeInfusionTests {
    /// The source guide's ten visits, in minutes, and their claims in the order of `HomeInfusion.all`.
    @Test(
        arguments: [
            ("ra-biologic", 180, [1, 1, 1, 1, 1]),
            ("chemo-continuous", 240, [2, 2, 2, 2, 2]),
            ("iv-antibiotics", 150, [1, 0, 0, 0, 0]),
            ("heart-failure-diuretic", 180, [1, 1, 1, 1, 1]),
            ("pain-pump", 120 + 60, [1, 1, 1, 1, 1]),
            ("ms-specialty", 180, [1, 1, 1, 1, 1]),
            ("parenteral-nutrition", 180, [1, 1, 1, 1, 1]),
            ("cf-antibiotics", 120 + 120, [2, 2, 2, 2, 2]),
            ("antifungal", 180, [1, 1, 1, 1, 1]),
            ("autoimmune-specialty", 240, [2, 2, 2, 2, 2]),
        ] as [(String, Int, [Int])])
    func `the guide's ten visits`(id: String, minutes: Int, hours: [Int]) {
        for kind in ["infusion", "specialty-drug"] as [ID<ServiceKind>] {
            let encounter = Encounter.of(Service(kind, time: .minutes(minutes)))
            for (rules, hours) in zip(HomeInfusion.all, hours) {
                let further = hours == 0 ? [] : [ClaimLine("99602", units: hours)]
                #expect(
                    rules.claim(for: encounter) == Claim([ClaimLine("99601")] + further), "\(id), \(rules.policy.id)")
            }
        }
    }

    /// Where the policies part: the last minute before and the first at which each of them adds an hour.
    @Test(
        arguments: [
            (120, [0, 0, 0, 0, 0]), (121, [1, 0, 0, 0, 0]), (150, [1, 0, 0, 0, 0]), (151, [1, 1, 0, 1, 1]),
            (179, [1, 1, 0, 1, 1]), (180, [1, 1, 1, 1, 1]), (181, [2, 1, 1, 1, 1]), (210, [2, 1, 1, 1, 1]),
            (211, [2, 2, 1, 2, 2]), (239, [2, 2, 1, 2, 2]), (240, [2, 2, 2, 2, 2]), (241, [3, 2, 2, 2, 2]),
            (270, [3, 2, 2, 2, 2]), (271, [3, 3, 2, 2, 3]), (299, [3, 3, 2, 2, 3]), (300, [3, 3, 3, 2, 3]),
            (360, [4, 4, 4, 2, 4]), (600, [8, 8, 8, 2, 8]),
        ] as [(Int, [Int])])
    func `hours beyond the first two where the policies part`(minutes: Int, hours: [Int]) {
        #expect(HomeInfusion.all.map { $0.claim(for: .minutes(minutes)).units(of: "99602") } == hours)
        #expect(HomeInfusion.all.allSatisfy { $0.claim(for: .minutes(minutes)).units(of: "99601") == 1 })
    }

    /// Minutes of care, travel, preparation and charting; hours under CPT's midpoint and with all of the time.
    @Test(
        arguments: [
            (120, 30, 0, 0, 0, 0), (120, 31, 0, 0, 0, 1), (120, 0, 31, 0, 0, 1), (120, 0, 0, 31, 0, 1),
            (120, 15, 10, 6, 0, 1), (120, 15, 10, 5, 0, 0), (100, 20, 0, 0, 0, 0), (121, 60, 30, 0, 0, 2),
            (151, 0, 0, 0, 1, 1), (151, 29, 0, 0, 1, 1), (151, 30, 30, 0, 1, 2), (180, 30, 0, 0, 1, 1),
            (180, 30, 1, 0, 1, 2), (240, 45, 15, 15, 2, 3),
        ])
    func `time that is not spent with the patient counts where the payer says so`(
        care: Int, travel: Int, preparation: Int, charting: Int, midpoint: Int, allTime: Int
    ) {
        let encounter = Encounter.of(
            Service("infusion", activity: .travel, time: .minutes(travel)),
            Service("infusion", activity: .preparation, time: .minutes(preparation)),
            Service("infusion", time: .minutes(care)),
            Service("infusion", activity: .documentation, time: .minutes(charting)))
        let apart = derive(encounter, under: HomeInfusion.midpoint)
        #expect(apart.countedMinutes == care && apart.claim.units(of: "99602") == midpoint)
        let together = derive(encounter, under: HomeInfusion.allTime)
        #expect(together.countedMinutes == care + travel + preparation + charting)
        #expect(together.claim.units(of: "99602") == allTime)
        #expect(apart.totalMinutes == together.totalMinutes)
    }

    @Test(
        arguments: [
            ("infusion-nurse", [true, true, true, true, true], ""),
            (
                "registered-nurse", [true, true, true, false, true],
                "A registered nurse gave the care: the policy asks for an infusion nurse."
            ),
            (
                "practical-nurse", [true, true, true, false, true],
                "A practical nurse gave the care: the policy asks for an infusion nurse."
            ),
            (
                "family-member", [false, false, false, false, false],
                "A family member gave the care: the policy asks for an infusion nurse."
            ),
        ] as [(ID<Performer>, [Bool], String)])
    func `who may perform the visit`(performer: ID<Performer>, isPaid: [Bool], reason: String) {
        let encounter = Encounter.of(.infusion("09:00", "12:00")) { $0.performer = performer }
        for (rules, isPaid) in zip(HomeInfusion.all, isPaid) {
            let key = derive(encounter, under: rules)
            #expect(key.claim == claim(isPaid ? "99601, 99602" : "none"), "\(rules.policy.id)")
            #expect(key.circumstances.holds(.performer) == isPaid)
        }
        let michigan = derive(encounter, under: HomeInfusion.michigan)
        #expect((michigan.reasonForNothing?.text ?? "") == reason)
    }

    @Test(arguments: [("12", true), ("11", false), ("13", false), ("22", false), ("49", false), ("", false)])
    func `where the visit may take place`(place: String, isPaid: Bool) {
        for rules in HomeInfusion.all {
            let key = derive(.of(.infusion("09:00", "12:00")) { $0.place = place }, under: rules)
            #expect(key.claim == claim(isPaid ? "99601, 99602" : "none"))
            #expect(
                key.reasonForNothing?.text
                    == (isPaid ? nil : "Place of service \(place) is not paid: the policy asks for 12."))
        }
    }

    private static let clock = Service.Time.clock(start: "09:00", stop: "12:00")

    /// What is missing from the record of three hours; is the hour beyond the first two billed where the payer wants
    /// the length, and where it wants both times?
    @Test(
        arguments: [
            (clock, [], true, true), (clock, [.start], false, false), (clock, [.stop], false, false),
            (clock, [.start, .stop], false, false), (clock, [.duration], true, true),
            (clock, [.observations, .response, .followUp], true, true),
            (.minutes(180), [], true, true), (.minutes(180), [.start], true, false),
            (.minutes(180), [.stop], true, false), (.minutes(180), [.duration], false, false),
            (.minutes(180), [.response], true, true), (.open(start: "09:00"), [], false, false),
            (.unknown, [], false, false), (.unknown, [.start, .stop, .duration], false, false),
        ] as [(Service.Time, Set<RecordItem>, Bool, Bool)])
    func `what the record must hold`(
        time: Service.Time, missing: Set<RecordItem>, byLength: Bool, byTimes: Bool
    ) {
        let encounter = Encounter.of(Service("infusion", time: time)) { $0.missing = missing }
        for rules in HomeInfusion.all {
            let isBilled = rules.policy.id == "bcbsm-2013" ? byTimes : byLength
            let key = derive(encounter, under: rules)
            #expect(key.claim == claim(isBilled ? "99601, 99602" : "99601"), "\(rules.policy.id)")
            #expect(key.circumstances.holds(.documented) == isBilled)
        }
    }

    /// What else was done on the day; under every policy alike.
    @Test(
        arguments: [
            ([("infusion", 180), ("injection", 10)], "99601, 99602"),
            ([("infusion", 60), ("dialysis", 240)], "99601"),
            ([("specialty-drug", 240), ("injection", 10), ("dialysis", 240)], "99601, 99602 x2"),
            ([("injection", 10)], "99506"), ([("dialysis", 240)], "99512"),
            ([("injection", 10), ("dialysis", 240)], "99506, 99512"),
            ([("infusion", 120), ("specialty-drug", 60)], "99601, 99602"),
            ([("wound-care", 60), ("assessment", 30)], "none"),
            ([("infusion", 120), ("wound-care", 60)], "99601"),
            ([("injection", 10), ("wound-care", 45)], "99506"), ([("infusion", 0)], "none"),
            ([("infusion", 0), ("injection", 10)], "99506"),
        ] as [([(ID<ServiceKind>, Int)], String)])
    func `other services of the same visit`(services: [(kind: ID<ServiceKind>, minutes: Int)], billed: String) {
        let visit = Visit(
            services: services.map { Service($0.kind, time: .minutes($0.minutes)) }, performer: "infusion-nurse")
        for rules in HomeInfusion.all {
            let key = derive(.visits(visit), under: rules)
            #expect(key.claim == claim(billed), "\(rules.policy.id)")
            #expect(validate(key.claim, against: key).isEmpty)
        }
    }

    @Test(
        arguments: [("2013-04-30", false), ("2013-05-01", true), ("2012-12-31", false), ("2026-03-02", true)]
            as [(Day, Bool)])
    func `Michigan's rule is said not to be in force before its day`(date: Day, isInForce: Bool) {
        let visit = Visit.of(.infusion("09:00", "12:00"))
        let key = derive(Encounter(date: date, visits: [visit]), under: HomeInfusion.michigan)
        #expect(key.claim == claim("99601, 99602"))
        let words =
            "The policy (Blue Cross Blue Shield of Michigan, 2013) was not in force on \(date). It is applied all the same."
        #expect((key.steps.first?.text == words) == !isInForce)
    }
}
