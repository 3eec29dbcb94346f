import ArgumentParser
import Content
import Examining
import Machine
import Quiz
import Reports
import Scoring
import Terminal

/// Lets a candidate sit an exam more often, or sooner, than others.
struct RosterRetakeCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "retake", abstract: "Let a candidate sit an exam more often, or sooner, than its blueprint says.")

    @Argument(help: "The candidate.")
    var candidate: String

    @Argument(help: "The blueprint.")
    var blueprint: String

    @Option(
        parsing: .unconditional, help: ArgumentHelp("How many attempts the candidate has in all.", valueName: "number"))
    var attempts: Int?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Hours from the end of one to the beginning of the next.", valueName: "hours"))
    var wait: Int?

    @Flag(help: "Take it back: the blueprint counts again.")
    var remove = false

    @OptionGroup var pack: PackOptions

    func validate() throws {
        guard remove != (attempts != nil || wait != nil) else {
            throw ValidationError("Give --attempts, --wait or both, or --remove.")
        }
        guard (1...100).contains(attempts ?? 1), (0...8_784).contains(wait ?? 0) else {
            throw ValidationError("--attempts is from 1 to 100, and --wait from 0 to 8784 hours.")
        }
    }

    func perform(_ console: Console) throws {
        let pack = try pack.load()
        let blueprint = try pack.blueprint(named: blueprint)
        let policy = RetakePolicy(
            pack: pack.id.text, blueprint: blueprint.id.text, attempts: attempts ?? blueprint.attempts,
            waitingHours: wait ?? blueprint.waitingHours)
        let known = try OwnExams().exams.grant(candidate, at: blueprint, of: pack, remove ? nil : policy)
        console.line(
            known.name + ": "
                + (remove
                    ? "as the blueprint says"
                    : "\(quantity(policy.attempts, "attempt")), \(quantity(policy.waitingHours, "hour")) apart"))
    }
}
