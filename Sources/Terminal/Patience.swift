import Glibc
import Machine
import Synchronization

/// Tells whoever waits at a terminal that something is being done: a line on standard error that comes after two seconds
/// in which nothing was shown, and goes as soon as something is, or is to be typed.
package enum Patience {
    private struct State {
        var isOver = true
        var isVisible = false
    }

    private static let state = Mutex(State())
    private static let wait: UInt32 = 2
    /// A line in a narrower window would not stay one.
    private static let leastColumns = 24

    /// Begins to count. Where no terminal is, nothing is shown.
    package static func begin() {
        guard isTerminal(2), environmentValue("TERM") != "dumb", TerminalSize.current().columns >= leastColumns else {
            return
        }
        state.withLock { $0 = State(isOver: false) }
        var thread = pthread_t()
        guard pthread_create(&thread, nil, { _ in Patience.watch() }, nil) == 0 else { return }
        pthread_detach(thread)
    }

    /// Takes the line away, for good.
    package static func end() {
        state.withLock { state in
            if state.isVisible { say("") }
            state = State()
        }
    }

    private static func watch() -> UnsafeMutableRawPointer? {
        let start = Alarm.now
        sleep(wait)
        while state.withLock({ tell((Alarm.now - start) / 1_000, in: &$0) }) { sleep(1) }
        return nil
    }

    /// - Returns: Whether there is more to be told.
    private static func tell(_ seconds: Int64, in state: inout State) -> Bool {
        guard !state.isOver else { return false }
        state.isVisible = true
        say("Working, \(seconds) s")
        return true
    }

    private static func say(_ words: String) {
        let line = Array("\r\u{1B}[K\(words)".utf8)
        _ = line.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
    }
}
