import ArgumentParser
import Examining
import Glibc
import Machine
import Terminal

/// Keeps how far the register has come where nobody reaches it who reaches the register.
struct ExamAnchorCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "anchor", abstract: "Tell how far the register of attempts has come, to be kept elsewhere.",
        discussion: """
            The register has the beginning and the end of every attempt. Whoever can write its file can cut it and take the \
            logs away with it, which only an anchor shows that is kept elsewhere: print it, mail it, or give a file on \
            another disk. The register is first held against what the file has; where it does not go on from there, \
            nothing is written and the exit status is 1. exam report and exam verify take --anchor, too.
            """)

    @Argument(
        help: "The file, which is made where there is none; without one the anchor is only printed.",
        completion: .file())
    var file: String?

    func perform(_ console: Console) throws {
        let exams = try OwnExams().exams
        if let file, fileKind(at: file) != 0, let problem = try exams.problem(against: readAnchor(file)) {
            throw Failure(.notRight, "\(file): \(problem); the anchor stays as it is")
        }
        let anchor = try exams.anchor()
        if let file { try writeFile(anchor.text + "\n", to: file) }
        console.line(anchor.text)
    }
}

/// The anchor that a file has.
///
/// - Throws: `FileError`, or `Failure` with status 65 where it has none.
func readAnchor(_ file: String) throws -> Anchor {
    guard let anchor = Anchor(try readText(file, limit: 1_000)) else {
        throw Failure(.unreadable, "\(file) has no anchor; exam anchor prints one")
    }
    return anchor
}
