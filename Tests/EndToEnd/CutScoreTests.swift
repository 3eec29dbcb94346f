import PseudoTerminal
import Testing

@Suite struct `preceptor exam cut-score` {
    private let preceptor: Program

    init() throws { preceptor = try Program() }

    /// A sheet of the bundled quiz with so many raters, filled in by a row of a script: the row's number and the column
    /// are known as `row` and `rater`, the round as `round`.
    private func sheet(_ name: String, raters: Int = 3, rating: String, more: [String] = []) throws {
        let made = try preceptor.call(
            ["exam", "cut-score", "worksheet", "quiz", name, "--raters", "\(raters)", "--seed", "4"] + more)
        try #require(made.code == 0, "\(made.errors)")
        try fill(name, rating: rating)
    }

    private func fill(_ name: String, rating: String) throws {
        let script = """
            import csv, sys
            rows = list(csv.reader(open("\(name)", newline="")))
            head = rows[0]
            for row, cells in enumerate(rows[1:], 2):
                for place, title in enumerate(head):
                    words = title.split()
                    if words[0] == "round":
                        round, rater = int(words[1]), int(words[3])
                        cells[place] = str(\(rating))
            csv.writer(open("\(name)", "w", newline="")).writerows(rows)
            """
        let filled = try run("/usr/bin/env", ["python3", "-c", script], in: preceptor.folder.path)
        try #require(filled.status == .exited(0), "\(filled.errors)")
    }

    private func read(_ more: String...) throws -> RunResult {
        try preceptor.call(["exam", "cut-score", "read"] + more)
    }

    @Test func `gives a sheet with every item of a form, its text and its key`() throws {
        try sheet("sheet.csv", rating: "''")
        let sheet = try #require(try preceptor.folder.read("sheet.csv"))
        let lines = sheet.split(separator: "\r\n")
        #expect(lines.count == 11)
        #expect(
            lines[0].hasPrefix("item,section,text,key,task,round 1 rater 1,") && lines[0].hasSuffix("round 2 rater 3"))
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("home-infusion/") && $0.contains("only just qualified") })
        let again = try preceptor(
            "exam", "cut-score", "worksheet", "quiz", "again.csv", "--raters", "3", "--seed", "4", "--items", "25",
            "--rounds", "1")
        #expect(again.code == 0 && again.output.contains("25 items, 3 raters, 1 rounds"), "\(again.errors)")
        let unread = try read("sheet.csv")
        #expect(unread.code == 65 && unread.errors.contains("nobody has rated anything yet"))
    }

    @Test func `makes a pass mark that a blueprint takes`() throws {
        // In the second round raters 1 and 3 come nearer to each other.
        try sheet("sheet.csv", rating: "60 + row + (0 if round == 2 else 20 * (rater - 2)) + rater")
        let result = try read("sheet.csv")
        #expect(result.code == 0, "\(result.errors)")
        for said in ["Round 1", "Round 2", "raters 21.0 apart", "raters 1.0 apart", "From round 1", "percent: 69"] {
            #expect(result.output.contains(said), "\(said): \(result.output)")
        }
        let json = try read("sheet.csv", "--json").output
        #expect(
            json.contains("{\"passMark\":69,") && json.contains("\"cut\":68.5") && json.contains("\"ICC(2,k)\":0.9"))

        _ = try run("/bin/cp", ["-R", repository("Content/Packs/home-infusion"), preceptor.folder.path(of: "pack")])
        let lines = result.output.split(separator: "\n")
        let start = try #require(lines.firstIndex { $0.contains("pass-mark:") })
        try preceptor.folder.write(lines[start...].joined(separator: "\n") + "\n", to: "mark.yaml")
        let checked = try preceptor.bash(
            """
            sed -i -e '/id: quiz/,/id: placement/ { /pass-mark:/,/justification:/d }' -e '/id: quiz/r mark.yaml' pack/blueprints.yaml
            "$PRECEPTOR" pack check pack && "$PRECEPTOR" exam list --pack pack
            """)
        #expect(checked.code == 0 && checked.output.contains("69 % passes"), "\(checked.output)")
        #expect(checked.output.contains("modified Angoff procedure: 3 raters"))
    }

    @Test func `puts the copies of raters together`() throws {
        for rater in 1...3 {
            try sheet("\(rater).csv", rating: "70 + row if rater == \(rater) and round == 1 else ''")
        }
        let result = try read("1.csv", "2.csv", "3.csv")
        #expect(result.code == 0 && result.output.contains("One round") && result.output.contains("76.5 of 100"))
        let apart = try read("1.csv", "2.csv")
        #expect(apart.code == 65 && apart.errors.contains("column round 1 rater 3: no ratings"))
    }

    @Test func `tells of every rating that is none, at once`() throws {
        try sheet(
            "sheet.csv",
            rating:
                "{(2, 1): 'abc', (3, 2): 101, (4, 3): '', (5, 1): -1, (6, 2): '55,5 %', (7, 1): 'nan'}.get((row, rater), 50) if round == 1 else ''"
        )
        _ = try preceptor.bash("sed -i '8s|home-infusion/|home-infusions/|' sheet.csv; cp sheet.csv other.csv")
        try fill("other.csv", rating: "60 if rater == 3 and round == 1 and row == 9 else ''")
        let result = try read("sheet.csv", "other.csv")
        #expect(result.code == 65 && result.output == "")
        for said in [
            "sheet.csv: row 2, column round 1 rater 1: abc is no number",
            "row 3, column round 1 rater 2: 101 is no number",
            "sheet.csv: row 4, column round 1 rater 3: no rating", "row 5, column round 1 rater 1: -1 is no number",
            "row 7, column round 1 rater 1: nan is no number", "sheet.csv: row 8, column item: unknown item",
            "other.csv: row 9, column round 1 rater 3: 60 here, and 50 in sheet.csv",
        ] { #expect(result.errors.contains(said), "\(said): \(result.errors)") }
        #expect(result.errors.split(separator: "\n").count == 8, "\(result.errors)")
    }

    @Test func `takes what can be rated only`() throws {
        for (arguments, code) in [
            (["quiz", "s.csv", "--raters", "1"], 64), (["quiz", "s.csv", "--raters", "21"], 64),
            (["quizz", "s.csv", "--raters", "3"], 66), (["quiz", "s.csv", "--raters", "3", "--items", "1"], 64),
            (["quiz", "nowhere/s.csv", "--raters", "3"], 73),
        ] as [([String], Int32)] {
            #expect(try preceptor.call(["exam", "cut-score", "worksheet"] + arguments).code == code, "\(arguments)")
        }
        try preceptor.folder.write("a,b\n1,2\n", to: "other.csv")
        let other = try read("other.csv")
        #expect(other.code == 65 && other.errors.contains("other.csv: row 1: no column is named item"))
        #expect(try read("nowhere.csv").code == 66)
    }
}
