import GRDBSQLite
import Glibc
import PseudoTerminal

/// Fifty candidates who answer at once, each in a process and an attempt of their own as the program keeps them, beside
/// what the disk and SQLite commit for as many writers in the same run.
///
/// An answer counts once it and the item that it leads to are on the disk, in the folder that `PRECEPTOR_BENCH_FOLDER`
/// names; in /var/tmp without one.
enum ExamBenchmark {
    private static let candidates = 50
    private static let answersEach = 240
    private static let rounds = 5
    /// Items of the exam, all of them claims, so that one text answers each.
    private static let items = 30
    /// What an answer and the next item take in a log.
    private static let entryBytes = 660

    static func run() {
        let parent = getenv("PRECEPTOR_BENCH_FOLDER").map { String(cString: $0) } ?? "/var/tmp"
        var name = Array("\(parent)/preceptor-exams-XXXXXX".utf8CString)
        guard mkdtemp(&name) != nil else { return print("no temporary folder can be made") }
        let folder = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { call("/bin/rm", ["-rf", folder]) }
        guard let program, prepare(folder) else { return print("build the program first: swift build -c release") }

        print("\(candidates) at once, \(answersEach) each, \(rounds) rounds        a second, each round")
        var disk: [Double] = []
        var sqlite: [Double] = []
        var alone: [Double] = []
        var exams: [Double] = []
        for round in 0..<rounds {
            let place = "\(folder)/\(round)"
            mkdir(place, 0o700)
            disk.append(writers(candidates) { Writer(.lines, to: "\(place)/\($0)", count: answersEach) })
            sqlite.append(writers(candidates) { _ in Writer(.rows, to: "\(place)/one.sqlite", count: answersEach) })
            alone.append(writers(1) { _ in Writer(.rows, to: "\(place)/alone.sqlite", count: answersEach * 10) })
            exams.append(sitting(candidates, of: program, in: folder, home: "\(place)/home"))
        }
        report("disk: one line and fsync, a file each", disk)
        report("floor: SQLite, WAL and FULL, one file", sqlite)
        report("floor: the same with one writer", alone)
        report("answers of preceptor exam take", exams)
        let floors = zip(sqlite, alone).map { max($0, $1) }
        let percent = Int(zip(exams, floors).map { $0 / $1 }.sorted()[rounds / 2] * 100)
        print("answers are \(percent) % of what SQLite commits; budget 80: \(percent >= 80 ? "kept" : "MISSED")")
    }

    private static func report(_ title: String, _ rates: [Double]) {
        let padding = String(repeating: " ", count: max(42 - title.count, 1))
        print(title + padding + rates.map { "\(Int($0))" }.joined(separator: "  "))
    }

    // MARK: Candidates

    private static var program: String? {
        guard let own = realpath("/proc/self/exe", nil) else { return nil }
        defer { free(own) }
        let path = String(cString: own).split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/preceptor"
        return access(path, X_OK) == 0 ? path : nil
    }

    /// A pack with an exam of claims only.
    private static func prepare(_ folder: String) -> Bool {
        let blueprint = """
            blueprints:
              - id: load
                title: load
                summary: Claims only.
                minutes: 600
                attempts: 1
                pass-mark: { percent: 70, justification: none is certified by it }
                navigation: free
                sections:
                  - { id: claims, title: Claims, count: \(items), kinds: [claim] }

            """
        guard call("/bin/cp", ["-R", repository("Content/Packs/home-infusion"), "\(folder)/pack"]),
            let file = fopen("\(folder)/pack/blueprints.yaml", "w")
        else { return false }
        fputs(blueprint, file)
        fclose(file)
        return true
    }

    /// Answers a second, from the moment at which all have begun to that at which all have ended.
    private static func sitting(_ candidates: Int, of program: String, in folder: String, home: String) -> Double {
        let sittings = (0..<candidates).compactMap { number in
            Child(
                program,
                ["exam", "take", "load", "--candidate", "Candidate \(number)", "--pack", "\(folder)/pack"],
                environment: ["PRECEPTOR_HOME=\(home)", "PATH=/usr/bin:/bin"], takesInput: true)
        }
        for sitting in sittings { sitting.write("agree\n") }
        while begun(in: home) < candidates { usleep(20_000) }
        var lines = ""
        for number in 0..<answersEach { lines += number % items == 0 && number > 0 ? "go 1\n99601\n" : "99601\n" }
        let start = ContinuousClock.now
        for sitting in sittings {
            sitting.write(lines)
            sitting.endInput()
        }
        let failed = sittings.count { !$0.wait() }
        let seconds = start.duration(to: .now) / .seconds(1)
        let kept = count("grep -chE '\"event\":\"(answer|change)\"' \(home)/exams/attempts/*.log")
        if failed > 0 || kept != candidates * answersEach {
            print("\(failed) candidates failed; \(kept) of \(candidates * answersEach) answers kept")
        }
        return Double(kept) / seconds
    }

