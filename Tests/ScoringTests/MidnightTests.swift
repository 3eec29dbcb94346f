import Testing

@testable import Scoring

/// Pieces of a visit by the clock: what they come to, and what of it belongs to the day on which it began.
struct MidnightTests {
    private typealias Piece = (start: ClockTime, stop: ClockTime, isNextDay: Bool)

    private static func encounter(_ pieces: [Piece]) -> Encounter {
        let services = pieces.map { Service.infusion($0.start, $0.stop, nextDay: $0.isNextDay) }
        return .visits(Visit(services: services, performer: "infusion-nurse"))
    }

    /// Minutes and hours beyond the first two, as a whole and with what follows midnight on the next day's claim.
    @Test(
        arguments: [
            ([("22:00", "02:00", false)], 240, 2, 120, 0), ([("23:59", "00:01", false)], 2, 0, 1, 0),
            ([("22:00", "00:00", false)], 120, 0, 120, 0), ([("21:00", "00:00", false)], 180, 1, 180, 1),
            ([("20:59", "01:00", false)], 241, 3, 181, 2),
            ([("22:00", "23:00", false), ("00:30", "01:30", true)], 120, 0, 60, 0),
            ([("22:00", "23:00", false), ("23:30", "01:30", false)], 180, 1, 90, 0),
            ([("22:00", "00:30", false), ("00:15", "01:00", true)], 180, 1, 120, 0),
            ([("22:00", "01:00", false), ("22:30", "00:30", false)], 180, 1, 120, 0),
            ([("22:00", "01:00", false), ("00:00", "01:00", true)], 180, 1, 120, 0),
            ([("08:00", "08:00", false)], 1440, 22, 960, 14), ([("00:00", "00:00", false)], 1440, 22, 1440, 22),
            ([("09:00", "10:00", false), ("10:00", "11:00", false)], 120, 0, 120, 0),
            ([("09:00", "10:00", false), ("09:00", "10:00", false)], 60, 0, 60, 0),
            ([("09:00", "12:00", false), ("10:00", "11:00", false)], 180, 1, 180, 1),
            ([("10:00", "11:00", false), ("09:00", "10:30", false)], 120, 0, 120, 0),
            ([("09:00", "10:00", false), ("09:30", "10:30", false), ("10:15", "11:00", false)], 120, 0, 120, 0),
            ([("09:00", "11:01", false), ("09:30", "10:30", false)], 121, 1, 121, 1),
            ([("21:00", "23:30", false), ("23:30", "00:30", false), ("00:30", "01:30", true)], 270, 3, 180, 1),
        ] as [([(ClockTime, ClockTime, Bool)], Int, Int, Int, Int)])
    func `a day ends at midnight where the payer says so`(
        pieces: [(start: ClockTime, stop: ClockTime, isNextDay: Bool)], whole: Int, hours: Int, split: Int,
        splitHours: Int
    ) {
        let encounter = Self.encounter(pieces)
        let key = derive(encounter, under: Sample.rules(.started))
        #expect(key.countedMinutes == whole && key.claim.units(of: "99602") == hours)
        let apart = derive(encounter, under: Sample.rules(.started) { $0.midnight = .split })
        #expect(apart.countedMinutes == split && apart.claim.units(of: "99602") == splitHours)
        #expect(apart.steps.contains(.afterMidnight(minutes: whole - split)) == (whole > split))
        #expect(apart.totalMinutes == whole && key.totalMinutes == whole)
    }

    /// All of it after midnight leaves nothing to bill on the day.
    @Test(arguments: [("00:00", "01:00"), ("00:30", "03:30"), ("12:00", "14:00")] as [(ClockTime, ClockTime)])
    func `a visit of the next day alone bills nothing on this one`(start: ClockTime, stop: ClockTime) {
        let encounter = Self.encounter([(start, stop, true)])
        let split = derive(encounter, under: Sample.rules(.started) { $0.midnight = .split })
        #expect(split.claim.isEmpty && split.countedMinutes == 0)
        #expect(split.reasonForNothing?.text == "0 minutes are fewer than the 1 that the first code needs.")
        #expect(derive(encounter, under: Sample.rules(.started)).claim.bills("99601"))
    }

    /// Travel that overlaps care is counted once where it counts, and takes nothing off where it does not.
    @Test(
        arguments: [
            ("08:30", "09:00", 180, 210), ("08:30", "09:30", 180, 210), ("09:00", "12:00", 180, 180),
            ("11:30", "12:30", 180, 210), ("12:00", "12:31", 180, 211), ("10:00", "10:15", 180, 180),
            ("08:00", "13:00", 180, 300),
        ] as [(ClockTime, ClockTime, Int, Int)])
    func `travel beside care from nine to twelve`(start: ClockTime, stop: ClockTime, care: Int, all: Int) {
        let encounter = Encounter.of(.infusion("09:00", "12:00"), .infusion(start, stop, .travel))
        #expect(derive(encounter, under: HomeInfusion.midpoint).countedMinutes == care)
        #expect(derive(encounter, under: HomeInfusion.allTime).countedMinutes == all)
        let hours = all >= 271 ? 3 : all >= 211 ? 2 : 1
        #expect(derive(encounter, under: HomeInfusion.allTime).claim.units(of: "99602") == hours)
    }
}
