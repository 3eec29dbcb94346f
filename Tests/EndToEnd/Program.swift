import PseudoTerminal
import Testing

/// The program that was built together with the tests, and a folder in which it runs and keeps its things.
struct Program {
    let path: String
    let folder: TemporaryFolder
    var environment: [String: String?]

    /// The built program, with its packs compiled beside it as `script/install` leaves them: else the first command of
    /// every test would read them from YAML anew.
    private static let built = Result {
        let path = try builtExecutable("preceptor")
        let home = try TemporaryFolder()
        let script = """
            "$0" pack list
            compiled=${0%/*}/preceptor_Content.resources/compiled
            mkdir -p cache "$compiled" && find cache -name "*.pack" -exec mv -t "$compiled" {} +
            """
        let result = try run(
            "/bin/bash", ["-ec", script, path], environment: ["PRECEPTOR_HOME": home.path], in: home.path)
        guard result.code == 0 else { throw NothingCompiled(errors: result.errors) }
        return path
    }

    init() throws {
        path = try Self.built.get()
        folder = try TemporaryFolder()
        environment = ["PRECEPTOR_HOME": folder.path(of: "home"), "PRECEPTOR": path]
    }

    /// Runs a command to its end.
    func callAsFunction(_ arguments: String..., input: String = "") throws -> RunResult {
        try call(arguments, input: Array(input.utf8))
    }

    func call(_ arguments: [String], input: [UInt8] = []) throws -> RunResult {
        try run(path, arguments, input: input, environment: environment, in: folder.path)
    }

    /// Runs a script that calls the program as `$PRECEPTOR`.
    func bash(_ script: String) throws -> RunResult {
        try run("/bin/bash", ["-c", script], environment: environment, in: folder.path)
    }

    /// Opens a window in which a command runs.
    func window(
        _ arguments: String..., environment changes: [String: String?] = [:], columns: Int = 80, rows: Int = 40
    ) throws -> TerminalSession {
        try TerminalSession(
            path, arguments, environment: environment.merging(changes) { $1 }, in: folder.path, columns: columns,
            rows: rows)
    }
}

/// The packs that come along could not be compiled.
private struct NothingCompiled: Error {
    let errors: String
}

extension RunResult {
    /// Both outputs in one, for what must be in neither.
    var everything: [UInt8] { outputBytes + errorBytes }
}

/// A pack of three visits and two terms that stays as it is, so that what is shown of it does too.
let lesson = repository("Tests/EndToEnd/Packs/lesson")