    private static func begun(in home: String) -> Int {
        count("grep -ch '\"event\":\"start\"' \(home)/exams/attempts/*.log 2>/dev/null")
    }

    /// The sum of the numbers that a command prints.
    private static func count(_ command: String) -> Int {
        guard let pipe = popen(command, "r") else { return 0 }
        defer { pclose(pipe) }
        var sum = 0
        var line = [CChar](repeating: 0, count: 64)
        while fgets(&line, Int32(line.count), pipe) != nil { sum += atol(line) }
        return sum
    }

    /// Commits a second of as many processes that do nothing else.
    private static func writers(_ count: Int, _ task: (Int) -> Writer) -> Double {
        let tasks = (0..<count).map(task)
        let start = ContinuousClock.now
        let children = tasks.compactMap { Child("/proc/self/exe", $0.words, environment: [], takesInput: false) }
        let failed = children.count { !$0.wait() }
        if failed > 0 { print("\(failed) writers failed") }
        return Double(tasks.reduce(0) { $0 + $1.count }) / (start.duration(to: .now) / .seconds(1))
    }

    @discardableResult
    private static func call(_ path: String, _ arguments: [String]) -> Bool {
        Child(path, arguments, environment: [], takesInput: false)?.wait() == true
    }
}

extension ExamBenchmark {
    /// A process that makes so many entries durable, one after the other, and does nothing else: the floor.
    struct Writer {
        enum Kind: String {
            /// Lines of a file of its own, with an `fsync` each.
            case lines
            /// Rows of an SQLite file that others write too, committed each.
            case rows
        }

        let kind: Kind
        let path: String
        let count: Int

        init(_ kind: Kind, to path: String, count: Int) {
            self.kind = kind
            self.path = path
            self.count = count
        }

        /// Reads the words that a process was started with; nil where it is to be no writer.
        init?(_ words: some Collection<String>) {
            let words = Array(words)
            guard words.count == 4, words[0] == "--writer", let kind = Kind(rawValue: words[1]),
                let count = Int(words[3])
            else { return nil }
            self.init(kind, to: words[2], count: count)
        }

        var words: [String] { ["--writer", kind.rawValue, path, "\(count)"] }

        /// Writes; whether all of it was kept.
        func run() -> Bool {
            switch kind {
            case .lines: appendLines()
            case .rows: insertRows()
            }
        }

        private func appendLines() -> Bool {
            let file = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
            let line = [UInt8](repeating: UInt8(ascii: "x"), count: entryBytes)
            return (0..<count).allSatisfy { _ in write(file, line, line.count) == line.count && fsync(file) == 0 }
        }

        private func insertRows() -> Bool {
            var connection: OpaquePointer?
            defer { sqlite3_close(connection) }
            guard sqlite3_open(path, &connection) == SQLITE_OK else { return false }
            sqlite3_busy_timeout(connection, 60_000)
            let opening = """
                PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
                CREATE TABLE IF NOT EXISTS entry (id INTEGER PRIMARY KEY, text TEXT NOT NULL)
                """
            let row = "INSERT INTO entry (text) VALUES ('\(String(repeating: "x", count: entryBytes))')"
            return sqlite3_exec(connection, opening, nil, nil, nil) == SQLITE_OK
                && (0..<count).allSatisfy { _ in sqlite3_exec(connection, row, nil, nil, nil) == SQLITE_OK }
        }
    }
}

/// A process that was started, with what it reads.
private struct Child {
    private var process: pid_t = 0
    private var input: Int32 = -1

    /// Starts a program that writes to nowhere; nil where that fails.
    init?(_ path: String, _ arguments: [String], environment: [String], takesInput: Bool) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        var ends: [Int32] = [-1, -1]
        if takesInput {
            guard pipe(&ends) == 0 else { return nil }
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
        }
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        var words = ([path] + arguments).map { strdup($0) } + [nil]
        var settings = environment.map { strdup($0) } + [nil]
        defer { for word in words + settings { free(word) } }
        guard posix_spawn(&process, path, &actions, nil, &words, &settings) == 0 else { return nil }
        if takesInput { close(ends[0]) }
        input = ends[1]
    }

    func write(_ text: String) { _ = text.withCString { Glibc.write(input, $0, text.utf8.count) } }

    func endInput() { close(input) }

    /// Whether it ends well.
    func wait() -> Bool {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status == 0
    }
}
