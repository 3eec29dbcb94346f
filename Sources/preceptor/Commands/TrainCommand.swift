import ArgumentParser
import Content
import Quiz
import Records
import Scoring
import Terminal

/// Trains a coder at the terminal, or takes a script of answers down a pipe.
struct TrainCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "train",
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

    @Option(help: ArgumentHelp("How many items.", valueName: "n"))
    var count = 12

    @OptionGroup var learner: LearnerOptions

    @Option(help: ArgumentHelp("The same seed gives the same items to the same learner.", valueName: "n"))
    var seed: UInt64?

    func validate() throws {
        guard (1...1000).contains(count) else { throw ValidationError("--count is 1 to 1000.") }
    }

    func perform(_ console: Console) throws {
        let pack = try pack.load()
        var wishes = Wishes()
        wishes.count = count
        wishes.policy = try policy.map { try pack.policy(named: $0).id }
        wishes.kinds = Set(kind)
        wishes.skills = Set(skill)
        let vocabulary = Vocabulary(of: pack)
        let source = standardLineSource(program: "preceptor", history: Places.history) { word, line in
            vocabulary.completions(of: word, in: line)
        }
        let trainer = Trainer(
            pack: pack, wishes: wishes, seed: seed ?? .random(in: .min ... .max), console: console, source: source,
            journal: journal(in: pack))
        try trainer.run()
    }

    /// What is kept of the session. Where nothing can be kept, a learner may train all the same.
    private func journal(in pack: Pack) -> Journal {
        do {
            let records = try openRecords()
            return try Journal(of: learner.name, in: pack, goal: count, records: records)
        } catch {
            let reason = (error as? Failure)?.message ?? (error as? RecordsError)?.message ?? "\(error)"
            complain("nothing of this session will be kept. \(reason)")
            return Journal(forgetting: pack)
        }
    }
}

extension ItemKind: ExpressibleByArgument {}
extension Skill: ExpressibleByArgument {}
