import CPseudoTerminal
import Glibc

/// What came of running a program without a terminal.
package struct RunResult: Sendable {
    /// How it ended.
    package let status: ExitStatus
    /// What it wrote to its standard output.
    package let outputBytes: [UInt8]
    /// What it wrote to its standard error.
    package let errorBytes: [UInt8]
    /// The most memory it had at once, in kilobytes.
    package let peakMemory: Int

    /// The exit status; nil where a signal ended the program.
    package var code: Int32? {
        guard case .exited(let code) = status else { return nil }
        return code
    }

    /// Its standard output; what is not UTF-8 is shown as U+FFFD.
    package var output: String { String(decoding: outputBytes, as: UTF8.self) }
    /// Its standard error; what is not UTF-8 is shown as U+FFFD.
    package var errors: String { String(decoding: errorBytes, as: UTF8.self) }
}

/// Runs a program to its end with text as its standard input.
package func run(
    _ executable: String,
    _ arguments: [String] = [],
    input: String = "",
    environment: [String: String?] = [:],
    in folder: String? = nil,
    within seconds: Double = 300
) throws -> RunResult {
    let input = Array(input.utf8)
    return try run(
        executable, arguments, input: input, environment: environment, in: folder, within: seconds
    )
}

/// Runs a program to its end with bytes as its standard input, however much goes in and comes out.
///
/// It finds a plain environment, the same on every machine, with `environment` set on top; nil takes a variable
/// away. It is killed if it takes longer than `seconds`, and that is an error.
package func run(
    _ executable: String,
    _ arguments: [String] = [],
    input: [UInt8],
    environment: [String: String?] = [:],
    in folder: String? = nil,
    within seconds: Double = 300
) throws -> RunResult {
    // A program may end before it has read everything.
    _ = signal(SIGPIPE, SIG_IGN)
    let launch = Launch(executable: executable, arguments: arguments, changes: environment, folder: folder)
    var pipes = try StandardPipes(input: input)
    defer { pipes.close() }
    var child = try ChildProcess(launch) { pipes.connect(&$0) }
    defer { child.end() }
    pipes.closeProgramEnds()
    let deadline = Deadline(within: seconds)
    while !deadline.hasPassed {
        if pipes.areOpen {
            pipes.exchange(deadline)
        } else if let status = child.poll() {
            return RunResult(
                status: status, outputBytes: pipes.output.bytes, errorBytes: pipes.errors.bytes,
                peakMemory: child.peakMemory)
        } else {
            usleep(1_000)
        }
    }
    let seen = String(decoding: (pipes.output.bytes + pipes.errors.bytes).suffix(2_000), as: UTF8.self)
    throw DriveFailure(
        description: "\(executable) \(arguments): still running after \(seconds) s. It last wrote:\n\(seen)"
    )
}

/// Both ends of a pipe, each closed once.
private struct Pipe {
    private(set) var reading: Int32
    private(set) var writing: Int32
    var bytes: [UInt8] = []

    init() throws {
        var ends: [Int32] = [-1, -1]
        guard pipe2(&ends, O_CLOEXEC) == 0 else { throw DriveFailure.system("no pipe") }
        (reading, writing) = (ends[0], ends[1])
    }

    var isOpenForReading: Bool { reading >= 0 }
    var isOpenForWriting: Bool { writing >= 0 }

    mutating func closeReading() {
        guard reading >= 0 else { return }
        Glibc.close(reading)
        reading = -1
    }

    mutating func closeWriting() {
        guard writing >= 0 else { return }
        Glibc.close(writing)
        writing = -1
    }

    /// Reads what there is; closes the pipe at its end.
    mutating func receive() {
        var piece = [UInt8](repeating: 0, count: 64 * 1024)
        let count = read(reading, &piece, piece.count)
        if count > 0 {
            bytes += piece[..<count]
        } else if count == 0 || errno != EINTR {
            closeReading()
        }
    }
}

/// The three standard descriptors of a program as pipes.
private struct StandardPipes {
    private var input: Pipe
    private(set) var output: Pipe
    private(set) var errors: Pipe
    private var sent = 0

    init(input bytes: [UInt8]) throws {
        input = try Pipe()
        output = try Pipe()
        errors = try Pipe()
        input.bytes = bytes
        _ = fcntl(input.writing, F_SETFL, O_NONBLOCK)
    }

    /// Whether the program may still write something.
    var areOpen: Bool { output.isOpenForReading || errors.isOpenForReading }

    func connect(_ actions: inout posix_spawn_file_actions_t) {
        posix_spawn_file_actions_adddup2(&actions, input.reading, 0)
        posix_spawn_file_actions_adddup2(&actions, output.writing, 1)
        posix_spawn_file_actions_adddup2(&actions, errors.writing, 2)
    }

    mutating func closeProgramEnds() {
        input.closeReading()
        output.closeWriting()
        errors.closeWriting()
    }

    mutating func close() {
        closeProgramEnds()
        input.closeWriting()
        output.closeReading()
        errors.closeReading()
    }

    /// Waits until bytes can be passed on, and does so.
    mutating func exchange(_ deadline: Deadline) {
        if sent == input.bytes.count {
            input.closeWriting()
        }
        var waits = [
            pollfd(fd: input.writing, events: Int16(POLLOUT), revents: 0),
            pollfd(fd: output.reading, events: Int16(POLLIN), revents: 0),
            pollfd(fd: errors.reading, events: Int16(POLLIN), revents: 0),
        ]
        poll(&waits, 3, deadline.milliseconds())
        if waits[0].revents != 0 {
            send()
        }
        if waits[1].revents != 0 {
            output.receive()
        }
        if waits[2].revents != 0 {
            errors.receive()
        }
    }

    private mutating func send() {
        let count = input.bytes[sent...].withUnsafeBytes { write(input.writing, $0.baseAddress, $0.count) }
        if count >= 0 {
            sent += count
        } else if errno != EAGAIN && errno != EINTR {
            input.closeWriting()
        }
    }
}
