import Content
import Scoring
import Testing

@testable import Quiz

/// What answers come to, section by section.
struct ExamResultTests {
    private static let words = ["pump", "catheter", "consent", "allergy", "dressing"]
    private static let items: [Item] = {
        var pack = Pack.empty
        pack.facts = words.enumerated().map { number, word in
            Fact(
                id: ID("fact-\(number + 1)"), topic: .before, question: "which word is number \(number + 1)?",
                answer: word, accept: [], explanation: "It is.", sources: [])
        }
        return pack.termItems
    }()

    private func result(_ answers: [Int: String], passMark: Double = 0.75) -> ExamResult {
        ExamResult(
            answers, to: Self.items, sections: [("first", "First", 3), ("second", "Second", 2)], passMark: passMark)
    }

    @Test(
        arguments: [
            ([:], [0.0, 0, 0, 0, 0], 0.0, 0.0), ([0: "pump"], [1, 0, 0, 0, 0], 1.0 / 3, 0),
            ([0: "pump", 3: "allergy"], [1, 0, 0, 1, 0], 1.0 / 3, 0.5),
            ([0: "catheter", 4: "dressing"], [0, 0, 0, 0, 1], 0, 0.5), ([1: "?"], [0, 0, 0, 0, 0], 0, 0),
            ([7: "pump"], [0, 0, 0, 0, 0], 0, 0),
        ] as [([Int: String], [Double], Double, Double)])
    func `an item without a right answer earns nothing`(
        answers: [Int: String], fractions: [Double], first: Double, second: Double
    ) {
        let result = result(answers)
        #expect(result.fractions == fractions)
        #expect(result.profile.map(\.fraction) == [first, second])
        #expect(result.profile.map(\.count) == [3, 2])
        #expect(result.fraction == fractions.reduce(0, +) / 5)
    }

    @Test(arguments: [(0.6, true), (0.600_000_001, true), (0.601, false), (0, true), (1, false)])
    func `the mark is passed where it is reached, rounding aside`(passMark: Double, isPassed: Bool) {
        #expect(result([0: "pump", 1: "catheter", 2: "consent"], passMark: passMark).isPassed == isPassed)
    }

    @Test func `a form without items comes to nothing`() {
        let result = ExamResult([:], to: [], sections: [("only", "Only", 3)], passMark: 0.5)
        #expect(result.fraction == 0 && !result.isPassed)
        #expect(result.profile.map(\.fraction) == [0])
    }

    @Test(arguments: [
        (0.0, "0.0 %"), (1.0, "100.0 %"), (0.75, "75.0 %"), (0.749_9, "74.9 %"), (2.0 / 3, "66.6 %"),
        (0.699_999_999_9, "70.0 %"), (0.999_9, "99.9 %"),
    ])
    func `a mark is never rounded up to what was not reached`(fraction: Double, shown: String) {
        #expect(mark(fraction) == shown)
    }

    @Test func `what stood in forms is counted by family`() throws {
        var exposure = ExposureTable()
        exposure.note(Self.items.map(\.id) + [Self.items[0].id])
        let family = Self.items[0].id.family
        #expect(family == .entry("fact-1") && family.description == "term fact-1")
        #expect(exposure.count(of: family) == 2)
        #expect(exposure.count(of: .entry("fact-9")) == 0)
        #expect(exposure.counts.count == 5)
        #expect(ItemFamily.scenario("a") < .template("a") && ItemFamily.entry("b") > .scenario("z"))
    }
}
