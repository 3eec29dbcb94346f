package import Scoring

/// What two clocks show at one moment.
package struct ClockReading: Sendable, Codable, Equatable {
    /// The wall clock: milliseconds since 1970 UTC. People can set it.
    package let wall: Int64
    /// Milliseconds since the machine was started, asleep or awake. Nobody can set it.
    package let up: Int64
    /// Names the machine's start, so that `up` of two moments can be compared.
    package let boot: String

    package init(wall: Int64, up: Int64, boot: String) {
        self.wall = wall
        self.up = up
        self.boot = boot
    }

    /// What a clock can show: a quarter of a million years before or after 1970.
    package static let range: ClosedRange<Int64> = -(1 << 53)...(1 << 53)

    /// Reads what a log tells.
    ///
    /// - Throws: `DecodingError` of numbers that no clock shows.
    package init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        wall = try members.decode(.wall, in: Self.range)
        up = try members.decode(.up, in: Self.range)
        boot = try members.decode(String.self, forKey: .boot)
    }

    /// What the wall clock shows.
    package var moment: Moment { Moment(milliseconds: wall) }

    /// Milliseconds that have passed since an earlier reading by every clock that can tell, less than 0 where the one on
    /// the wall was put back: the machine's own only where it was not started anew meanwhile.
    package func passed(since earlier: ClockReading) -> Int64 {
        let byWall = wall - earlier.wall
        return isOfOneStart(with: earlier) ? min(byWall, up - earlier.up) : byWall
    }

    /// Whether the machine's own clock can be compared: it was not started anew, and the clock did not go back.
    func isOfOneStart(with earlier: ClockReading) -> Bool { boot == earlier.boot && up >= earlier.up }
}

/// How much of an exam's time has passed, whatever is done to the clock on the wall.
///
/// Between two moments of one start of the machine its own clock counts. Over a restart, and where that clock went back
/// as none does by itself, only the wall clock is left; it counts unless it went back.
package struct ExamClock: Sendable, Equatable {
    /// Milliseconds since the exam began.
    package private(set) var elapsed: Int64 = 0
    private var last: ClockReading

    /// Differences between the clocks below this, in milliseconds, are no jump: clocks are slewed all the time.
    package static let tolerance: Int64 = 2_000

    /// A clock that has not moved since the exam began.
    package init(at start: ClockReading) { last = start }

    /// Times together, of which no more is counted than the clocks of a log can go forth and back for ever.
    static func sum(_ time: Int64, _ more: Int64) -> Int64 { min(max(time + more, -(1 << 60)), 1 << 60) }

    /// The time that will have passed at a moment.
    package func elapsed(at moment: ClockReading) -> Int64 { Self.sum(elapsed, passed(until: moment)) }

    /// Milliseconds by which the wall clock was set forward, or back, since the last moment; nil where it was not.
    package func jump(at moment: ClockReading) -> Int64? {
        let difference = moment.wall - last.wall - passed(until: moment)
        return abs(difference) > Self.tolerance ? difference : nil
    }

    /// Takes in a moment: the time until then has passed.
    package mutating func move(to moment: ClockReading) {
        elapsed = elapsed(at: moment)
        last = moment
    }

    private func passed(until moment: ClockReading) -> Int64 {
        moment.isOfOneStart(with: last) ? moment.up - last.up : max(0, moment.wall - last.wall)
    }
}
