package import Scoring
import Synchronization

/// A time that stands still until it is moved, for trying out what depends on it.
package final class SetTime: TimeSource {
    private struct Clocks {
        var now: Moment
        var uptime: Int64
        var boot: String
    }

    private let clocks: Mutex<Clocks>
    package let zone: any Zone

    /// - Parameters:
    ///   - now: What the clock on the wall shows.
    ///   - uptime: Milliseconds since the machine was started.
    ///   - boot: Names the machine's start.
    ///   - zone: Where the person is.
    package init(_ now: Moment, uptime: Int64 = 0, boot: String = "first start", zone: any Zone = FixedZone.utc) {
        clocks = Mutex(Clocks(now: now, uptime: uptime, boot: boot))
        self.zone = zone
    }

    package var now: Moment { clocks.withLock(\.now) }
    package var uptime: Int64 { clocks.withLock(\.uptime) }
    package var boot: String { clocks.withLock(\.boot) }

    /// Lets so many milliseconds pass by both clocks.
    package func pass(milliseconds: Int64) {
        clocks.withLock { clocks in
            clocks.now = clocks.now.adding(milliseconds: milliseconds)
            clocks.uptime += milliseconds
        }
    }

    /// Sets the clock on the wall, as a person can.
    package func set(_ now: Moment) { clocks.withLock { $0.now = now } }

    /// Starts the machine anew.
    package func restart(as boot: String) {
        clocks.withLock { clocks in
            clocks.boot = boot
            clocks.uptime = 0
        }
    }
}
