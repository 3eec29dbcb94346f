import ArgumentParser
import Content
import Learning
import Machine
import Quiz
import Reports
import Scoring
import Stores
import Terminal
import Training

/// Shows how a learner stands.
struct ProgressCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "progress", abstract: "Show mastery, reviews to come, beliefs, accuracy and pace.")

    @OptionGroup var learner: LearnerOptions
    @OptionGroup var pack: PackOptions

    @Option(help: ArgumentHelp("Write a page with charts to a file.", valueName: "file"), completion: .file())
    var html: String?

    @Option(
        help: ArgumentHelp("Write the reviews of terms to a CSV file for the FSRS optimiser.", valueName: "file"),
        completion: .file())
    var reviews: String?

    @Flag(help: "Write JSON.")
    var json = false

    func perform(_ console: Console) throws {
        let pack = try pack.load()
        let store = try openRecords()
        let time = MachineTime()
        let report: ProgressReport
        var answers: [Records.RecordedAnswer] = []
        do {
            if let learner = try known(to: store) {
                if reviews != nil { answers = try store.answers(of: learner.id, in: pack.id.text) }
                report = try store.progressReport(of: learner, in: pack, at: time)
            } else {
                report = ProgressReport(ofBeginner: learner.name, in: pack, on: time.today)
            }
        } catch let error as RecordsError {
            throw Failure(.cannotWrite, error.message)
        }
        if let html { try writeFile(ProgressPage(report).html, to: html) }
        if let reviews { try writeFile(ReviewLog(of: answers, in: pack).csv, to: reviews) }
        if json { return console.json(JSON(report)) }
        for file in [html, reviews].compactMap(\.self) { console.line("Written to \(file)") }
        if html == nil, reviews == nil { console.show(report) }
    }

    /// The learner, who need not have begun yet; a name that was given is one that the records know.
    private func known(to store: any LearnerStore) throws -> Records.Learner? {
        if let known = try store.knownLearner(named: learner.name) { return known }
        guard learner.learner != nil else { return nil }
        let names = try store.learnerNames()
        let mend = suggestion(for: learner.name, among: names) ?? "preceptor train --learner NAME begins one"
        throw Failure(.notFound, "no learner \(learner.name.prefix(64)) has answered here; \(mend)")
    }
}

/// Who learns.
struct LearnerOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Who learns; by default who logged in to a team's server, or else the user of this machine.",
            valueName: "name"))
    var learner: String?

    var name: String { learner ?? Self.usual }

    /// Whose records a team's server has, or the user of this machine.
    static var usual: String {
        if let link = try? TeamLink.read() { return link.learner }
        return environmentValue("USER").flatMap { $0.isEmpty ? nil : $0 } ?? "learner"
    }
}

/// Opens the records of the person who runs the program.
func openRecords() throws(Failure) -> any LearnerStore {
    guard let path = Paths.records else {
        throw Failure(.cannotWrite, "there is no folder for records; set PRECEPTOR_HOME to one")
    }
    do {
        return try SQLiteLearnerStore(path: path)
    } catch {
        throw Failure(.cannotWrite, error.message)
    }
}
