import ArgumentParser
import Batch
import Content
import Machine
import Quiz
import Reports
import Scoring
import Terminal
import Training

/// Lets learners whose beliefs are known answer a pack's items, and shows how soon they are found out.
struct SimulateCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Simulate learners: how soon a pack's items show what somebody believes.",
        discussion: """
            Each learner holds one misconception of the pack and answers by it, but for slips and guesses. Shown is how \
            many answers it takes to find it out where the planner chooses the items, where all items are weighed, \
            where chance chooses, and in the order of the pack; and which beliefs are hard to tell apart, so that the \
            pack needs items that part them. Then newcomers are taught by lessons, by practice alone and by chance, and \
            learners are told how ready they are, and sit the exam.
            """)

    @OptionGroup var pack: NamedPackOptions

    @Option(help: ArgumentHelp("Only this policy; every one of the pack by default.", valueName: "id"))
    var policy: String?

    @Option(parsing: .unconditional, help: ArgumentHelp("How many learners, 1 to 10000.", valueName: "n"))
    var learners = 400

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("How often an answer is not what the learner meant, 0 to 0.5.", valueName: "share"))
    var slips = 0.05

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("How often any option is picked where there are some, 0 to 0.5.", valueName: "share"))
    var guesses = 0.05

    @Flag(help: "Learners hold two misconceptions at once.")
    var pairs = false

    @Option(parsing: .unconditional, help: ArgumentHelp("The same seed gives the same learners.", valueName: "n"))
    var seed: UInt64 = 1

    @Flag(help: "Write JSON.")
    var json = false

    func validate() throws {
        guard (1...10_000).contains(learners) else { throw ValidationError("--learners is 1 to 10000.") }
        guard (0...0.5).contains(slips) else { throw ValidationError("--slips is a share, 0 to 0.5.") }
        guard (0...0.5).contains(guesses) else { throw ValidationError("--guesses is a share, 0 to 0.5.") }
    }

    func perform(_ console: Console) throws {
        let pack = try pack.load()
        let policy = try policy.map { try pack.policy(named: $0).id }
        guard pack.misconceptions.count > (pairs ? 1 : 0) else {
            throw Failure(
                .unreadable,
                "\(pack.id) has \(pairs ? "fewer than two misconceptions" : "no misconceptions"), so there is nothing to find out; see misconceptions.yaml"
            )
        }
        var behaviour = Simulation.Behaviour()
        behaviour.slip = slips
        behaviour.guess = guesses
        var simulation = Simulation(of: pack, under: policy, behaviour, seed: seed)
        guard !simulation.isEmpty else {
            throw Failure(
                .unreadable, "\(pack.id) has no scenario and no template to ask about, so there is nothing to simulate")
        }
        let progress = ProgressLine("Simulating")
        let report = SimulationReport(
            of: &simulation, pairs ? .pairs : .singles, learners: learners, progress: progress.show)
        progress.end()
        if json {
            console.json(JSON(report, self, of: pack))
        } else {
            console.show(report, self, of: pack)
        }
    }
}

// MARK: - As text

extension Console {
    fileprivate func show(_ report: SimulationReport, _ command: SimulateCommand, of pack: Pack) {
        line(style.bold("\(pack.title) \(pack.edition)") + "  (\(pack.id))")
        let policy = command.policy.map { "policy \($0)" } ?? "every policy"
        paragraph(
            "\(command.learners) learners with \(command.pairs ? "two misconceptions" : "one misconception") each, "
                + "\(policy), \(command.slips.percent) slips, \(command.guesses.percent) guesses, seed \(command.seed).",
            indent: 0)
        line()
        table(report.cells, rightAligned: [1, 2, 3, 4])
        show(report.ceiling)
        line()
        paragraph(
            "A learner who never got there counts with the most that were asked: "
                + "\(SimulationReport.most.diagnosis) answers, \(SimulationReport.most.course) for mastery. Mastery is that "
                + "of \(min(command.learners, SimulationReport.taught)) learners, of whose beliefs each correction ends "
                + "\(SimulationReport.learning.percent).", indent: 0)
        show(report.training, of: command.learners)
        show(report.teaching)
        show(report.readiness)
        show(hard: report)
    }

