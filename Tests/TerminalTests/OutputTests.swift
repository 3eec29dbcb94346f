import Glibc
import Machine
import Testing

@testable import Terminal

@Suite struct `Buffered output` {
    init() {
        ignoreWriteSignals()
    }

    @Test func `arrives when it is flushed`() throws {
        let pipe = TestPipe()
        let output = Output(descriptor: pipe.writing)
        output.write("one ")
        output.line("two")
        output.line()
        _ = fcntl(pipe.reading, F_SETFL, O_NONBLOCK)
        var bytes = [UInt8](repeating: 0, count: 100)
        #expect(read(pipe.reading, &bytes, 100) == -1)
        try output.flush()
        #expect(read(pipe.reading, &bytes, 100) == 9)
        #expect(bytes.starts(with: "one two\n\n".utf8))
        try output.flush()
        #expect(read(pipe.reading, &bytes, 100) == -1)
        #expect(output.failure == nil)
    }

    @Test func `to a reader that went away is told from then on`() {
        let pipe = TestPipe()
        pipe.closeReading()
        let output = Output(descriptor: pipe.writing)
        output.line("text")
        #expect(output.failure == nil)
        #expect(throws: OutputError.closed) { try output.flush() }
        output.line("more")
        #expect(throws: OutputError.closed) { try output.flush() }
        #expect(output.failure == .closed)
    }

    @Test func `to a full disk is told in the system's words`() {
        let full = open("/dev/full", O_WRONLY | O_CLOEXEC)
        defer { close(full) }
        let output = Output(descriptor: full)
        output.line("text")
        #expect(throws: OutputError.failed("No space left on device")) { try output.flush() }
    }

    @Test func `that nobody flushes fails when the buffer is full`() {
        let output = Output(descriptor: -1)
        for _ in 0..<10_000 {
            output.line("a line that takes some room")
        }
        #expect(output.failure == .failed("Bad file descriptor"))
    }

    @Test(arguments: [true, false])
    func `waits for a slow reader`(_ isBlocking: Bool) {
        let pipe = TestPipe()
        let text = (0..<40_000).map { "line \($0)\n" }.joined()
        _ = fcntl(pipe.writing, F_SETFL, isBlocking ? 0 : O_NONBLOCK)
        pipe.write { descriptor in
            let output = Output(descriptor: descriptor)
            for line in text.split(separator: "\n") {
                output.line(String(line))
            }
            try? output.flush()
        }
        var received: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 5_000)
        while true {
            let count = read(pipe.reading, &piece, piece.count)
            guard count > 0 else { break }
            received += piece[..<count]
            usleep(100)
        }
        #expect(received.elementsEqual(text.utf8))
    }
}
