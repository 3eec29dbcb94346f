import FoundationEssentials
import Quiz
import Scoring
import Testing

/// The time of an exam by two clocks, one of which people can set.
struct ExamClockTests {
    /// Seconds by the wall and by the machine since the exam began.
    private func reading(_ wall: Int64, _ up: Int64, _ boot: String = "first") -> ClockReading {
        ClockReading(wall: 1_700_000_000_000 + wall * 1_000, up: 90_000 + up * 1_000, boot: boot)
    }

    @Test(
        arguments: [
            (0, 0, 0, nil), (60, 60, 60, nil), (61, 60, 60, nil), (62, 60, 60, nil), (63, 60, 60, 3), (58, 60, 60, nil),
            (57, 60, 60, -3), (3_660, 60, 60, 3_600), (-3_540, 60, 60, -3_600), (60, 0, 0, 60), (60, -5, 60, nil),
        ] as [(Int64, Int64, Int64, Int64?)])
    func `the machine's clock counts while the machine runs`(
        wall: Int64, up: Int64, elapsed: Int64, jump: Int64?
    ) {
        let clock = ExamClock(at: reading(0, 0))
        let now = reading(wall, up)
        #expect(clock.elapsed(at: now) == elapsed * 1_000)
        #expect(clock.jump(at: now) == jump.map { $0 * 1_000 })
    }

    @Test(
        arguments: [(90, 5, 90, nil), (90, 500, 90, nil), (0, 5, 0, nil), (-600, 5, 0, -600)]
            as [(Int64, Int64, Int64, Int64?)])
    func `over a restart the wall counts, unless it went back`(
        wall: Int64, up: Int64, elapsed: Int64, jump: Int64?
    ) {
        let clock = ExamClock(at: reading(0, 0))
        let now = reading(wall, up, "second")
        #expect(clock.elapsed(at: now) == elapsed * 1_000)
        #expect(clock.jump(at: now) == jump.map { $0 * 1_000 })
    }

    @Test func `time is added up from reading to reading, whatever was done to the wall between`() {
        var clock = ExamClock(at: reading(0, 0))
        clock.move(to: reading(30, 30))
        clock.move(to: reading(9_000, 40))
        clock.move(to: reading(-9_000, 50))
        clock.move(to: reading(-8_990, 0, "second"))
        clock.move(to: reading(-8_980, 10, "second"))
        #expect(clock.elapsed == 70_000)
        #expect(clock.jump(at: reading(-8_970, 20, "second")) == nil)
    }

    @Test func `a slewed clock is no jump, however often it is looked at`() {
        var clock = ExamClock(at: reading(0, 0))
        for step in 1...100 as ClosedRange<Int64> {
            let now = ClockReading(wall: 1_700_000_000_000 + step * 1_010, up: 90_000 + step * 1_000, boot: "first")
            #expect(clock.jump(at: now) == nil)
            clock.move(to: now)
        }
        #expect(clock.elapsed == 100_000)
    }

    @Test func `clocks that go forth and back for ever add up to what can be counted`() {
        let ends = [ClockReading.range.lowerBound, ClockReading.range.upperBound]
        let readings = (0..<4_000).map {
            ClockReading(wall: ends[$0 % 2], up: ends[$0 % 2], boot: $0 % 4 < 2 ? "first" : "second")
        }
        var clock = ExamClock(at: readings[0])
        for reading in readings {
            #expect((clock.jump(at: reading) ?? 0).magnitude <= 1 << 55)
            clock.move(to: reading)
        }
        #expect(clock.elapsed == 1 << 60)
        #expect(ClockRemark.all(in: readings).count == 1_999)
    }

    @Test(
        arguments: [
            (#"{"wall":9007199254740992,"up":-9007199254740992,"boot":"b"}"#, true),
            (#"{"wall":9007199254740993,"up":0,"boot":"b"}"#, false),
            (#"{"wall":0,"up":-9007199254740993,"boot":"b"}"#, false), (#"{"wall":1e300,"up":0,"boot":"b"}"#, false),
            (#"{"wall":1,"up":0}"#, false),
        ]) func `a reading is read where clocks can show it`(text: String, isRead: Bool)
    {
        #expect(((try? JSONDecoder().decode(ClockReading.self, from: Data(text.utf8))) != nil) == isRead)
    }

    @Test func `a reading says when it was by the wall`() {
        #expect(reading(5, 0).moment.milliseconds == 1_700_000_005_000)
    }
}
