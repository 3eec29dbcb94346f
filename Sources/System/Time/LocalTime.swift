import Glibc
package import Scoring

/// The clock on the wall, where the person is.
package enum LocalTime {
    /// Now, in milliseconds since 1970 UTC.
    package static var now: Int64 { MachineTime().now.milliseconds }

    /// Milliseconds that only ever go forward, for measuring how long something took.
    package static var stopwatch: Int64 { MachineTime().uptime }

    /// The day that a moment belongs to.
    package static func day(of milliseconds: Int64) -> Day { LocalZone().day(of: Moment(milliseconds: milliseconds)) }

    /// The moment at which a day begins.
    package static func start(of day: Day) -> Int64 { LocalZone().start(of: day).milliseconds }

    /// The moment at which a day begins that is so many days after 1 January 1970.
    package static func start(ofDay ordinal: Int) -> Int64 { LocalZone().start(ofDay: ordinal).milliseconds }

    /// A moment as the clock on the wall shows it.
    package static func text(of milliseconds: Int64, separator: String = " ", beforeZone: String = " ") -> String {
        LocalZone().text(of: Moment(milliseconds: milliseconds), separator: separator, beforeZone: beforeZone)
    }
}
