import ArgumentParser
import Content
import Examining
import Reports
import System
import Terminal

/// Gives or takes points for an item of one attempt by hand.
struct ExamCreditCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "credit", abstract: "Give or take points for an item of an attempt, or take that back.",
        discussion: """
            Every item is worth 1 point. What is given or taken stands in a signed log beside the sealed one, with the \
            reason and who answers for it, and the candidate is shown both. --undo takes back what was added to the \
            attempt before, a regrade too, by its number.
            """)

    @Argument(help: "The attempt, by the name or path of its log.")
    var attempt: String

    @Argument(help: "The item's number in the form; left out with --undo.")
    var item: Int?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Points to give, up to 1, or to take, down to -1.", valueName: "number"))
    var points: Double?

    @Option(help: ArgumentHelp("The number of the addendum that is taken back.", valueName: "n"))
    var undo: Int?

    @Option(help: ArgumentHelp("Why, as the candidate is told.", valueName: "text"))
    var reason: String

    @Option(help: ArgumentHelp("Who answers for it.", valueName: "name"))
    var by: String

    @Flag(help: "Write JSON: the attempt as it stands then.")
    var json = false

    func validate() throws {
        try checkWords(["--reason": reason, "--by": by])
        guard (undo == nil) == (item != nil), (undo == nil) == (points != nil) else {
            throw ValidationError("Give an item and --points, or --undo.")
        }
        if let points, !(0.001...1).contains(abs(points)) {
            throw ValidationError("--points is from -1 to 1, and not 0.")
        }
    }

    func perform(_ console: Console) throws {
        let folder = try ExamFolder()
        let path = try folder.log(of: attempt)
        let audit = try folder.audit(path)
        if let problem = audit.problems.first {
            throw Failure(.notRight, "nothing is added to \(path): \(problem.check.rawValue): \(problem.message)")
        }
        guard let attempt = audit.attempt, attempt.head != nil else {
            throw Failure(.usage, "\(path) is not closed yet; nothing can be added to it")
        }
        let addendum = try addendum(to: attempt)
        let after = attempt.adding(addendum)
        guard undo != nil || after.result?.fractions != attempt.result?.fractions else {
            throw Failure(.usage, "item \(item ?? 0) has \((points ?? 0) < 0 ? "no points" : "all its points") already")
        }
        try folder.amend(attempt, addendum)
        if json { return console.json(after.json()) }
        console.line(printable("\(attempt.form.candidate), \(attempt.form.blueprint), attempt \(attempt.form.attempt)"))
        console.entry("Addendum \(after.addenda.count)", printable(after.telling(ofAddendum: after.addenda.count)))
        console.entry("In force", "\(mark(after.fraction ?? 0)), \(after.result?.isPassed == true ? "" : "not ")passed")
    }

    private func addendum(to attempt: StoredAttempt) throws(Failure) -> Addendum {
        if let undo {
            guard (1...max(attempt.addenda.count, 1)).contains(undo), !attempt.addenda.isEmpty else {
                throw Failure(.notFound, "\(attempt.name) has no addendum \(undo); exam verify shows those it has")
            }
            guard attempt.addenda.areInForce[undo - 1] else {
                throw Failure(.usage, "addendum \(undo) was taken back before")
            }
            return Addendum(undoing: undo, by: by, because: reason)
        }
        guard let item, attempt.form.items.indices.contains(item - 1) else {
            throw Failure(.notFound, "there is no item \(item ?? 0); they run from 1 to \(attempt.form.items.count)")
        }
        let points = Int(((points ?? 0) * 1_000_000).rounded())
        return Addendum(crediting: points, for: item, by: by, because: reason)
    }
}

extension StoredAttempt {
    /// The same attempt with one addendum more.
    func adding(_ addendum: Addendum) -> StoredAttempt {
        StoredAttempt(entries, head: head, path: path, id: id, addenda: addenda + [addendum]) ?? self
    }
}

/// The user of this machine.
var userName: String { environmentValue("USER") ?? "unknown" }

/// Refuses what candidates could not read.
///
/// - Throws: `ValidationError` that names the option.
func checkWords(_ texts: [String: String]) throws {
    for (option, text) in texts.sorted(by: { $0.key < $1.key }) {
        guard text.contains(where: { !$0.isWhitespace }), text.count <= 500, printable(text) == text else {
            throw ValidationError("\(option) is 1 to 500 characters that can be read.")
        }
    }
}
