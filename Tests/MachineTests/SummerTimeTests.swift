import Glibc
import Machine
import PseudoTerminal
import Scoring
import Testing

/// Moments of 2026 in seconds since 1970, counted from 2026-03-02 09:00 UTC, which is 1,772,442,000.
private enum Moments {
    /// 29 March at 01:00 UTC, when clocks in the middle of Europe go from 02:00 to 03:00.
    static let spring: Int64 = 1_774_746_000
    /// 25 October at 01:00 UTC, when they go from 03:00 to 02:00.
    static let autumn: Int64 = 1_792_890_000
    /// 18 October at 03:00 UTC, when clocks that are three hours behind leave out their midnight hour.
    static let midnight: Int64 = 1_792_292_400
}

private func moment(_ seconds: Int64) -> Moment { Moment(milliseconds: seconds * 1_000) }

/// The middle of Europe in 2026, by its rule and without a look at this machine.
private struct MiddleEurope: Zone {
    func offset(at moment: Moment) -> Int {
        (Moments.spring..<Moments.autumn).contains(moment.milliseconds / 1_000) ? 7_200 : 3_600
    }

    func moment(of day: Day, second: Int) -> Moment? {
        let local = Int64(day.ordinal * 86_400 + second)
        return [7_200, 3_600].map { Moment(milliseconds: (local - $0) * 1_000) }
            .first { Int64(offset(at: $0)) * 1_000 + $0.milliseconds == local * 1_000 }
    }
}

@Suite struct `A zone over summer time` {
    @Test(arguments: [
        (Moments.spring - 1, "2026-03-29 01:59 +01:00"), (Moments.spring, "2026-03-29 03:00 +02:00"),
        (Moments.autumn - 3_600, "2026-10-25 02:00 +02:00"), (Moments.autumn - 1, "2026-10-25 02:59 +02:00"),
        (Moments.autumn, "2026-10-25 02:00 +01:00"), (Moments.autumn + 3_600, "2026-10-25 03:00 +01:00"),
    ])
    func `tells apart the hours that are told twice`(seconds: Int64, text: String) {
        #expect(MiddleEurope().text(of: moment(seconds)) == text)
    }

    /// Days since 1970, and how many hours each has.
    @Test(arguments: [(20_540, 24), (20_541, 23), (20_542, 24), (20_750, 24), (20_751, 25), (20_752, 24)])
    func `has days of 23 and of 25 hours`(ordinal: Int, hours: Int64) throws {
        let (start, end) = (MiddleEurope().start(ofDay: ordinal), MiddleEurope().start(ofDay: ordinal + 1))
        #expect(end.milliseconds - start.milliseconds == hours * 3_600_000)
        #expect(MiddleEurope().day(of: start).ordinal == ordinal)
        #expect(MiddleEurope().day(of: end.adding(milliseconds: -1)).ordinal == ordinal)
    }

    @Test func `leaves out an hour in spring`() throws {
        let day = try #require(Day(ordinal: 20_541))
        #expect(MiddleEurope().moment(of: day, second: 2 * 3_600) == nil)
        #expect(MiddleEurope().moment(of: day, second: 3 * 3_600) == moment(Moments.spring))
    }

    // MARK: - This machine's

