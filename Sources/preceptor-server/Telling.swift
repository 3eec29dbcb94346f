import Glibc
import Machine

/// Says something on standard error.
func complain(_ text: String) { tell("preceptor-server: \(text)\n", 2) }

/// Says something on standard output.
func say(_ text: String) { tell("\(text)\n", 1) }

/// Writes text for people; who does not listen any more is told nothing. What people call themselves may be part of it, so
/// a terminal gets lines and tabs, and nothing else that it would obey.
func tell(_ text: String, _ descriptor: Int32) {
    var rest = Array(printable(text, keepingLayout: true).utf8)[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        guard count > 0 || errno == EINTR else { return }
        rest = rest.dropFirst(max(count, 0))
    }
}
