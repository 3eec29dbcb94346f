import Quiz
import Scoring
import Testing

@Suite struct `The clocks of an attempt` {
    /// Readings in seconds, and what is remarked of them.
    @Test(
        arguments: [
            ([], []), ([(0, 0)], []), ([(0, 0), (60, 60), (3_600, 3_600)], []), ([(0, 0), (61, 60)], []),
            ([(0, 0), (7_260, 60)], [.set(by: 7_200_000)]), ([(0, 0), (-3_540, 60)], [.set(by: -3_600_000)]),
            (
                (0...100).map { ($0 * 9, $0 * 10) },
                [.drifted(wall: 900_000, machine: 1_000_000)]
            ),
            ((0...100).map { ($0 * 101, $0 * 100) }, [.drifted(wall: 10_100_000, machine: 10_000_000)]),
            ([(0, 500), (60, 100)], [.machineWentBack(by: 400_000)]),
        ] as [([(Int64, Int64)], [ClockRemark])])
    func `are held against each other`(readings: [(wall: Int64, up: Int64)], remarks: [ClockRemark]) {
        let all = readings.map { ClockReading(wall: $0.wall * 1_000, up: $0.up * 1_000, boot: "a") }
        #expect(ClockRemark.all(in: all) == remarks)
    }

    @Test func `are told apart over a restart, and from the future`() {
        let readings = [
            ClockReading(wall: 100_000, up: 90_000, boot: "a"), ClockReading(wall: 40_000, up: 1_000, boot: "b"),
        ]
        #expect(ClockRemark.all(in: readings) == [.behindAfterRestart(by: 60_000)])
        #expect(ClockRemark.future(readings[0], lookedAt: Moment(milliseconds: 10_000)) == .future(by: 90_000))
        #expect(ClockRemark.future(readings[0], lookedAt: Moment(milliseconds: 99_000)) == nil)
    }

    /// What both clocks show later, in hours, whether the machine was started anew, and what has passed.
    @Test(
        arguments: [
            (24, 24, false, 24), (24, 1, false, 1), (1, 24, false, 1), (24, 1, true, 24), (-1, 5, false, -1),
            (24, -1, false, 24),
        ] as [(Int64, Int64, Bool, Int64)])
    func `let no time pass that one of them does not tell`(wall: Int64, up: Int64, isAnew: Bool, passed: Int64) {
        let hour: Int64 = 3_600_000
        let first = ClockReading(wall: 0, up: 10 * hour, boot: "a")
        let then = ClockReading(wall: wall * hour, up: (10 + up) * hour, boot: isAnew ? "b" : "a")
        #expect(then.passed(since: first) == passed * hour)
    }
}
