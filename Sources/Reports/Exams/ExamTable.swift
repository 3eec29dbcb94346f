import Audit
import Examining
import Markup
import Quiz
import Scoring

/// Attempts, and candidates who have none, as rows.
package struct ExamTable {
    private let report: ExamReport

    package init(_ report: ExamReport) { self.report = report }

    /// A line for each attempt of an exam.
    package func rows(of part: ExamReport.Part) -> [[String]] {
        part.attempts.map { attempt in
            [
                report.name(of: attempt), attempt.form.blueprint, "\(attempt.form.attempt)", attempt.verdict,
                attempt.fraction.map(mark) ?? "", report.day(of: attempt),
                attempt.allotted?.extraTime.map { "\($0) more time" } ?? "",
            ]
        } + part.notSat.map { [$0.name, part.id, "", "not sat", "", "", ""] }
    }

    /// By RFC 4180, with a head line; a spreadsheet takes no cell for a formula.
    package var csv: String {
        csvText(cells)
    }

    private static let head = [
        "candidate", "blueprint", "attempt", "state", "answered", "items", "passed", "percent", "passMark",
        "started", "head", "name", "groups", "extraTime", "seconds",
        "sealedPercent", "addenda", "voided", "low", "high", "ability", "error", "end",
    ]

    /// The columns that hold numbers.
    package static let numbers: Set = [
        "attempt", "answered", "items", "percent", "passMark", "seconds", "sealedPercent", "low", "high", "ability",
        "error",
    ]

    /// The columns that hold days.
    package static let days: Set = ["started"]

    /// The same cells: a row for each attempt, and each candidate who has none, under the names of the columns.
    package var cells: [[String]] {
        let lines = report.parts.flatMap { part in
            part.attempts.map(row) + part.notSat.map { row(of: $0, in: part) }
        }
        return [Self.head] + lines
    }

    private func row(_ attempt: StoredAttempt) -> [String] {
        let sealed = attempt.sealed?.fraction.map { String(mark($0).dropLast(2)) } ?? ""
        let isVoided = attempt.voiding != nil
        let addenda = attempt.addenda.indices.map { attempt.telling(ofAddendum: $0 + 1) }
        return [
            attempt.form.candidate, attempt.form.blueprint, "\(attempt.form.attempt)",
            isVoided ? "voided" : attempt.phaseName,
            "\(attempt.state.answers.count)", "\(attempt.state.count)",
            isVoided ? "" : attempt.result.map { $0.isPassed ? "true" : "false" } ?? "",
            attempt.fraction.map { String(mark($0).dropLast(2)) } ?? "", "\(attempt.form.passMark)",
            report.day(of: attempt), attempt.head?.hash ?? "",
            report.name(of: attempt), groups(of: attempt.form.candidate), attempt.allotted?.extraTime ?? "",
            "\(attempt.state.limit / 1_000)", sealed, addenda.joined(separator: "\n"),
            attempt.voiding?.reason ?? "",
        ] + measured(attempt)
    }

    private func row(of candidate: RosterCandidate, in part: ExamReport.Part) -> [String] {
        [candidate.id, part.id, "", "not-sat"] + Array(repeating: "", count: 7)
            + [
                candidate.name, groups(of: candidate.id), candidate.accommodation?.extraTime.description ?? "",
            ] + Array(repeating: "", count: 9)
    }

    /// What an adaptive attempt measured: between which percents the share lies nineteen times in twenty, the ability with
    /// its standard error, and why it ended.
    private func measured(_ attempt: StoredAttempt) -> [String] {
        guard let measured = attempt.result?.measured else { return Array(repeating: "", count: 5) }
        return [measured.low, measured.high].map { String(mark(Double($0) / 1_000_000).dropLast(2)) }
            + [measured.ability, measured.error].map { "\(Double($0) / 1_000)" }
            + [attempt.adaptiveEnd?.rawValue ?? ""]
    }

    private func groups(of candidate: String) -> String {
        report.roster.groups(of: candidate).map(\.id).joined(separator: "; ")
    }
}
