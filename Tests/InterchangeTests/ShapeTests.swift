import Snapshots
import Testing

@testable import Interchange

/// What comes of files as other systems write them; `PRECEPTOR_SNAPSHOTS=record` writes the files anew.
@Suite struct `Files of other systems` {
    @Test func `come in as they are meant, and whatever does not is told with its position`() {
        for (name, shapes) in Shape.groups {
            let text = shapes.map { "# \($0.name)\n\(Self.summary(of: $0))" }.joined(separator: "\n")
            expectSnapshot(text, named: "shapes-\(name)", in: "Golden")
        }
    }

    @Test func `are of more than sixty shapes, each named once`() {
        let names = Shape.groups.flatMap { group, shapes in shapes.map { "\(group): \($0.name)" } }
        #expect(names.count > 60 && Set(names).count == names.count)
    }

    /// Whatever came in goes out and comes in again as it is.
    @Test func `go out and in again`() throws {
        for shape in Shape.groups.flatMap(\.1) {
            guard let bank = try? readQuestions(shape.bytes, as: shape.format).bank else { continue }
            #expect(try readMoodleXML(bank.moodleXML.bytes).bank.questions == bank.questions, "\(shape.name)")
            #expect(try readQuestionTable(bank.csv.bytes).bank.questions == bank.questions, "\(shape.name)")
            let gift = bank.gift.bytes
            #expect(try readGIFT(gift).bank.gift.bytes == gift, "\(shape.name)")
            for package in [bank.qti(.v30).bytes, bank.qti12Package(for: .canvas).bytes] {
                #expect(try readQTI(package).bank.questions.map(\.stem) == bank.questions.map(\.stem), "\(shape.name)")
            }
        }
    }

    /// A line for each question, and for whatever is told.
    private static func summary(of shape: Shape) -> String {
        do {
            let read = try readQuestions(shape.bytes, as: shape.format)
            let questions = zip(read.positions, read.bank.questions).map { position, question in
                "\(position): \(line(of: question))\n"
            }
            let problems = read.problems.map { "left out: \($0)\n" }
            let notes = read.notes.map { "told: \($0)\n" }
            return (questions + problems + notes).joined()
        } catch {
            return error.report(on: "refused").split(separator: "\n").map { "\($0)\n" }.joined()
        }
    }

    private static func line(of question: Question) -> String {
        let replies = question.replies.map { reply in
            (reply.isRight ? "*" : reply.isPartlyRight ? "(\(number(reply.credit))) " : "") + reply.text
                + (reply.feedback.isEmpty ? "" : " {\(reply.feedback)}")
        }
        let head = [question.id, question.title].filter { !$0.isEmpty }.map { "[\($0)] " }.joined()
        let more = (question.explanation + question.sources.map { "Source: \($0)" }).map { " (\($0))" }.joined()
        return "\(head)\(question.stem.joined(separator: " / ")) -- "
            + "\(question.kind.rawValue): \(replies.joined(separator: " | "))\(more)"
    }
}
