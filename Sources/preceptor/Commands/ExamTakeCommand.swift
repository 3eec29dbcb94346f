import ArgumentParser
import Content
import Examining
import Machine
import Quiz
import Reports
import Scoring
import Terminal
import Training

/// Sits an exam, or goes on with it.
struct ExamTakeCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "take", abstract: "Sit an exam, or go on with it at the same item.",
        discussion: """
            Every answer is on the disk before the next item shows. The time runs on while nobody sits the exam, by the \
            machine's own clock as long as the machine is on, and a clock that is set is told to whoever gives the exam. \
            Down a pipe, each line of input is one answer or command.
            """)

    @Argument(help: "What to sit: a blueprint of the pack, as exam list shows them.")
    var blueprint: String

    @Option(help: ArgumentHelp("Who sits it.", valueName: "name"))
    var candidate: String

    @OptionGroup var pack: PackOptions

    func validate() throws {
        if let problem = nameProblem(candidate) {
            throw ValidationError("--candidate is 1 to 100 letters, digits and spaces; \(problem).")
        }
    }

    func perform(_ console: Console) throws {
        let revision = try pack.loadRevision()
        let blueprint = try revision.pack.blueprint(named: blueprint)
        let own = try OwnExams()
        let examinee = try Examinee(candidate, on: own.exams.roster.read())
        var chance = SystemRandomNumberGenerator()
        let attempt = try own.exams.takeUp(
            blueprint, of: revision, by: examinee, using: &chance)
        try own.sitAlone(attempt)
        if attempt.state.phase == .open { console.paragraph("You are back in attempt \(attempt.form.attempt).") }
        let source = standardLineSource(program: "preceptor", history: nil) { _, _ in [] }
        let sitting = ExamSitting(
            attempt, console: console, source: source, zone: own.exams.time.zone
        ) { form throws(ExamError) in
            try own.exams.allottedTime(for: form, of: blueprint, in: revision.pack, to: examinee)
        } holding: { attempt throws(ExamError) in
            try own.sitAlone(attempt)
        }
        try sitting.run()
        if sitting.attempt.state.isClosed { try showEnd(of: sitting.attempt, in: revision.pack, own.exams, console) }
    }

    private func showEnd(of attempt: OpenAttempt, in pack: Pack, _ exams: Exams, _ console: Console) throws {
        console.paragraph("Handed in: \(attempt.state.answers.count) of \(attempt.state.count) answered.")
        guard let outcome = try exams.outcome(of: attempt.name, in: pack) else { return }
        console.show(outcome, in: exams.time.zone)
        console.line()
        console.entry("Log", outcome.attempt.location)
    }
}
