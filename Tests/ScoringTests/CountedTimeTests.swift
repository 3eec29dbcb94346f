import Testing

@testable import Scoring

/// Minutes that are counted once however often they are covered, held against a clock that is ticked off minute by
/// minute.
struct CountedTimeTests {
    /// A piece of a visit by the clock.
    private struct Piece {
        let service: Service
        let counts: Bool
        let minutes: Range<Int>
    }

    /// One to five pieces within two days.
    private static func pieces(using generator: inout Seeded) -> [Piece] {
        (0..<Int.random(in: 1...5, using: &generator)).map { _ in
            let start = Int.random(in: 0..<1440, using: &generator)
            let stop = Int.random(in: 0..<1440, using: &generator)
            let nextDay = Int.random(in: 0..<4, using: &generator) == 0
            let begin = start + (nextDay ? 1440 : 0)
            let end = stop + (nextDay ? 1440 : 0) + (stop <= start ? 1440 : 0)
            let activity = Activity.allCases.randomElement(using: &generator) ?? .travel
            let time = Service.Time.clock(start: ClockTime(wrapping: start), stop: ClockTime(wrapping: stop))
            return Piece(
                service: Service("infusion", activity: activity, time: time, isNextDay: nextDay),
                counts: activity == .patientCare || activity == .preparation, minutes: begin..<end)
        }
    }

    @Test(arguments: 0..<8, [Policy.Midnight.whole, .split]) func `pieces come to the minutes that at least one covers`(
        seed: UInt64, midnight: Policy.Midnight
    ) {
        var generator = Seeded(seed)
        for _ in 0..<200 {
            let pieces = Self.pieces(using: &generator)
            var time = CountedTime()
            for piece in pieces { time.add(piece.service, counts: piece.counts) }
            time.finish(midnight)
            let counting = pieces.filter(\.counts)
            let covered = Set(counting.flatMap(\.minutes))
            let onDay = covered.filter { midnight == .whole || $0 < 1440 }
            #expect(time.counted == onDay.count)
            #expect(time.total == Set(pieces.flatMap(\.minutes)).count)
            #expect(time.afterMidnight == covered.count - onDay.count)
            let asOften = counting.reduce(0) { $0 + $1.minutes.filter { midnight == .whole || $0 < 1440 }.count }
            #expect(time.overlap == asOften - onDay.count)
            #expect(time.spans.map(\.length).reduce(0, +) == counting.reduce(0) { $0 + $1.minutes.count })
            #expect(time.spans.map(\.start) == counting.map(\.minutes.lowerBound).sorted())
        }
    }

    @Test func `what does not count is told by activity, in all`() {
        var time = CountedTime()
        time.add(Service("infusion", activity: .travel, time: .minutes(10)), counts: false)
        time.add(Service("infusion", activity: .documentation, time: .minutes(5)), counts: false)
        time.add(
            Service("infusion", activity: .travel, time: .clock(start: "09:00", stop: "09:20")), counts: false)
        time.add(Service("infusion", time: .minutes(60)), counts: true)
        time.finish(.whole)
        #expect(time.leftOut.map(\.activity) == [.travel, .documentation])
        #expect(time.leftOut.map(\.minutes) == [30, 5])
        #expect([time.total, time.counted, time.untimed] == [95, 60, 60])
    }

    @Test func `a time that nobody knows adds nothing`() {
        var time = CountedTime()
        time.add(Service("infusion", time: .unknown), counts: true)
        time.add(Service("infusion", time: .open(start: "09:00")), counts: true)
        time.add(Service("infusion", time: .minutes(-30)), counts: true)
        time.finish(.split)
        #expect([time.total, time.counted, time.overlap, time.afterMidnight] == [0, 0, 0, 0])
        #expect(time.spans.isEmpty && time.leftOut.isEmpty)
    }

    @Test func `no sum of minutes is too large`() {
        var time = CountedTime()
        for _ in 0..<50 { time.add(Service("infusion", time: .minutes(.max)), counts: true) }
        time.finish(.whole)
        #expect(time.counted == 50 * Service.minuteLimit)
    }
}
