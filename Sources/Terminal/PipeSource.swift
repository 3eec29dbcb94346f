import Glibc

/// Lines from a pipe or a file.
///
/// Lines end in a line feed, with or without a carriage return before it; the last one may lack it. A byte order
/// mark at the very start is no part of the first line. However long a line is, no more than `longestLine` bytes
/// of it are held.
package final class PipeSource: LineSource {
    package var alarms: [Alarm] = []
    package let isInteractive = false
    /// Shows the notice of an alarm; nobody reads them down a pipe.
    var show: (String) -> Void = { _ in }
    private let descriptor: Int32
    private var chunk = [UInt8](repeating: 0, count: 64 * 1024)
    /// The part of `chunk` that has been read and not yet been given away.
    private var unread = 0..<0
    /// The beginning of a line whose end is not in `chunk`.
    private var partial: [UInt8] = []
    private var isSkipping = false
    private var isAtStart = true
    private var hasEnded = false

    /// A source of the lines of an open descriptor, which it does not close.
    package init(descriptor: Int32 = 0) {
        self.descriptor = descriptor
    }

    package func next(prompt: String) -> LineEvent {
        while !hasEnded {
            if unread.isEmpty, let failure = refill() {
                return failure
            }
            if let event = takeLine() {
                return event
            }
        }
        return .ended
    }

    /// Reads the next chunk; gives an event if there is none.
    private func refill() -> LineEvent? {
        while true {
            if let event = waitWithAlarms() { return event }
            let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                unread = 0..<count
                return nil
            }
            if count == 0 {
                hasEnded = true
                return partial.isEmpty && !isSkipping ? .ended : finishLine()
            }
            let reason = errno
            switch reason {
            case EINTR: continue
            case EAGAIN: waitUntilReadable()
            default:
                hasEnded = true
                return .unreadable("input cannot be read: \(describeError(reason))")
            }
        }
    }

    /// Waits for input as long as alarms are to ring; gives the event of one that gives the line up.
    private func waitWithAlarms() -> LineEvent? {
        while let wait = alarms.wait {
            var input = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            if poll(&input, 1, wait) != 0 { return nil }
            for alarm in alarms.takeRinging() {
                guard let notice = alarm.notice else { return .expired }
                show(notice)
            }
        }
        return nil
    }

    private func waitUntilReadable() {
        var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&wait, 1, -1)
    }

    /// Takes a line out of the chunk; nil if the line goes on beyond it.
    private func takeLine() -> LineEvent? {
        let lineEnd = chunk.withUnsafeBufferPointer {
            firstPosition(of: UInt8(ascii: "\n"), in: UnsafeBufferPointer(rebasing: $0[unread]))
        }
        guard let lineEnd = lineEnd.map({ $0 + unread.lowerBound }) else {
            keep(unread)
            unread = 0..<0
            return nil
        }
        let piece = unread.lowerBound..<lineEnd
        unread = lineEnd + 1..<unread.upperBound
        guard partial.isEmpty, !isSkipping else {
            keep(piece)
            return finishLine()
        }
        return chunk.withUnsafeBufferPointer { decode(UnsafeBufferPointer(rebasing: $0[piece])) }
    }

    /// Holds a piece of a long line, or gives the line up once there is too much of it.
    private func keep(_ piece: Range<Int>) {
        guard !isSkipping else { return }
        // Two more than a line may have: its carriage return, and a byte that tells it is too long. The byte
        // order mark is in no hurry: a first line that is too long by those three bytes is too long.
        let room = longestLine + 2 - partial.count
        partial.append(contentsOf: chunk[piece.prefix(room)])
        isSkipping = piece.count > room
    }

    private func finishLine() -> LineEvent {
        defer {
            partial.removeAll(keepingCapacity: true)
            isSkipping = false
        }
        guard !isSkipping else {
            isAtStart = false
            return lineTooLong
        }
        return partial.withUnsafeBufferPointer(decode)
    }

    private func decode(_ line: UnsafeBufferPointer<UInt8>) -> LineEvent {
        var text = line[...]
        if isAtStart, text.starts(with: [0xEF, 0xBB, 0xBF]) {
            text = text.dropFirst(3)
        }
        isAtStart = false
        if text.last == UInt8(ascii: "\r") {
            text = text.dropLast()
        }
        return decodeLine(UnsafeBufferPointer(rebasing: text))
    }
}
