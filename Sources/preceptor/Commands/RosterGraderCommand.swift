import ArgumentParser
import Examining
import Machine
import Quiz
import Reports
import Terminal

/// Says who may change what attempts are worth.
struct RosterGraderCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "grader", abstract: "Say who may change what attempts are worth, or whether they count.",
        discussion: "exam credit, exam regrade and exam void take no other name after --by.")

    @Argument(help: "The names, as --by gives them.")
    var names: [String]

    @Flag(help: "They may no longer.")
    var remove = false

    func validate() throws { try checkWords(Dictionary(names.map { ("The name", $0) }) { first, _ in first }) }

    func perform(_ console: Console) throws {
        let exams = try OwnExams().exams
        for name in names { try exams.setGrader(name, !remove) }
        let all = try exams.roster.read().graders ?? []
        console.line(all.isEmpty ? "Nobody may." : "May: \(all.joined(separator: ", "))")
    }
}
