import ArgumentParser
import Batch
import Content
import Machine
import Quiz
import Reports
import Scoring
import Terminal
import Training

/// Grades one answer, or a stream of them.
struct ScoreCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Grade an answer.",
        usage: """
            preceptor score <answer> --scenario <id> | --minutes <n> | --start <HH:MM> --stop <HH:MM> | --encounter <file>
            preceptor score --batch
            """,
        discussion: """
            An answer is codes with their units, such as "99601 x1, 99602 x2", or none. A line may name its day or days, \
            such as "S9500 x14 2026-03-02 to 2026-03-15". The exit status is 0 for a right answer and 1 for another.

            With --batch, each line of standard input is a JSON object with answer, one of scenario, minutes, or start \
            and stop, and at will policy, primary and pack; each line of output is the same as --json says, or an \
            object with error. The exit status is then 0, or 65 where a line could not be read.
            """)

    @Argument(help: "The answer, in quotes.")
    var answer: String?

    @OptionGroup var encounter: EncounterOptions
    @OptionGroup var pack: PackOptions

    @Option(help: ArgumentHelp("The payer's policy; the pack's own by default.", valueName: "id"))
    var policy: String?

    @Flag(help: "Grade JSON Lines from standard input.")
    var batch = false

    @Flag(help: "Write JSON.")
    var json = false

    func validate() throws {
        if batch {
            guard answer == nil, encounter.isEmpty else {
                throw ValidationError("With --batch, answers and encounters come from standard input.")
            }
        } else {
            guard answer != nil else { throw ValidationError("Give the answer, such as \"99601 x1, 99602 x2\".") }
            try encounter.check()
        }
    }

    func perform(_ console: Console) throws {
        if batch { return try scoreBatch(pack: pack.pack, policy: policy, to: console.output) }
        let pack = try pack.load()
        let policy = try pack.policy(named: policy)
        let encounter = try encounter.read(in: pack, under: policy)
        let claim = try readAnswer(answer ?? "", for: pack)
        let judged = Case(encounter, under: pack.rules(under: policy), among: pack.misconceptions)
        let assessment = judged.assess(claim)
        if json {
            console.json(JSON(assessment, key: judged.key.claim, policy: policy.id, by: pack.wording))
        } else {
            console.show(
                Feedback(of: assessment, in: judged, of: pack),
                why: pack.why(judged.key),
                sources: pack.titles(of: policy.sources), key: judged.key.claim.shown)
        }
        if assessment.grade.verdict != .correct { throw ExitStatus.notRight.code }
    }
}

/// Reads an answer of the pack's codes.
///
/// - Throws: `Failure` with a caret under what cannot be read.
func readAnswer(_ answer: String, for pack: Pack) throws(Failure) -> Claim {
    do {
        return try parseAnswer(answer, known: pack.codes.vocabulary)
    } catch {
        let caret = caretLines(under: answer, at: error.offset..<error.offset + error.length, width: 100)
        throw Failure(
            .unreadable, (["the answer cannot be read"] + caret + ["  " + error.message]).joined(separator: "\n"))
    }
}
