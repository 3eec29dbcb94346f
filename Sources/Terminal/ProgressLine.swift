import Glibc
import Machine

/// How far something long has come, on a terminal: a line on standard error that comes after two seconds and goes when
/// it is over. Elsewhere there is none.
package final class ProgressLine {
    private let screen = Output(descriptor: 2)
    private let isShown = isTerminal(2) && environmentValue("TERM") != "dumb"
    private let words: String
    private var next: Int64
    private var isVisible = false

    private static let wait: Int64 = 2_000
    private static let pace: Int64 = 250

    /// - Parameter words: What is being done, such as `Simulating`.
    package init(_ words: String) {
        self.words = words
        next = Alarm.now + Self.wait
    }

    /// Shows how much is done, now and then.
    package func show(_ done: Int, of all: Int) {
        guard isShown, Alarm.now >= next, all > 0 else { return }
        next = Alarm.now + Self.pace
        isVisible = true
        screen.rewriteLine("\(words): \(done * 100 / all) %")
    }

    /// Takes the line away.
    package func end() {
        if isVisible { screen.rewriteLine("") }
        isVisible = false
    }
}
