import ArgumentParser
import Examining
import Machine
import Quiz
import Reports
import Terminal

/// Takes candidates and groups off the roster.
struct RosterRemoveCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Take candidates or groups off the roster; attempts stay.",
        discussion: "What was assigned to them goes with them; the candidates of a group that is removed stay.")

    @Argument(help: "The candidates and groups.")
    var names: [String]

    func perform(_ console: Console) throws {
        let changes = try OwnExams().exams.remove(names)
        console.line("Removed: \(names.joined(separator: ", "))")
        for exam in changes.opened {
            console.paragraph("\(exam) is assigned to nobody any more, and open to everyone.")
        }
    }
}
