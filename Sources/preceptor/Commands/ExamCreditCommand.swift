import ArgumentParser
import Content
import Examining
import Machine
import Quiz
import Reports
import Terminal
import Training

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

    @Option(
        parsing: .unconditional, help: ArgumentHelp("The number of the addendum that is taken back.", valueName: "n"))
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
        let exams = try OwnExams().exams
        let after: StoredAttempt
        if let undo {
            after = try exams.undo(undo, of: attempt, by: by, because: reason).after
        } else {
            let points = Int(((points ?? 0) * 1_000_000).rounded())
            after = try exams.credit(points, for: item ?? 0, of: attempt, by: by, because: reason).after
        }
        if after.result?.isPassed != true { try exams.warnOfCertificates(of: [after.name]) }
        if json { return console.json(after.json()) }
        console.line("\(after.form.candidate), \(after.form.blueprint), attempt \(after.form.attempt)")
        console.entry("Addendum \(after.addenda.count)", after.telling(ofAddendum: after.addenda.count))
        console.entry("In force", "\(mark(after.fraction ?? 0)), \(after.result?.isPassed == true ? "" : "not ")passed")
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
