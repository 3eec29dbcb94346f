import Testing

@testable import Scoring

/// What takes a visit off the claim, or part of it: circumstances, documentation, caps and dates.
struct LimitTests {
    private static let threeHours = Encounter.of(.infusion("09:00", "12:00"))

    @Test(
        arguments: [
            (240, nil, 0, 300, "99601, 99602 x2"), (240, nil, 0, 240, "99601, 99602 x2"),
            (240, nil, 0, 239, "99601, 99602 x2"), (nil, 720, 600, 300, "99601"),
            (nil, 720, 540, 300, "99601, 99602"), (nil, 720, 720, 300, "none"), (nil, 720, 900, 300, "none"),
            (240, 720, 470, 300, "99601, 99602 x2"), (240, 720, 600, 240, "99601"), (240, 720, 719, 240, "99601"),
        ] as [(Int?, Int?, Int, Int, String)])
    func `a cap in minutes limits what is billed`(
        aDay: Int?, aWeek: Int?, used: Int, minutes: Int, expected: String
    ) {
        let rules = Sample.rules(.atLeast(31)) { $0.caps = .init(minutesADay: aDay, minutesAWeek: aWeek) }
        let key = derive(.minutes(minutes, used: used), under: rules)
        #expect(key.claim == claim(expected))
        #expect(key.supported.units(of: "99602") == Credit.atLeast(31).units(in: minutes - 120, each: 60))
    }

    @Test func `a family that the payer does not pay at all bills nothing, and the step says so`() {
        let rules = Sample.rules(.started) { $0.families = ["home-infusion"] }
        let other = Encounter.of(Service("dialysis", time: .minutes(60)))
        let key = derive(other, under: rules)
        #expect(key.claim.isEmpty)
        #expect(key.steps.map(\.text).contains("Dialysis is not paid by this payer."))
        #expect(derive(.minutes(60), under: rules).claim == claim("99601"))
    }

    @Test func `a day's cap is one for all visits and all families`() {
        let separate = Sample.rules(.started) {
            $0.sameDay = .separate
            $0.caps = .init(minutesADay: 180)
        }
        let twice = Encounter.visits(.of(.infusion("08:00", "11:00")), .of(.infusion("15:00", "18:00")))
        #expect(derive(twice, under: separate).claim == claim("99601, 99602"))
        let other = Encounter.of(.infusion("08:00", "11:00"), Service("dialysis", time: .minutes(60)))
        #expect(derive(other, under: separate).steps.contains { $0.rule == "minute-cap" })
    }

    @Test func `a cap in units is the payer's or the code's own, whichever is less`() {
        func key(_ caps: [Code: Int]) -> Key {
            derive(.minutes(360), under: Sample.rules(.started) { $0.caps.unitsADay = caps })
        }
        #expect(key(["99602": 2]).claim == claim("99601, 99602 x2"))
        #expect(key(["99602": 0]).claim == claim("99601"))
        let lonely = key(["99601": 0])
        #expect(lonely.claim.isEmpty && lonely.reasonForNothing == .addOnWithoutPrimary(code: "99602"))

        let own = CodeSet(
            definitions: [.init(code: "99512", label: "dialysis", mostADay: 1)],
            families: [
                Family(id: "d", title: "d", services: ["dialysis"], first: [.init(code: "99512", from: 1)])
            ])
        var policy = Policy(id: "p", credit: .started)
        policy.sameDay = .separate
        policy.caps.unitsADay = ["99512": 3]
        let dialysis = Visit.of(Service("dialysis", time: .minutes(60)))
        #expect(derive(.visits(dialysis, dialysis), under: Rules(codes: own, policy: policy)).claim == claim("99512"))
    }

    @Test(
        arguments: [
            ([.start, .stop], [], .clock(start: "09:00", stop: "12:00"), []),
            ([.start, .stop], [.stop], .clock(start: "09:00", stop: "12:00"), [.stop]),
            ([.start, .stop], [.start, .stop], .minutes(180), [.start, .stop]),
            ([.start, .stop], [], .minutes(180), []),
            ([.stop], [], .open(start: "09:00"), [.stop]),
            ([.start, .stop], [], .unknown, [.start, .stop]),
            ([.duration], [], .clock(start: "09:00", stop: "12:00"), []),
            ([.duration], [.duration], .clock(start: "09:00", stop: "12:00"), []),
            ([.duration], [.stop], .clock(start: "09:00", stop: "12:00"), [.duration]),
            ([.duration], [.start, .stop], .minutes(180), []),
            ([.duration], [.duration], .minutes(180), [.duration]),
            ([.duration], [], .open(start: "09:00"), [.duration]),
            ([], [.stop], .clock(start: "09:00", stop: "12:00"), [.duration]),
            ([], [], .unknown, [.duration]),
            ([.response, .followUp], [.followUp, .observations], .minutes(180), [.followUp]),
        ] as [([RecordItem], Set<RecordItem>, Service.Time, [RecordItem])])
    func `what is required and not on record keeps the time from counting`(
        requires: [RecordItem], missing: Set<RecordItem>, time: Service.Time, lacking: [RecordItem]
    ) {
        let encounter = Encounter.of(Service("infusion", time: time)) { $0.missing = missing }
        let key = derive(encounter, under: Sample.rules(.started) { $0.requires = requires })
        #expect(key.undocumented == lacking)
        #expect(key.claim == claim(lacking.isEmpty ? "99601, 99602" : "99601"))
        #expect(key.circumstances.holds(.documented) == lacking.isEmpty)
        let strict = Sample.rules(.started) {
            $0.requires = requires
            $0.undocumented = .nothing
        }
        let isRequired = !Set(requires).isDisjoint(with: lacking)
        let expected = lacking.isEmpty ? "99601, 99602" : isRequired ? "none" : "99601"
        #expect(derive(encounter, under: strict).claim == claim(expected))
    }

