import ArgumentParser
import Content
import Examining
import Machine
import Measurement
import Quiz
import Reports
import Scoring
import Stores
import Terminal
import Training

/// Tells a team how hard the items of its exams are.
struct ExamCalibrateCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "calibrate", abstract: "Work out from what was sat how hard items are, and how well they measure.",
        discussion: """
            Items of one template are a family: each deviates a little from its family's difficulty, so that a variant \
            has one from the day that it is made. Each candidate's first attempt at each exam counts, and all exams of \
            the pack are put on one scale.
            """)

    @Option(help: ArgumentHelp("Only attempts at this blueprint.", valueName: "blueprint"))
    var blueprint: String?

    @Option(
        help: ArgumentHelp(
            "Hold members of this group of the roster against all others of the same ability.", valueName: "group"))
    var compare: String?

    @Option(help: "Whether all items discriminate alike, or each in its own way.")
    var model = CalibrationModel.rasch

    @Option(
        help: ArgumentHelp(
            "Keep the scale of an earlier calibration, as --json wrote it, and name what has drifted since.",
            valueName: "file"),
        completion: .file())
    var base: String?

    @OptionGroup var pack: PackOptions

    @Flag(help: "Write the lines of a pack's blueprints.yaml that say how hard items are.")
    var lines = false

    @Flag(help: "Write JSON.")
    var json = false

    func perform(_ console: Console) throws {
        let pack = try pack.load()
        let wanted = try blueprint.map { try pack.blueprint(named: $0) }
        let own = try OwnExams()
        let group = try compare.map { try own.exams.roster.read().knownGroup(named: $0) }
        let chosen = try own.attempts().attempts(of: pack, only: wanted)
        let attempts = try own.exams.closingOver(chosen, of: pack)
        let earlier = try base.map { try EarlierCalibration(file: $0) }
        var calibration = ExamCalibration(of: attempts, in: pack, model: model, group: group)
        if let earlier, let base, !calibration.keepScale(of: earlier.families) {
            throw Failure(
                .unreadable,
                "\(base) has fewer than \(Equating.fewest) families in common with what was sat that \(Equating.fewestAnswers) "
                    + "people answered both times, differ in difficulty and are as hard as they were, so that the two scales cannot be brought together"
            )
        }
        if json { return console.json(JSON(calibration)) }
        if lines {
            for line in calibration.packLines { console.line(line) }
            if let few = calibration.bank.fewWords { complain(few) }
            return
        }
        if calibration.attempts.isEmpty { return console.line("Nobody has sat an exam of \(pack.id) here.") }
        console.show(calibration)
    }
}

extension EarlierCalibration {
    /// Thousands of families, each with all its figures, take less.
    private static let byteLimit = 100_000_000

    /// - Throws: `FileError`, or `Failure` with status 65 for a file of something else.
    init(file: String) throws {
        guard let earlier = EarlierCalibration(try readFile(file, limit: Self.byteLimit)) else {
            throw Failure(.unreadable, "\(file) is not what exam calibrate --json writes")
        }
        self = earlier
    }
}

extension CalibrationModel: ExpressibleByArgument {}
