import Glibc

/// Says something on standard error.
func complain(_ text: String) { tell("preceptor-server: \(text)\n", 2) }

/// Says something on standard output.
func say(_ text: String) { tell("\(text)\n", 1) }

/// Who does not listen any more is told nothing.
private func tell(_ text: String, _ descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        guard count > 0 || errno == EINTR else { return }
        rest = rest.dropFirst(max(count, 0))
    }
}
