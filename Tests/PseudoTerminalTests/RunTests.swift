import Glibc
import PseudoTerminal
import Testing

@Suite struct `Running a program` {
    @Test func `gives both outputs and the status`() throws {
        let result = try run("/bin/sh", ["-c", "cat; echo no >&2; exit 5"], input: "yes")
        #expect(result.output == "yes")
        #expect(result.errors == "no\n")
        #expect(result.status == .exited(5))
    }

    @Test func `carries large input and output`() throws {
        let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0) }
        let result = try run("/bin/sh", ["-c", "tee /dev/stderr"], input: bytes)
        #expect(result.outputBytes == bytes)
        #expect(result.errorBytes == bytes)
    }

    @Test func `survives a program that does not read`() throws {
        let result = try run("/bin/sh", ["-c", "exit 0"], input: [UInt8](repeating: 0, count: 1_000_000))
        #expect(result.status == .exited(0))
    }

    @Test func `tells a signal from an exit`() throws {
        #expect(try run("/bin/sh", ["-c", "kill -TERM $$"]).status == .killed(SIGTERM))
        // A broken pipe ends a program as it would from a shell, whatever the tests do about it themselves.
        #expect(try run("/bin/sh", ["-c", "kill -PIPE $$"]).status == .killed(SIGPIPE))
    }

    @Test func `has no terminal`() throws {
        let result = try run("/bin/sh", ["-c", "tty; test -w /dev/tty && : 2>/dev/null >/dev/tty && echo terminal"])
        #expect(result.output == "not a tty\n")
    }

    @Test func `has a limit`() throws {
        let start = ContinuousClock.now
        let failure = try #require(throws: DriveFailure.self) {
            try run("/bin/sh", ["-c", "echo begun; sleep 100"], within: 0.3)
        }
        #expect(failure.description.contains("still running after 0.3 s"))
        #expect(failure.description.contains("begun"))
        #expect(ContinuousClock.now - start < .seconds(20))
    }

    @Test func `works where it is told to`() throws {
        let folder = try TemporaryFolder()
        try folder.write("text\n", to: "file")
        #expect(try run("/bin/cat", ["file"], in: folder.path).output == "text\n")
        #expect(try run("/bin/sh", ["-c", "echo $X"], environment: ["X": "y"]).output == "y\n")
    }

    @Test func `finds what was built`() throws {
        #expect(throws: DriveFailure.self) { try builtExecutable("no-such-program") }
    }

    @Test func `a temporary folder goes`() throws {
        var folder: TemporaryFolder? = try TemporaryFolder()
        let path = try #require(folder?.path)
        try folder?.write("text", to: "file")
        #expect(try folder?.read("file") == "text")
        #expect(try folder?.read("nothing") == .some(nil))
        #expect(access(path, F_OK) == 0)
        folder = nil
        #expect(access(path, F_OK) == -1)
    }
}
