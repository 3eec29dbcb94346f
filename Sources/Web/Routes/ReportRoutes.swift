import Content
import Examining
import Machine
import Quiz
import Reports
import Scoring
import Signatures
import Team

/// What came of exams, for whoever may see results: figures to look at, and everything as files; of everybody or one
/// group, of all time or of some days.
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
                let exams = try exams(visit)
                // What is asked for and is not there is told above the report of everybody.
                var (wish, problem): (ReportWish, TeamError?) = (ReportWish(), nil)
                do throws(TeamError) { wish = try ReportWish(visit, exams.roster) } catch { problem = error }
                return try show(report(of: exams, wish), of: exams, visit, problem)
            },
            Route(.get, "reports/:pack/:blueprint/:file", .permission(.seeResults)) { visit in
                let exams = try exams(visit)
                return try file(report(of: exams, ReportWish(visit, exams.roster)), visit.part("file"))
            },
        ]
    }

    private func exams(_ visit: Visit) throws -> ReportedExams {
        try desk.reported(visit.part("blueprint"), of: visit.part("pack"), to: visit.person())
    }

    private func report(of exams: ReportedExams, _ wish: ReportWish) -> ExamReport {
        ExamReport(
            of: exams.attempts, in: exams.pack, roster: exams.roster, group: wish.group, only: exams.blueprint,
            on: wish.days, irregularities: exams.irregularities, at: desk.exams.time)
    }

    private func show(
        _ report: ExamReport, of exams: ReportedExams, _ visit: Visit, _ error: TeamError? = nil
    ) throws -> WebAnswer {
        let part = report.parts.first
        let title = part?.title ?? exams.blueprint.title
        let closed = part?.closed.count ?? 0
        let asked = ReportWish.query(of: visit)
        var values: [String: PageValue] = [
            "path": .text("/reports/\(visit.part("pack"))/\(visit.part("blueprint"))"),
            "asked": .text(asked), "isAsked": .flag(!asked.isEmpty),
            "isEmpty": .flag(closed == 0), "closed": .text("\(closed)"),
            "passed": .text("\(part?.passed ?? 0)"),
            "irregularities": .list(report.irregularities.map { .text($0) }),
            "hasIrregularities": .flag(!report.irregularities.isEmpty),
            "notSat": .list((part?.notSat ?? []).map { .text($0.name) }),
            "hasNotSat": .flag(part?.notSat.isEmpty == false),
            "from": .text(visit.request.query["from"]), "to": .text(visit.request.query["to"]),
            "groups": .list(
                exams.roster.groups.map { group in
                    [
                        "id": .text(group.id), "title": .text(group.title),
                        "isChosen": .flag(group.id == visit.request.query["group"]),
                    ]
                }),
        ]
        if let part { values.merge(figures(of: part, in: report)) { $1 } }
        guard let error else { return try pages.page("report", title, for: visit, values) }
        return try pages.again("report", title, for: visit, values, error)
    }

    private func figures(of part: ExamReport.Part, in report: ExamReport) -> [String: PageValue] {
        let beliefs = report.beliefs(in: part)
        return [
            "sections": .list(
                part.profile.map { section in
                    let mean = section.fractions.reduce(0, +) / Double(max(section.fractions.count, 1))
                    return [
                        "title": .text(section.title), "mean": .text("\(Int((mean * 100).rounded()))"),
                    ]
                }),
            "months": .list(report.byMonth(part).map { $0.value(named: $0.name ?? "") }),
            "byGroup": .list(
                report.byGroup(part).map { tally in
                    tally.value(named: tally.name.map { report.roster.group($0)?.title ?? $0 } ?? "in no group")
                }),
            "beliefs": .list(
                beliefs.prefix(20).map { belief in
                    [
                        "words": .text(belief.words.withCapital), "count": .text("\(belief.count)"),
                        "families": .text(belief.families.joined(separator: ", ")),
                    ]
                }),
            "hasBeliefs": .flag(!beliefs.isEmpty),
        ]
    }

    private func file(_ report: ExamReport, _ name: String) throws -> WebAnswer {
        switch name {
        case "report.json": return .download(Array(JSON(report).text.utf8), name, "application/json")
        case "report.html":
            return .download(Array(ExamReportPage(report).html.utf8), name, "text/html; charset=utf-8")
        case "report.xlsx":
            return .workbook(ExamSheet.allCases.map { TableSheet($0, of: report) }, name)
        default:
            guard let sheet = ExamSheet(rawValue: String(name.prefix { $0 != "." })) else {
                throw TeamError(.notFound, "there is no such file")
            }
            return try .table(TableSheet(sheet, of: report), name)
        }
    }
}

extension TableSheet {
    fileprivate init(_ sheet: ExamSheet, of report: ExamReport) {
        self.init(sheet.title, sheet.cells(of: report), numbers: sheet.numbers, days: sheet.days)
    }
}

extension ExamTally {
    fileprivate func value(named name: String) -> PageValue {
        [
            "name": .text(name), "handedIn": .text("\(handedIn)"), "passed": .text("\(passed)"),
            "mean": .text(mean.map(mark) ?? "-"), "notSat": .text("\(notSat)"),
        ]
    }
}

/// Of whom and of which days a report is asked for, behind the question mark.
private struct ReportWish {
    /// Nil for everybody.
    var group: RosterGroup?
    /// Nil for all.
    var days: ClosedRange<Day>?

    init() {}

    /// - Throws: `TeamError` where there is no such group, or something is no day.
    init(_ visit: Visit, _ roster: Roster) throws(TeamError) {
        let query = visit.request.query
        if !query["group"].isEmpty {
            guard let found = roster.group(query["group"]) else { throw TeamError(.invalid, "there is no such group") }
            group = found
        }
        guard !query["from"].isEmpty || !query["to"].isEmpty else { return }
        let (first, last) = (try Self.day(query["from"], or: "1970-01-01"), try Self.day(query["to"], or: "9999-12-31"))
        guard first <= last else { throw TeamError(.invalid, "the last day is before the first") }
        days = first...last
    }

    private static func day(_ text: String, or other: String) throws(TeamError) -> Day {
        guard let day = Day(text.isEmpty ? other : text) else {
            throw TeamError(.invalid, "this is no day", mend: "it looks like 2026-03-02")
        }
        return day
    }

    /// The same again, for the addresses of files; empty where nothing was asked for.
    static func query(of visit: Visit) -> String {
        let query = visit.request.query
        let pairs = ["group", "from", "to"].filter { !query[$0].isEmpty }.map {
            "\($0)=\(query[$0].encodedWithPercents)"
        }
        return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    }
}
