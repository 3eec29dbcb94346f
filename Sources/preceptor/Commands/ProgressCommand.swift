import ArgumentParser
import Content
import Glibc
import Quiz
import Records
import Scoring

/// Shows how a learner stands.
struct ProgressCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "progress", abstract: "Show mastery, reviews to come, beliefs, accuracy and pace.")

    @OptionGroup var learner: LearnerOptions
    @OptionGroup var pack: PackOptions

    @Option(help: ArgumentHelp("Write a page with charts to a file.", valueName: "file"), completion: .file())
    var html: String?

    @Flag(help: "Write JSON.")
    var json = false

    func perform(_ console: Console) throws {
        let pack = try pack.load()
        let records = try openRecords()
        let report = try ProgressReport(of: learner.name, in: pack, from: records)
        if let html { try write(ProgressPage(report: report).html, to: html) }
        if json {
            console.json(JSON(report))
        } else if let html {
            console.line("Written to \(html)")
        } else {
            console.show(report)
        }
    }
}

/// Who learns.
struct LearnerOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Who learns; the user of this machine by default.", valueName: "name"))
    var learner: String?

    var name: String { learner ?? environmentName ?? "learner" }

    private var environmentName: String? {
        getenv("USER").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
}

/// Opens the records of the person who runs the program.
func openRecords() throws(Failure) -> Records {
    guard let path = Places.records else {
        throw Failure(.cannotWrite, "there is no folder for records; set PRECEPTOR_HOME to one")
    }
    do {
        return try Records(path: path)
    } catch {
        throw Failure(.cannotWrite, error.message)
    }
}

extension ProgressReport {
    /// Reads how a learner stands in a pack.
    init(of name: String, in pack: Pack, from records: Records) throws(Failure) {
        let now = LocalTime.now
        let today = LocalTime.day(of: now)
        do {
            let learner = try records.learner(named: name, at: Records.Moment(milliseconds: now))
            let standing = Standing(try records.currentState(of: learner.id, in: pack), of: pack)
            let answers = try records.answers(
                of: learner.id, from: Records.Moment(milliseconds: 0),
                to: Records.Moment(milliseconds: now + 86_400_000))
            self.init(
                learner: name, pack: pack.title, today: today, skills: standing.model.skillProgress,
                days: Self.days(of: answers.filter { $0.pack == pack.id.text && $0.undone == nil }),
                due: standing.forecast(from: today.ordinal, days: 14),
                suspected: standing.model.beliefs.suspected.map { standing.model.belief($0, of: pack) },
                overcome: standing.model.beliefs.overcome.map { standing.model.belief($0, of: pack) })
        } catch {
            throw Failure(.cannotWrite, error.message)
        }
    }

    private static func days(of answers: [Records.RecordedAnswer]) -> [DayProgress] {
        var days: [DayProgress] = []
        for recorded in answers where recorded.answer.verdict != .skipped {
            let day = LocalTime.day(of: recorded.answer.at.milliseconds)
            if days.last?.day != day { days.append(DayProgress(day: day)) }
            days[days.count - 1].answers += 1
            days[days.count - 1].right += recorded.answer.verdict == .correct ? 1 : 0
            days[days.count - 1].milliseconds += min(recorded.answer.responseMilliseconds, longestThought)
        }
        return days.sorted { $0.day < $1.day }
    }

    /// Whoever takes longer over an item than five minutes was not thinking of it all the time.
    private static let longestThought = 300_000
}

extension LearnerModel {
    fileprivate var skillProgress: [ProgressReport.SkillProgress] {
        Skill.allCases.compactMap { skill in
            let mastery = mastery(of: skill)
            guard mastery.answers > 0 else { return nil }
            let interval = mastery.interval
            return ProgressReport.SkillProgress(
                skill: skill, mean: mastery.mean, low: interval.lowerBound, high: interval.upperBound,
                answers: mastery.answers, isMastered: mastery.isMastered)
        }
    }

    fileprivate func belief(_ id: ID<Misconception>, of pack: Pack) -> ProgressReport.Belief {
        ProgressReport.Belief(words: pack.misconception(id)?.belief ?? id.text, probability: beliefs.marginal(id))
    }
}
