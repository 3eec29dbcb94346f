import PseudoTerminal
import Testing

/// A small exam about the lesson's three visits and two terms, whose pack can be changed.
struct LessonExam {
    let preceptor: Program
    /// The folder of the pack.
    let pack: String

    /// What answers every item rightly.
    static let right = [
        "half-an-hour-more": "99601 x1", "four-hours": "99601 x1, 99602 x2", "in-the-office": "none",
        "midpoint-rule": "midpoint rule", "add-on-code": "add-on code",
    ]

    init(_ preceptor: Program) throws {
        self.preceptor = preceptor
        pack = preceptor.folder.path(of: "pack")
        _ = try run("/bin/cp", ["-R", lesson, pack])
        try preceptor.folder.write(
            """
            blueprints:
              - id: final
                title: The lesson, final
                summary: Whoever passes has read the lesson.
                minutes: 30
                attempts: 3
                wait: { hours: 0 }
                pass-mark: { percent: 60, justification: enough for a lesson }
                navigation: free
                sections:
                  - { id: visits, title: Visits, count: 3, kinds: [claim], policies: [cpt-midpoint] }
                  - { id: terms, title: Terms, count: 2, kinds: [term] }

            """, to: "pack/blueprints.yaml")
    }

    /// Sits the exam to its end, and gives the path of its log. Items without an answer are left out.
    func sit(_ candidate: String = "Ada", answers: [String: String] = right, submitting: Bool = true) throws -> String {
        let begun = try preceptor(
            "exam", "take", "final", "--candidate", candidate, "--seed", "1", "--pack", pack, input: "agree\n")
        try #require(begun.code == 0, "\(begun.errors)")
        let log = try #require(
            try preceptor.bash("ls -t home/exams/attempts/*.log").output.split(separator: "\n").first.map(String.init))
        let lines = try items(of: log).enumerated().compactMap { place, item in
            answers[item].map { "go \(place + 1)\nanswer \($0)\n" }
        }
        let sat = try preceptor(
            "exam", "take", "final", "--candidate", candidate, "--pack", pack,
            input: lines.joined() + (submitting ? "submit\nsubmit\n" : ""))
        try #require(sat.code == 0, "\(sat.errors)")
        return log
    }

    /// What the items of a log's form are about, in order.
    func items(of log: String) throws -> [String] {
        let form = try preceptor.bash("head -1 \(log) | grep -o '\"items\":\\[[^]]*' | grep -o '\"lesson/[^\"]*'")
            .output
        return form.split(separator: "\n").map { line in
            String(line.split(separator: "/")[2].prefix { $0 != "@" })
        }
    }

    /// The number of an item in a log's form.
    func number(of item: String, in log: String) throws -> String {
        "\(try #require(try items(of: log).firstIndex(of: item)) + 1)"
    }
}
