import ArgumentParser
import Authoring
import Content
import Editing
import Machine
import Quiz
import Reports
import Scoring
import Terminal
import Training

/// Checks packs, and says of each all that is wrong with it, and how to mend it.
struct PackCheckCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check a pack: everything that is wrong, where, and how to mend it.",
        discussion: """
            The exit status is 0 where there are no errors, warnings or not, and 1 where there are. With --watch, the \
            check is made again whenever a file is saved, until Ctrl-C, and the status is 0.
            """)

    @Argument(help: "Bundled packs by their ids, or folders; all bundled packs by default.", completion: .directory)
    var packs: [String] = []

    @Option(
        name: .customLong("pack"), help: ArgumentHelp("The same, as other commands take it.", valueName: "pack"),
        completion: .directory)
    var option: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "CMS's add-on code file, PTP table or MUE table, or several: what the packs' codes disagree with.",
            valueName: "file"),
        completion: .file())
    var ncci: [String] = []

    @Flag(help: "Write JSON.")
    var json = false

    @Flag(help: "Check again whenever a file is saved.")
    var watch = false

    func perform(_ console: Console) throws {
        let library = try PackLibrary.standard()
        let named = packs + option
        let names = named.isEmpty ? library.ids : named
        let folders = try names.map { (name: $0, path: try library.folder(of: $0)) }
        guard watch else {
            if try !check(folders, console) { throw ExitStatus.notRight.code }
            return
        }
        try console.watch(folders.map(\.path)) { _ = try check(folders, console) }
    }

    /// Shows all that is wrong with some packs, and says whether none has an error.
    private func check(_ folders: [(name: String, path: String)], _ console: Console) throws -> Bool {
        let today = MachineTime().today
        let checks = try folders.map { folder in
            let reading = readPack(folder: folder.path, today: today)
            let report = try reading.pack.map { try NCCIReport(of: $0, with: ncci, on: today) }
            return NamedCheck(name: folder.name, check: PackCheck(reading), report: report)
        }
        if json {
            console.json(.array(checks.map(JSON.init)))
        } else {
            for check in checks { console.show(check) }
        }
        return checks.allSatisfy { $0.count(.error) == 0 }
    }
}

/// What is wrong with a pack that was named on the command line.
private struct NamedCheck {
    let name: String
    let check: PackCheck
    /// Where the pack disagrees with CMS's tables; nil where none were given or the pack is broken.
    let report: NCCIReport?

    var disagreements: [NCCIReport.Entry] { report?.entries ?? [] }
    func count(_ severity: Problem.Severity) -> Int { check.count(severity) }
}

extension Console {
    func show(_ problems: [Problem]) {
        for problem in problems { line(problem.description) }
    }

    fileprivate func show(_ check: NamedCheck) {
        show(check.check.problems)
        for entry in check.disagreements { line("\(entry.file): \(entry.disagreement)") }
        let found: [(Int, String)] = [
            (check.count(.error), "error"), (check.count(.warning), "warning"),
            (check.disagreements.count, "disagreement"),
        ]
        let counts = found.filter { $0.0 > 0 }.map { quantity($0, $1) }
        line("\(check.name): \(counts.isEmpty ? "no problems" : counts.joined(separator: ", "))")
        for (blueprint, check) in check.check.blueprints {
            guard let power = check.formsPowerOfTen else { continue }
            line(
                "  \(blueprint.id): forms of \(blueprint.itemsInWords) items, at least 10^\(Int(power)) different ones")
        }
    }
}

extension JSON {
    fileprivate init(_ check: NamedCheck) {
        let blueprints = check.check.blueprints.map { blueprint, check in
            JSON.object([
                ("id", .string(blueprint.id.text)), ("items", .integer(blueprint.count)),
                ("formsPowerOfTen", check.formsPowerOfTen.map { .integer(Int($0)) } ?? .null),
            ])
        }
        let disagreements = check.report.flatMap { $0.entries.isEmpty ? nil : [("disagreements", $0.json)] } ?? []
        self = .object(
            [
                ("pack", .string(check.name)),
                ("errors", .integer(check.count(.error))),
                ("warnings", .integer(check.count(.warning))),
                ("problems", .array(check.check.problems.map(JSON.init))),
                ("blueprints", .array(blueprints)),
            ] + disagreements)
    }

    init(_ problem: Problem) {
        self = .object([
            ("severity", .string(problem.severity.rawValue)),
            ("file", .string(problem.position.file)),
            ("line", .integer(problem.position.line)),
            ("column", .integer(problem.position.column)),
            ("message", .string(problem.message)),
            ("mend", .optional(problem.mend)),
        ])
    }
}
