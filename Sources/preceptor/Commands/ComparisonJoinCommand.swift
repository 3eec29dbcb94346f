import ArgumentParser
import Content
import Learning
import Machine
import Terminal

/// Agree to take part: how you are taught then follows from your name.
struct ComparisonJoinCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "join", abstract: "Agree to take part: how you are taught then follows from your name.")

    @OptionGroup var learner: LearnerOptions
    @OptionGroup var pack: PackOptions

    func perform(_ console: Console) throws {
        let pack = try pack.load()
        let journal = openJournal(of: learner.name, in: pack, goal: 0, at: MachineTime())
        do {
            guard try journal.setAgreement(true) else { return }
            try journal.end()
        } catch {
            throw Failure(.cannotWrite, error.message)
        }
        console.paragraph(
            "You take part. From the next session on you are taught in the way that follows from your name, and what you "
                + "answer is counted. preceptor comparison leave ends it at any time.")
    }
}
