import ArgumentParser
import Content
import Examining
import Interchange
import Quiz
import Reports
import Scoring
import System
import Terminal
import Training

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
        let changes = try OwnExams().exams.takeIn(
            readers.flatMap(\.rows), of: files, problems: readers.flatMap(\.problems),
            isReadable: readers.allSatisfy(\.isReadable))
        if json { return console.json(JSON(changes)) }
        console.show(changes)
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
