import CPseudoTerminal
import Glibc

/// A program that was started as the leader of a session of its own.
struct ChildProcess {
    let id: pid_t
    /// How it ended, once that is known.
    private(set) var status: ExitStatus?
    /// The most memory it ever had at once, in kilobytes, once it has ended.
    private(set) var peakMemory = 0

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
        var usage = rusage()
        var result: pid_t
        repeat {
            result = wait4(id, &waitStatus, options, &usage)
        } while result < 0 && errno == EINTR
        if result == id {
            status = ExitStatus(waitStatus: waitStatus)
            peakMemory = usage.ru_maxrss
        }
    }
}

/// Hands on an array of C strings that ends in nil.
private func withStrings<Result>(
    _ strings: [String],
    _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
    let copies = strings.map { strdup($0) }
    defer {
        for copy in copies { free(copy) }
    }
    return body(copies + [nil])
}
