import CPseudoTerminal
import Glibc

/// A program with a terminal of its own and a person at it: the test.
///
/// The program leads a session whose controlling terminal is the pseudo-terminal, so Ctrl-C and the like reach it
/// as they do in life. Every wait has a limit, and failing it shows the screen. A program that still runs when
/// its session is let go is killed.
package final class TerminalSession {
    /// What is to be seen.
    package private(set) var screen: Screen
    /// All that the program sent, as it came.
    package private(set) var output: [UInt8] = []

    private let name: String
    private var child: ChildProcess
    /// The test's end; negative once hung up.
    private var master: Int32
    private var hasOutputEnded = false
    private var unsent: [UInt8] = []

    /// Starts a program.
    ///
    /// It finds a plain environment, the same on every machine, with `environment` set on top; nil takes a
    /// variable away.
    package init(
        _ executable: String,
        _ arguments: [String] = [],
        environment: [String: String?] = [:],
        in folder: String? = nil,
        columns: Int = 80,
        rows: Int = 24
    ) throws {
        let terminal = try openTerminal(columns: columns, rows: rows)
        let launch = Launch(executable: executable, arguments: arguments, changes: environment, folder: folder)
        do {
            child = try ChildProcess(launch) { actions in
                // The first terminal that the leader of a session opens becomes its controlling one.
                posix_spawn_file_actions_addopen(&actions, 0, terminal.path, O_RDWR, 0)
                posix_spawn_file_actions_adddup2(&actions, 0, 1)
                posix_spawn_file_actions_adddup2(&actions, 0, 2)
            }
        } catch {
            close(terminal.master)
            throw error
        }
        master = terminal.master
        screen = Screen(columns: columns, rows: rows)
        name = executable.split(separator: "/").last.map(String.init) ?? executable
    }

    deinit {
        hangUp()
        child.end()
    }

    // MARK: - The person's hands

    /// Types text.
    package func type(_ text: String, within seconds: Double = 30) throws {
        try send(Array(text.utf8), within: seconds)
    }

    /// Presses keys one after the other.
    package func press(_ keys: Key...) throws {
        try send(keys.flatMap(\.bytes))
    }

    /// Sends bytes as a keyboard would.
    package func send(_ bytes: [UInt8], within seconds: Double = 30) throws {
        unsent += bytes
        let isSent = pump(Deadline(within: seconds)) { unsent.isEmpty }
        guard isSent else { throw failure("could not type everything within \(seconds) s") }
    }

    /// Gives the window another size, of which the program is told.
    package func resize(columns: Int, rows: Int) {
        screen.resize(columns: columns, rows: rows)
        setSize(of: master, columns: columns, rows: rows)
    }

    /// Sends the program a signal from outside.
    package func signal(_ number: Int32) {
        guard child.poll() == nil else { return }
        kill(child.id, number)
    }

    /// Closes the window.
    package func hangUp() {
        guard master >= 0 else { return }
        close(master)
        master = -1
        hasOutputEnded = true
    }

    // MARK: - The person's eyes

    /// Waits until a text is to be seen, so many times at least; spaces before the cursor count as seen.
    package func wait(for text: String, times: Int = 1, within seconds: Double = 30) throws {
        let often = times == 1 ? "" : " \(times) times"
        try wait(until: "\"\(text)\" is seen\(often)", within: seconds) { $0.count(of: text) >= times }
    }

    /// Waits until the screen is as the condition wants it, which `description` puts into words.
    package func wait(
        until description: String,
        within seconds: Double = 30,
        _ condition: (Screen) -> Bool
    ) throws {
        let isMet = pump(Deadline(within: seconds)) { condition(screen) }
        guard isMet else { throw failure("waited \(seconds) s until \(description)") }
    }

    /// Waits until nothing new was written for so long.
    package func waitUntilQuiet(for pause: Double = 0.3, within seconds: Double = 30) throws {
        let deadline = Deadline(within: seconds)
        while !hasOutputEnded {
            let seen = output.count
            guard pump(Deadline(within: pause), until: { output.count > seen }) else { return }
            guard !deadline.hasPassed else { throw failure("waited \(seconds) s until the output is quiet") }
        }
    }

    /// Waits until the program has ended, and has all it wrote on the screen.
    @discardableResult
    package func waitForExit(within seconds: Double = 30) throws -> ExitStatus {
        guard let status = awaitExit(Deadline(within: seconds)) else {
            throw failure("waited \(seconds) s until it ends")
        }
        // What was written before the end may still be on its way.
        _ = pump(Deadline(within: 1)) { false }
        return status
    }

    // MARK: - In between

    private func awaitExit(_ deadline: Deadline) -> ExitStatus? {
        while child.poll() == nil, !deadline.hasPassed {
            exchange(deadline, atMost: 10)
        }
        return child.status
    }

    /// Passes bytes both ways until the condition holds; gives whether it came to that.
    private func pump(_ deadline: Deadline, until isDone: () -> Bool) -> Bool {
        while !isDone() {
            guard !hasOutputEnded, !deadline.hasPassed else { return false }
            exchange(deadline)
        }
        return true
    }

    /// Waits until bytes can be passed on, and does so.
    private func exchange(_ deadline: Deadline, atMost limit: Double = 1_000) {
        let isSending = !unsent.isEmpty && !hasOutputEnded
        var wait = pollfd(fd: hasOutputEnded ? -1 : master, events: Int16(POLLIN), revents: 0)
        wait.events |= isSending ? Int16(POLLOUT) : 0
        poll(&wait, 1, deadline.milliseconds(atMost: limit))
        if isSending, wait.revents & Int16(POLLOUT) != 0 {
            let count = write(master, unsent, unsent.count)
            unsent.removeFirst(max(count, 0))
        }
        if wait.revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 {
            receive()
        }
    }

    private func receive() {
        var bytes = [UInt8](repeating: 0, count: 64 * 1024)
        let count = read(master, &bytes, bytes.count)
        if count > 0 {
            output += bytes[..<count]
            screen.feed(bytes[..<count])
        } else if count == 0 || errno != EAGAIN && errno != EINTR {
            // The program and all that it started closed their end.
            hasOutputEnded = true
        }
    }

    private func failure(_ problem: String) -> DriveFailure {
        // One that has closed its terminal is most likely about to end.
        let status = awaitExit(Deadline(within: hasOutputEnded ? 1 : 0))
        let state = status.map { "it has ended: \($0)" } ?? "it is running"
        let lines = screen.text.split(separator: "\n", omittingEmptySubsequences: false).map { "  | \($0)" }
        let size = "\(screen.columns) by \(screen.rows)"
        return DriveFailure(
            description: "\(name): \(problem); \(state). Its screen, \(size):\n\(lines.joined(separator: "\n"))"
        )
    }
}

/// Opens a new pseudo-terminal and gives the test's end, which never makes it wait, and the program's path.
private func openTerminal(columns: Int, rows: Int) throws -> (master: Int32, path: String) {
    let master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
    guard master >= 0 else { throw DriveFailure.system("no pseudo-terminal") }
    var path = [CChar](repeating: 0, count: 128)
    guard grantpt(master) == 0, unlockpt(master) == 0, ptsname_r(master, &path, path.count) == 0 else {
        let failure = DriveFailure.system("no pseudo-terminal")
        close(master)
        throw failure
    }
    var settings = termios()
    tcgetattr(master, &settings)
    // Terminal programs set this, so that the backspace key takes away a whole character.
    settings.c_iflag |= tcflag_t(IUTF8)
    tcsetattr(master, TCSANOW, &settings)
    setSize(of: master, columns: columns, rows: rows)
    let name = path.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return (master, String(decoding: name, as: UTF8.self))
}

private func setSize(of terminal: Int32, columns: Int, rows: Int) {
    var size = winsize()
    size.ws_col = UInt16(clamping: columns)
    size.ws_row = UInt16(clamping: rows)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
}
