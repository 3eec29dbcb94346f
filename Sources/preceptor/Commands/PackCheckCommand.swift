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

    @Flag(help: "Write JSON.")
    var json = false

    @Flag(help: "Check again whenever a file is saved.")
    var watch = false

    func perform(_ console: Console) throws {
        let library = try PackLibrary.standard()
        let names = packs.isEmpty ? library.ids : packs
        let folders = try names.map { (name: $0, path: try library.folder(of: $0)) }
        guard watch else {
            if !check(folders, console) { throw ExitStatus.notRight.code }
            return
        }
        try console.watch(folders.map(\.path)) { _ = check(folders, console) }
    }

    /// Shows all that is wrong with some packs, and says whether none has an error.
    private func check(_ folders: [(name: String, path: String)], _ console: Console) -> Bool {
        let today = LocalTime.day(of: LocalTime.now)
        let readings = folders.map { (name: $0.name, reading: readPack(folder: $0.path, today: today)) }
        if json {
            console.json(.array(readings.map { JSON($0.reading, of: $0.name) }))
        } else {
            for (name, reading) in readings { console.show(reading, of: name) }
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

    fileprivate func show(_ reading: PackReading, of name: String) {
        show(reading.problems)
        let counts = [(reading.count(.error), "error"), (reading.count(.warning), "warning")]
            .filter { $0.0 > 0 }
            .map { $0.0 == 1 ? "1 \($0.1)" : "\($0.0) \($0.1)s" }
        line("\(printable(name)): \(counts.isEmpty ? "no problems" : counts.joined(separator: ", "))")
    }
}

extension JSON {
    fileprivate init(_ reading: PackReading, of name: String) {
        self = .object([
            ("pack", .string(name)),
            ("errors", .integer(reading.count(.error))),
            ("warnings", .integer(reading.count(.warning))),
            ("problems", .array(reading.problems.map(JSON.init))),
        ])
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
