import PseudoTerminal
import Testing

@Suite struct `What is added to an exam later` {
    private let preceptor: Program
    private let exam: LessonExam
    /// One term and one visit wrong, one visit not answered.
    private static let answers = [
        "half-an-hour-more": "99601 x1", "four-hours": "99601 x1, 99602 x1", "midpoint-rule": "midpoint rule",
        "add-on-code": "supplementary code",
    ]

    init() throws {
        preceptor = try Program()
        exam = try LessonExam(preceptor)
    }

    /// A new revision: an answer that is taken now, a fact put right, a visit told otherwise, and one that is gone.
    private func revise() throws {
        let revised = try preceptor.bash(
            """
            cd pack && sed -i '/id: add-on-code/,$ s/accept: \\[\\]/accept: [supplementary code]/' terms.yaml
            sed -i 's/"08:00"/"09:00"/; s/99602 x2/99602 x1/; s/infuses a drug at the/gives a drug at the/' scenarios.yaml
            sed -i '/id: in-the-office/,$d' scenarios.yaml
            "$PRECEPTOR" pack check . | grep error
            """)
        #expect(
            !revised.output.contains("scenarios.yaml") && !revised.output.contains("terms.yaml"), "\(revised.output)")
        // An exam of fewer visits can still be made.
        _ = try preceptor.bash("sed -i 's/count: 3/count: 2/' pack/blueprints.yaml")
    }

    private func regrade(_ more: String...) throws -> RunResult {
        try preceptor.call(
            ["exam", "regrade", "--pack", exam.pack, "--by", "Cy", "--reason", "Two keys were wrong."] + more)
    }

    private func result() throws -> String {
        try preceptor("exam", "result", "--candidate", "Ada", "--pack", exam.pack).output
    }

    @Test func `scores by the new revision what is asked in the same words`() throws {
        let log = try exam.sit(answers: Self.answers)
        let sealed = try preceptor.bash("cat \(log)").output
        #expect(try regrade().output.contains("No attempt is to be scored anew."))
        try revise()
        let shown = try regrade("--dry-run", "final")
        #expect(shown.code == 0 && shown.output.contains("would be scored anew"), "\(shown.errors)")
        #expect(try preceptor.bash("ls home/exams/attempts").output.split(separator: "\n").count == 1)

        let done = try regrade("--json")
        #expect(done.code == 0, "\(done.errors)")
        for (item, rule) in [
            ("add-on-code", "rescored\",\"before\":0.0,\"after\":1.0"), ("four-hours", "rescored\""),
            ("half-an-hour-more", "asked-otherwise\",\"before\":1.0,\"after\":1.0"),
            ("in-the-office", "gone\",\"before\":0.0,\"after\":0.0"),
        ] {
            let number = try exam.number(of: item, in: log)
            #expect(done.output.contains("{\"item\":\(number),\"rule\":\"\(rule)"), "\(item): \(done.output)")
        }
        #expect(done.output.contains("\"fraction\":0.8") && done.output.contains("\"passed\":true"))
        #expect(try regrade().output.contains("No attempt is to be scored anew."))

        #expect(try preceptor.bash("cat \(log)").output == sealed, "nothing is overwritten")
        let verified = try preceptor("exam", "verify", log)
        #expect(verified.code == 0 && verified.output.contains("Addendum 1"), "\(verified.output)")
        let addenda = log.dropLast(4) + ".addenda"
        #expect(try preceptor("exam", "verify", String(addenda)).code == 0)
        let result = try result()
        #expect(
            result.contains("Passed  80.0 %") && result.contains("not passed")
                && result.contains("Two keys were wrong."))
        let report = try preceptor("exam", "report", "--pack", exam.pack).output
        #expect(
            report.contains("1 of 1 attempts passed") && report.contains("Two keys were wrong. By Cy."), "\(report)")
    }

    @Test func `is told of an attempt that was voided while it was open`() throws {
        let log = try exam.sit(answers: [:], submitting: false)
        let voided = try preceptor("exam", "void", log, "--by", "Cy", "--reason", "the alarm rang")
        #expect(voided.code == 0, "\(voided.errors)")
        let result = try preceptor("exam", "result", "--candidate", "Ada", "--pack", exam.pack)
        #expect(result.output.contains("This attempt counts no longer. Reason: the alarm rang"), "\(result.output)")
        let report = try preceptor("exam", "report", "--pack", exam.pack)
        #expect(report.output.contains("Ada, attempt 1: voided by Cy. Reason: the alarm rang"), "\(report.output)")
        #expect(try preceptor("exam", "verify").output == "1 attempt as it was written, and as the register has it\n")
    }

    @Test func `gives and takes points by name and reason, and takes that back`() throws {
        let log = try exam.sit(answers: Self.answers)
        func credit(_ more: String...) throws -> RunResult {
            try preceptor.call(["exam", "credit", log, "--by", "Cy", "--reason", "The chart was blurred."] + more)
        }
        let number = try exam.number(of: "in-the-office", in: log)
        let given = try credit(number, "--points", "0.5")
        #expect(given.code == 0 && given.output.contains("0.5 points given for item \(number)"), "\(given.errors)")
        #expect(try result().contains("The chart was blurred. By Cy."))
        let taken = try credit(try exam.number(of: "midpoint-rule", in: log), "--points", "-1")
        #expect(taken.code == 0 && taken.output.contains("1 point taken"), "\(taken.errors)")
        let back = try credit("--undo", "2")
        #expect(back.code == 0 && back.output.contains("addendum 2 taken back"), "\(back.errors)")
        #expect(try result().contains("No longer counts."))
        let json = try preceptor("exam", "result", "--candidate", "Ada", "--pack", exam.pack, "--json").output
        #expect(json.contains("\"event\":\"undo\"") && json.contains("\"inForce\":false"))
        #expect(try preceptor("exam", "verify", log).code == 0)

        let refused: [(arguments: [String], code: Int32)] = [
            (["9", "--points", "1"], 66), ([number, "--points", "2"], 64), ([number, "--points", "0"], 64),
            ([number], 64), ([], 64),
        ]
        for (arguments, code) in refused {
            let result = try preceptor.call(
                ["exam", "credit", log, "--by", "Cy", "--reason", "So it is."] + arguments)
            #expect(result.code == code && result.output == "", "\(arguments): \(result.errors)")
        }
        #expect(
            try preceptor("exam", "credit", "nobody", "1", "--points", "1", "--by", "Cy", "--reason", "x").code == 66)
        #expect(try preceptor("exam", "credit", log, "1", "--points", "1", "--by", "Cy", "--reason", " ").code == 64)
        let open = try exam.sit("Bo", submitting: false)
        #expect(try preceptor("exam", "credit", open, "1", "--points", "1", "--by", "Cy", "--reason", "x").code == 64)
    }
}
