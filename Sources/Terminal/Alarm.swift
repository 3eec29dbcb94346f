import Glibc

/// Something that is to happen at a time, whatever is being typed.
package struct Alarm: Sendable, Equatable {
    /// Milliseconds since the machine was started, asleep or awake.
    package let time: Int64
    /// What is then shown above the line; nil where the line is given up.
    package let notice: String?

    package init(at time: Int64, notice: String?) {
        self.time = time
        self.notice = notice
    }

    /// Milliseconds since the machine was started, asleep or awake: no clock that anybody can set.
    package static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_BOOTTIME, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }
}

extension [Alarm] {
    /// Milliseconds until the first of them rings, at most a minute; nil where there is none.
    var wait: Int32? {
        self.min { $0.time < $1.time }.map { Int32(clamping: Swift.min(Swift.max(0, $0.time - Alarm.now), 60_000)) }
    }

    /// Takes out the ones whose time has come, in order.
    mutating func takeRinging() -> [Alarm] {
        let now = Alarm.now
        let ringing = filter { $0.time <= now }.sorted { $0.time < $1.time }
        removeAll { $0.time <= now }
        return ringing
    }
}
