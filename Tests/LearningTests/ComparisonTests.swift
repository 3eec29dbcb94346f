import BundledPacks
import Content
import Machine
import Quiz
import Scoring
import Stores
import Testing

@testable import Learning

@Suite struct `A comparison of two ways to teach` {
    private let store = MemoryLearnerStore()
    private let time = SetTime(Moment(milliseconds: 1_772_442_000_000))

    /// Names of learners who are taught in a way.
    private func names(_ way: TeachingComparison.Way, _ count: Int) -> [String] {
        Array((0...).lazy.map { "learner \($0)" }.filter { TeachingComparison.way(of: $0) == way }.prefix(count))
    }

    private func journal(_ name: String) throws -> Journal {
        try Journal(of: name, in: lessonPack(), goal: 5, store: store, time: time)
    }

    /// Lets somebody answer so many items, those at some places led astray by a belief.
    private func answer(_ name: String, _ count: Int, astray: Set<Int>) throws {
        let learner = try store.learner(named: name, at: time.now)
        let pack = try lessonPack().id.text
        let session = try store.startSession(of: learner.id, pack: pack, goal: count, at: time.now)
        for position in 0..<count {
            time.pass(milliseconds: 1000)
            let isAstray = astray.contains(position)
            let answer = Records.Answer(
                position: position, at: time.now, responseMilliseconds: 900, text: "99601 x1",
                verdict: isAstray ? .incorrect : .correct, fraction: isAstray ? 0 : 1, skills: [],
                beliefs: isAstray ? [["never-rounds"]] : [])
            let item = Records.Item(
                identity: "i\(position)", kind: "claim", pack: pack, heading: "", question: "", stem: "", key: "")
            _ = try store.record(answer, to: item, in: session, changing: Records.State())
        }
    }

    @Test func `the way follows from the name, evenly`() {
        let ways = (0..<2000).map { TeachingComparison.way(of: "learner \($0)") }
        #expect((900...1100).contains(ways.count { $0 == .contrasts }))
        #expect(TeachingComparison.way(of: "Ada") == TeachingComparison.way(of: "Ada"))
    }

    @Test func `teaches in words only whoever agreed and is to be`() throws {
        let (shown, told) = (names(.contrasts, 1)[0], names(.corrections, 1)[0])
        for name in [shown, told] {
            #expect(try !journal(name).isTaughtInWords, "nobody has agreed")
            #expect(try journal(name).setAgreement(true))
        }
        #expect(try journal(told).isTaughtInWords && !journal(shown).isTaughtInWords)
        #expect(try journal(told).setAgreement(false))
        #expect(try !journal(told).isTaughtInWords)
        #expect(try journal(told).lessonEvents().isEmpty, "an agreement is no lesson")
        #expect(try !Journal(forgetting: lessonPack(), time: time).setAgreement(true))
    }

    @Test func `counts what was answered since, of whoever agreed`() throws {
        let pack = try lessonPack().id.text
        for (way, astray) in [(TeachingComparison.Way.contrasts, Set([0])), (.corrections, [0, 10])] {
            for name in names(way, 3) {
                try answer(name, 5, astray: [0, 1, 2, 3, 4])
                #expect(try journal(name).setAgreement(true))
                try answer(name, 60, astray: astray)
            }
        }
        try answer(names(.corrections, 4)[3], 60, astray: [0])
        let report = try ComparisonReport(from: store, in: pack)
        #expect(report.agreed == 6)
        let came = try #require(report.rows.first)
        #expect(came.measure == .cameBack && came.ways.map(\.mean) == [0, 1] && came.ways.map(\.learners) == [3, 3])
        #expect(came.difference == .init(value: 1, low: 1, high: 1))
        #expect(report.rows[1].ways.map(\.mean) == [1, 1] && report.rows[1].measure == .right)
        #expect(try journal(names(.corrections, 1)[0]).setAgreement(false))
        #expect(try ComparisonReport(from: store, in: pack).agreed == 5)
    }

    @Test(arguments: [
        ([1.0, 2, 3, 4], [2.0, 3, 4, 5], -1.0, 1.789), ([0, 1], [0], nil, nil), ([], [], nil, nil),
    ])
    func `tells a difference with Welch's interval`(
        some: [Double], others: [Double], value: Double?, half: Double?
    ) {
        let difference = ComparisonReport.Difference(of: some, from: others)
        #expect(difference?.value == value)
        // By hand: each variance is 5/3, so that the half is 1.96 times the root of 2 × 5/12.
        if let half, let difference { #expect(abs(difference.high - difference.value - half) < 1e-3) }
    }

    @Test func `measures nothing of too few answers`() {
        #expect(TeachingComparison.Measure.right.value(of: []) == nil)
        #expect(TeachingComparison.Measure.cameBack.value(of: []) == nil)
    }
}
