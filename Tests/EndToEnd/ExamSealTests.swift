import PseudoTerminal
import Testing

@Suite struct `The seal of an exam` {
    private let preceptor: Program
    private let exam: LessonExam

    init() throws {
        preceptor = try Program()
        exam = try LessonExam(preceptor)
    }

    @Test func `is told from its lack`() throws {
        let open = try exam.sit(submitting: false)
        let verified = try preceptor("exam", "verify", open)
        #expect(verified.code == 75)
        #expect(verified.output.contains("still open") && verified.output.contains("Last entry   2"))
        #expect(try preceptor("exam", "verify", open, "--open-allowed").code == 0)
        let json = try preceptor("exam", "verify", open, "--json")
        #expect(json.code == 75 && json.output.contains("\"intact\":true,\"closed\":false,\"state\":\"open\""))
        #expect(json.output.contains("\"lastEntry\":\"2"))
    }

    @Test(arguments: [
        (1, "its signed end is missing"), (4, "cut off since"),
    ])
    func `that was cut off is missed`(lines: Int, said: String) throws {
        let log = try exam.sit()
        let cut = try preceptor.bash(
            "head -n -\(lines) \(log) > cut.log; \"$PRECEPTOR\" exam verify cut.log --open-allowed")
        #expect(cut.code == 1 && cut.output.contains(said), "\(cut.output)")
        let whole = try preceptor("exam", "verify", log)
        #expect(whole.code == 0, "\(whole.output)")
        // Who has no register still knows that what was handed in has an end.
        let elsewhere = try preceptor.bash("PRECEPTOR_HOME=$PWD/else \"$PRECEPTOR\" exam verify cut.log")
        #expect(elsewhere.code == (lines < 4 ? 1 : 75))
    }

    @Test func `is written when the attempt is looked at, where the program was stopped before it`() throws {
        let log = try exam.sit()
        let before = try preceptor.bash("cat \(log); sed -i '$d' \(log)").output
        #expect(try preceptor("exam", "verify", log).code == 1)
        #expect(try preceptor("exam", "result", "--candidate", "Ada", "--pack", exam.pack).code == 0)
        #expect(try preceptor.bash("cat \(log)").output == before)
        #expect(try preceptor.bash("wc -l < home/exams/register.log").output == "3\n")
    }

    @Test func `is the issuer's once there is one, and holds when the key is changed`() throws {
        // A key as exams kept theirs at first.
        let digits = String(repeating: "9d", count: 32)
        _ = try preceptor.bash(
            "mkdir -m 700 -p home/exams; echo \(digits) > home/exams/signing.key; chmod 600 home/exams/*.key")
        let first = try exam.sit("Ada")
        let made = try preceptor("exam", "issuer", "init", "--name", "Team", "--url", "https://example.org/team")
        #expect(made.code == 0)
        let second = try exam.sit("Bo")
        #expect(try preceptor("exam", "issuer", "rotate").code == 0)
        let third = try exam.sit("Cy")
        let keys = try [first, second, third].map { log in
            let verified = try preceptor("exam", "verify", log)
            #expect(verified.code == 0, "\(verified.output)")
            return try #require(verified.output.split(separator: "Key id").last).split(separator: "\n")[0]
        }
        #expect(Set(keys).count == 3)
        let document = try preceptor("exam", "issuer", "show").output
        try preceptor.folder.write(document, to: "issuer.json")
        var elsewhere = preceptor
        elsewhere.environment["PRECEPTOR_HOME"] = preceptor.folder.path(of: "elsewhere")
        #expect(try elsewhere("exam", "verify", second, "--issuer", "issuer.json").code == 0)
        #expect(try elsewhere("exam", "verify", third, "--issuer", "issuer.json").code == 0)
        let foreign = try elsewhere("exam", "verify", first, "--issuer", "issuer.json")
        #expect(foreign.code == 1 && foreign.output.contains("signed by another key"))
        #expect(try elsewhere.bash("test -e elsewhere/exams/signing.key").code == 1, "verifying makes no key")
    }

    @Test func `names the pack by a SHA-256 that any program can work out`() throws {
        let log = try exam.sit()
        let sum = try preceptor.bash("cd pack && sha256sum *.yaml | sha256sum | cut -d' ' -f1").output.dropLast()
        #expect(try preceptor("exam", "verify", log).output.contains("  SHA-256   \(sum)\n"))
        #expect(try preceptor.bash("head -1 \(log) | grep -c '\"packSHA256\":\"\(sum)\"'").output == "1\n")
    }
}
