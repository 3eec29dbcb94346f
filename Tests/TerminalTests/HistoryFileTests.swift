import Foundation
import Glibc
import PseudoTerminal
import Testing

@testable import Terminal

@Suite struct `A history file` {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path(of: "history")
    }

    private var mode: mode_t {
        var status = stat()
        stat(path, &status)
        return status.st_mode & 0o7777
    }

    private func load() -> [String] {
        var history = HistoryFile(path: path)
        return history.load()
    }

    @Test func `keeps lines between runs`() throws {
        var history = HistoryFile(path: path)
        #expect(history.load() == [])
        history.append("99601 x1")
        history.append("naïve 家")
        #expect(load() == ["99601 x1", "naïve 家"])
        #expect(try folder.read("history") == "99601 x1\nnaïve 家\n")
    }

    @Test func `is for one person's eyes`() throws {
        var history = HistoryFile(path: path)
        history.append("one")
        #expect(mode == 0o600)
        chmod(path, 0o644)
        history.append("two")
        #expect(mode == 0o600)
        for number in 0..<HistoryFile.limit {
            history.append("\(number)")
        }
        #expect(mode == 0o600)
    }

    @Test func `holds a thousand lines at most`() throws {
        var history = HistoryFile(path: path)
        for number in 0..<1_200 {
            history.append("line \(number)")
        }
        let kept = try #require(try folder.read("history")).split(separator: "\n")
        #expect(kept.count == 1_000)
        #expect(kept.first == "line 200")
        #expect(kept.last == "line 1199")
        #expect(load().count == 1_000)
    }

    @Test func `that is too long is cut when it is read`() throws {
        try folder.write((0..<5_000).map { "line \($0)\n" }.joined(), to: "history")
        #expect(load().first == "line 4000")
        #expect(try folder.read("history")?.hasPrefix("line 4000\n") == true)
    }

    @Test func `that is enormous is read from near its end`() throws {
        let line = String(repeating: "x", count: 1_000) + "\n"
        try folder.write("first\n" + String(repeating: line, count: 8_000) + "last\n", to: "history")
        let lines = load()
        #expect(lines.count == 1_000)
        #expect(lines.last == "last")
        #expect((try folder.read("history") ?? "").utf8.count < 1_100_000)
    }

    @Test func `with bad lines gives the good ones`() throws {
        try Data([0xFF, 0x0A, 0x61, 0x00, 0x0A, 0x0A] + Array("good\r\nno end".utf8)).write(to: URL(filePath: path))
        #expect(load() == ["good", "no end"])
    }

    @Test func `that lacks its last line end is mended by the next line`() throws {
        try folder.write("one\ntwo", to: "history")
        var history = HistoryFile(path: path)
        #expect(history.load() == ["one", "two"])
        history.append("three")
        #expect(load() == ["one", "two", "three"])
    }

    @Test func `that is a link stays one`() throws {
        try folder.write("one\n", to: "real")
        symlink("real", path)
        var history = HistoryFile(path: path)
        for number in 0..<1_100 {
            history.append("\(number)")
        }
        var status = stat()
        #expect(lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
        #expect(try folder.read("real")?.hasSuffix("1099\n") == true)
        #expect(load().count == 1_000)
    }

    @Test func `leaves nothing else behind`() throws {
        var history = HistoryFile(path: path)
        for number in 0..<1_100 {
            history.append("\(number)")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["history"])
    }

    @Test(arguments: ["a folder", "a pipe", "a device", "a file for a folder", "forbidden"])
    func `that cannot be is done without`(_ obstacle: String) throws {
        var place = path
        switch obstacle {
        case "a folder": mkdir(path, 0o700)
        case "a pipe": mkfifo(path, 0o600)
        case "a device": place = "/dev/null"
        case "a file for a folder": place = try folder.write("text", to: "file") + "/history"
        default: place = "/proc/history"
        }
        var history = HistoryFile(path: place)
        #expect(history.load() == [])
        history.append("line")
        #expect(history.load() == [])
    }

    @Test func `whose reading fails is empty`() {
        // A regular file, even for the superuser, that nothing can be read from at its beginning.
        var history = HistoryFile(path: "/proc/self/mem")
        #expect(history.load() == [])
    }

    @Test func `is shared by two runs`() {
        var first = HistoryFile(path: path)
        var second = HistoryFile(path: path)
        for number in 0..<600 {
            first.append("first \(number)")
            second.append("second \(number)")
        }
        let lines = load()
        #expect(lines.count == 1_000)
        #expect(lines.suffix(2) == ["first 599", "second 599"])
        #expect(lines.first == "first 100")
    }

    @Test func `never mixes the lines of runs at the same time`() throws {
        let done = DispatchGroup()
        for name in ["a", "b", "c"] {
            done.enter()
            Thread.detachNewThread { [path] in
                var history = HistoryFile(path: path)
                for number in 0..<300 {
                    history.append(String(repeating: name, count: 50) + " \(number)")
                }
                done.leave()
            }
        }
        done.wait()
        let lines = load()
        #expect(lines.count == 900)
        for name in ["a", "b", "c"] {
            let own = lines.filter { $0.hasPrefix(name) }
            #expect(own == (0..<300).map { String(repeating: name, count: 50) + " \($0)" })
        }
    }
}
