import Foundation
import Glibc

/// A pipe for a test to read from or write to, with a thread of its own at the other end: the threads that tests
/// run on are few and must not wait for each other.
final class TestPipe {
    let reading: Int32
    let writing: Int32
    private var isReadingOpen = true
    private var isWritingOpen = true

    init() {
        var ends: [Int32] = [-1, -1]
        _ = pipe(&ends)
        (reading, writing) = (ends[0], ends[1])
    }

    deinit {
        closeReading()
        closeWriting()
    }

    func closeReading() {
        guard isReadingOpen else { return }
        close(reading)
        isReadingOpen = false
    }

    func closeWriting() {
        guard isWritingOpen else { return }
        close(writing)
        isWritingOpen = false
    }

    /// Lets a thread do the writing; the end is closed when it is done.
    func write(_ body: @escaping @Sendable (_ descriptor: Int32) -> Void) {
        let descriptor = writing
        isWritingOpen = false
        Thread.detachNewThread {
            body(descriptor)
            close(descriptor)
        }
    }
}

/// Writes all bytes, so many at a time.
func writeBytes(_ bytes: [UInt8], to descriptor: Int32, pieces: Int = .max) {
    var rest = bytes[...]
    while !rest.isEmpty {
        let piece = Array(rest.prefix(pieces))
        let count = write(descriptor, piece, piece.count)
        guard count > 0 else { return }
        rest = rest.dropFirst(count)
    }
}
