import ArgumentParser
import Content
import Examining
import Interchange
import Quiz
import Reports
import Scoring
import System
import Terminal

/// Takes candidates and groups from tables.
struct RosterImportCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take candidates and groups from CSV files, all or nothing.",
        discussion: """
            OneRoster's users.csv, classes.csv, enrollments.csv and roles.csv (1.1 and 1.2) are known by their columns, \
            and so is a table with the columns candidate, name, group, extra-time, reason and status. Another import \
            adds and changes; only a row with the status tobedeleted takes something away. A candidate of our own table \
            is in the groups of its rows and no others.
            """)

    @Argument(help: "The files.", completion: .file(extensions: ["csv"]))
    var files: [String]

    @Flag(help: "Write JSON.")
    var json = false

    func perform(_ console: Console) throws {
        var readers: [RosterReader] = []
        for file in files { readers.append(RosterReader(try readFile(file, limit: importByteLimit), file: file)) }
        let rows = readers.flatMap(\.rows)
        let isReadable = readers.allSatisfy(\.isReadable)
        let changes = try RosterFile().update { roster throws(Failure) in
            let update = RosterUpdate(of: roster, with: rows)
            // What is said of the rows of one file makes no sense while another cannot be read.
            let problems = readers.flatMap(\.problems) + (isReadable ? update.problems : [])
            guard problems.isEmpty else { throw failure(of: problems) }
            roster = update.roster
            return update.changes
        }
        if json { return console.json(JSON(changes)) }
        console.show(changes)
    }

    private func failure(of problems: [RosterProblem]) -> Failure {
        let order = Dictionary(files.enumerated().map { ($1, $0) }) { first, _ in first }
        let sorted = problems.sorted {
            (order[$0.place.file] ?? 0, $0.place.row) < (order[$1.place.file] ?? 0, $1.place.row)
        }
        let count = quantity(problems.count, "problem")
        return Failure(
            .unreadable, (sorted.map(\.description) + ["\(count); nothing was imported"]).joined(separator: "\n"))
    }
}

extension Console {
    /// Shows what an import changed.
    func show(_ changes: RosterChanges) {
        if changes.isEmpty { line("Nothing has changed.") }
        for (what, change) in [("candidate", changes.candidates), ("group", changes.groups)] where !change.isEmpty {
            line(
                "\(what.withCapital)s: \(change.added.count) added, \(change.changed.count) changed, "
                    + "\(change.gone.count) gone")
            for (word, ids) in [("Added", change.added), ("Changed", change.changed), ("Gone", change.gone)]
            where !ids.isEmpty {
                entry(word, printable(ids.joined(separator: ", ")))
            }
        }
        for exam in changes.opened { paragraph("\(exam) is assigned to nobody any more, and open to everyone.") }
    }
}

extension JSON {
    fileprivate init(_ changes: RosterChanges) {
        func told(_ change: RosterChanges.Change) -> JSON {
            .object([
                ("added", .strings(change.added)), ("changed", .strings(change.changed)),
                ("gone", .strings(change.gone)),
            ])
        }
        self = .object([
            ("candidates", told(changes.candidates)), ("groups", told(changes.groups)),
            ("opened", .strings(changes.opened)),
        ])
    }
}
