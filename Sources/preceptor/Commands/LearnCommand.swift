import ArgumentParser
import Content
import Reports
import Terminal

/// Leads a beginner through the lessons of a pack.
struct LearnCommand: Command {
    static let name = "learn"
    static let configuration = CommandConfiguration(
        commandName: name,
        abstract: "Learn from the beginning: short lessons, with examples that leave more to you each time.",
        discussion: """
            Without a lesson, it begins the course or goes on where you left it. Down a pipe, each line of input is one \
            answer or command, and it ends with the lesson.
            """)

    @Argument(help: "A lesson by its id, as --list shows it.")
    var lesson: String?

    @OptionGroup var pack: PackOptions

    @OptionGroup var learner: LearnerOptions

    @Flag(help: "Take the lesson from its beginning.")
    var again = false

    @Flag(help: "List the lessons and how far you are.")
    var list = false

    @Flag(help: "Write the list as JSON.")
    var json = false

    @Option(
        parsing: .unconditional, help: ArgumentHelp("The same seed gives the same items of practice.", valueName: "n"))
    var seed: UInt64?

    func validate() throws {
        if json, !list { throw ValidationError("--json goes with --list.") }
    }

    func perform(_ console: Console) throws {
        let request = LearningRequest(
            pack: pack.pack, learner: learner.name, lesson: lesson, isAgain: again, seed: seed)
        if list { try request.list(console, json: json) } else { try request.perform(console) }
    }
}