    /// Each in a process of its own, since the place belongs to the whole process.
    @Test func `of this machine goes forward in spring and back in autumn`() async {
        await #expect(processExitsWith: .success) {
            setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1)
            tzset()
            let (local, rule) = (LocalZone(), MiddleEurope())
            for change in [Moments.spring, Moments.autumn] {
                for seconds in stride(from: change - 90_000, through: change + 90_000, by: 900) {
                    let now = moment(seconds)
                    #expect(local.offset(at: now) == rule.offset(at: now), "\(seconds)")
                    #expect(local.text(of: now) == rule.text(of: now))
                    #expect(local.start(of: local.day(of: now)) == rule.start(of: rule.day(of: now)))
                }
            }
            let spring = local.day(of: moment(Moments.spring))
            for minute in 0..<60 { #expect(local.moment(of: spring, second: 7_200 + minute * 60) == nil) }
            #expect(local.moment(of: spring, second: 7_199) == moment(Moments.spring - 1))
            #expect(local.moment(of: spring, second: 10_800) == moment(Moments.spring))
            let autumn = local.day(of: moment(Moments.autumn))
            let twice = try #require(local.moment(of: autumn, second: 9_000))
            #expect(local.text(of: twice) == "2026-10-25 02:30 +02:00")
            _ = local.moment(of: autumn, second: 72_000)
            #expect(local.moment(of: autumn, second: 9_000) == twice)
        }
    }

    @Test func `of this machine begins a day at one where midnight is left out`() async {
        await #expect(processExitsWith: .success) {
            setenv("TZ", "<-03>3<-02>,M10.3.0/0,M2.3.0/0", 1)
            tzset()
            let zone = LocalZone()
            let day = zone.day(of: moment(Moments.midnight))
            #expect(day.description == "2026-10-18" && zone.moment(of: day, second: 0) == nil)
            #expect(zone.start(of: day) == moment(Moments.midnight))
            #expect(zone.text(of: zone.start(of: day)) == "2026-10-18 01:00 -02:00")
            #expect(zone.text(of: moment(Moments.midnight - 1)) == "2026-10-17 23:59 -03:00")
        }
    }

    /// Lebanon, Egypt, Paraguay, Cuba and the Azores: clocks that leave midnight out in spring, or tell it twice in autumn.
    @Test func `of this machine begins every day at its first moment, wherever clocks change at midnight`() async {
        await #expect(processExitsWith: .success) {
            for place in [
                "EET-2EEST,M3.5.0/0,M10.5.0/0", "EET-2EEST,M4.5.5/0,M10.5.4/24", "<-04>4<-03>,M10.1.0/0,M3.4.0/0",
                "CST5CDT,M3.2.0/0,M11.1.0/1", "<-01>1<+00>,M3.5.0/0,M10.5.0/1",
            ] {
                setenv("TZ", place, 1)
                tzset()
                let zone = LocalZone()
                // Also from the later to the earlier, since the C library remembers what it was asked last.
                for ordinal in Array(20_454..<20_820) + (20_454..<20_820).reversed() {
                    let start = zone.start(ofDay: ordinal)
                    #expect(zone.day(of: start).ordinal == ordinal, "\(place) \(ordinal)")
                    #expect(zone.day(of: start.adding(milliseconds: -1)).ordinal == ordinal - 1, "\(place) \(ordinal)")
                }
            }
        }
    }

    /// Half an hour on Lord Howe Island, and a day in Samoa.
    @Test func `of this machine leaves out half an hour and whole days`() async {
        await #expect(processExitsWith: .success) {
            setenv("TZ", "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 1)
            tzset()
            let zone = LocalZone()
            let spring = try #require(Day("2026-10-04"))
            for minute in 0..<30 { #expect(zone.moment(of: spring, second: 7_200 + minute * 60) == nil) }
            for second in [7_199, 9_000] {
                let shown = try #require(zone.moment(of: spring, second: second))
                #expect(zone.text(of: shown).hasPrefix(second == 9_000 ? "2026-10-04 02:30" : "2026-10-04 01:59"))
            }
            setenv("TZ", "<+1030>-10:30<+11>-11,M10.1.0/0,M4.1.0", 1)
            tzset()
            #expect(zone.text(of: zone.start(of: spring)) == "2026-10-04 00:30 +11:00")
            let folder = try TemporaryFolder()
            // A table of one change, ten hours behind before it and fourteen ahead after it.
            let counts: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 8]
            let change: [UInt8] = [0x4E, 0xFD, 0x8B, 0xA0, 1]
            let ways: [UInt8] = [0xFF, 0xFF, 0x73, 0x60, 0, 0, 0, 0, 0xC4, 0xE0, 0, 4]
            let header: [UInt8] = Array("TZif".utf8) + [UInt8](repeating: 0, count: 16)
            let names: [UInt8] = Array("-10\0+14\0".utf8)
            try writeFile(header + counts + change + ways + names, to: folder.path(of: "samoa"))
            setenv("TZ", ":\(folder.path)/samoa", 1)
            tzset()
            let gone = try #require(Day("2011-12-30"))
            for hour in 0..<24 { #expect(zone.moment(of: gone, second: hour * 3_600) == nil, "\(hour)") }
            #expect(zone.text(of: zone.start(of: gone)) == "2011-12-31 00:00 +14:00")
        }
    }

    @Test func `of this machine is where the environment says`() async {
        await #expect(processExitsWith: .success) {
            for (place, text) in [
                ("UTC0", "2026-03-29 01:00 Z"), ("IST-5:30", "2026-03-29 06:30 +05:30"),
                ("<-0930>9:30", "2026-03-28 15:30 -09:30"), ("<+14>-14", "2026-03-29 15:00 +14:00"),
                ("EST5EDT,M3.2.0,M11.1.0", "2026-03-28 21:00 -04:00"),
            ] {
                setenv("TZ", place, 1)
                tzset()
                let now = moment(Moments.spring)
                #expect(LocalZone().text(of: now) == text)
                let day = LocalZone().day(of: now)
                let second = (Int(Moments.spring) + LocalZone().offset(at: now)) % 86_400
                #expect(LocalZone().moment(of: day, second: second) == now, "\(place)")
            }
        }
    }
}
