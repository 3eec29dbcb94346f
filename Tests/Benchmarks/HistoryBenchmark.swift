import CPageSums
import GRDBSQLite
import PseudoTerminal

/// From start to first prompt for a learner with a long history, and what a session takes of memory, beside one with
/// none. A day's answers are given to the program down a pipe, and copied to the days before.
enum HistoryBenchmark {
    private static let days = 200
    private static let answersADay = 500
    private static let rounds = 21
    private static let answer = "99601 x1, 99602 x1\n"

    static func run() throws {
        let program = try builtExecutable("preceptor")
        let home = try TemporaryFolder()
        let environment = ["PRECEPTOR_HOME": home.path]
        let filling = try milliseconds { try answerForADay(in: home, by: program) }
        print(
            "\(answersADay) answers down a pipe, each durable: \(Int(Double(answersADay) / filling * 1_000)) a second")
        guard spread(in: "\(home.path)/records.sqlite") else { return print("the records cannot be filled") }
        try start(program, environment)
        try memory(program, environment)
    }

    /// Fills records with the long history of `old-hand`; false where that cannot be.
    static func fill(_ home: TemporaryFolder, by program: String) throws -> Bool {
        try answerForADay(in: home, by: program)
        return spread(in: "\(home.path)/records.sqlite")
    }

    private static func answerForADay(in home: TemporaryFolder, by program: String) throws {
        _ = try PseudoTerminal.run(
            program, ["--learner", "old-hand", "--kind", "claim", "--count", "\(answersADay)", "--seed", "1"],
            input: String(repeating: answer, count: answersADay), environment: ["PRECEPTOR_HOME": home.path],
            within: 600)
    }

    private static func start(_ program: String, _ environment: [String: String?]) throws {
        func prompt(_ learner: String) throws -> Double {
            try milliseconds {
                let window = try TerminalSession(program, ["--learner", learner], environment: environment)
                try window.wait(until: "an item is asked") { $0.text.contains("1/12") && $0.text.contains(">") }
            }
        }
        var (old, new): ([Double], [Double]) = ([], [])
        for round in 0..<rounds {
            new.append(try prompt("new-\(round)"))
            old.append(try prompt("old-hand"))
        }
        print("start, median of \(rounds)                                ms   x floor")
        show(median(old), beside: median(new))
    }

    private static func memory(_ program: String, _ environment: [String: String?]) throws {
        func most(_ learner: String) throws -> Double {
            let session = try PseudoTerminal.run(
                program, ["--learner", learner, "--count", "60", "--seed", "1"],
                input: String(repeating: answer, count: 30) + "progress\n" + String(repeating: answer, count: 30),
                environment: environment)
            return Double(session.peakMemory) / 1_000
        }
        print("memory at most, 60 items and progress              MB   x floor")
        show(try most("old-hand"), beside: try most("beginner"), budget: 40)
    }

    private static func show(_ figure: Double, beside floor: Double, budget: Double? = nil) {
        print(Row(title: "floor: a learner who never answered", figure: floor).text(floor: floor))
        let title = "a learner with \(days * answersADay) answers"
        print(Row(title: title, figure: figure, budget: budget).text(floor: floor))
    }

    /// Copies the answers of today to each of the days before.
    private static func spread(in path: String) -> Bool {
        let columns =
            "learner, session, item, place, response, hints, text, verdict, fraction, skills, findings, beliefs"
        let sql = """
            WITH RECURSIVE day (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM day WHERE n < \(days - 1))
            INSERT INTO answer (\(columns), at) SELECT \(columns), at - n * 86400000 FROM day, answer
            """
        var database: OpaquePointer?
        defer { sqlite3_close(database) }
        return pageSumsInstall() == SQLITE_OK && sqlite3_open(path, &database) == SQLITE_OK
            && sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK
            && sqlite3_total_changes(database) == Int32((days - 1) * answersADay)
    }
}
