import Glibc
package import Scoring

/// The time as this machine tells it.
package struct MachineTime: TimeSource {
    package init() {}

    package var now: Moment { Moment(milliseconds: milliseconds(of: CLOCK_REALTIME)) }
    /// As the kernel tells it in a file, to a hundredth of a second: what is loaded before the program to slow its clocks
    /// down reaches the calls for the time, and not that.
    package var uptime: Int64 { kernelUptime ?? milliseconds(of: CLOCK_BOOTTIME) }
    package var boot: String { Self.boot }
    package var zone: any Zone { LocalZone() }

    /// Read once: it is the same for as long as the program can run.
    private static let boot: String = {
        let text = (try? readText("/proc/sys/kernel/random/boot_id")) ?? ""
        return String(text.filter { !$0.isWhitespace }.prefix(64))
    }()

    private var kernelUptime: Int64? {
        let file = open("/proc/uptime", O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var text = [UInt8](repeating: 0, count: 64)
        let count = read(file, &text, text.count)
        let parts = text.prefix(max(count, 0)).prefix { $0 != UInt8(ascii: " ") }.split(separator: UInt8(ascii: "."))
        let numbers = parts.compactMap { Int64(String(decoding: $0, as: UTF8.self)) }
        guard numbers.count == 2, parts.count == 2, parts[1].count == 2 else { return nil }
        return numbers[0] * 1_000 + numbers[1] * 10
    }

    private func milliseconds(of clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }
}
