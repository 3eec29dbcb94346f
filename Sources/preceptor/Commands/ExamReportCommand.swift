import ArgumentParser
import Content
import Examining
import Interchange
import Machine
import Quiz
import Reports
import Scoring
import Terminal
import Training

/// Shows a team what its candidates' attempts came to.
struct ExamReportCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Show what all candidates' attempts came to, and what that tells of the exam.",
        discussion: """
            An attempt whose time is over is closed first, with what was answered. Candidates who are to sit an exam and \
            have not are listed too. Statistics are of each candidate's first attempt.
            """)

    @Option(help: ArgumentHelp("Only attempts at this blueprint.", valueName: "blueprint"))
    var blueprint: String?

    @Option(help: ArgumentHelp("Only members of this group of the roster.", valueName: "group"))
    var group: String?

    @OptionGroup var pack: PackOptions

    @Option(help: ArgumentHelp("Write a CSV file, a line for each attempt.", valueName: "file"), completion: .file())
    var csv: String?

    @Option(help: ArgumentHelp("Write the same as a workbook of Excel.", valueName: "file"), completion: .file())
    var xlsx: String?

    @Option(
        help: ArgumentHelp("Write one page of HTML with charts, which needs nothing else.", valueName: "file"),
        completion: .file())
    var html: String?

    @Option(
        help: ArgumentHelp("Hold the register against what exam anchor wrote.", valueName: "file"), completion: .file())
    var anchor: String?

    @Flag(help: "Write JSON.")
    var json = false

    func perform(_ console: Console) throws {
        let revision = try pack.loadRevision()
        let pack = revision.pack
        let wanted = try blueprint.map { try pack.blueprint(named: $0) }
        let own = try OwnExams()
        let roster = try own.exams.roster.read()
        let group = try group.map { try roster.knownGroup(named: $0) }
        let list = try own.attempts(reading: revision)
        var irregularities = list.irregularities
        if let anchor, let problem = try own.exams.problem(against: readAnchor(anchor)) {
            irregularities.append("The register is not the one that was anchored: \(problem).")
            complain(irregularities.last ?? "")
        }
        irregularities += list.setBacks.map(\.sentence)
        let chosen = list.attempts(of: pack, only: wanted)
        let attempts = try own.exams.closingOver(chosen, of: pack)
        let report = ExamReport(
            of: attempts, in: pack, roster: roster, group: group, only: wanted, irregularities: irregularities,
            at: own.exams.time)
        if let csv { try writeFile(ExamTable(report).csv, to: csv) }
        if let xlsx {
            let cells = ExamTable(report).cells
            let sheet = SheetRows(
                "Results", cells, numbers: ExamTable.numbers, days: ExamTable.days,
                widths: cells.first?.map { $0 == "head" ? 40 : 14 } ?? [])
            try writeFile(excelWorkbook([sheet]), to: xlsx)
        }
        if let html { try writeFile(ExamReportPage(report).html, to: html) }
        if json { return console.json(JSON(report)) }
        for file in [csv, xlsx, html].compactMap(\.self) { console.line("Written to \(file)") }
        if csv != nil || xlsx != nil || html != nil { return }
        if report.parts.isEmpty { return console.line("Nobody has sat an exam of \(pack.id) here.") }
        console.show(report)
    }
}
