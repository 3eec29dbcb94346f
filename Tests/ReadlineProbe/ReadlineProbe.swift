import Glibc
import Machine
import Terminal

/// Asks for lines until there are no more and says what came of each: for the tests of line editing, which need
/// a program in a terminal.
@main
struct ReadlineProbe {
    /// Takes the path of a history file, or nothing; exits with 74 if nobody can see what comes of a line. The line
    /// `work` keeps it from asking for the next one for half a second, the line `hang` for longer than anybody waits;
    /// `notice` lets something be said half a second later, and `deadline` the line be given up then.
    static func main() {
        let words = ["lookup", "policies", "policy", "progress", "why"]
        let source = standardLineSource(program: "preceptor", history: CommandLine.arguments.dropFirst().first) {
            word, _ in
            words.filter { $0.hasPrefix(word) }
        }
        let output = Output()
        let prompt = Style().prompt("> ")
        while true {
            let event = source.next(prompt: prompt)
            output.line(description(of: event))
            guard (try? output.flush()) != nil else { exit(74) }
            guard event != .ended else { return }
            if event == .line("work") { work(for: .milliseconds(500)) }
            if event == .line("hang") { work(for: .seconds(600)) }
            if event == .line("notice") { source.alarms = [Alarm(at: Alarm.now + 500, notice: "soon")] }
            if event == .line("deadline") { source.alarms = [Alarm(at: Alarm.now + 500, notice: nil)] }
        }
    }

    private static func work(for time: Duration) {
        let end = ContinuousClock.now + time
        while ContinuousClock.now < end { usleep(1_000) }
    }

    private static func description(of event: LineEvent) -> String {
        switch event {
        case .line(let text) where text.utf8.count > 200: "line of \(text.utf8.count) bytes"
        case .line(let text): "line [\(printable(text))]"
        case .interrupted: "interrupted"
        case .ended: "ended"
        case .expired: "expired"
        case .unreadable(let why): "unreadable: \(why)"
        }
    }
}
