import CPseudoTerminal
import Glibc

/// How a program ended.
package enum ExitStatus: Equatable, Sendable {
    /// By itself, with this code.
    case exited(Int32)
    /// By a signal.
    case killed(Int32)

    init(waitStatus: Int32) {
        let signal = waitStatus & 0x7F
        self = signal == 0 ? .exited(waitStatus >> 8 & 0xFF) : .killed(signal)
    }
}

/// Why a program could not be driven, with what was seen of it.
package struct DriveFailure: Error, CustomStringConvertible {
    package let description: String

    static func system(_ action: String, _ number: Int32 = errno) -> DriveFailure {
        DriveFailure(description: "\(action): \(strerror(number).map { String(cString: $0) } ?? "error \(number)")")
    }
}

/// What to start, and where.
struct Launch {
    var executable: String
    var arguments: [String]
    /// Set on top of `environment`; nil takes a variable away.
    var changes: [String: String?]
    var folder: String?

    /// What a program finds set when nothing else is said; nothing of the test's own environment reaches it.
    static let environment = [
        "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm-256color", "HOME": "/nonexistent",
        "INPUTRC": "/dev/null", "TZ": "UTC",
    ]

    var environment: [String: String] {
        var result = Self.environment
        for (name, value) in changes {
            result[name] = value
        }
        return result
    }
}

/// A program that was started as the leader of a session of its own.
struct ChildProcess {
    let id: pid_t
    /// How it ended, once that is known.
    private(set) var status: ExitStatus?

    /// Starts a program whose standard descriptors `connect` opens; it gets no others.
    init(_ launch: Launch, connect: (inout posix_spawn_file_actions_t) -> Void) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        connect(&actions)
        posix_spawn_file_actions_addclosefrom_np(&actions, 3)
        if let folder = launch.folder {
            posix_spawn_file_actions_addchdir_np(&actions, folder)
        }
        var attributes = Self.attributes()
        defer { posix_spawnattr_destroy(&attributes) }
        let environment = launch.environment.map { "\($0)=\($1)" }.sorted()
        var started: pid_t = 0
        let failure = withStrings([launch.executable] + launch.arguments) { arguments in
            withStrings(environment) { environment in
                posix_spawn(&started, launch.executable, &actions, &attributes, arguments, environment)
            }
        }
        guard failure == 0 else { throw DriveFailure.system("\(launch.executable) cannot be started", failure) }
        id = started
    }

    /// A new session, and every signal as a login shell would leave it.
    private static func attributes() -> posix_spawnattr_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        let flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | Int32(PRECEPTOR_SPAWN_SETSID)
        posix_spawnattr_setflags(&attributes, Int16(flags))
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        return attributes
    }

    /// Looks whether it has ended.
    mutating func poll() -> ExitStatus? {
        reap(WNOHANG)
        return status
    }

    /// Ends it and what it started, without asking.
    mutating func end() {
        guard status == nil else { return }
        kill(-id, SIGKILL)
        reap(0)
    }

    private mutating func reap(_ options: Int32) {
        guard status == nil else { return }
        var waitStatus: Int32 = 0
        var result: pid_t
        repeat {
            result = waitpid(id, &waitStatus, options)
        } while result < 0 && errno == EINTR
        if result == id {
            status = ExitStatus(waitStatus: waitStatus)
        }
    }
}

/// Hands on an array of C strings that ends in nil.
private func withStrings<Result>(
    _ strings: [String],
    _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
    let copies = strings.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return body(copies + [nil])
}

/// A moment by which something must have happened.
struct Deadline {
    private let end: ContinuousClock.Instant

    init(within seconds: Double) {
        end = ContinuousClock.now + .seconds(seconds)
    }

    var hasPassed: Bool { ContinuousClock.now >= end }

    /// What is left of it as `poll` wants it, and no more than `limit`.
    func milliseconds(atMost limit: Double = 1_000) -> Int32 {
        let left = (end - ContinuousClock.now) / .milliseconds(1)
        return Int32(min(max(left.rounded(.up), 0), limit))
    }
}

/// The path of an executable that was built together with the tests.
package func builtExecutable(_ name: String) throws -> String {
    guard let own = realpath("/proc/self/exe", nil) else { throw DriveFailure.system("/proc/self/exe") }
    defer { free(own) }
    let folder = String(cString: own).split(separator: "/").dropLast().map { "/" + $0 }.joined()
    let path = "\(folder)/\(name)"
    guard access(path, X_OK) == 0 else { throw DriveFailure.system(path) }
    return path
}
