import ArgumentParser
import Content
import Interchange
import Machine
import Quiz
import Reports
import Terminal
import Training

/// Makes a pass mark of the sheets that raters filled in.
struct ExamCutScoreReadCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Make a pass mark of the sheets that raters filled in.",
        discussion: """
            Shows what raters made of each item, how far they agree, the items to talk about before the next round, what a \
            second round changed, and the lines to put into the blueprint. Ratings that are missing or none, and unknown \
            items, are all told at once; the exit status is then 65.
            """)

    @Argument(help: "One sheet that all filled in, or a copy for each.", completion: .file())
    var files: [String]

    @OptionGroup var pack: PackOptions

    @Flag(help: "Write JSON.")
    var json = false

    func perform(_ console: Console) throws {
        let pack = try pack.load()
        var sheets: [(name: String, bytes: [UInt8])] = []
        for file in files { sheets.append((file, try readFile(file, limit: importByteLimit))) }
        let payers = Payers(of: pack)
        let ratings = Ratings(sheets) { ItemID($0).flatMap(payers.item) != nil }
        guard ratings.problems.isEmpty else {
            throw Failure(.unreadable, ratings.problems.joined(separator: "\n"))
        }
        guard let score = CutScore(rounds: ratings.rounds, items: ratings.items, raters: ratings.raters) else {
            throw Failure(.unreadable, "a cut score takes two items and two raters at least")
        }
        let text = score.justification(for: pack)
        if json { return console.json(score.json(justification: text)) }
        console.show(score)
        console.line()
        console.line("    pass-mark:")
        console.line("      percent: \(score.passMark)")
        console.line("      justification: >-")
        for line in wrap(text, width: 100, indent: 8) { console.line(line) }
    }
}
