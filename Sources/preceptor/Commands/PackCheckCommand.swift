import ArgumentParser
import Content
import Terminal

/// Checks packs, and says of each all that is wrong with it, and how to mend it.
struct PackCheckCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check a pack: everything that is wrong, where, and how to mend it.",
        discussion: "The exit status is 0 where there are no errors, warnings or not, and 1 where there are.")

    @Argument(help: "Bundled packs by their ids, or folders; all bundled packs by default.", completion: .directory)
    var packs: [String] = []

    @Flag(help: "Write JSON.")
    var json = false

    func perform(_ console: Console) throws {
        let library = try PackLibrary.standard()
        let names = packs.isEmpty ? library.ids : packs
        let readings = try names.map { (name: $0, reading: readPack(folder: try library.folder(of: $0))) }
        if json {
            console.json(.array(readings.map { JSON($0.reading, of: $0.name) }))
        } else {
            for (name, reading) in readings { console.show(reading, of: name) }
        }
        if readings.contains(where: { $0.reading.pack == nil }) { throw ExitStatus.notRight.code }
    }
}

extension PackReading {
    func count(_ severity: Problem.Severity) -> Int { problems.count { $0.severity == severity } }
}

extension Console {
    fileprivate func show(_ reading: PackReading, of name: String) {
        for problem in reading.problems { line(printable(problem.description)) }
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

    private init(_ problem: Problem) {
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
