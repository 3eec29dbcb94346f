import Glibc
import PseudoTerminal
import Testing

/// What candidates could do to the files of their own exams, through the real program.
@Suite struct `Attacks on an exam` {
    private let preceptor: Program
    private let exam: LessonExam

    init() throws {
        preceptor = try Program()
        exam = try LessonExam(preceptor)
    }

    private func take(_ input: String) throws -> RunResult {
        try preceptor("exam", "take", "final", "--candidate", "Ada", "--pack", exam.pack, input: input)
    }

    @Test func `that put an earlier log back are refused and told`() throws {
        let log = try exam.sit(answers: [:], submitting: false)
        _ = try preceptor.bash("cp \(log) early.log")
        #expect(try take("submit\nsubmit\n").code == 0)
        _ = try preceptor.bash("cp early.log \(log)")
        let again = try take("99601\nsubmit\nsubmit\n")
        #expect(again.code == 1 && again.errors.contains("an earlier copy of its log was put back"), "\(again.errors)")
        #expect(try preceptor("exam", "verify", log).code == 1)
        let all = try preceptor("exam", "verify")
        #expect(all.code == 1 && all.output.contains("an earlier copy of its log was put back since"), "\(all.output)")
        let certificate = try preceptor("exam", "certificate", log, "--out", "certificate")
        #expect(certificate.code == 1)
    }

    @Test func `that delete a log use the attempt up, and are named`() throws {
        let log = try exam.sit()
        _ = try preceptor.bash("rm \(log)")
        let report = try preceptor("exam", "report", "--pack", exam.pack, "--json")
        #expect(report.output.contains("The log of Ada's attempt 1 at final is missing, begun on"), "\(report.output)")
        #expect(report.errors.contains("is missing"))
        #expect(try preceptor("exam", "verify").code == 1)
        #expect(try take("").output.contains("(final, attempt 2)"))
        let voided = try preceptor.call([
            "exam", "void", "\(log.split(separator: "/").last ?? "")", "--by", "Cy", "--reason", "The disk broke.",
        ])
        #expect(voided.code == 0, "\(voided.errors)")
    }

    @Test func `that cut the register are found by an anchor kept elsewhere`() throws {
        _ = try exam.sit("Ada")
        _ = try preceptor.bash("cp -a home/exams early")
        _ = try exam.sit("Bo")
        let anchored = try preceptor("exam", "anchor", "anchor.txt")
        #expect(anchored.code == 0 && anchored.output.hasPrefix("6 "), "\(anchored.errors)")
        #expect(try preceptor("exam", "verify", "--anchor", "anchor.txt").code == 0)
        _ = try preceptor.bash("rm -r home/exams; mv early home/exams")
        #expect(try preceptor("exam", "verify").code == 0, "nothing here tells")
        let told = try preceptor("exam", "verify", "--anchor", "anchor.txt")
        #expect(told.code == 1 && told.errors.contains("of the 6 entries that the anchor has seen 3 are here"))
        let report = try preceptor("exam", "report", "--pack", exam.pack, "--anchor", "anchor.txt")
        #expect(report.output.contains("The register is not the one that was anchored"))
        let kept = try preceptor("exam", "anchor", "anchor.txt")
        #expect(kept.code == 1 && kept.errors.contains("the anchor stays as it is"))
        _ = try preceptor.folder.write("4 what", to: "broken.txt")
        #expect(try preceptor("exam", "anchor", "broken.txt").code == 65)
    }

    @Test func `that read the open log or choose the form learn nothing`() throws {
        let shown = try take("agree\n")
        for name in ["two hours and a half", "in the office", "half-an-hour"] {
            #expect(!shown.output.lowercased().contains(name), "a heading gives it away: \(name)")
        }
        let log = try preceptor.bash("cat home/exams/attempts/*.log; cat home/exams/register.log")
        for secret in ["lesson/", "seed", "midpoint-rule", "in-the-office"] { #expect(!log.output.contains(secret)) }
        #expect(!(try preceptor.bash("cat home/exams/register.log").output.contains("Ada")), "it holds no name")
        #expect(try preceptor("exam", "take", "final", "--candidate", "Ada", "--seed", "1").code == 64)
    }

    @Test func `that open keys to others or put links in their place are refused`() throws {
        _ = try exam.sit()
        _ = try preceptor.bash("chmod 644 home/exams/signing.key")
        let open = try take("agree\n")
        #expect(open.code == 65 && open.errors.contains("others can read the key"), "\(open.errors)")
        _ = try preceptor.bash("cd home/exams; chmod 600 signing.key; mv signing.key other; ln -s other signing.key")
        let link = try take("agree\n")
        #expect(link.code == 65 && link.errors.contains("is no file of its own, but a link"), "\(link.errors)")
    }

    @Test func `that leave an empty log at birth lock nobody out`() throws {
        let log = try exam.sit()
        for content in ["", "{\"entry\":{"] {
            _ = try preceptor.bash(
                "rm -r home/exams; mkdir -p -m 700 home/exams/attempts; printf '\(content)' > \(log)")
            let sat = try take("agree\nsubmit\nsubmit\n")
            #expect(sat.code == 0 && sat.output.contains("Handed in"), "\(sat.errors)")
            #expect(try preceptor("exam", "verify", log).code == 0)
        }
    }

    /// How many of the system calls it is killed at. `PRECEPTOR_KILLS=500 swift test --filter 'Attacks on an exam'` takes
    /// minutes.
    private static let kills = getenv("PRECEPTOR_KILLS").flatMap { Int(String(cString: $0)) } ?? 10

    @Test func `that kill it at any system call, from the first on, lose nothing and lock nobody out`() throws {
        let input = "agree\ngo 2\n99601\nnext\nsubmit\nsubmit\n"
        func sit(killedAt number: Int) throws -> KilledRun {
            try run(
                preceptor.path, ["exam", "take", "final", "--candidate", "Ada", "--pack", exam.pack], input: input,
                environment: preceptor.environment, in: preceptor.folder.path, killedAtStop: number)
        }
        let whole = try sit(killedAt: .max)
        #expect(!whole.wasKilled && whole.stops > Self.kills)
        for kill in 0..<Self.kills {
            _ = try preceptor.bash("rm -rf home")
            let killed = try sit(killedAt: kill * (whole.stops - 1) / max(Self.kills - 1, 1) + 1)
            let result = try preceptor("exam", "result", "--candidate", "Ada", "--pack", exam.pack, "--json")
            let acknowledged = killed.output.contains("Kept: 99601")
            #expect(!acknowledged || result.output.contains("\"answered\":1"), "an acknowledged answer is lost")
            let open = !killed.output.contains("Handed in") && !result.output.contains("\"state\":\"submitted\"")
            let again = try take(open ? "agree\n99601\nsubmit\nsubmit\n" : "")
            #expect(again.code == 0, "stop \(killed.stops): \(again.errors)")
            let all = try preceptor("exam", "verify")
            #expect(all.code == 0 && all.output.hasPrefix("1 attempt"), "stop \(killed.stops): \(all.output)")
        }
    }
}
