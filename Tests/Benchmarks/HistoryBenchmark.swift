import GRDBSQLite
import PseudoTerminal

/// From start to first prompt for a learner with a long history, beside one with none. A day's answers are given to the
/// program down a pipe, and copied to the days before.
enum HistoryBenchmark {
    private static let days = 200
    private static let answersADay = 500
    private static let rounds = 21

    static func run() throws {
        let program = try builtExecutable("preceptor")
        let home = try TemporaryFolder()
        let environment = ["PRECEPTOR_HOME": home.path]
        let filling = try milliseconds {
            _ = try PseudoTerminal.run(
                program, ["--learner", "old-hand", "--kind", "claim", "--count", "\(answersADay)", "--seed", "1"],
                input: String(repeating: "99601 x1, 99602 x1\n", count: answersADay), environment: environment,
                within: 600)
        }
        print(
            "\(answersADay) answers down a pipe, each durable: \(Int(Double(answersADay) / filling * 1_000)) a second")
        guard spread(in: "\(home.path)/records.sqlite") else { return print("the records cannot be filled") }
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
        let floor = median(new)
        print(Row(title: "floor: a learner who never answered", figure: floor).text(floor: floor))
        print(Row(title: "a learner with \(days * answersADay) answers", figure: median(old)).text(floor: floor))
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
        return sqlite3_open(path, &database) == SQLITE_OK && sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK
            && sqlite3_total_changes(database) == Int32((days - 1) * answersADay)
    }
}
