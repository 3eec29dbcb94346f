import Glibc
import PseudoTerminal
import Testing

@Suite struct `A killed exam` {
    /// How often it is killed. `PRECEPTOR_KILLS=500 swift test --filter 'A killed exam'` takes minutes.
    private static let kills = getenv("PRECEPTOR_KILLS").flatMap { Int(String(cString: $0)) } ?? 12

    /// Where an attempt stands, as a program reads it.
    private struct Standing {
        let answered: Int
        let state: String
    }

    private func standing(_ preceptor: Program) throws -> Standing {
        let result = try preceptor("exam", "result", "--candidate", "Ada", "--json").output
        let answered = result.split(separator: "\"answered\":").dropFirst().first?.prefix(while: \.isNumber)
        let state = result.split(separator: "\"state\":\"").dropFirst().first?.prefix { $0 != "\"" }
        return Standing(answered: try #require(answered.flatMap { Int($0) }, "\(result)"), state: String(state ?? ""))
    }

    @Test func `goes on at the same item, with every answer and no more time`() throws {
        let preceptor = try Program()
        var chance = Seeded(7)
        var least = 110 * 60
        var answered = 0
        for kill in 0..<Self.kills {
            let window = try preceptor.window(
                "exam", "take", "certification", "--candidate", "Ada", environment: ["TERM": "dumb"])
            if kill == 0 {
                try window.wait(for: "Type agree to begin> ")
                try window.type("agree\n")
            }
            try window.wait(for: " left> ")
            let seconds = try #require(window.secondsLeft, "\(window.screen.text)")
            #expect(seconds <= least, "time was gained")
            least = seconds
            // Each line is an answer to some kinds of item; the items are gone through again and again.
            try window.type(
                "99601\nyes\n120\nport\n1\n1, 99601\nnext\nnext\ngo \(kill % 40 + 1)\n99601 x1\nyes\n90\nport\n")
            // Somewhere on the way, however fast the machine: after one of the answers was kept, and a little later.
            let number = Int.random(in: 0..<7, using: &chance)
            try? window.wait(until: "\(number) answers are kept", within: 0.25) { _ in
                window.timesSent("Kept: ") >= number
            }
            let pause = Double.random(in: 0...0.01, using: &chance)
            try? window.wait(until: "the pause is over", within: pause) { _ in false }
            window.signal(SIGKILL)
            #expect(try window.waitForExit() == .killed(SIGKILL))
            let kept = try standing(preceptor)
            #expect(kept.state == "open")
            #expect(kept.answered >= max(answered, window.places.count), "an acknowledged answer is lost")
            answered = kept.answered
        }
        #expect(answered > 4)
        _ = try preceptor("exam", "take", "certification", "--candidate", "Ada", input: "submit\nsubmit\n")
        let final = try standing(preceptor)
        #expect(final.state == "submitted" && final.answered == answered)
        let verified = try preceptor.bash("\"$PRECEPTOR\" exam verify home/exams/attempts/*.log")
        #expect(verified.code == 0, "\(verified.output)")
    }
}

extension TerminalSession {
    /// The seconds of the first prompt; nil before there is one.
    fileprivate var secondsLeft: Int? {
        let text = String(decoding: output, as: UTF8.self)
        let time = text.split(separator: " left> ").first?.split(separator: " ").last?.split(separator: ":")
        guard let time, time.count == 2, let minutes = Int(time[0]), let seconds = Int(time[1]) else { return nil }
        return minutes * 60 + seconds
    }

    /// The numbers of the items of which an answer was acknowledged.
    fileprivate var places: Set<Int> {
        var place = 0
        var found: Set<Int> = []
        for line in String(decoding: output, as: UTF8.self).split(whereSeparator: \.isNewline) {
            if line.contains(" left> "), let number = line.prefix(while: { $0 != "/" }).split(separator: " ").last {
                place = Int(number) ?? place
            }
            if line.contains("Kept: ") { found.insert(place) }
        }
        return found
    }
}
