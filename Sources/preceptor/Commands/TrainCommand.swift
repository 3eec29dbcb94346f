import ArgumentParser
import Content
import Reports
import Terminal

/// Trains a coder at the terminal, or takes a script of answers down a pipe.
struct TrainCommand: Command {
    static let name = "train"
    static let configuration = CommandConfiguration(
        commandName: name,
        abstract: "Train: a visit, your answer, and at once what is right, what is not, and why.",
        discussion: """
            Down a pipe, each line of input is one answer or command, and what is written is plain text without prompts.
            """)

    @OptionGroup var pack: PackOptions

    @Option(help: ArgumentHelp("Only this policy.", valueName: "id"))
    var policy: String?

    @Option(help: ArgumentHelp("Only items that exercise this skill; may be given again.", valueName: "skill"))
    var skill: [Skill] = []

    @Option(help: ArgumentHelp("Only this kind of item; may be given again.", valueName: "kind"))
    var kind: [ItemKind] = []

    @Option(parsing: .unconditional, help: ArgumentHelp("How many items.", valueName: "n"))
    var count = TrainingRequest.usualCount

    @OptionGroup var learner: LearnerOptions

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("The same seed gives the same items to the same learner.", valueName: "n"))
    var seed: UInt64?

    func validate() throws {
        guard (1...1000).contains(count) else { throw ValidationError("--count is 1 to 1000.") }
    }

    func perform(_ console: Console) throws {
        let request = TrainingRequest(
            pack: pack.pack, policy: policy, skills: skill, kinds: kind, count: count, learner: learner.name,
            seed: seed)
        try request.perform(console)
    }
}

extension ItemKind: ExpressibleByArgument {}
extension Skill: ExpressibleByArgument {}
