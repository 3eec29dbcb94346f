import ArgumentParser
import Content
import Examining
import Learning
import Machine
import Quiz
import Reports
import Scoring
import Stores
import Terminal
import Training

/// Sits an exam that counts for nothing, and goes through it afterwards.
struct ExamMockCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "mock", abstract: "Sit a mock exam under the exam's conditions, then go through every item of it.",
        discussion: """
            The form, the time and the way to move are the exam's, and so is the silence. At the end comes the result, \
            then every item with your answer, the key and how it comes about. No attempt is used up; what you answered \
            counts for what is known of you, as in training. Whoever quits hands it in.
            """)

    @Argument(help: "What to sit: a blueprint of the pack, as exam list shows them.")
    var blueprint: String

    @OptionGroup var learner: LearnerOptions
    @OptionGroup var pack: PackOptions

    func perform(_ console: Console) throws {
        let revision = try pack.loadRevision()
        let blueprint = try revision.pack.blueprint(named: blueprint)
        let time = MachineTime()
        let exams = Exams(
            logs: MemoryLogStore(), roster: MemoryRosterStore(), issuers: MemoryIssuerStore(),
            verified: MemoryVerifiedStore(), time: time, user: "", build: Paths.build)
        var chance = SystemRandomNumberGenerator()
        let attempt = try exams.takeUp(
            blueprint, of: revision, by: Examinee(learner.name, on: Roster()), using: &chance)
        let source = standardLineSource(program: "preceptor", history: nil) { _, _ in [] }
        let sitting = ExamSitting(attempt, console: console, source: source, zone: time.zone, isMock: true) {
            _ throws(ExamError) in nil
        }
        try sitting.run()
        guard sitting.attempt.state.isClosed else { return }
        console.paragraph(
            "Handed in: \(sitting.attempt.state.answers.count) of \(sitting.attempt.state.count) answered.")
        if let outcome = try exams.outcome(of: sitting.attempt.name, in: revision.pack) {
            console.show(outcome, in: time.zone)
        }
        let journal = openJournal(
            of: learner.name, in: revision.pack, goal: sitting.attempt.items.count, at: time)
        do {
            try MockReview(of: sitting.attempt, into: journal).run(on: console)
        } catch let error as RecordsError {
            throw Failure(.cannotWrite, error.message)
        }
    }
}
