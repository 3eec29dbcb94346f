import Glibc
import PseudoTerminal
import Testing

@Suite struct `A killed session` {
    /// How often it is killed. `PRECEPTOR_KILLS=300 swift test --filter 'A killed session'` takes minutes.
    private static let kills = getenv("PRECEPTOR_KILLS").flatMap { Int(String(cString: $0)) } ?? 12
    /// Every answer to a choice can be read, so each of these lines is an answer.
    private static let answers = String(repeating: "1\n", count: 60)

    @Test func `loses no answer that was acknowledged`() throws {
        let preceptor = try Program()
        var chance = Seeded(1)
        var acknowledged = 0
        var inTheMiddle = 0
        for kill in 0..<Self.kills {
            // Without line editing nothing waits between one answer and the next.
            let window = try preceptor.window(
                "train", "--learner", "Ada", "--kind", "choice", "--count", "1000", "--seed", "\(kill)",
                environment: ["TERM": "dumb"])
            try window.wait(for: "1/1000")
            try window.type(Self.answers)
            // Somewhere on the way, however fast the machine: after one of the verdicts, and a little later.
            let number = Int.random(in: 0..<59, using: &chance)
            try window.wait(until: "\(number) answers are judged") { _ in window.judged >= number }
            let pause = Double.random(in: 0...0.01, using: &chance)
            try? window.wait(until: "the pause is over", within: pause) { _ in false }
            window.signal(SIGKILL)
            #expect(try window.waitForExit() == .killed(SIGKILL))
            let seen = window.judged
            acknowledged += seen
            if (1..<60).contains(seen) { inTheMiddle += 1 }
            let kept = try preceptor.answersKept(of: "Ada")
            // One more may be on the disk than on the screen, each time.
            #expect((acknowledged...acknowledged + kill + 1).contains(kept), "\(acknowledged) were acknowledged")
            acknowledged = max(acknowledged, kept - kill - 1)
        }
        #expect(inTheMiddle > Self.kills / 2)
    }
}

extension Program {
    /// How many answers of a learner the records hold.
    func answersKept(of learner: String, in pack: String = "home-infusion") throws -> Int {
        let progress = try self("progress", "--learner", learner, "--pack", pack, "--json").output
        let number = progress.split(separator: "\"answers\":").dropFirst().first?.prefix(while: \.isNumber)
        return try #require(number.flatMap { Int($0) }, "\(progress)")
    }
}

extension TerminalSession {
    /// How many answers the learner has seen judged.
    fileprivate var judged: Int {
        ["Right.", "Not quite.", "Not right."].map(timesSent).reduce(0, +)
    }

    /// How often the program sent a text, whether or not it is still to be seen.
    func timesSent(_ text: String) -> Int {
        String(decoding: output, as: UTF8.self).split(separator: text, omittingEmptySubsequences: false).count - 1
    }
}
