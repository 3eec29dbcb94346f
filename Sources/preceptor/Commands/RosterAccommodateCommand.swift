import ArgumentParser
import Examining
import Machine
import Quiz
import Reports
import Terminal

/// Gives a candidate more time than others have.
struct RosterAccommodateCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "accommodate", abstract: "Give a candidate extra time, from the next attempt that begins.",
        discussion: "An attempt that has begun keeps the time that it began with, as its log says.")

    @Argument(help: "The candidate.")
    var candidate: String

    @Option(
        help: ArgumentHelp(
            "A share of the exam's time (50%), minutes (30 min), a factor (1.5), or none.", valueName: "time"))
    var extraTime: String

    @Option(help: ArgumentHelp("Why; it stays in the roster, and no log or report tells it.", valueName: "text"))
    var reason: String?

    func validate() throws {
        guard extraTime == "none" || ExtraTime(extraTime) != nil else {
            throw ValidationError("\(extraTime.prefix(40)) is no extra time; \(ExtraTime.mend), or none.")
        }
        if let reason, reason.count > 200 || nameProblem("x" + reason.prefix(99)) != nil {
            throw ValidationError("--reason is one line of at most 200 characters.")
        }
    }

    func perform(_ console: Console) throws {
        let accommodation = ExtraTime(extraTime).map { Accommodation($0, reason: reason) }
        let name = try OwnExams().exams.accommodate(candidate, with: accommodation).name
        console.line("\(name): \(accommodation?.words(withReason: true) ?? "no more time than others")")
    }
}
