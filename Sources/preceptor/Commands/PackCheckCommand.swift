import ArgumentParser
import Content
import Terminal

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
        let names = packs.isEmpty ? library.ids : packs
        let folders = try names.map { (name: $0, path: try library.folder(of: $0)) }
        guard watch else {
            if try !check(folders, console) { throw ExitStatus.notRight.code }
            return
        }
        try console.watch(folders.map(\.path)) { _ = try check(folders, console) }
    }

    /// Shows all that is wrong with some packs, and says whether none has an error.
    private func check(_ folders: [(name: String, path: String)], _ console: Console) throws -> Bool {
        let today = LocalTime.day(of: LocalTime.now)
        let readings = folders.map { (name: $0.name, reading: readPack(folder: $0.path, today: today)) }
        let reports = try readings.map { _, reading in
            try reading.pack.map { try NCCIReport(of: $0, with: ncci, on: today) }
        }
        if json {
            console.json(.array(zip(readings, reports).map { JSON($0.reading, of: $0.name, $1) }))
        } else {
            for ((name, reading), report) in zip(readings, reports) { console.show(reading, of: name, report) }
        }
        return readings.allSatisfy { $0.reading.pack != nil }
    }
}

extension PackReading {
    func count(_ severity: Problem.Severity) -> Int { problems.count { $0.severity == severity } }
}

extension Console {
    func show(_ problems: [Problem]) {
        for problem in problems { line(printable(problem.description)) }
    }

    fileprivate func show(_ reading: PackReading, of name: String, _ report: NCCIReport?) {
        show(reading.problems)
        let disagreements = report?.entries ?? []
        for entry in disagreements { line(printable("\(entry.file): \(entry.disagreement)")) }
        let counts = [
            (reading.count(.error), "error"), (reading.count(.warning), "warning"),
            (disagreements.count, "disagreement"),
        ]
        .filter { $0.0 > 0 }
        .map { $0.0 == 1 ? "1 \($0.1)" : "\($0.0) \($0.1)s" }
        line("\(printable(name)): \(counts.isEmpty ? "no problems" : counts.joined(separator: ", "))")
    }
}

extension JSON {
    fileprivate init(_ reading: PackReading, of name: String, _ report: NCCIReport?) {
        let disagreements = report.flatMap { $0.entries.isEmpty ? nil : [("disagreements", $0.json)] } ?? []
        self = .object(
            [
                ("pack", .string(name)),
                ("errors", .integer(reading.count(.error))),
                ("warnings", .integer(reading.count(.warning))),
                ("problems", .array(reading.problems.map(JSON.init))),
            ] + disagreements)
    }

    init(_ problem: Problem) {
        self = .object([
            ("severity", .string(problem.severity.rawValue)),
            ("file", .string(problem.place.file)),
            ("line", .integer(problem.place.line)),
            ("column", .integer(problem.place.column)),
            ("message", .string(problem.message)),
            ("mend", .optional(problem.mend)),
        ])
    }
}
