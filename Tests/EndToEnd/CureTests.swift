import PseudoTerminal
import Snapshots
import Testing

@Suite struct `A wrong belief, in a terminal` {
    private static let count = 44
    private static let keys = [
        "half-an-hour-more": "99601 x1", "four-hours": "99601 x1, 99602 x2", "in-the-office": "none",
    ]

    /// Where an item begins on the screen.
    private static func lead(_ number: Int) -> String { "\n \(number)/\(count)   " }

    /// Answers every item, the first so many as somebody would for whom any part of an hour counts.
    private func train(in window: TerminalSession, astray: Int) throws {
        for number in 1...Self.count {
            let lead = Self.lead(number)
            try window.wait(until: "it asks item \(number)") {
                $0.text.contains(lead) && $0.text.hasSuffix("\ncode>")
            }
            let question = try #require(window.screen.text.split(separator: lead).last)
            let heading = String(question.prefix { $0 != " " })
            let isLed = number <= astray && heading == "half-an-hour-more"
            try window.type(isLed ? "99601 x1, 99602 x1" : try #require(Self.keys[heading]))
            try window.press(.enter)
            guard isLed else { continue }
            try window.wait(until: "it waits after item \(number)") { $0.text.hasSuffix("\nnext>") }
            try window.press(.enter)
        }
        #expect(try window.waitForExit() == .exited(0))
    }

    @Test func `is met with two visits, comes back in a chart, and is overcome`() throws {
        let window = try Program().window(
            "train", "--pack", lesson, "--policy", "cpt-midpoint", "--kind", "claim", "--seed", "2", "--count",
            "\(Self.count)", environment: ["NO_COLOR": "1"])
        try train(in: window, astray: 4)
        let text = window.screen.text
        // The seventh item is one like the others.
        expectSnapshot(String(try #require(text.split(separator: Self.lead(7)).first)), named: "belief-met")
        let end = try #require(text.split(separator: "\n  \(Self.count) items").last)
        // A machine that is busy takes seconds for answers, and is told its pace.
        expectSnapshot("  \(Self.count) items" + end.replacing(/\ · \d+ an hour/, with: ""), named: "belief-overcome")
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }
}
