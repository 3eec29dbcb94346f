import ArgumentParser
import Content
import Examining
import Quiz
import Reports
import Scoring
import System
import Terminal

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

    @Option(
        help: ArgumentHelp("Write one page of HTML with charts, which needs nothing else.", valueName: "file"),
        completion: .file())
    var html: String?

    @Flag(help: "Write JSON.")
    var json = false

    func perform(_ console: Console) throws {
        let pack = try pack.load()
        let wanted = try blueprint.map { try pack.blueprint(named: $0) }
        let roster = try RosterFile().read()
        let group = try group.map { name throws(Failure) in try roster.knownGroup(named: name) }
        let folder = try ExamFolder()
        let chosen = try folder.stored().filter {
            $0.form.pack == pack.id.text && (wanted == nil || $0.form.blueprint == wanted?.id.text)
        }
        let attempts = try folder.closingOver(chosen, of: pack)
        let report = ExamReport(of: attempts, in: pack, roster: roster, group: group, only: wanted)
        if let csv { try writeFile(ExamTable(report).csv, to: csv) }
        if let html { try writeFile(ExamReportPage(report).html, to: html) }
        if json { return console.json(JSON(report)) }
        for file in [csv, html].compactMap(\.self) { console.line("Written to \(printable(file))") }
        if csv != nil || html != nil { return }
        if report.parts.isEmpty { return console.line("Nobody has sat an exam of \(pack.id) here.") }
        console.show(report)
    }
}

extension Roster {
    /// - Throws: `Failure` with status 66 and the nearest group.
    fileprivate func knownGroup(named word: String) throws(Failure) -> RosterGroup {
        if let group = try group(named: word) { return group }
        let names = Set(groups.flatMap { [$0.id, $0.title] }).sorted()
        let near = suggestion(for: word, among: names) ?? "exam roster show lists them"
        throw Failure(.notFound, "no group \(word.prefix(64)) is on the roster; \(near)")
    }
}