    private func show(_ ceiling: [(answers: Int, share: Double)]) {
        guard !ceiling.isEmpty else { return }
        line()
        let shares = ceiling.map { "\($0.share.percent) after \($0.answers)" }.joined(separator: ", ")
        paragraph(
            "More cannot be named, however items are chosen and though nobody slips: \(shares). So many ends has the best "
                + "tree of answers that these items allow, of which one is nobody's belief.", indent: 0)
    }

    private func show(_ training: SimulationReport.Training, of learners: Int) {
        typealias Training = SimulationReport.Training
        line()
        line(style.bold("In training"))
        paragraph(
            "In the order of skills, with a contrast for each belief that is met and probes after it. That a contrast "
                + "ends the belief \(Training.contrast.percent) of the times is assumed.", indent: 0)
        table(
            [
                ["One belief named rightly after \(Training.named) answers", training.named.percent],
                ["Contrasts until it is given up, median", training.contrasts.median.decimal],
                ["  learners who got there in \(Training.cure) answers", training.contrasts.reached.percent],
                [
                    "Sessions of \(Training.session) in which one was met that nobody held",
                    training.wronglyMet.percent,
                ],
                ["Answers until mastery with contrasts, median", training.mastery.median.decimal],
                ["  learners who got there", training.mastery.reached.percent],
            ], rightAligned: [1])
    }

    private func show(_ teaching: [SimulationReport.Taught]) {
        guard !teaching.isEmpty else { return }
        line()
        line(style.bold("Newcomers"))
        paragraph(
            "Who knows no skill and holds one belief is taught until all is learnt. The shortest exam counts as passed once "
                + "four of five of its forms would be. Assumed: the pages of a lesson teach a skill 55 % of the times and an "
                + "item of practice 7 % (Koedinger 2023: 55 % right after readings, 2.5 points more with each item), a worked "
                + "example by g = .48 more than an item (Barbieri 2023); 40 % is kept for 30 days, and by g = .74 more where "
                + "retrievals are spaced (Latimier 2021). That shows how the trainer behaves, not that people learn.",
            indent: 0)
        func row(_ name: String, _ cell: (SimulationReport.Taught) -> String) -> [String] {
            [name] + teaching.map(cell)
        }
        table(
            [
                row("Taught by") { $0.teaching.words },
                row("Items until the exam was passed, median") { $0.passed.median.decimal },
                row("  learners who got there") { $0.passed.reached.percent },
                row("Items until all was learnt, median") { $0.mastered.median.decimal },
                row("  learners who got there") { $0.mastered.reached.percent },
                row("Examples that they filled in, median") { $0.fades.decimal },
                row("Minutes that took, median") { $0.minutes.decimal },
                row("Skills known 30 days after") { $0.kept.percent },
            ], rightAligned: [1, 2, 3])
    }

    private func show(_ told: [SimulationReport.Told]) {
        guard !told.isEmpty else { return }
        line()
        line(style.bold("How ready they were told to be"))
        paragraph(
            "Learners of whom 2 to 50 % of answers are slips practise 6 to 48 items, are told the probability of passing "
                + "an exam, and sit it; its terms are left out. Every other one was taught just what was practised, and "
                + "knows no skill besides.", indent: 0)
        table(
            [["Told", "Passed", "Learners"]]
                + told.map { [$0.probability.percent, $0.passed.percent, String($0.learners)] },
            rightAligned: [0, 1, 2])
    }

    private func show(hard report: SimulationReport) {
        line()
        line(style.bold("Hard to tell apart"))
        let hard = report.fates.filter { $0.named < SimulationReport.certainty }
        let rows = hard.map { fate in
            let instead = fate.takenFor.prefix(2).map(\.words).joined(separator: ", ")
            return [fate.hypothesis.words, fate.named.percent, instead.isEmpty ? "" : "taken for \(instead)"]
        }
        table(rows, rightAligned: [1])
        for (one, other) in report.inseparable {
            paragraph("No item tells \(one.words) from \(other.words); they count as one.")
        }
        if rows.isEmpty, report.inseparable.isEmpty {
            paragraph("None: each was named for 95 % of its learners after \(SimulationReport.namedAfter) answers.")
        }
    }
}

