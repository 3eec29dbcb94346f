import Content
import Examining
import Interchange
import Quiz
import Reports
import Team

/// What came of exams, for whoever may see results: figures to look at, and everything as files.
struct ReportPages {
    let pages: Pages
    let desk: ExamDesk

    var routes: [Route] {
        [
            Route(.get, "reports", .permission(.seeResults)) { visit in
                let exams = desk.packs.sorted { $0.key < $1.key }.flatMap { pack, revision in
                    revision.pack.blueprints.map { blueprint -> PageValue in
                        [
                            "title": .text(blueprint.title), "pack": .text(revision.pack.title),
                            "path": .text("/reports/\(pack)/\(blueprint.id)"),
                        ]
                    }
                }
                return try pages.page("reports", "Reports", for: visit, ["exams": .list(exams)])
            },
            Route(.get, "reports/:pack/:blueprint", .permission(.seeResults)) { visit in
                try show(report(visit), visit)
            },
            Route(.get, "reports/:pack/:blueprint/:file", .permission(.seeResults)) { visit in
                try file(report(visit), visit.part("file"))
            },
        ]
    }

    private func report(_ visit: Visit) throws -> ExamReport {
        let exams = try desk.reported(visit.part("blueprint"), of: visit.part("pack"), to: visit.person())
        return ExamReport(
            of: exams.attempts, in: exams.pack, roster: exams.roster, group: nil, only: exams.blueprint,
            irregularities: exams.irregularities, at: desk.exams.time)
    }

    private func show(_ report: ExamReport, _ visit: Visit) throws -> WebAnswer {
        let part = report.parts.first
        let title = part?.title ?? "Report"
        let closed = part?.closed.count ?? 0
        let values: [String: PageValue] = [
            "path": .text("/reports/\(visit.part("pack"))/\(visit.part("blueprint"))"),
            "isEmpty": .flag(closed == 0), "closed": .text("\(closed)"),
            "passed": .text("\(part?.passed ?? 0)"),
            "sections": .list(
                (part?.profile ?? []).map { section in
                    let mean = section.fractions.reduce(0, +) / Double(max(section.fractions.count, 1))
                    return [
                        "title": .text(section.title), "mean": .text("\(Int((mean * 100).rounded()))"),
                    ]
                }),
            "irregularities": .list(report.irregularities.map { .text($0) }),
            "hasIrregularities": .flag(!report.irregularities.isEmpty),
            "notSat": .list((part?.notSat ?? []).map { .text($0.name) }),
            "hasNotSat": .flag(part?.notSat.isEmpty == false),
        ]
        return try pages.page("report", title, for: visit, values)
    }

    private func file(_ report: ExamReport, _ name: String) throws -> WebAnswer {
        let table = ExamTable(report)
        switch name {
        case "results.csv": return .download(Array(table.csv.utf8), name, "text/csv; charset=utf-8")
        case "results.xlsx":
            let cells = table.cells
            let sheet = SheetRows(
                "Results", cells, numbers: ExamTable.numbers, days: ExamTable.days,
                widths: cells.first?.map { _ in 14 } ?? [])
            return .download(
                excelWorkbook([sheet]), name, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        case "report.json": return .download(Array(JSON(report).text.utf8), name, "application/json")
        case "report.html":
            return .download(Array(ExamReportPage(report).html.utf8), name, "text/html; charset=utf-8")
        default: throw TeamError(.notFound, "there is no such file")
        }
    }
}
