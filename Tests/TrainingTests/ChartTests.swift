import BundledPacks
import Content
import Learning
import Machine
import Quiz
import Scoring
import Stores
import Terminal
import Testing
import Training

/// Papers in a terminal: a sheet at a time, as one turns them over.
@Suite struct `A chart in a terminal` {
    private let pack: Pack
    private let store = MemoryLearnerStore()
    private let time = SetTime(Moment(milliseconds: 1_772_442_000_000))

    init() throws {
        var pack = try bundledPack("home-infusion")
        pack.scenarios = [try #require(pack.scenario("ceftriaxone-once-a-day"))]
        (pack.templates, pack.terms, pack.facts) = ([], [], [])
        self.pack = pack
    }

    private func session(count: Int) throws -> LearningSession {
        var request = PracticeRequest()
        request.count = count
        request.kinds = [.claim]
        request.policy = "nhia-days"
        let journal = try Journal(of: "Ada", in: pack, goal: count, store: store, time: time)
        return LearningSession(in: pack, for: request, seed: 2, journal: journal, time: time)
    }

    /// A session of somebody who has answered the visit as it is told in words often enough to read papers.
    private func text(of lines: [String], isInteractive: Bool = true, columns: Int = 80) throws -> String {
        let before = try session(count: 4)
        try before.begin()
        while let item = before.atHand?.item {
            _ = try before.answer(item.key)
            before.next()
        }
        try before.end()
        let session = try session(count: 1)
        return try shown(columns: columns) { console in
            let source = ScriptedSource(lines.map(LineEvent.line), isInteractive: isInteractive)
            try Trainer(of: session, console: console, source: source).run()
        }
    }

    @Test func `is turned over sheet by sheet`() throws {
        let text = try text(of: ["", "", "", "", "chart 2", "chart 9", "quit"])
        let parts = text.split(separator: "Enter turns to", omittingEmptySubsequences: false)
        try #require(parts.count == 4)
        #expect(parts[0].contains("MEDICATION ORDER  (sheet 1 of 4)") && !parts[0].contains("DRUG LOG"))
        #expect(parts[0].contains("has access to a therapy"), "how the payer counts stands beside the first sheet")
        #expect(parts[1].hasPrefix(" sheet 2 of 4; chart shows them all.") && parts[1].contains("DRUG LOG"))
        #expect(parts[2].contains("AUTHORIZATION  (sheet 3 of 4)"))
        #expect(parts[3].contains("BILLING SLIP") && parts[3].contains("That was the last sheet."))
        #expect(parts[3].contains("Type your answer, or skip."))
        #expect(parts[3].contains("DRUG LOG  (sheet 2 of 4)") && parts[3].contains("The sheets run from 1 to 4."))
    }

    @Test(arguments: [80, 120]) func `stays within the window`(columns: Int) throws {
        let text = try text(of: ["chart"], columns: columns)
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= columns })
    }

    @Test func `is shown whole down a pipe, and answered as it is in words`() throws {
        let text = try text(of: ["S9500 x10, J0696 x80"], isInteractive: false)
        for title in ["MEDICATION ORDER", "DRUG LOG", "AUTHORIZATION", "BILLING SLIP"] { #expect(text.contains(title)) }
        #expect(!text.contains("Enter turns to") && text.contains("Right."))
    }

    @Test func `is none where a visit is told in words`() throws {
        let session = try session(count: 1)
        let text = try shown { console in
            let source = ScriptedSource([.line("chart")], isInteractive: true)
            try Trainer(of: session, console: console, source: source).run()
        }
        #expect(text.contains("This item has no chart: what there is to know stands above."))
    }
}
