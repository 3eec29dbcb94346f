import PseudoTerminal
import Testing

/// Scenarios that are kept for exams.
@Suite struct `What is kept for exams` {
    private let preceptor: Program
    private let exam: LessonExam

    init() throws {
        preceptor = try Program()
        exam = try LessonExam(preceptor)
        _ = try preceptor.bash(
            "sed -i 's/^  - id: four-hours/  - exams-only: true\\n    id: four-hours/' pack/scenarios.yaml")
    }

    @Test func `stands in forms`() throws {
        #expect(try preceptor("pack", "check", exam.pack).code == 0)
        let sat = try preceptor(
            "exam", "take", "final", "--candidate", "Ada", "--pack", exam.pack,
            input: "agree\ngo 1\ngo 2\ngo 3\ngo 4\ngo 5\nsubmit\nsubmit\n")
        let text = sat.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(sat.code == 0 && text.contains("fills a nurse's morning"), "\(sat.errors)")
        #expect(try preceptor.bash("\"$PRECEPTOR\" exam verify").code == 0)
    }

    @Test(arguments: [
        ["key", "--scenario", "four-hours"], ["pack", "preview", "four-hours"],
        ["score", "99601", "--scenario", "four-hours"],
        ["claim", "--scenario", "four-hours"],
    ])
    func `is shown by no command that shows keys`(arguments: [String]) throws {
        let shown = try preceptor.call(
            arguments[0] == "pack"
                ? ["pack", "preview", exam.pack, "--scenario", "four-hours"]
                : arguments + ["--pack", exam.pack])
        #expect(shown.code != 0 && !shown.output.contains("morning"), "\(shown.output)")
        #expect(!shown.errors.contains("four-hours?"), "it is not offered either")
    }

    @Test func `is asked of nobody who learns`() throws {
        let trained = try preceptor(
            "train", "--pack", exam.pack, "--learner", "Ada", "--count", "60", "--kind", "claim",
            input: String(repeating: "none\n", count: 60))
        #expect(trained.output.contains("from 09:00") && !trained.output.contains("morning"))
        let exported = try preceptor.bash(
            "\"$PRECEPTOR\" pack export pack --to csv --out out.csv; grep -rc morning out.csv || true")
        #expect(exported.output.hasSuffix("0\n"), "\(exported.output)\(exported.errors)")
    }
}
