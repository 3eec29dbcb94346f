import PseudoTerminal
import Testing

@Suite struct `preceptor ready` {
    private let preceptor: Program

    init() throws { preceptor = try Program() }

    private func ready(_ options: String...) throws -> (code: Int32?, output: String, errors: String) {
        let result = try preceptor.call(["ready", "--pack", "critical-care"] + options)
        return (result.code, result.output, result.errors)
    }

    @Test func `tells how likely each exam is passed today, and what to do until then`() throws {
        let result = try ready()
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output.hasPrefix("Ready? · critical care "))
        for words in [
            "You pass", "by all that is known", "Most is lost by", "A plan", "25 minutes a day", "lessons: ",
            "Not met yet", "preceptor exam mock",
        ] {
            #expect(result.output.contains(words), "\(words) in \(result.output)")
        }
        #expect(result.output.split(separator: "You pass").count == 3)
        #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test func `writes it for a program too`() throws {
        let result = try ready("--exam", "quiz", "--minutes", "40", "--json")
        #expect(result.code == 0 && result.output.hasPrefix(#"[{"exam":"quiz","probability":"#))
        #expect(result.output.contains(#""passMark":0.7"#) && result.output.contains(#""minutesADay":40"#))
    }

    @Test(arguments: [
        (["--exam", "quizz"], 66, "did you mean quiz?"), (["--minutes", "0"], 64, "--minutes is 1 to 600"),
        (["--by", "soon"], 64, "--by is a day such as"), (["--by", "2020-01-01"], 64, "is not to come"),
    ])
    func `says what is wrong`(options: [String], code: Int32, message: String) throws {
        let result = try preceptor.call(["ready", "--pack", "critical-care"] + options)
        #expect(result.code == code && result.errors.contains(message), "\(result.errors)")
    }
}
