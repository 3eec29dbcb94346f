import Glibc
import Learning
import Stores

/// A process of its own that uses the records, so that it can be killed, starved and raced.
///
///     records-probe write FILE LEARNER COUNT [--limit BYTES] [--user UID]
///     records-probe open FILE LEARNER
///     records-probe measure FOLDER ANSWERS
///
/// `write` answers COUNT items (0: without end) and prints the number of each answer once it is safe.
@main
enum Probe {
    static func main() {
        do {
            try run(Array(CommandLine.arguments.dropFirst()))
        } catch {
            say("\(error.kind): \(error.message)", on: STDERR_FILENO)
            exit(74)
        }
    }

    private static func run(_ arguments: [String]) throws(RecordsError) {
        obeyLimits(arguments)
        switch arguments.first {
        case "write" where arguments.count >= 4:
            try write(arguments[1], learner: arguments[2], count: Int(arguments[3]) ?? 0)
        case "open" where arguments.count == 3: try Measure.opening(arguments[1], learner: arguments[2])
        case "measure" where arguments.count == 3:
            try Measure.writing(in: arguments[1], answers: Int(arguments[2]) ?? 0)
        default:
            say(
                "records-probe write FILE LEARNER COUNT | open FILE LEARNER | measure FOLDER ANSWERS", on: STDERR_FILENO
            )
            exit(64)
        }
    }

    private static func write(_ path: String, learner: String, count: Int) throws(RecordsError) {
        let records = try SQLiteLearnerStore(path: path)
        let known = try records.learner(named: learner, at: Sample.moment(0))
        let last = try records.lastAnswers(1, of: known.id).first
        var course = try Course(records, learner: learner, from: last.map { $0.answer.position + 1 } ?? 0)
        var written = 0
        while count == 0 || written < count {
            say("\(try course.answer())")
            written += 1
        }
        try records.close()
    }

    private static func obeyLimits(_ arguments: [String]) {
        if let bytes = option("--limit", arguments) {
            // Past the limit a write is to fail, not to end the process.
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: rlim_t(bytes), rlim_max: rlim_t(bytes))
            setrlimit(__rlimit_resource_t(UInt32(RLIMIT_FSIZE.rawValue)), &limit)
        }
        if let user = option("--user", arguments), geteuid() == 0, setgid(user) != 0 || setuid(user) != 0 {
            exit(70)
        }
    }

    private static func option(_ name: String, _ arguments: [String]) -> UInt32? {
        guard let position = arguments.firstIndex(of: name), position + 1 < arguments.count else { return nil }
        return UInt32(arguments[position + 1])
    }
}

/// Writes a line at once: whoever reads it may end this process the next moment.
func say(_ line: String, on descriptor: Int32 = STDOUT_FILENO) {
    var text = line + "\n"
    text.withUTF8 { _ = write(descriptor, $0.baseAddress, $0.count) }
}
