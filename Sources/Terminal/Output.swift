import Glibc

/// Why output did not arrive.
package enum OutputError: Error, Equatable, Sendable {
    /// The reader went away.
    case closed
    /// It could not be written, in the system's words.
    case failed(String)
}

/// Buffered text for a file descriptor: the one door through which anything reaches a terminal.
///
/// Text is made harmless here, so that nobody who writes needs to know where it came from.
///
/// Writing never fails by itself: what goes wrong is remembered and thrown by every `flush()` from then on, and
/// what is written after it is dropped. Nothing is flushed unless it is asked for or the buffer is full.
package final class Output {
    private let descriptor: Int32
    /// How text is emphasised where it goes.
    package let style: Style
    private var buffer: [UInt8] = []
    private let isOnTerminal: Bool
    private static let capacity = 64 * 1024

    /// What went wrong, if something did.
    package private(set) var failure: OutputError?

    /// Output to an open descriptor, which it does not close; emphasised as suits it unless it is said how.
    package init(descriptor: Int32 = 1, style: Style? = nil) {
        self.descriptor = descriptor
        isOnTerminal = isTerminal(descriptor)
        self.style = style ?? Style(descriptor: descriptor)
        buffer.reserveCapacity(Self.capacity)
    }

    /// Writes text for people, with its line feeds and tabs; whatever else a terminal would obey becomes visible.
    package func write(_ text: String) { append(style.rendered(text, keepingLayout: true).utf8) }

    /// Writes bytes for a program. A terminal is shown them as text.
    package func data(_ bytes: [UInt8]) {
        isOnTerminal ? write(String(decoding: bytes, as: UTF8.self)) : raw(bytes)
    }

    /// Puts a line in the place of the one that a terminal's cursor stands in, at once.
    package func rewriteLine(_ text: String) {
        append("\r\u{1B}[K\(style.rendered(text))".utf8)
        drain()
    }

    /// Clears the screen of a terminal.
    package func clearScreen() { append("\u{1B}[H\u{1B}[2J".utf8) }

    /// Writes bytes as they are; many at once are not copied first.
    private func raw(_ bytes: [UInt8]) {
        guard bytes.count >= Self.capacity else { return append(bytes) }
        drain()
        if failure == nil { failure = bytes.withUnsafeBytes { writeAll($0, to: descriptor) } }
    }

    private func append(_ bytes: some Collection<UInt8>) {
        guard failure == nil else { return }
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.capacity {
            drain()
        }
    }

    /// Writes a line of text for people; whatever a terminal would obey becomes visible, line feeds in it too.
    package func line(_ text: String = "") {
        append(style.rendered(text).utf8)
        append(CollectionOfOne(UInt8(ascii: "\n")))
    }

    /// Hands everything written so far to the system.
    package func flush() throws(OutputError) {
        drain()
        if let failure {
            throw failure
        }
    }

    private func drain() {
        if isOnTerminal, !buffer.isEmpty { Patience.end() }
        if failure == nil {
            failure = buffer.withUnsafeBytes { writeAll($0, to: descriptor) }
        }
        buffer.removeAll(keepingCapacity: true)
    }
}

/// Writes all bytes, however many calls it takes; gives what went wrong.
private func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> OutputError? {
    var rest = bytes[...]
    while !rest.isEmpty {
        let piece = UnsafeRawBufferPointer(rebasing: rest)
        let count = write(descriptor, piece.baseAddress, piece.count)
        if count >= 0 {
            rest = rest.dropFirst(count)
            continue
        }
        let reason = errno
        switch reason {
        case EINTR: continue
        case EAGAIN:
            var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            _ = poll(&wait, 1, -1)
        case EPIPE: return .closed
        default: return .failed(describeError(reason))
        }
    }
    return nil
}
