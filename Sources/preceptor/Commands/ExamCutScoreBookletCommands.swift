import ArgumentParser
import Content
import Examining
import Interchange
import Machine
import Measurement
import Quiz
import Reports
import Scoring
import Stores
import Terminal
import Training

/// What is known of how hard items are.
struct CalibrationOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How hard items are, as exam calibrate --json wrote it; else as the pack's calibration has it.",
            valueName: "file"),
        completion: .file())
    var base: String?

    /// The families that are known.
    func families(of pack: Pack) throws -> [FamilyDifficulty] {
        guard let base else { return pack.calibration }
        return try EarlierCalibration(file: base).families.compactMap { name, item in
            FamilyDifficulty(named: name, item.parameters)
        }
    }
}

extension CalibrationOptions {
    /// What answers to families that are not wholly right earn on average, as far as that is known: the pack's lines do
    /// not tell.
    func partial() throws -> [FamilyDifficulty.Key: Double] {
        guard let base else { return [:] }
        let earned = try EarlierCalibration(file: base).partial.compactMap { name, partial in
            FamilyDifficulty(named: name, ItemParameters(discrimination: 1, difficulty: 0)).map { ($0.key, partial) }
        }
        return Dictionary(earned) { first, _ in first }
    }
}

/// Writes the booklet that raters put bookmarks into.
struct ExamCutScoreBookletCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "booklet", abstract: "Write a booklet for raters: items from the easiest to the hardest.",
        discussion: """
            Each rater goes through the items and puts a mark, whichever, into the row of the first one that somebody only \
            just qualified would not be likely to answer rightly: two times in three. Who would go beyond the last item \
            marks the row end. Copies of the booklet for each rater may be read together.
            """)

    @Argument(help: "The blueprint whose pass mark is to be set.")
    var blueprint: String

    @Argument(help: "The CSV file to write.", completion: .file())
    var file: String

    @OptionGroup var pack: PackOptions

    @OptionGroup var calibration: CalibrationOptions

    @Option(parsing: .unconditional, help: ArgumentHelp("Draw the items by this number.", valueName: "n"))
    var seed: UInt64 = 1

    @Option(parsing: .unconditional, help: ArgumentHelp("How many items at most.", valueName: "n"))
    var items = 60

    @Option(
        parsing: .unconditional, help: ArgumentHelp("How many raters, 2 to \(RatingSheet.mostRaters).", valueName: "n"))
    var raters: Int

    /// With fewer items the cuts between them lie too far apart.
    private static let fewest = 5

    func validate() throws {
        guard (2...RatingSheet.mostRaters).contains(raters) else {
            throw ValidationError("--raters is from 2 to \(RatingSheet.mostRaters).")
        }
        guard (Self.fewest...500).contains(items) else {
            throw ValidationError("--items is from \(Self.fewest) to 500.")
        }
    }

    func perform(_ console: Console) throws {
        let pack = try pack.load()
        let blueprint = try pack.blueprint(named: blueprint)
        let forms = FormBank(for: blueprint, of: pack)
        let pool = CalibratedPool(of: forms, by: try calibration.families(of: pack))
        var chance = SeededGenerator(seed: seed)
        let known = pool.entries.filter(\.isCalibrated)
        let drawn = known.compactMap { entry in
            forms.draw(entry.source, beside: [], with: &chance).map { (entry: entry, item: $0) }
        }
        guard drawn.count >= Self.fewest else {
            throw Failure(
                .unreadable,
                "the difficulty of \(drawn.count) of what \(blueprint.id) may ask is known, and a booklet takes "
                    + "\(Self.fewest); exam calibrate finds it out once the exam was sat")
        }
        let order = Bookmark.booklet(of: drawn.map(\.entry.parameters))
        let count = min(items, order.count)
        let rows = (0..<count).map { position in
            let (entry, item) = drawn[order[position * order.count / count]]
            return RatingSheet.Item(item, in: blueprint.sections[entry.source.section].title)
        }
        try writeFile(Booklet(rows, raters: raters).csv, to: file)
        console.line("Written to \(file): \(count) items from the easiest to the hardest, \(raters) raters")
    }
}

/// Makes a pass mark of bookmarks.
struct ExamCutScoreBookmarksCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "bookmarks", abstract: "Make a pass mark of the bookmarks that raters put.",
        discussion: "Shows each rater's cut on the scale of abilities, and the lines to put into the blueprint.")

    @Argument(help: "The blueprint whose pass mark is to be set.")
    var blueprint: String

    @Argument(help: "One booklet that all filled in, or a copy for each.", completion: .file())
    var files: [String]

    @OptionGroup var pack: PackOptions

    @OptionGroup var calibration: CalibrationOptions

    @Flag(help: "Write JSON.")
    var json = false

    func perform(_ console: Console) throws {
        let pack = try pack.load()
        let blueprint = try pack.blueprint(named: blueprint)
        let families = try calibration.families(of: pack)
        let known = Dictionary(families.map { ($0.key, $0) }) { first, _ in first }
        func parameters(of item: String) -> ItemParameters? {
            ItemID(item).flatMap { known[FamilyDifficulty.Key($0.family.subject, $0.kind)] }.map { ItemParameters($0) }
        }
        var sheets: [(name: String, bytes: [UInt8])] = []
        for file in files { sheets.append((file, try readFile(file, limit: importByteLimit))) }
        let marks = Bookmarks(sheets) { parameters(of: $0) != nil }
        guard marks.problems.isEmpty else { throw Failure(.unreadable, marks.problems.joined(separator: "\n")) }
        guard let bookmark = Bookmark(marks.items.compactMap(parameters), bookmarks: marks.before) else {
            throw Failure(.unreadable, "a cut score takes two raters, and items that tell people apart")
        }
        // Fixed forms give something for parts; an adaptive exam tells what share is wholly right.
        let partial = blueprint.adaptive == nil ? try calibration.partial() : [:]
        let scale = CalibratedPool(of: FormBank(for: blueprint, of: pack), by: families, partial: partial).scale
        let setting = BookmarkSetting(bookmark, raters: marks.raters, items: marks.items.count, on: scale)
        if json { return console.json(setting.json(for: pack)) }
        console.show(setting)
        console.line()
        console.line("    pass-mark:")
        console.line("      percent: \(setting.passMark)")
        console.line("      justification: >-")
        for line in wrap(setting.justification(for: pack), width: 100, indent: 8) { console.line(line) }
    }
}
