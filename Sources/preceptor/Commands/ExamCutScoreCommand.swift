import ArgumentParser
import Content
import Interchange
import Machine
import Quiz
import Reports
import Scoring
import Terminal

/// Sets a pass mark by the judgement of raters.
struct ExamCutScoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cut-score", abstract: "Set a pass mark by a modified Angoff procedure, or by bookmarks.",
        subcommands: [
            ExamCutScoreWorksheetCommand.self, ExamCutScoreReadCommand.self, ExamCutScoreBookletCommand.self,
            ExamCutScoreBookmarksCommand.self,
        ])
}

/// Writes the sheet that raters fill in.
struct ExamCutScoreWorksheetCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "worksheet", abstract: "Write a sheet for raters, a row for each item.",
        discussion: """
            Each rater says of each item how many of 100 minimally qualified candidates would answer it right. In the first \
            round raters work alone; exam cut-score read then names the items to talk about, and the second round follows. \
            Copies of the sheet for each rater may be read together.
            """)

    @Argument(help: "The blueprint whose pass mark is to be set.")
    var blueprint: String

    @Argument(help: "The CSV file to write.", completion: .file())
    var file: String

    @OptionGroup var pack: PackOptions

    @Option(parsing: .unconditional, help: ArgumentHelp("Draw the items by this number.", valueName: "n"))
    var seed: UInt64 = 1

    @Option(
        parsing: .unconditional, help: ArgumentHelp("How many items; by default as many as a form has.", valueName: "n")
    )
    var items: Int?

    @Option(
        parsing: .unconditional, help: ArgumentHelp("How many raters, 2 to \(RatingSheet.mostRaters).", valueName: "n"))
    var raters: Int

    @Option(parsing: .unconditional, help: ArgumentHelp("How many rounds, 1 or 2.", valueName: "n"))
    var rounds = 2

    func validate() throws {
        guard (2...RatingSheet.mostRaters).contains(raters) else {
            throw ValidationError("--raters is from 2 to \(RatingSheet.mostRaters).")
        }
        guard (1...2).contains(rounds) else { throw ValidationError("--rounds is 1 or 2.") }
        if let items, !(2...500).contains(items) { throw ValidationError("--items is from 2 to 500.") }
    }

    func perform(_ console: Console) throws {
        let pack = try pack.load()
        let blueprint = try pack.blueprint(named: blueprint)
        let drawn = try draw(items ?? blueprint.count, for: blueprint, of: pack)
        let rows = drawn.map { RatingSheet.Item($0.item, in: blueprint.sections[$0.section].title) }
        try writeFile(RatingSheet(rows, raters: raters, rounds: rounds).csv, to: file)
        console.line("Written to \(file): \(rows.count) items, \(raters) raters, \(rounds) rounds")
    }

    /// So many different items, of as many forms as it takes; of a form that has more, some of each section.
    private func draw(_ count: Int, for blueprint: Blueprint, of pack: Pack) throws(Failure) -> [ExamForm.Entry] {
        let bank = FormBank(for: blueprint, of: pack)
        var exposure = ExposureTable()
        var found: [ExamForm.Entry] = []
        var seen: Set<ItemID> = []
        for number in 0..<UInt64(count / max(blueprint.count, 1) + 3) where found.count < count {
            let form: ExamForm
            do { form = try bank.form(seed: seed &+ number, exposure: exposure) } catch {
                throw Failure(.unreadable, error.message)
            }
            exposure.note(form.items.map(\.item.id))
            let fresh = form.items.filter { seen.insert($0.item.id).inserted }
            found += Self.spread(fresh, count: min(count - found.count, fresh.count))
        }
        guard found.count == count else {
            throw Failure(.unreadable, "\(blueprint.id) makes \(found.count) different items; ask for fewer")
        }
        return found.enumerated().sorted { ($0.element.section, $0.offset) < ($1.element.section, $1.offset) }
            .map(\.element)
    }

    private static func spread(_ entries: [ExamForm.Entry], count: Int) -> [ExamForm.Entry] {
        (0..<count).map { entries[$0 * entries.count / count] }
    }
}

extension RatingSheet.Item {
    init(_ item: Quiz.Item, in section: String) {
        let options = item.options.enumerated().map { "(\($0 + 1)) \($1)" }
        self.init(
            id: item.id.description, section: section,
            text: (item.stem + [item.question.withCapital] + options).joined(separator: " "), key: item.key,
            task: "Of 100 candidates who are only just qualified, how many \(item.kind.task)?")
    }
}

extension ItemKind {
    /// What a candidate does who is right; half right counts half.
    fileprivate var task: String {
        switch self {
        case .claim: "bill exactly this (one who is half right counts half)"
        case .choice: "choose this"
        case .audit: "see what is wrong with the claim, and bill it rightly"
        case .clock: "count these minutes"
        case .circumstance: "give this answer"
        case .denial: "see what went wrong, and bill it rightly"
        case .term: "know this"
        }
    }
}
