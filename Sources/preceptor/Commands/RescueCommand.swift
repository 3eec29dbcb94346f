import ArgumentParser
import Learning
import Machine
import Scoring
import Stores
import Terminal

/// Takes what is whole out of damaged records.
struct RescueCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "rescue", abstract: "Get back what is whole in records that a disk has damaged.",
        discussion: """
            What is whole goes into records that take the place of the damaged ones, which are kept beside them. How \
            well a learner masters what is worked out anew from the answers that are left.
            """)

    func perform(_ console: Console) throws {
        guard let path = Paths.records else {
            throw Failure(.cannotWrite, "there is no folder for records; set PRECEPTOR_HOME to one")
        }
        guard try isThere(path) else { throw Failure(.notFound, "no records are kept yet: there is no \(path)") }
        do throws(RecordsError) {
            guard let rescue = try SQLiteLearnerStore.rescue(path: path) else {
                return console.line("Nothing is damaged in \(path)")
            }
            for line in rescue.words { console.paragraph(line, indent: 0) }
            console.line("The damaged file is kept as \(rescue.aside)")
        } catch {
            throw Failure(.cannotWrite, error.message)
        }
    }
}

extension Rescue {
    /// What is there again, and what is not.
    fileprivate var words: [String] {
        let whole = [
            quantity(answers, "answer"), "of \(quantity(learners, "learner"))",
            "and \(quantity(lessonNotes, "step")) of lessons",
        ]
        var lost = ["\(damagedPages) of \(quantity(pages, "page")) did not hold what was written there."]
        if isLogDamaged { lost.append("Nor did the log beside them.") }
        if missingAnswers > 0 { lost.append("\(quantity(missingAnswers, "answer")) between others are lost.") }
        if replaced > 0 {
            lost.append("Of answers that are kept, \(quantity(replaced, "question or session")) is lost.")
        }
        lost.append("Whether more came after the last that is whole cannot be told.")
        return ["\(whole.joined(separator: " ")) are kept again.", lost.joined(separator: " ")]
    }
}
