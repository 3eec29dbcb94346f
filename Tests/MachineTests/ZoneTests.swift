import Machine
import Scoring
import Testing

@Suite struct `A zone` {
    private static let second: Int64 = 1_000
    private static let day: Int64 = 86_400_000

    @Test(arguments: [
        (Int64(0), 0, "1970-01-01 00:00 Z"), (1_772_442_000_000, 0, "2026-03-02 09:00 Z"),
        (1_772_442_000_000, 60, "2026-03-02 10:00 +01:00"), (1_772_442_000_000, -570, "2026-03-01 23:30 -09:30"),
        (-1, 0, "1969-12-31 23:59 Z"), (-1, 1, "1970-01-01 00:00 +00:01"),
    ])
    func `tells a moment as its clocks do`(milliseconds: Int64, minutesAhead: Int, text: String) {
        let zone = FixedZone(minutesAhead: minutesAhead)
        #expect(zone.text(of: Moment(milliseconds: milliseconds)) == text)
    }

    @Test func `parts a moment as it is asked to`() {
        let zone = FixedZone(minutesAhead: 90)
        #expect(zone.text(of: Moment(milliseconds: 0), separator: "T", beforeZone: "") == "1970-01-01T01:30+01:30")
    }

    @Test(arguments: [0, 60, -60, 14 * 60, -12 * 60, 345])
    func `begins each day at its midnight`(minutesAhead: Int) throws {
        let zone = FixedZone(minutesAhead: minutesAhead)
        for ordinal in [-1, 0, 1, 20_000] {
            let start = zone.start(ofDay: ordinal)
            #expect(start.milliseconds == Int64(ordinal) * Self.day - Int64(minutesAhead) * 60 * Self.second)
            #expect(zone.day(of: start).ordinal == ordinal)
            #expect(zone.day(of: start.adding(milliseconds: -1)).ordinal == ordinal - 1)
            #expect(zone.day(of: start.adding(milliseconds: Self.day - 1)).ordinal == ordinal)
        }
    }

    @Test func `finds the moment of a time of day`() throws {
        let day = try #require(Day(ordinal: 20_514))
        let moment = FixedZone(minutesAhead: 120).moment(of: day, second: 9 * 3_600)
        #expect(moment.map { FixedZone.utc.text(of: $0) } == "2026-03-02 07:00 Z")
    }

    /// A zone whose clocks leave out every midnight hour.
    private struct Skipping: Zone {
        func offset(at moment: Moment) -> Int { 0 }
        func moment(of day: Day, second: Int) -> Moment? {
            second < 3_600 ? nil : FixedZone.utc.moment(of: day, second: second)
        }
    }

    @Test func `begins a day an hour later where there is no midnight`() {
        #expect(Skipping().start(ofDay: 1).milliseconds == Self.day + 3_600 * Self.second)
    }

    @Test(arguments: [Int64.min, .max]) func `has a day for every moment`(milliseconds: Int64) {
        #expect(FixedZone.utc.day(of: Moment(milliseconds: milliseconds / 1_000)).ordinal == 0)
    }

    @Test func `of this machine agrees with itself`() {
        let zone = LocalZone()
        for hours in stride(from: Int64(0), to: 24 * 400, by: 7) {
            let moment = Moment(milliseconds: 1_767_225_600_000 + hours * 3_600_000)
            let day = zone.day(of: moment)
            #expect(zone.start(of: day) <= moment)
            #expect(zone.day(of: zone.start(of: day)) == day)
        }
    }
}

@Suite struct `A time` {
    private let time = SetTime(Moment(milliseconds: 1_000), uptime: 50, zone: FixedZone(minutesAhead: 60))

    @Test func `stands still until it is moved`() {
        #expect(time.now == Moment(milliseconds: 1_000) && time.uptime == 50 && time.boot == "first start")
        time.pass(milliseconds: 2_500)
        #expect(time.now == Moment(milliseconds: 3_500) && time.uptime == 2_550)
    }

    @Test func `on the wall can be set, and no other can`() {
        time.set(Moment(milliseconds: -5))
        #expect(time.now == Moment(milliseconds: -5) && time.uptime == 50)
        #expect(time.today.description == "1970-01-01")
        time.set(Moment(milliseconds: -3_600_001))
        #expect(time.today.description == "1969-12-31")
    }

    @Test func `begins anew with the machine`() {
        time.restart(as: "second start")
        #expect(time.uptime == 0 && time.boot == "second start" && time.now == Moment(milliseconds: 1_000))
    }

    @Test func `of this machine goes forward`() {
        let machine = MachineTime()
        let (now, uptime) = (machine.now, machine.uptime)
        #expect(machine.now >= now && machine.uptime >= uptime && uptime > 0)
        #expect(now.milliseconds > 1_700_000_000_000)
        #expect(!machine.boot.isEmpty && machine.boot == MachineTime().boot)
        #expect(machine.today == machine.zone.day(of: machine.now))
    }
}
