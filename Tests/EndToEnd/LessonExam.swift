import Foundation
import PseudoTerminal
import SampleExams
import Testing

/// A small exam about the lesson's three visits and two terms, whose pack can be changed.
struct LessonExam {
    let preceptor: Program
    /// The folder of the pack.
    let pack: String

    init(_ preceptor: Program) throws {
        self.preceptor = preceptor
        pack = preceptor.folder.path(of: "pack")
        _ = try run("/bin/cp", ["-R", lesson, pack])
        try preceptor.folder.write(LessonPack.blueprints, to: "pack/blueprints.yaml")
        _ = try preceptor("exam", "roster", "grader", "Cy")
    }

    /// What stands in the stem of each item and of no other.
    private static let stems = [
        "half-an-hour-more": "from 09:00 to 11:30", "four-hours": "fills a nurse's morning",
        "in-the-office": "the doctor's office", "midpoint-rule": "the way of counting",
        "add-on-code": "never paid without",
    ]

    /// Sits the exam to its end, and gives the path of its log. Items without an answer are left out.
    func sit(_ candidate: String = "Ada", answers: [String: String] = LessonPack.right, submitting: Bool = true) throws
        -> String
    {
        let looks = (1...5).map { "go \($0)\n" }.joined()
        let begun = try preceptor(
            "exam", "take", "final", "--candidate", candidate, "--pack", pack, input: "agree\n" + looks)
        try #require(begun.code == 0, "\(begun.errors)")
        let log = try #require(
            try preceptor.bash("ls -t home/exams/attempts/*.log").output.split(separator: "\n").first.map(String.init))
        let lines = try shown(in: begun.output).enumerated().compactMap { place, item in
            answers[item].map { "go \(place + 1)\nanswer \($0)\n" }
        }
        let sat = try preceptor(
            "exam", "take", "final", "--candidate", candidate, "--pack", pack,
            input: lines.joined() + (submitting ? "submit\nsubmit\n" : ""))
        try #require(sat.code == 0, "\(sat.errors)")
        return log
    }

    /// What the items are about that were shown last, in the order of the form.
    private func shown(in output: String) throws -> [String] {
        try (1...5).map { number in
            // What follows the last showing of an item up to the next one.
            let screen = output.components(separatedBy: "\n \(number)/5 ").last ?? ""
            let shown = screen.components(separatedBy: "\n \(number + 1)/5 ").first ?? ""
            let text = shown.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return try #require(Self.stems.first { text.lowercased().contains($0.value) }?.key, "\(screen)")
        }
    }

    /// What the items of a closed log's form are about, in order.
    func items(of log: String) throws -> [String] {
        let form = try preceptor.bash(
            "grep '\"event\":\"contents\"' \(log) | grep -o '\"items\":\\[[^]]*' | grep -o '\"lesson/[^\"]*'"
        ).output
        return form.split(separator: "\n").map { line in
            String(line.split(separator: "/")[2].prefix { $0 != "@" })
        }
    }

    /// The number of an item in a closed log's form.
    func number(of item: String, in log: String) throws -> String {
        "\(try #require(try items(of: log).firstIndex(of: item)) + 1)"
    }
}
