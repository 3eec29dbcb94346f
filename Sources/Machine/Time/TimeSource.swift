package import Scoring

/// Where the time comes from. Whatever decides something by the time is handed one.
package protocol TimeSource: Sendable {
    /// The clock on the wall, which people can set.
    var now: Moment { get }
    /// Milliseconds since the machine was started, asleep or awake, which nobody can set.
    var uptime: Int64 { get }
    /// Names the machine's start, so that `uptime` of two moments can be compared.
    var boot: String { get }
    /// How days and times of day are told where the person is.
    var zone: any Zone { get }
}

extension TimeSource {
    /// The day that it is where the person is.
    package var today: Day { zone.day(of: now) }
}
