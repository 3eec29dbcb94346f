import ArgumentParser
import Content
import Examining
import Interchange
import Machine
import Quiz
import Reports
import Scoring
import Terminal
import Training

/// Takes candidates and groups from tables.
struct RosterImportCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take candidates and groups from CSV files, all or nothing.",
        discussion: """
            A bundle of OneRoster (1.1 or 1.2, a .zip file with its manifest) is taken in whole; its users.csv, classes.csv, \
            enrollments.csv, roles.csv and orgs.csv may be given by themselves, and are known by their columns. So is a \
            table with the columns candidate, name, group, email, identifier, extra-time, reason and status. Another \
            import adds and changes; only a row with the status tobedeleted takes something away. A candidate of our own \
            table is in the groups of its rows and no others.

            Mail addresses and identifiers are kept, and mean the candidate wherever a command asks for one. Users whose \
            role is another than student are no candidates, and are listed as left out.
            """)

    @Argument(help: "The files.", completion: .file(extensions: ["csv", "zip"]))
    var files: [String]

    @Flag(help: "Write JSON.")
    var json = false

    func perform(_ console: Console) throws {
        var readers: [RosterReader] = []
        var problems: [RosterProblem] = []
        for file in files {
            let bytes = try readFile(file, limit: importByteLimit)
            guard RosterBundle.isOne(bytes) else {
                readers.append(RosterReader(bytes, file: file))
                continue
            }
            let bundle = RosterBundle(bytes, file: file)
            readers += bundle.readers
            problems += bundle.problems
            for name in bundle.leftOut {
                complain("\(file): \(name) says nothing of exams, and is left out")
            }
        }
        let isReadable = problems.isEmpty && readers.allSatisfy(\.isReadable)
        let changes = try OwnExams().exams.takeIn(
            readers.flatMap(\.rows), of: files, problems: problems + readers.flatMap(\.problems), isReadable: isReadable
        )
        if !changes.leftOut.isEmpty {
            let shown = changes.leftOut.prefix(20).map { "\($0.name) (\($0.role))" }
            let more = changes.leftOut.count - shown.count
            let names = (shown + (more > 0 ? ["\(more) more"] : [])).joined(separator: ", ")
            complain("left out, as no students: \(names)")
        }
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
                entry(word, ids.joined(separator: ", "))
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
