import ArgumentParser
import Content
import Examining
import Quiz
import Reports
import Scoring
import System
import Terminal

/// Shows a candidate what attempts came to.
struct ExamResultCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "result", abstract: "Show what a candidate's attempts came to; no item is disclosed.",
        discussion: "An attempt whose time is over is closed first, with what was answered.")

    @Option(help: ArgumentHelp("Whose attempts.", valueName: "name"))
    var candidate: String

    @OptionGroup var pack: PackOptions

    @Flag(help: "Write JSON.")
    var json = false

    func perform(_ console: Console) throws {
        let pack = try pack.load()
        let folder = try ExamFolder()
        let all = try folder.stored()
        let roster = try RosterFile().read()
        let examinee = try Examinee(candidate, on: roster)
        let own = all.filter { $0.form.candidate == examinee.id && $0.form.pack == pack.id.text }
        guard !own.isEmpty else {
            let near = suggestion(for: candidate, among: Set(all.map(\.form.candidate)).sorted())
            throw Failure(
                .notFound,
                "no candidate \(candidate.prefix(64)) has sat an exam of \(pack.id) here; \(near ?? "exam take begins one")"
            )
        }
        let attempts = try folder.closingOver(own, of: pack).map { attempt in
            let blueprint = pack.blueprint(ID(attempt.form.blueprint))
            let release = blueprint.map {
                roster.release(of: $0, in: pack, to: examinee.id, at: LocalTime.now)
            }
            return (attempt: attempt, release: release ?? .shown)
        }
        if json {
            return console.json(
                .array(attempts.map { $0.attempt.json(study: $0.attempt.skillsToStudy(in: pack), $0.release) }))
        }
        for (place, (attempt, release)) in attempts.enumerated() {
            if place > 0 { console.line() }
            console.line(console.style.bold(attempt.form.title) + "  attempt \(attempt.form.attempt)")
            if attempt.result == nil {
                console.paragraph(
                    "Not handed in yet: \(attempt.state.answers.count) of \(attempt.form.items.count) answered.")
            } else {
                console.show(result: attempt, study: attempt.skillsToStudy(in: pack), release)
            }
        }
    }
}
