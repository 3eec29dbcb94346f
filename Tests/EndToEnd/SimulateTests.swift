import PseudoTerminal
import Testing

/// Simulated learners, as an educator meets them.
@Suite struct `preceptor pack simulate` {
    private let preceptor: Program

    init() throws { preceptor = try Program() }

    private func simulate(_ options: String...) throws -> (code: Int32?, output: String, errors: String) {
        let result = try preceptor.call(
            ["pack", "simulate", "--pack", lesson, "--learners", "4", "--policy", "cpt-midpoint"] + options)
        return (result.code, result.output, result.errors)
    }

    @Test func `says how soon beliefs are found out, the same for the same seed`() throws {
        let result = try simulate("--seed", "3")
        #expect(result.code == 0)
        #expect(result.output.contains("4 learners with one misconception each, policy cpt-midpoint, 5 % slips"))
        for row in ["Items chosen by", "planner", "all items", "chance", "pack order", "Named rightly after 5 answers"]
        {
            #expect(result.output.contains(row), "\(row) in \(result.output)")
        }
        #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(try simulate("--seed", "3").output == result.output)
        #expect(try simulate("--seed", "4").output != result.output)
    }

    @Test func `writes it for a program too`() throws {
        let result = try simulate("--pairs", "--json")
        #expect(result.code == 0)
        #expect(
            result.output.hasPrefix(
                #"{"pack":"lesson","edition":"2026.1","policy":"cpt-midpoint","learners":4,"#))
        #expect(result.output.contains(#""misconceptionsEach":2"#))
        for order in ["adaptive", "telling", "random", "fixed"] {
            #expect(result.output.contains(#""order":"\#(order)""#))
        }
    }

    @Test(arguments: [
        (["--slips", "0.6"], 64, "--slips is a share"), (["--slips", "-0.1"], 64, "--slips is a share"),
        (["--learners", "0"], 64, "--learners is 1 to 10000"),
        (["--policy", "cpt-midpiont"], 66, "did you mean cpt-midpoint?"),
    ])
    func `says what is wrong`(options: [String], code: Int32, message: String) throws {
        let result = try preceptor.call(["pack", "simulate", "--pack", lesson] + options)
        #expect(result.code == code)
        #expect(result.errors.contains(message), "\(result.errors)")
    }
}
