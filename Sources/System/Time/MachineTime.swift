import Glibc
package import Scoring

/// The time as this machine tells it.
package struct MachineTime: TimeSource {
    package init() {}

    package var now: Moment { Moment(milliseconds: milliseconds(of: CLOCK_REALTIME)) }
    package var uptime: Int64 { milliseconds(of: CLOCK_BOOTTIME) }
    package var boot: String { Self.boot }
    package var zone: any Zone { LocalZone() }

    /// Read once: it is the same for as long as the program can run.
    private static let boot: String = {
        let text = (try? readText("/proc/sys/kernel/random/boot_id")) ?? ""
        return String(text.filter { !$0.isWhitespace }.prefix(64))
    }()

    private func milliseconds(of clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }
}
