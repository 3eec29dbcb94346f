import Glibc
import PseudoTerminal
import Terminal
import Testing

@Suite struct `Lines of a pipe` {
    /// The events of input that arrives in pieces of so many bytes, up to the end.
    private func events(_ bytes: [UInt8], pieces: Int = .max) -> [LineEvent] {
        let pipe = TestPipe()
        pipe.write { writeBytes(bytes, to: $0, pieces: pieces) }
        return events(PipeSource(descriptor: pipe.reading))
    }

    private func events(_ source: PipeSource) -> [LineEvent] {
        var result: [LineEvent] = []
        while true {
            let event = source.next(prompt: "never shown")
            guard event != .ended else { return result }
            result.append(event)
        }
    }

    @Test(
        arguments: [
            ("", []),
            ("one\ntwo\n", [.line("one"), .line("two")]),
            ("no end", [.line("no end")]),
            ("\n\n", [.line(""), .line("")]),
            ("one\r\ntwo\r\n", [.line("one"), .line("two")]),
            ("one\r", [.line("one")]),
            ("in\rside\n", [.line("in\rside")]),
            ("\u{FEFF}one\n\u{FEFF}two\n", [.line("one"), .line("\u{FEFF}two")]),
            ("\u{FEFF}\n", [.line("")]),
            ("naïve 家\n", [.line("naïve 家")]),
            ("a\0b\nnext\n", [.unreadable("NUL at byte 2"), .line("next")]),
        ] as [(String, [LineEvent])])
    func `are read`(_ input: String, expected: [LineEvent]) {
        for pieces in [Int.max, 1, 2, 3] {
            #expect(events(Array(input.utf8), pieces: pieces) == expected, "in pieces of \(pieces)")
        }
    }

    @Test(
        arguments: [
            ([0xFF], 1), ([0x61, 0xC3], 2), ([0x61, 0xC3, 0x28], 2), ([0xED, 0xA0, 0x80], 1), ([0xC0, 0x80], 1),
            ([0xF4, 0x90, 0x80, 0x80], 1), ([0xC3, 0xA9, 0x80], 3),
        ] as [([UInt8], Int)])
    func `that are not UTF-8 are told, and where`(_ bytes: [UInt8], place: Int) {
        let found = events(bytes + Array("\nnext\n".utf8))
        #expect(found == [.unreadable("not UTF-8 at byte \(place)"), .line("next")])
    }

    @Test(arguments: [longestLine - 1, longestLine])
    func `may be as long as the limit`(_ count: Int) {
        let text = String(repeating: "x", count: count)
        for end in ["", "\n", "\r\n"] {
            #expect(events(Array((text + end).utf8)) == [.line(text)])
            #expect(events(Array(("short\n" + text + end).utf8), pieces: 1_000) == [.line("short"), .line(text)])
        }
    }

    @Test(arguments: [longestLine + 1, longestLine + 2, longestLine + 3, 2 * longestLine, 10_000_000])
    func `that are longer are one event, and the next is read`(_ count: Int) {
        let long = [UInt8](repeating: UInt8(ascii: "x"), count: count)
        let expected: [LineEvent] = [
            .line("before"), .unreadable("line longer than 64 KiB"), .line("after"), .line("last"),
        ]
        for end in ["\n", "\r\n"] {
            let input = Array("before\n".utf8) + long + Array("\(end)after\nlast".utf8)
            #expect(events(input, pieces: 50_000) == expected)
        }
        #expect(events(long) == [.unreadable("line longer than 64 KiB")])
    }

    @Test func `that are many come out whole`() {
        let lines = (0..<50_000).map { "line \($0)" }
        let found = events(Array((lines.joined(separator: "\n") + "\n").utf8), pieces: 777)
        #expect(found == lines.map(LineEvent.line))
    }

    @Test func `that cannot be read are told once`() {
        let source = PipeSource(descriptor: -1)
        #expect(source.next(prompt: "") == .unreadable("input cannot be read: Bad file descriptor"))
        #expect(source.next(prompt: "") == .ended)
    }

    @Test func `of a folder cannot be read`() {
        let folder = open("/", O_RDONLY | O_CLOEXEC)
        defer { close(folder) }
        #expect(events(PipeSource(descriptor: folder)) == [.unreadable("input cannot be read: Is a directory")])
    }

    @Test func `are waited for where reading does not wait`() {
        let pipe = TestPipe()
        _ = fcntl(pipe.reading, F_SETFL, O_NONBLOCK)
        pipe.write { descriptor in
            usleep(50_000)
            writeBytes(Array("late\n".utf8), to: descriptor)
        }
        #expect(events(PipeSource(descriptor: pipe.reading)) == [.line("late")])
    }

    @Test func `are given before the next is there`() {
        let pipe = TestPipe()
        let source = PipeSource(descriptor: pipe.reading)
        for text in ["one", "two"] {
            writeBytes(Array("\(text)\n".utf8), to: pipe.writing)
            #expect(source.next(prompt: "") == .line(text))
        }
        pipe.closeWriting()
        #expect(source.next(prompt: "") == .ended)
    }
}
