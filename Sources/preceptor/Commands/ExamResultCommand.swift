import ArgumentParser
import Content
import Examining
import Machine
import Quiz
import Reports
import Scoring
import Terminal
import Training

/// Shows a candidate what attempts came to.
struct ExamResultCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "result", abstract: "Show what a candidate's attempts came to; no item is disclosed.",
        discussion: "An attempt whose time is over is closed first, with what was answered.")

    @Option(help: ArgumentHelp("Whose attempts.", valueName: "name"))
    var candidate: String

    @OptionGroup var pack: PackOptions

    @Flag(help: "Write JSON.")
    var json = false

    func perform(_ console: Console) throws {
        let pack = try pack.load()
        let own = try OwnExams()
        let examinee = try Examinee(candidate, on: own.exams.roster.read())
        let outcomes = try own.exams.outcomes(of: examinee, in: pack, among: own.attempts().attempts)
        if json { return console.json(.array(outcomes.map(\.json))) }
        for (position, outcome) in outcomes.enumerated() {
            let attempt = outcome.attempt
            if position > 0 { console.line() }
            console.line(console.style.bold(attempt.form.title) + "  attempt \(attempt.form.attempt)")
            if attempt.result == nil {
                if let voiding = attempt.voiding { console.show(voiding) }
                console.paragraph(
                    "Not handed in yet: \(attempt.state.answers.count) of \(attempt.state.count) answered.")
            } else {
                console.show(outcome, in: own.exams.time.zone)
            }
        }
    }
}
