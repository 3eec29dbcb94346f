import ArgumentParser
import Content
import Learning
import Machine
import Terminal

/// Take part no longer: what you answered is no longer counted.
struct ComparisonLeaveCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "leave", abstract: "Take part no longer: what you answered is no longer counted.")

    @OptionGroup var learner: LearnerOptions
    @OptionGroup var pack: PackOptions

    func perform(_ console: Console) throws {
        let pack = try pack.load()
        let journal = openJournal(of: learner.name, in: pack, goal: 0, at: MachineTime())
        do {
            guard try journal.setAgreement(false) else { return }
            try journal.end()
        } catch {
            throw Failure(.cannotWrite, error.message)
        }
        console.paragraph("You no longer take part, and nothing of yours is counted.")
    }
}
