import ArgumentParser
import Audit
import Content
import Interchange
import Quiz
import Scoring
import Terminal

/// Shows a team what its candidates' attempts came to.
struct ExamReportCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Show what all candidates' attempts came to.",
        discussion: "An attempt whose time is over is closed first, with what was answered.")

    @Option(help: ArgumentHelp("Only attempts at this blueprint.", valueName: "blueprint"))
    var blueprint: String?

    @OptionGroup var pack: PackOptions

    @Option(help: ArgumentHelp("Write a CSV file, a line for each attempt.", valueName: "file"), completion: .file())
    var csv: String?

    @Flag(help: "Write JSON.")
    var json = false

    func perform(_ console: Console) throws {
        let pack = try pack.load()
        let wanted = try blueprint.map { try pack.blueprint(named: $0).id.text }
        let folder = try ExamFolder()
        let chosen = try folder.stored().filter {
            $0.form.pack == pack.id.text && (wanted == nil || $0.form.blueprint == wanted)
        }
        let attempts = try folder.closingOver(chosen, of: pack)
        if let csv { try write(ExamTable(attempts: attempts).csv, to: csv) }
        if json { return console.json(.array(attempts.map { $0.json() })) }
        if let csv { return console.line("Written to \(csv)") }
        if attempts.isEmpty { return console.line("Nobody has sat an exam of \(pack.id) here.") }
        console.table(ExamTable(attempts: attempts).rows, indent: 0, rightAligned: [2, 4])
        let closed = attempts.compactMap(\.result)
        guard !closed.isEmpty else { return }
        console.line()
        console.line("\(closed.count { $0.isPassed }) of \(closed.count) attempts passed")
        for attempt in attempts where !attempt.addenda.isEmpty {
            console.line()
            console.line(
                printable("\(attempt.form.candidate), \(attempt.form.blueprint), attempt \(attempt.form.attempt)"))
            console.show(addendaOf: attempt)
        }
    }
}

/// Attempts as rows.
private struct ExamTable {
    let attempts: [StoredAttempt]

    var rows: [[String]] {
        attempts.map { attempt in
            let verdict = attempt.result.map { $0.isPassed ? "passed" : "not passed" } ?? attempt.phaseName
            return [
                printable(attempt.form.candidate), attempt.form.blueprint, "\(attempt.form.attempt)", verdict,
                attempt.fraction.map(mark) ?? "", attempt.started.map { LocalTime.day(of: $0).description } ?? "",
            ]
        }
    }

    /// By RFC 4180, with a head line; a spreadsheet takes no cell for a formula.
    var csv: String {
        let head = [
            "candidate", "blueprint", "attempt", "state", "answered", "items", "passed", "percent", "passMark",
            "started", "head", "sealedPercent", "addenda",
        ]
        let lines = attempts.map { cells(of: $0) }
        return ([head] + lines).map { $0.map(\.asCSVCell).joined(separator: ",") + "\r\n" }.joined()
    }

    private func cells(of attempt: StoredAttempt) -> [String] {
        let sealed = attempt.sealed?.fraction.map { String(mark($0).dropLast(2)) } ?? ""
        let addenda = attempt.addenda.indices.map { attempt.telling(ofAddendum: $0 + 1) }
        return [
            attempt.form.candidate, attempt.form.blueprint, "\(attempt.form.attempt)", attempt.phaseName,
            "\(attempt.state.answers.count)", "\(attempt.form.items.count)",
            attempt.result.map { $0.isPassed ? "true" : "false" } ?? "",
            attempt.fraction.map { String(mark($0).dropLast(2)) } ?? "", "\(attempt.form.passMark)",
            attempt.started.map { LocalTime.day(of: $0).description } ?? "", attempt.head?.hash ?? "", sealed,
            addenda.joined(separator: "\n"),
        ]
    }
}
