import Glibc
import PseudoTerminal
import Testing

@Suite struct `An exam` {
    private let preceptor: Program

    init() throws { preceptor = try Program() }

    private func log(of attempt: Int = 1, blueprint: String = "quiz") throws -> String {
        let found = try preceptor.bash("ls home/exams/attempts/*-\(blueprint)-\(attempt).log").output
        return try #require(found.split(separator: "\n").first.map(String.init), "there is no log")
    }

    @Test func `is sat in a terminal, and its log verifies`() throws {
        let window = try preceptor.window("exam", "take", "certification", "--candidate", "Ada")
        try window.wait(for: "Type agree to begin> ")
        try window.type("agree\r")
        try window.wait(for: "1/50 · ")
        try window.type("99601\r")
        try window.wait(for: "Kept: 99601")
        try window.wait(for: "2/50 · ")
        try window.type("flag\r")
        try window.wait(for: "Flagged.")
        try window.type("back\r")
        try window.wait(for: "Your answer")
        try window.type("99601 x1, 99602 x2\r")
        try window.wait(for: "Kept: 99601 x1, 99602 x2")
        try window.type("go 50\r")
        try window.wait(for: "50/50 · ")
        try window.type("midpoint\r")
        try window.wait(for: "2 of 50 answered.")
        try window.press(.control("c"))
        try window.wait(for: "Nothing is lost.")
        try window.type("submit\r")
        try window.wait(for: "Type submit once more")
        try window.type("submit\r")
        #expect(try window.waitForExit() == .exited(0))
        #expect(window.screen.text.contains("Not passed"))
        #expect(!window.screen.text.contains("The key is") && !window.screen.text.contains("Not quite"))
        let log = try log(blueprint: "certification")
        let verified = try preceptor("exam", "verify", log)
        #expect(verified.code == 0, "\(verified.output)")
        let secrets = try preceptor.bash("stat -c %a home/exams home/exams/signing.key \(log)")
        #expect(secrets.output == "700\n600\n600\n")
    }

    @Test func `that was edited is found out`() throws {
        _ = try preceptor("exam", "take", "quiz", "--candidate", "Ada", input: "agree\n99601\nsubmit\nsubmit\n")
        let log = try log()
        let edits = [
            ("sed -i '2s/start/pause/'", "entry 2 was edited (line 2)"), ("sed -i 2d", "entry 2 was removed"),
            ("sed -i '$d'", "its signed end is missing"),
        ]
        for (edit, said) in edits {
            let verified = try preceptor.bash(
                "cp \(log) copy.log; \(edit) copy.log; \"$PRECEPTOR\" exam verify copy.log")
            #expect(verified.output.contains(said), "\(verified.output)")
            #expect(verified.code == 1)
        }
        let other = try preceptor("exam", "verify", log, "--key", String(repeating: "0", count: 64))
        #expect(other.code == 1 && other.output.contains("signed by another key"))
    }

    @Test func `goes on where it was left, with the time that is left`() throws {
        let begun = try preceptor(
            "exam", "take", "quiz", "--candidate", "Ada", input: "agree\nnext\nflag\n")
        #expect(begun.code == 0 && begun.output.contains("brings you back to item 2"))
        let again = try preceptor("exam", "take", "quiz", "--candidate", "Ada", input: "back\nsubmit\nsubmit\n")
        #expect(again.output.contains("You are back in attempt 1.") && again.output.contains(" 2/10 "))
        #expect(again.output.contains("This exam goes forward only."))
        #expect(
            try preceptor("exam", "result", "--candidate", "Ada", "--json").output.contains("\"state\":\"submitted\""))
    }

    @Test func `is sat in one window at a time`() throws {
        let window = try preceptor.window("exam", "take", "quiz", "--candidate", "Ada")
        try window.wait(for: "Type agree to begin> ")
        try window.type("agree\r")
        try window.wait(for: "1/10 · ")
        let second = try preceptor("exam", "take", "quiz", "--candidate", "Ada", input: "agree\n")
        #expect(second.code == 74)
        #expect(second.errors.contains("open in another window"))
        try window.type("next\r")
        try window.wait(for: "2/10 · ")
    }

    @Test func `of a team is reported in rows`() throws {
        for name in ["Ada", "Bo, \"the\" coder", "=Cy"] {
            _ = try preceptor("exam", "take", "quiz", "--candidate", name, input: "agree\nsubmit\nsubmit\n")
        }
        _ = try preceptor("exam", "take", "quiz", "--candidate", "Di", input: "agree\n")
        let table = try preceptor("exam", "report", "--blueprint", "quiz")
        #expect(table.code == 0 && table.output.contains("0 of 3 attempts passed"), "\(table.output)")
        #expect(try preceptor("exam", "report", "--csv", "report.csv", "--xlsx", "report.xlsx").code == 0)
        #expect(try preceptor.bash("python3 -m zipfile -t report.xlsx").code == 0)
        let script = "import csv; print([r[0] for r in csv.reader(open('report.csv', newline='')) if r[3] != 'open'])"
        let read = try run("/usr/bin/env", ["python3", "-c", script], in: preceptor.folder.path)
        #expect(read.output == "[\'candidate\', \"'=Cy\", \'Ada\', \'Bo, \"the\" coder\']\n", "\(read.output)")
        #expect(try preceptor("exam", "report", "--json").output.contains("\"candidate\":\"Di\""))
    }

    @Test func `names what there is where something is misspelt`() throws {
        let exam = try preceptor("exam", "take", "quizz", "--candidate", "Ada")
        #expect(exam.code == 66 && exam.errors.contains("did you mean quiz?"))
        _ = try preceptor("exam", "take", "quiz", "--candidate", "Ada Lovelace", input: "agree\n")
        let candidate = try preceptor("exam", "result", "--candidate", "Ada Lovelaca")
        #expect(candidate.code == 66 && candidate.errors.contains("did you mean Ada Lovelace?"), "\(candidate.errors)")
    }

    @Test func `where no more can be written, tells so at once and loses nothing`() throws {
        let begun = try preceptor.bash(
            """
            ( ulimit -f 6; trap '' XFSZ; yes $'answer 1\\nanswer yes\\nanswer 99601\\nflag' | head -400 | sed 1iagree |
                "$PRECEPTOR" exam take quiz --candidate Ada )
            """)
        #expect(begun.output.contains("This was not kept: no more can be written"), "\(begun.output.suffix(600))")
        // The last item stays open, and may be answered anew.
        let kept = begun.output.split(separator: "/10   ").count { $0.contains("Kept: ") }
        let result = try preceptor("exam", "result", "--candidate", "Ada", "--json").output
        #expect(kept > 0 && result.contains("\"answered\":\(kept)"), "\(kept) kept; \(result)")
    }
}
