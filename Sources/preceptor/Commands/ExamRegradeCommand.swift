import ArgumentParser
import Examining
import Machine
import Quiz
import Reports
import Scoring
import Terminal
import Training

/// Scores attempts anew under the pack as it is now.
struct ExamRegradeCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "regrade", abstract: "Score attempts anew under a new revision of their pack.",
        discussion: """
            The sealed log stays as it is: the new score stands in a signed log beside it, with the reason, and both are \
            shown. An item is scored by the key as it is now where the pack still asks it in the same words; where its \
            words or facts changed, or the pack no longer makes it, its score stands, and exam credit can give or take \
            points. The pass mark stays the one that the candidate was told. Attempts that are open, or were scored under \
            this revision already, are left alone.
            """)

    @Argument(help: "A blueprint, or an attempt by the name or path of its log; by default every attempt of the pack.")
    var attempts: String?

    @OptionGroup var pack: PackOptions

    @Option(help: ArgumentHelp("Why, as candidates are told.", valueName: "text"))
    var reason: String

    @Option(help: ArgumentHelp("Who answers for it; the user of this machine by default.", valueName: "name"))
    var by: String?

    @Flag(help: "Show what would come of it, and keep nothing.")
    var dryRun = false

    @Flag(help: "Write JSON.")
    var json = false

    func validate() throws { try checkWords(["--reason": reason, "--by": by ?? "a"]) }

    func perform(_ console: Console) throws {
        let revision = try pack.loadRevision()
        let own = try OwnExams()
        let chosen = try own.exams.attempts(named: attempts, of: revision.pack, among: own.attempts().attempts)
        let regrading = try own.exams.regrade(
            chosen, under: revision, by: by ?? environmentValue("USER") ?? "unknown", because: reason, isKept: !dryRun)
        for (attempt, problem) in regrading.refused {
            complain("\(attempt.name) is left alone: \(problem.check.rawValue): \(problem.message)")
        }
        if !dryRun {
            let failed = regrading.amended.map(\.after).filter { $0.result?.isPassed != true }
            try own.exams.warnOfCertificates(of: failed.map(\.name))
        }
        if json {
            console.json(.array(regrading.amended.map { $0.json(isKept: !dryRun) }))
        } else {
            show(regrading.amended, console)
        }
        if !regrading.refused.isEmpty { throw ExitStatus.notRight.code }
    }

    private func show(_ regraded: [Amended], _ console: Console) {
        for one in regraded {
            let (before, after) = (one.before.result, one.after.result)
            let verdict = after?.isPassed == true ? "passed" : "not passed"
            let change = before?.isPassed == after?.isPassed ? verdict : "now \(verdict)"
            console.line(
                console.style.bold(one.before.form.candidate)
                    + "  \(one.before.form.blueprint), attempt \(one.before.form.attempt): "
                    + "\(mark(before?.fraction ?? 0)) becomes \(mark(after?.fraction ?? 0)), \(change)")
            console.table(
                (one.after.addenda.regrade?.items ?? []).map { item in
                    let points = [item.before, item.after].map { pointsText($0) }
                    let change = item.before == item.after ? points[0] : "\(points[0]) becomes \(points[1])"
                    return ["item \(item.item)", change, item.rule.text]
                }, indent: 4)
        }
        if regraded.isEmpty { return console.line("No attempt is to be scored anew.") }
        console.line()
        console.line(
            dryRun
                ? "\(quantity(regraded.count, "attempt")) would be scored anew; nothing is kept yet"
                : "\(quantity(regraded.count, "attempt")) scored anew; reason: \(reason)")
    }
}

extension Amended {
    /// What a program reads of an attempt that was scored anew.
    fileprivate func json(isKept: Bool) -> JSON {
        .object([
            ("candidate", .string(before.form.candidate)), ("blueprint", .string(before.form.blueprint)),
            ("attempt", .integer(before.form.attempt)), ("kept", .bool(isKept)),
            ("fractionBefore", before.fraction.map(JSON.fraction) ?? .null),
            ("fraction", after.fraction.map(JSON.fraction) ?? .null),
            ("passedBefore", before.result.map { .bool($0.isPassed) } ?? .null),
            ("passed", after.result.map { .bool($0.isPassed) } ?? .null),
            ("addendum", after.addenda.last?.json(isInForce: true) ?? .null), ("log", .string(before.location)),
        ])
    }
}