extension SimulationReport {
    /// The table: what was measured, a column for each order.
    fileprivate var cells: [[String]] {
        func row(_ name: String, _ cell: (Row) -> String) -> [String] { [name] + rows.map(cell) }
        let named = Self.checkpoints.enumerated().map { position, answers in
            row("Named rightly after \(answers) answers") { $0.named[position].share.percent }
        }
        return [
            row("Items chosen by") { $0.order.words },
            row("Answers until 95 % certain, median") { $0.certainty.median.decimal },
            row("  mean") { $0.certainty.mean.decimal },
            row("  learners who got there") { $0.certainty.reached.percent },
        ] + named + [
            row("Answers until mastery, median") { $0.mastery?.median.decimal ?? "-" },
            row("  learners who got there") { $0.mastery?.reached.percent ?? "-" },
        ]
    }
}

extension Simulation.Order {
    fileprivate var words: String {
        switch self {
        case .adaptive: "planner"
        case .telling: "all items"
        case .random: "chance"
        case .fixed: "pack order"
        }
    }
}

extension Simulation.Teaching {
    fileprivate var words: String {
        switch self {
        case .lessons: "lessons"
        case .adaptive: "planner"
        case .random: "chance"
        }
    }
}

extension Hypothesis {
    fileprivate var words: String { beliefs.isEmpty ? "no misconception" : text }
}

extension Double {
    /// One decimal, as figures are read: `4.5`.
    fileprivate var decimal: String {
        let tenths = Int((self * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    /// A share as whole per cent, or with a decimal where it is none: `95 %`, `99.5 %`.
    fileprivate var percent: String {
        let tenths = Int((self * 1000).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
    }
}

// MARK: - As JSON

extension JSON {
    fileprivate init(_ report: SimulationReport, _ command: SimulateCommand, of pack: Pack) {
        self = .object([
            ("pack", .string(pack.id.text)), ("edition", .string(pack.edition)),
            ("policy", .optional(command.policy)), ("learners", .integer(command.learners)),
            ("misconceptionsEach", .integer(command.pairs ? 2 : 1)), ("slips", .fraction(command.slips)),
            ("guesses", .fraction(command.guesses)), ("seed", .string(String(command.seed))),
            ("orders", .array(report.rows.map(JSON.init))),
            ("ceiling", .array(report.ceiling.map(JSON.ceiling))),
            ("training", JSON(report.training)),
            ("teaching", .array(report.teaching.map(JSON.init))),
            ("readiness", .array(report.readiness.map(JSON.init))),
            ("beliefs", .array(report.fates.map(JSON.init))),
            (
                "inseparable",
                .array(report.inseparable.map { .strings([$0.hypothesis.text, $0.from.text]) })
            ),
        ])
    }

    private init(_ row: SimulationReport.Row) {
        self = .object([
            ("order", .string(row.order.rawValue)), ("certainty", JSON(row.certainty)),
            (
                "named",
                .array(row.named.map { .object([("answers", .integer($0.answers)), ("share", .fraction($0.share))]) })
            ),
            ("mastery", row.mastery.map { JSON($0) } ?? .null),
        ])
    }

    private static func ceiling(_ best: (answers: Int, share: Double)) -> JSON {
        .object([("answers", .integer(best.answers)), ("share", .fraction(best.share))])
    }

    private init(_ training: SimulationReport.Training) {
        self = .object([
            ("named", .fraction(training.named)), ("contrasts", JSON(training.contrasts)),
            ("wronglyMet", .fraction(training.wronglyMet)), ("mastery", JSON(training.mastery)),
        ])
    }

    private init(_ taught: SimulationReport.Taught) {
        self = .object([
            ("by", .string(taught.teaching.rawValue)), ("passed", JSON(taught.passed)),
            ("mastered", JSON(taught.mastered)), ("fades", .fraction(taught.fades)),
            ("minutes", .fraction(taught.minutes)),
            ("kept", .fraction(taught.kept)),
        ])
    }

    private init(_ told: SimulationReport.Told) {
        self = .object([
            ("told", .fraction(told.probability)), ("passed", .fraction(told.passed)),
            ("learners", .integer(told.learners)),
        ])
    }

    private init(_ effort: SimulationReport.Effort) {
        self = .object([
            ("median", .fraction(effort.median)), ("mean", .fraction(effort.mean)),
            ("reached", .fraction(effort.reached)),
        ])
    }

    private init(_ fate: SimulationReport.Fate) {
        self = .object([
            ("beliefs", .strings(fate.hypothesis.beliefs.map(\.text))), ("learners", .integer(fate.learners)),
            ("named", .fraction(fate.named)), ("certainty", JSON(fate.certainty)),
            ("takenFor", .array(fate.takenFor.map { .strings($0.beliefs.map(\.text)) })),
        ])
    }
}
