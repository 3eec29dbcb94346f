import ArgumentParser
import Authoring
import Content
import Examining
import Quiz
import Reports
import Scoring
import System
import Terminal

/// Sits an exam, or goes on with it.
struct ExamTakeCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "take", abstract: "Sit an exam, or go on with it at the same item.",
        discussion: """
            Every answer is on the disk before the next item shows. The time runs on while nobody sits the exam, and \
            setting the clock changes nothing. Down a pipe, each line of input is one answer or command.
            """)

    @Argument(help: "What to sit: a blueprint of the pack, as exam list shows them.")
    var blueprint: String

    @Option(help: ArgumentHelp("Who sits it.", valueName: "name"))
    var candidate: String

    @Option(help: ArgumentHelp("The same seed gives the same form; else one that few have had.", valueName: "n"))
    var seed: UInt64?

    @OptionGroup var pack: PackOptions

    func validate() throws {
        if let problem = nameProblem(candidate) {
            throw ValidationError("--candidate is 1 to 100 letters, digits and spaces; \(problem).")
        }
    }

    func perform(_ console: Console) throws {
        let library = try PackLibrary.standard()
        let pack = try library.load(pack.pack)
        let blueprint = try pack.blueprint(named: blueprint)
        let folder = try ExamFolder()
        let roster = try RosterFile().read()
        let examinee = try Examinee(candidate, on: roster)
        let stored = try folder.stored()
        let own = stored.filter {
            $0.form.candidate == examinee.id && $0.form.blueprint == blueprint.id.text && $0.form.pack == pack.id.text
        }
        let attempt: OpenAttempt
        if let open = own.last, open.head == nil {
            attempt = try OpenAttempt(open, from: pack, in: folder)
            if attempt.state.phase == .open { console.paragraph("You are back in attempt \(open.form.attempt).") }
        } else {
            _ = try roster.assignment(of: blueprint, in: pack, to: examinee)
            try checkAttempts(own, of: blueprint)
            let (form, items) = try form(
                of: blueprint, in: pack, for: examinee, revision: try library.fingerprint(of: self.pack.pack),
                number: own.count + 1, others: stored)
            attempt = try OpenAttempt(form, items: items, in: folder)
        }
        let source = standardLineSource(program: "preceptor", history: nil) { _, _ in [] }
        let sitting = ExamSitting(attempt, console: console, source: source) { () throws(Failure) in
            let assignment = try roster.assignment(of: blueprint, in: pack, to: examinee)
            return SittingRecord(of: examinee, for: attempt.form, under: assignment)
        }
        try sitting.run()
        guard attempt.state.isClosed else { return }
        let release = roster.release(of: blueprint, in: pack, to: examinee.id, at: LocalTime.now)
        try showEnd(of: attempt, in: pack, release, console, folder)
    }

    private func checkAttempts(_ own: [StoredAttempt], of blueprint: Blueprint) throws(Failure) {
        guard own.count < blueprint.attempts else {
            throw Failure(.usage, "\(candidate) has had all \(blueprint.attempts) attempts at \(blueprint.id)")
        }
        guard let ended = own.compactMap(\.ended).max() else { return }
        let next = ended + Int64(blueprint.waitingHours) * 3_600_000
        let now = LocalTime.now
        if now < next {
            let hours = (next - now + 3_599_999) / 3_600_000
            throw Failure(.usage, "the next attempt at \(blueprint.id) is open in \(hours) hours, and not before")
        }
    }

    private func form(
        of blueprint: Blueprint, in pack: Pack, for examinee: Examinee, revision: String, number: Int,
        others: [StoredAttempt]
    ) throws(Failure) -> (FormRecord, [Item]) {
        var exposure = ExposureTable()
        if seed == nil {
            for other in others where other.form.pack == pack.id.text && other.form.blueprint == blueprint.id.text {
                exposure.note(other.form.items.compactMap { ItemID($0) })
            }
        }
        let seed = seed ?? .random(in: .min ... .max)
        let form: ExamForm
        do {
            form = try FormBank(for: blueprint, of: pack).form(seed: seed, exposure: exposure)
        } catch {
            throw Failure(.unreadable, error.message)
        }
        let record = FormRecord(
            form, seed: seed, of: blueprint, in: pack, named: self.pack.pack, revision: revision, for: examinee,
            attempt: number)
        return (record, form.items.map(\.item))
    }

    private func showEnd(
        of attempt: OpenAttempt, in pack: Pack, _ release: Release, _ console: Console, _ folder: ExamFolder
    ) throws {
        console.paragraph("Handed in: \(attempt.state.answers.count) of \(attempt.form.items.count) answered.")
        let path = folder.path(of: attempt.form)
        guard let stored = try folder.stored().first(where: { $0.path == path }) else { return }
        console.show(result: stored, study: stored.skillsToStudy(in: pack), release)
        console.line()
        console.entry("Log", printable(path))
    }
}
