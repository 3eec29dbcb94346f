import Testing

@testable import Scoring

/// Which minutes count, and for which day.
struct TimeTests {
    private func minutes(_ encounter: Encounter, change: (inout Policy) -> Void = { _ in }) -> [Int] {
        let key = derive(encounter, under: Sample.rules(.started, change: change))
        return [key.totalMinutes, key.countedMinutes]
    }

    @Test func `time by the clock is counted from start to stop`() {
        #expect(minutes(.of(.infusion("09:00", "11:30"))) == [150, 150])
        #expect(minutes(.of(.infusion("00:00", "23:59"))) == [1439, 1439])
    }

    @Test func `a stop at or before the start is past midnight`() {
        #expect(minutes(.of(.infusion("22:30", "01:00"))) == [150, 150])
        #expect(minutes(.of(.infusion("08:00", "08:00"))) == [1440, 1440])
    }

    @Test func `pieces are added up, and what they have in common counts once`() {
        #expect(minutes(.of(.infusion("09:00", "10:00"), .infusion("11:00", "12:30"))) == [150, 150])
        #expect(minutes(.of(.infusion("09:00", "11:00"), .infusion("10:00", "12:00"))) == [180, 180])
        #expect(minutes(.of(.infusion("10:00", "10:30"), .infusion("09:00", "12:00"))) == [180, 180])
        #expect(minutes(.of(.infusion("09:00", "10:00"), Service("infusion", time: .minutes(45)))) == [105, 105])
    }

    @Test func `a payer that splits at midnight leaves what comes after to the next day`() {
        let split = { (policy: inout Policy) in policy.midnight = .split }
        #expect(minutes(.of(.infusion("22:30", "01:00")), change: split) == [150, 90])
        #expect(minutes(.of(.infusion("22:00", "00:00")), change: split) == [120, 120])
        let pieces = Encounter.of(.infusion("21:00", "23:00"), .infusion("00:20", "01:10", nextDay: true))
        #expect(minutes(pieces) == [170, 170])
        #expect(minutes(pieces, change: split) == [170, 120])
        let steps = derive(pieces, under: Sample.rules(.started, change: split)).steps
        #expect(steps.contains(.afterMidnight(minutes: 50)))
    }

    @Test(arguments: [
        (Activity.travel, 40), (.preparation, 20), (.documentation, 15),
    ])
    func `an activity counts where the policy counts it`(activity: Activity, minutes added: Int) {
        let encounter = Encounter.of(
            .infusion("09:00", "11:00"), Service("infusion", activity: activity, time: .minutes(added)))
        #expect(minutes(encounter) == [120 + added, 120])
        #expect(minutes(encounter) { $0.counts.insert(activity) } == [120 + added, 120 + added])
        #expect(minutes(encounter) { $0.counts = [activity] } == [120 + added, added])
        let steps = derive(encounter, under: Sample.rules(.started)).steps
        #expect(steps.contains(.leftOut(activity: activity, minutes: added)))
    }

    @Test func `preparation while the patient is cared for counts once`() {
        let encounter = Encounter.of(.infusion("09:00", "11:00"), .infusion("08:45", "09:30", .preparation))
        #expect(minutes(encounter) == [135, 120])
        #expect(minutes(encounter) { $0.counts = Set(Activity.allCases) } == [135, 135])
    }

    @Test func `minutes of another kind of service do not count for the family`() {
        let encounter = Encounter.of(.infusion("09:00", "11:00"), Service("wound-care", time: .minutes(60)))
        #expect(derive(encounter, under: Sample.rules(.started)).claim == claim("99601"))
    }

    @Test func `two visits on one day are one or two, as the payer says`() {
        let encounter = Encounter.visits(.of(.infusion("08:00", "09:30")), .of(.infusion("18:00", "20:00")))
        #expect(derive(encounter, under: Sample.rules(.midpoint)).claim == claim("99601, 99602"))
        let separate = Sample.rules(.midpoint) { $0.sameDay = .separate }
        #expect(derive(encounter, under: separate).claim == claim("99601 x2"))
        let long = Encounter.visits(.of(.infusion("08:00", "11:00")), .of(.infusion("15:00", "19:00")))
        #expect(derive(long, under: separate).claim == claim("99601 x2, 99602 x3"))
        #expect(derive(long, under: Sample.rules(.midpoint)).claim == claim("99601, 99602 x5"))
    }

    @Test func `numbers that no visit has neither trap nor bill`() {
        let rules = Sample.rules(.started) { $0.caps = .init(minutesADay: .max, minutesAWeek: .min) }
        let services = [Int.max, .min, .max].map { Service("infusion", time: .minutes($0)) }
        let visit = Visit(services: services, performer: "infusion-nurse")
        for used in [Int.min, 0, .max] {
            let encounter = Encounter(date: Sample.day, visits: [visit, visit], minutesUsedThisWeek: used)
            #expect(derive(encounter, under: rules).claim == Claim())
            #expect(derive(encounter, under: Sample.rules(.started)).countedMinutes == 4 * Service.minuteLimit)
        }
        #expect(minutes(.minutes(-1)) == [0, 0])
        var codes = Sample.codes
        codes.families[0] = codes.families[0].with(further: [.init(code: "99602", each: 0, after: .min)])
        let broken = Rules(codes: codes, policy: Sample.policy(.started))
        #expect(derive(.minutes(180), under: broken).claim == claim("99601"))
        #expect(!derive(.minutes(180), under: broken).steps.map(\.text).isEmpty)
    }
}
