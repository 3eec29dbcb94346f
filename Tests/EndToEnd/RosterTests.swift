import PseudoTerminal
import Testing

@Suite struct `A roster of candidates` {
    private let preceptor: Program
    private let pack: String

    init() throws {
        preceptor = try Program()
        pack = try preceptor.quizPack()
    }

    private func importing(_ text: String, as file: String = "team.csv") throws -> RunResult {
        try preceptor.folder.write(text, to: file)
        return try preceptor("exam", "roster", "import", file)
    }

    /// A command about exams of the pack.
    private func exam(_ arguments: String..., input: String = "") throws -> RunResult {
        try preceptor.call(["exam"] + arguments + ["--pack", pack], input: Array(input.utf8))
    }

    /// Sits the quiz to its end.
    private func sit(_ candidate: String, answers: Int = 0) throws -> RunResult {
        try exam(
            "take", "quiz", "--candidate", candidate,
            input: "agree\n" + String(repeating: "99601\nmidpoint\n", count: answers) + "submit\nsubmit\n")
    }

    @Test func `is taken from a bundle of OneRoster, and whoever is no student is listed`() throws {
        let files = [
            "manifest.csv": "propertyName,value\noneroster.version,1.2\nfile.users,bulk\nfile.orgs,bulk\n",
            "orgs.csv": "sourcedId,name,type\neast,East clinic,school\n",
            "users.csv": "sourcedId,givenName,familyName,role,email,identifier,orgSourcedIds\n"
                + "u1,Ann,Lee,student,ann@example.org,S-17,east\nu2,Bo,Ray,teacher,,,east\n",
            "courses.csv": "sourcedId,title\n",
        ]
        for (name, text) in files { try preceptor.folder.write(text, to: name) }
        #expect(
            try preceptor.bash("python3 -m zipfile -c staff.zip \(files.keys.sorted().joined(separator: " "))").code
                == 0)
        let result = try preceptor("exam", "roster", "import", "staff.zip")
        #expect(result.code == 0 && result.output.contains("1 added"), "\(result.errors)")
        #expect(result.errors.contains("staff.zip: courses.csv says nothing of exams"), "\(result.errors)")
        #expect(result.errors.contains("left out, as no students: Bo Ray (teacher)"), "\(result.errors)")
        #expect(try preceptor("exam", "roster", "show").output.contains("ann@example.org, S-17"))
        #expect(try preceptor("exam", "roster", "remove", "ANN@example.org").code == 0)
        let cut = try preceptor.bash("head -c 300 staff.zip > cut.zip; \"$PRECEPTOR\" exam roster import cut.zip")
        #expect(
            cut.code == 65 && cut.errors.contains("it may be cut off") && cut.errors.contains("nothing was imported"))
    }

    @Test func `is imported whole, updated, and shown`() throws {
        let first = try importing(
            "\u{FEFF}candidate,name,group,extra-time,reason\r\nada,\"Lovelace, Ada\",night,50%,a quiet room\r\n"
                + "bo,Bo,night,,\r\n")
        #expect(first.code == 0, "\(first.errors)")
        #expect(first.output.hasPrefix("Candidates: 2 added, 0 changed, 0 gone\n"), "\(first.output)")
        let second = try importing("candidate,name,group,status\nada,Ada,night,\nbo,,,tobedeleted\ncy,Cy,day,\n")
        #expect(second.output.contains("Candidates: 1 added, 1 changed, 1 gone"), "\(second.output)")
        #expect(second.output.contains("Gone   bo"))
        _ = try exam("roster", "retake", "ada", "quiz", "--attempts", "5", "--wait", "0")
        _ = try preceptor("exam", "roster", "grader", "Di")
        let shown = try preceptor("exam", "roster", "show").output
        #expect(shown.contains("50 % more time, quiz: 5 attempts, 0 hours apart") && !shown.contains("quiet"))
        #expect(shown.contains("May change what attempts are worth\n  Di\n"))
        let reasons = try preceptor("exam", "roster", "show", "--reasons").output
        #expect(reasons.contains("50 % more time (a quiet room)") && shown.contains("Ada") && !shown.contains("Bo"))
        #expect(try preceptor.bash("stat -c %a home/exams/roster.json").output == "600\n")
        #expect(try preceptor("exam", "roster", "remove", "ada", "day").code == 0)
        let left = try preceptor("exam", "roster", "show", "--json").output
        #expect(left.contains("\"candidates\":[{\"id\":\"cy\"") && left.contains("\"groups\":[{\"id\":\"night\""))
    }

    @Test func `keeps what several commands change at once`() throws {
        _ = try importing("candidate\n" + (1...8).map { "c\($0)\n" }.joined())
        let changes = try preceptor.bash(
            "for n in 1 2 3 4 5 6 7 8; do \"$PRECEPTOR\" exam roster accommodate c$n --extra-time $n% & done; wait")
        #expect(changes.output.split(separator: "\n").count == 8, "\(changes.errors)")
        let shown = try preceptor("exam", "roster", "show", "--json").output
        for number in 1...8 { #expect(shown.contains("\"extraTime\":\"\(number) %\""), "\(shown)") }
    }

    @Test func `of OneRoster's files tells every mistake at once, and takes nothing in`() throws {
        try preceptor.folder.write(
            """
            sourcedId,status,givenName,familyName,username,role
            u1,active,Ada,Lovelace,ada,studnet
            u1,active,Ada,Lovelace,ada2,student
            u2,gone,Bo,Bee,bo,student
            """, to: "users.csv")
        try preceptor.folder.write("sourcedId,title\nc1,Night\n", to: "classes.csv")
        try preceptor.folder.write(
            "sourcedId,classSourcedId,userSourcedId,role\ne1,c2,u1,student\ne2,c1,u9,student\n", to: "enrollments.csv")
        let result = try preceptor("exam", "roster", "import", "enrollments.csv", "users.csv", "classes.csv")
        #expect(result.code == 65 && result.output.isEmpty)
        #expect(
            result.errors == """
                preceptor: enrollments.csv:2: column classSourcedId: no class has the sourcedId c2; did you mean c1?
                enrollments.csv:3: column userSourcedId: no user has the sourcedId u9; did you mean u1 or u2?
                users.csv:2: column role: no role is studnet; did you mean student?
                users.csv:3: column sourcedId: u1 is in row 2 of users.csv already; keep one of the rows
                users.csv:4: column status: no status is gone; write one of active, tobedeleted, inactive
                5 problems; nothing was imported

                """)
        #expect(try preceptor("exam", "roster", "show").output.hasPrefix("Nobody is on the roster"))
        #expect(try preceptor("exam", "roster", "import", "missing.csv").code == 66)
    }

    @Test func `decides who may sit what, and when`() throws {
        _ = try importing("candidate,name,group\nada,Ada Lovelace,night\nbo,Bo,day\n")
        #expect(try sit("Zoe").code == 0, "what is assigned to nobody is open to everyone")
        let assigned = try exam("assign", "quiz", "--to", "night", "--opens", "2999-01-01T09:00Z")
        #expect(assigned.code == 0 && assigned.output.hasPrefix("quiz: assigned to night, from 2999-01-01"))
        let early = try sit("ada")
        #expect(early.code == 64 && early.errors.contains("quiz opens at 2999-01-01 "), "\(early.errors)")
        let other = try sit("Ada Lovelacee")
        #expect(other.code == 64 && other.errors.contains("did you mean Ada Lovelace?"), "\(other.errors)")
        #expect(try sit("bo").errors.contains("quiz is assigned, and not to Bo"))
        _ = try exam("assign", "quiz", "--to", "candidate:bo", "--closes", "2020-02-29")
        #expect(try sit("bo").errors.contains("quiz closed at 2020-02-29 23:59"))
        _ = try exam(
            "assign", "quiz", "--to", "ada", "bo", "--opens", "2020-01-01", "--closes", "2999-01-01T00:00+01:00"
        )
        #expect(try sit("Ada Lovelace").code == 0)
        #expect(try sit("bo").code == 0)
        let list = try exam("list")
        #expect(list.output.contains("Assigned to   night, from 2999-01-01"), "\(list.output)")
        #expect(try exam("list", "--json").output.contains("\"to\":\"candidate:ada\""))
        let back = try exam("assign", "quiz", "--to", "night", "ada", "bo", "--remove")
        #expect(back.output.contains("open to everyone"))
        #expect(try sit("Zoe").code == 0)
    }

    @Test(
        arguments: [
            (["--to", "nigt"], 66, "did you mean night?"),
            (["--to", "night", "--opens", "soon"], 64, "soon is no moment"),
            (["--to", "night", "--opens", "2026-03-02", "--closes", "2026-03-01"], 64, "--closes is after --opens"),
            (["--to", "night", "--stop-at-close"], 64, "--stop-at-close goes with --closes"),
        ] as [([String], Int32, String)])
    func `refuses what cannot be assigned`(options: [String], code: Int32, said: String) throws {
        _ = try importing("candidate,group\nada,night\nboth,both\n")
        let result = try preceptor.call(["exam", "assign", "quiz", "--pack", pack] + options)
        #expect(result.code == code && result.errors.contains(said), "\(result.errors)")
        #expect(try preceptor("exam", "roster", "show", "--json").output.contains("\"assignments\":[]"))
    }

    @Test func `gives extra time, which the log, the clock and the report tell of`() throws {
        _ = try importing("candidate,name,group\nada,Ada,night\nbo,Bo,night\n")
        let given = try preceptor(
            "exam", "roster", "accommodate", "Ada", "--extra-time", "1.5", "--reason", "reads with a magnifier")
        #expect(given.output == "Ada: 50 % more time (reads with a magnifier)\n")
        let window = try preceptor.window("exam", "take", "quiz", "--candidate", "ada", "--pack", pack)
        try window.wait(for: "5 items, 30 minutes. 10 of them are extra time (50 %)")
        try window.wait(for: "Type agree to begin> ")
        try window.type("agree\r")
        try window.wait(until: "half an hour is left") {
            $0.text.contains("1/5 · 30:00") || $0.text.contains("1/5 · 29:")
        }
        try window.type("quit\r")
        #expect(try window.waitForExit() == .exited(0))
        // What is granted or taken later changes nothing for an attempt that has begun.
        _ = try preceptor("exam", "roster", "accommodate", "ada", "--extra-time", "none")
        let again = try preceptor.window("exam", "take", "quiz", "--candidate", "ada", "--pack", pack)
        try again.wait(until: "the time is still there") { $0.text.contains("1/5 · 29:") }
        try again.type("submit\r")
        try again.wait(for: "Type submit once more")
        try again.type("submit\r")
        #expect(try again.waitForExit() == .exited(0))
        let log = try preceptor.bash("grep -h '\"event\":\"start\"' home/exams/attempts/ada-*.log").output
        for said in ["\"candidate\":\"ada\"", "\"extraSeconds\":600", "\"extraTime\":\"50 %\"", "\"seconds\":1800"] {
            #expect(log.contains(said), "\(log)")
        }
        #expect(!log.contains("magnifier"), "why is nobody's business")
        let report = try exam("report", "--blueprint", "quiz", "--group", "night")
        #expect(report.output.contains("50 % more time") && report.output.contains("Bo   quiz     not sat"))
        #expect(try preceptor.bash("\"$PRECEPTOR\" exam verify home/exams/attempts/ada-*.log").code == 0)
    }

    @Test func `ends attempts at the close where the assignment says so`() throws {
        _ = try importing("candidate\nada\nbo\n")
        let close = try preceptor.bash("date -u -d '+200 seconds' +%FT%TZ").output.dropLast()
        _ = try exam("assign", "quiz", "--to", "ada", "--closes", String(close), "--stop-at-close")
        _ = try exam("assign", "quiz", "--to", "bo", "--closes", String(close))
        let cut = try sit("ada")
        #expect(cut.output.contains("5 items, 3 minutes. The exam closes at"), "\(cut.output)")
        #expect(try sit("bo").output.contains("5 items, 20 minutes. To pass"))
        #expect(try preceptor.bash("grep -c endsAt home/exams/attempts/ada-*.log").output == "1\n")
    }

    @Test func `opens an exam by the clock on the wall, also on days on which it is changed`() throws {
        _ = try importing("candidate\nada\n")
        var abroad = preceptor
        abroad.environment["TZ"] = "CET-1CEST,M3.5.0,M10.5.0/3"
        func assign(_ opens: String) throws -> RunResult {
            try abroad("exam", "assign", "quiz", "--to", "ada", "--opens", opens, "--pack", pack)
        }
        let leftOut = try assign("2999-03-31T02:30")
        #expect(leftOut.code == 64)
        #expect(leftOut.errors.contains("the clocks leave out 2999-03-31T02:30 when they change that day"))
        #expect(try assign("2999-03-31T03:00").output.contains("from 2999-03-31 03:00 +02:00"))
        #expect(try assign("2999-10-27T02:30").output.contains("from 2999-10-27 02:30 +02:00"))
        #expect(try assign("2999-10-27T02:30+01:00").output.contains("from 2999-10-27 02:30 +01:00"))
    }

    @Test(arguments: [
        ("never", "No result of this exam is shown here"), ("after-window", "The result shows after 2999-01-01"),
    ])
    func `hides results as long as the blueprint says`(rule: String, said: String) throws {
        try preceptor.folder.write(
            try #require(try preceptor.folder.read("pack/blueprints.yaml")).replacing("at-once", with: rule),
            to: "pack/blueprints.yaml")
        _ = try importing("candidate\nada\n")
        _ = try exam("assign", "quiz", "--to", "ada", "--closes", "2999-01-01T12:00Z")
        let sat = try sit("ada", answers: 4)
        #expect(sat.code == 0 && sat.output.contains(said), "\(sat.output)")
        #expect(!sat.output.contains("Not passed") && !sat.output.contains("To study next"))
        let result = try exam("result", "--candidate", "ada")
        #expect(result.output.contains(said) && !result.output.contains("assed"))
        let json = try exam("result", "--candidate", "ada", "--json").output
        #expect(json.contains("\"passed\":null,\"fraction\":null,\"sections\":[],\"study\":[]"), "\(json)")
        #expect(try exam("report").output.contains("of 1 attempts passed"))
        guard rule == "after-window" else { return }
        _ = try exam("assign", "quiz", "--to", "ada", "--closes", "2020-01-01")
        #expect(try exam("result", "--candidate", "ada").output.contains("Not passed"))
    }
}
