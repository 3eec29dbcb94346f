import ArgumentParser
import Content
import Learning
import Machine
import Quiz
import Reports
import Scoring
import Terminal
import Training

/// Tells how likely a learner is to pass each exam today, and what there is to do until then.
struct ReadyCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "ready",
        abstract: "Show how likely you are to pass each exam today, and what to do until you sit it.",
        discussion: """
            The probability follows from how well skills are mastered, what may still be believed, and the items that \
            the exam is made of; beside it stands where it lies 8 times of 10, for all that is known of you. The plan \
            reckons with lessons that are not mastered, practice until the exam's skills are, and reviews that come \
            due. Practice by train and learn, then sit the exam.
            """)

    @OptionGroup var learner: LearnerOptions
    @OptionGroup var pack: PackOptions

    @Option(help: ArgumentHelp("Only this exam; every one of the pack by default.", valueName: "blueprint"))
    var exam: String?

    @Option(help: ArgumentHelp("Minutes a day for the plan, 1 to 600.", valueName: "n"))
    var minutes = 25

    @Option(help: ArgumentHelp("The day of the exam; the plan then says how long a day.", valueName: "yyyy-mm-dd"))
    var by: String?

    @Flag(help: "Write JSON.")
    var json = false

    func validate() throws {
        guard (1...600).contains(minutes) else { throw ValidationError("--minutes is 1 to 600.") }
        if let by, Day(by) == nil { throw ValidationError("--by is a day such as 2026-12-11.") }
    }

    func perform(_ console: Console) throws {
        let pack = try pack.load()
        let blueprints = try exam.map { [try pack.blueprint(named: $0)] } ?? pack.blueprints
        guard !blueprints.isEmpty else {
            throw Failure(.notFound, "\(pack.id) has no exam; see blueprints.yaml")
        }
        let time = MachineTime()
        let timing: StudyPlan.Time
        if let day = by.flatMap(Day.init) {
            guard day > time.today else { throw Failure(.usage, "--by \(day) is not to come; give a later day") }
            timing = .within(days: day.ordinal - time.today.ordinal)
        } else {
            timing = .aDay(minutes)
        }
        do {
            let standing = try openRecords().standing(of: learner.name, in: pack, at: time)
            let outlooks = try blueprints.map { blueprint in
                let estimate = try ReadinessEstimate(
                    of: blueprint, in: pack, space: standing.progress.model.beliefs.space)
                return standing.outlook(on: blueprint, estimate, in: pack, timing)
            }
            if json { return console.json(.array(outlooks.map(JSON.init))) }
            console.show(outlooks, in: pack, from: time.today)
        } catch let error as RecordsError {
            throw Failure(.cannotWrite, error.message)
        } catch let error as FormError {
            throw Failure(.unreadable, error.message)
        }
    }
}