    @Test func `what one service of a visit lacks is not held against another's code`() {
        let encounter = Encounter.of(.infusion("09:00", "12:00"), Service("injection", time: .unknown))
        let key = derive(encounter, under: Sample.rules(.started))
        #expect(key.claim == claim("99601, 99602"))
        let findings = validate(claim("99601, 99602 x2"), for: encounter, under: Sample.rules(.started))
        #expect(findings.map(\.edit) == [.unitsExceedTime])
    }

    @Test func `a place or a performer that is not paid bills nothing`() {
        let elsewhere = Encounter.of(.infusion("09:00", "12:00")) { $0.place = "11" }
        let place = derive(elsewhere, under: Sample.rules(.started))
        #expect(place.claim.isEmpty)
        #expect(place.reasonForNothing == .placeNotPaid(place: "11", paid: ["12"]))
        #expect(place.circumstances.firstUnmet == .place)
        let family = Encounter.of(.infusion("09:00", "12:00")) { $0.performer = "family-member" }
        let performer = derive(family, under: Sample.rules(.started))
        #expect(performer.claim.isEmpty && performer.circumstances.firstUnmet == .performer)
        let anywhere = Sample.rules(.started) {
            $0.places = []
            $0.performers = []
        }
        #expect(derive(elsewhere, under: anywhere).claim == claim("99601, 99602"))
        #expect(derive(family, under: anywhere).claim == claim("99601, 99602"))
    }

    @Test func `a visit that does not qualify leaves the other as it is`() {
        let encounter = Encounter.visits(
            .of(.infusion("08:00", "10:00")), .of(.infusion("15:00", "18:00"), performer: "family-member"))
        #expect(derive(encounter, under: Sample.rules(.started)).claim == claim("99601"))
    }

    @Test(
        arguments: [
            (Encounter.of(Service("wound-care", time: .minutes(90))), .service),
            (.of(.infusion("09:00", "11:00")), .beyondFirst),
            (.of(Service("infusion", time: .unknown)), .documented),
            (.of(.infusion("09:00", "12:00")), nil),
        ] as [(Encounter, Circumstances.Test?)])
    func `the first circumstance that fails is the one to name`(encounter: Encounter, unmet: Circumstances.Test?) {
        #expect(derive(encounter, under: Sample.rules(.started)).circumstances.firstUnmet == unmet)
    }

    @Test func `an encounter without a service says so`() {
        let key = derive(.of(), under: Sample.rules(.started))
        #expect(key.claim.isEmpty && key.reasonForNothing == .noQualifyingService(kinds: []))
        let none = derive(Encounter(date: Sample.day, visits: []), under: Sample.rules(.started))
        #expect(none.reasonForNothing == .noQualifyingService(kinds: []))
    }

    @Test func `an excluded code is left off beside the one that is paid`() {
        let encounter = Encounter.of(.infusion("09:00", "12:00"), Service("injection", time: .minutes(10)))
        let key = derive(encounter, under: Sample.rules(.started))
        #expect(key.claim == claim("99601, 99602"))
        #expect(key.steps.contains(.excluded(code: "99506", beside: "99601")))
    }

    @Test func `a code counts from its first day to its last, by the date of service`() {
        let from: Day = "2026-03-02"
        for (effective, isBilled) in [
            (Effective(from: from), true), (Effective(to: from), true), (Effective(from: "2026-03-03"), false),
            (Effective(from: "2020-01-01", to: "2026-03-01"), false), (Effective(), true),
        ] {
            var definitions = Sample.codes.definitions
            definitions[1].effective = effective
            let codes = CodeSet(definitions: definitions, families: Sample.codes.families)
            let rules = Rules(codes: codes, policy: Sample.policy(.started))
            let key = derive(Self.threeHours, under: rules)
            #expect(key.claim == claim(isBilled ? "99601, 99602" : "99601"))
            #expect(validate(key.claim, for: Self.threeHours, under: rules).isEmpty)
        }
    }

    @Test func `an add-on falls with its primary`() {
        var definitions = Sample.codes.definitions
        definitions[0].effective = Effective(to: "2025-12-31")
        let rules = Rules(
            codes: CodeSet(definitions: definitions, families: Sample.codes.families), policy: Sample.policy(.started))
        #expect(derive(Self.threeHours, under: rules).claim.isEmpty)
        let findings = validate(claim("99601, 99602"), for: Self.threeHours, under: rules)
        #expect(findings.map(\.edit) == [.notInEffect, .addOnWithoutPrimary])
    }

    @Test func `a policy that was not in force is applied, and the steps say so`() {
        let rules = Sample.rules(.started) { $0.effective = Effective(from: "2027-01-01") }
        let key = derive(Self.threeHours, under: rules)
        #expect(key.claim == claim("99601, 99602"))
        #expect(key.steps.first == .policyNotInForce(policy: "test policy", date: Sample.day))
    }
}
