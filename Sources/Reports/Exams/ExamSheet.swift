import Examining
import Markup
import Quiz

/// A table of a report for spreadsheets and other programs, each under the names of its columns.
package enum ExamSheet: String, Sendable, CaseIterable {
    /// Attempts, and who has none.
    case results
    /// How each item did.
    case items
    /// How each template, scenario and term did, its items taken together.
    case families
    /// What is wrongly believed by whoever answered so, item by item.
    case beliefs
    /// What came of it month by month.
    case months
    /// What came of it group by group.
    case groups

    /// What people call it.
    package var title: String {
        switch self {
        case .results: "Results"
        case .items: "Items"
        case .families: "Families"
        case .beliefs: "Beliefs"
        case .months: "Over time"
        case .groups: "Groups"
        }
    }

    /// The columns that hold numbers.
    package var numbers: Set<String> {
        switch self {
        case .results: ExamTable.numbers
        case .items, .families: Set(Self.analysis).subtracting(["blueprint", "name", "flags"])
        case .beliefs: ["count", "share", "discrimination"]
        case .months, .groups: ["handedIn", "passed", "percent", "notSat"]
        }
    }

    /// The columns that hold days.
    package var days: Set<String> { self == .results ? ExamTable.days : [] }

    /// The table of a report, the names of the columns first.
    package func cells(of report: ExamReport) -> [[String]] {
        switch self {
        case .results: ExamTable(report).cells
        case .items: [Self.analysis] + report.parts.flatMap { part in part.statistics.items.map { row($0, in: part) } }
        case .families:
            [Self.analysis] + report.parts.flatMap { part in part.statistics.families.map { row($0, in: part) } }
        case .beliefs:
            [["blueprint", "item", "belief", "words", "count", "share", "discrimination"]]
                + report.parts.flatMap { part in part.statistics.items.flatMap { rows($0, in: part, of: report) } }
        case .months:
            [["blueprint", "month", "handedIn", "passed", "percent"]]
                + report.parts.flatMap { part in report.byMonth(part).map { row($0, in: part) } }
        case .groups:
            [["blueprint", "group", "title", "handedIn", "passed", "percent", "notSat"]]
                + report.parts.flatMap { part in report.byGroup(part).map { row($0, in: part, of: report) } }
        }
    }

    /// The same by RFC 4180; a spreadsheet takes no cell for a formula.
    package func csv(of report: ExamReport) -> String { csvText(cells(of: report)) }

    private static let analysis = [
        "blueprint", "name", "items", "responses", "difficulty", "difficultyLow", "difficultyHigh", "discrimination",
        "discriminationLow", "discriminationHigh", "medianSeconds", "flags",
    ]

    private func row(_ item: TestStatistics.Flagged, in part: ExamReport.Part) -> [String] {
        let analysis = item.analysis
        let figures = [
            analysis.difficulty, analysis.difficultyInterval?.low, analysis.difficultyInterval?.high,
            analysis.discrimination, analysis.discriminationInterval?.low, analysis.discriminationInterval?.high,
            analysis.time.map { $0.median / 1_000 },
        ]
        return [part.id, analysis.name, "\(analysis.items)", "\(analysis.responses)"] + figures.map(number)
            + [item.flags.map(\.word).joined(separator: "; ")]
    }

    private func rows(
        _ item: TestStatistics.Flagged, in part: ExamReport.Part, of report: ExamReport
    ) -> [[String]] {
        item.analysis.options.map { option in
            [
                part.id, item.analysis.name, option.option, report.words(of: option.option), "\(option.count)",
                number(option.share), number(option.discrimination),
            ]
        }
    }

    private func row(_ tally: ExamTally, in part: ExamReport.Part) -> [String] {
        [part.id, tally.name ?? "", "\(tally.handedIn)", "\(tally.passed)", percent(tally.mean)]
    }

    private func row(_ tally: ExamTally, in part: ExamReport.Part, of report: ExamReport) -> [String] {
        let title = tally.name.flatMap { report.roster.group($0)?.title } ?? ""
        return [
            part.id, tally.name ?? "", title, "\(tally.handedIn)", "\(tally.passed)", percent(tally.mean),
            "\(tally.notSat)",
        ]
    }

    private func number(_ number: Double?) -> String { number.map { "\($0)" } ?? "" }

    /// Such as `61.5`, as `ExamTable` has it.
    private func percent(_ fraction: Double?) -> String { fraction.map { String(mark($0).dropLast(2)) } ?? "" }
}
