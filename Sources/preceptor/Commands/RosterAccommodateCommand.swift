import ArgumentParser
import Examining
import Machine
import Quiz
import Reports
import Terminal

/// Gives a candidate more time than others have, or breaks.
struct RosterAccommodateCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "accommodate",
        abstract: "Give a candidate extra time or breaks, from the next attempt that begins.",
        discussion: "An attempt that has begun keeps the time that it began with, as its log says.")

    @Argument(help: "The candidate.")
    var candidate: String

    @Option(
        help: ArgumentHelp(
            "A share of the exam's time (50%), minutes (30 min), a factor (1.5), or none.", valueName: "time"))
    var extraTime: String?

    @Option(
        help: ArgumentHelp(
            "Minutes of breaks in all, in which the time stands still, or none.", valueName: "minutes"))
    var breaks: String?

    @Option(help: ArgumentHelp("Why; it stays in the roster, and no log or report tells it.", valueName: "text"))
    var reason: String?

    func validate() throws {
        guard extraTime != nil || breaks != nil else { throw ValidationError("Give --extra-time, --breaks, or both.") }
        if let extraTime, extraTime != "none", ExtraTime(extraTime) == nil {
            throw ValidationError("\(extraTime.prefix(40)) is no extra time; \(ExtraTime.mend), or none.")
        }
        if let breaks, breaks != "none", breakMinutes == nil {
            throw ValidationError("--breaks is minutes from 1 to \(BreakTime.most), or none.")
        }
        if let reason, reason.count > 200 || nameProblem("x" + reason.prefix(99)) != nil {
            throw ValidationError("--reason is one line of at most 200 characters.")
        }
    }

    func perform(_ console: Console) throws {
        let exams = try OwnExams().exams
        if let extraTime {
            let accommodation = ExtraTime(extraTime).map { Accommodation($0, reason: reason) }
            let name = try exams.accommodate(candidate, with: accommodation).name
            console.line("\(name): \(accommodation?.words(withReason: true) ?? "no more time than others")")
        }
        if breaks != nil {
            let allowed = breakMinutes.map { BreakTime(minutes: $0, reason: reason) }
            let name = try exams.allow(allowed, to: candidate).name
            console.line("\(name): \(allowed?.words(withReason: true) ?? "no breaks")")
        }
    }

    private var breakMinutes: Int? {
        breaks.flatMap { Int($0) }.flatMap { (1...BreakTime.most).contains($0) ? $0 : nil }
    }
}
