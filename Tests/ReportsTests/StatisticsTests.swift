import Content
import Foundation
import Quiz
import Reports
import Scoring
import Testing

@Suite struct `Words of statistics` {
    private func statistics(_ table: [[Double]]) -> TestStatistics {
        let forms = table.map { fractions in
            ScoredForm(
                fractions.enumerated().compactMap { place, fraction in
                    ScoredResponse(fraction: fraction, milliseconds: 1_000).map { response in
                        ScoredForm.Entry(item: "item \(place)", family: "family \(place)", response: response)
                    }
                })
        }
        return TestStatistics(of: forms, passMark: 0.7)
    }

    @Test func `say what each figure is`() throws {
        let figures = statistics([[1, 1, 0], [1, 0, 0], [1, 1, 1], [0, 0, 0]]).figures
        #expect(figures.map(\.name).prefix(3) == ["candidates", "mean", "standard deviation"])
        #expect(figures[0].value == "4" && figures[1].value == "50.0 %")
        #expect(figures.map(\.name).contains("alpha") && figures.map(\.name).contains("KR-20"))
        #expect(figures.first { $0.name == "alpha" }?.note.contains("0.80 is asked of a certification") == true)
        #expect(figures.allSatisfy { !$0.note.isEmpty })
    }

    @Test(arguments: [[[1.0, 0.0]], [[1, 0], [1, 0]]])
    func `say why there is no reliability`(table: [[Double]]) throws {
        let figures = statistics(table).figures
        #expect(figures.last?.name == "reliability" && figures.last?.value == "-")
        #expect(figures.last?.note == "takes two candidates whose scores differ")
    }

    @Test func `warn of scores that tell nobody apart`() throws {
        let figures = statistics([[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 0, 1], [0, 1, 1], [1, 1, 0]]).figures
        let alpha = try #require(figures.first { $0.name == "alpha" })
        #expect(
            alpha.value.hasPrefix("-")
                && alpha.note.hasPrefix("reliability; below 0, these scores tell nobody apart; likely from"))
    }

    @Test func `tell of few responses once for all`() throws {
        let few = statistics([[1, 0], [0, 1], [1, 1]])
        #expect(
            few.fewWords?.hasPrefix("Fewer than 30 responses each") == true
                && few.items.allSatisfy { $0.remarks.isEmpty })
        #expect(few.items.allSatisfy { $0.flags.map(\.word).contains("few-responses") })
        let many = statistics((0..<200).map { [1, $0 % 2 == 0 ? 1 : 0] })
        #expect(many.fewWords == nil)
        #expect(many.items.first?.remarks.contains("nearly everybody is right") == true)
        #expect(many.items.first?.flags.map(\.word).contains("easy") == true)
    }
}

@Suite struct `Few responses to some items` {
    @Test func `are told where others have enough`() throws {
        let response = try #require(ScoredResponse(fraction: 1))
        let forms = (0..<40).map { candidate in
            ScoredForm([
                ScoredForm.Entry(item: "a", family: "a", response: response),
                ScoredForm.Entry(
                    item: candidate < 5 ? "b" : "c", family: candidate < 5 ? "b" : "c", response: response),
            ])
        }
        let statistics = TestStatistics(of: forms, passMark: 0.7)
        #expect(statistics.fewWords?.hasPrefix("Where n is below 30") == true)
    }
}

@Suite struct `A cut score in words` {
    private func score(_ rounds: [[Double]]...) throws -> CutScore {
        try #require(
            CutScore(rounds: rounds, items: ["item 1", "item 2", "item 3"], raters: ["rater 1", "rater 2"]))
    }

    @Test func `is justified for a blueprint`() throws {
        let pack = try lesson()
        let first: [[Double]] = [[60, 80], [50, 70], [70, 70]]
        let one = try score(first)
        #expect(
            one.justification(for: pack).hasPrefix(
                "Set by a modified Angoff procedure: 2 raters judged 3 items of lesson 2026.1 in one round. The mean of "
                    + "their ratings is 66.7 of 100, with a standard deviation of "))
        #expect(!one.justification(for: pack).contains("After the first round"))
        let two = try score(first, [[65, 75], [60, 70], [70, 70]])
        #expect(two.justification(for: pack).contains(" in 2 rounds. "))
        #expect(
            two.justification(for: pack).contains(
                "After the first round it was 66.7; 50 % of the ratings were changed."))
    }

    @Test func `says the same as JSON`() throws {
        struct Read: Decodable {
            struct Round: Decodable {
                struct Item: Decodable { let item: String, mean, lowest, highest: Double, discuss: Bool }
                struct Rater: Decodable { let rater: String, cut: Double, correlation: Double? }
                let cut: Double, items: [Item], raters: [Rater]
            }
            struct Change: Decodable { let cut, share, distance: Double }
            let passMark: Int, justification: String, rounds: [Round], change: Change?
        }
        let score = try score([[60, 80], [50, 70], [70, 70]])
        let read = try JSONDecoder().decode(Read.self, from: Data(score.json(justification: "So.").text.utf8))
        #expect(read.passMark == score.passMark && read.justification == "So." && read.change == nil)
        #expect(read.rounds.count == 1 && read.rounds[0].items.map(\.mean) == [70, 60, 70])
        #expect(
            read.rounds[0].items.map(\.lowest) == [60, 50, 70] && read.rounds[0].raters.map(\.cut) == [60, 220 / 3])
    }
}
