import Content
import Foundation
import FoundationXML
import Quiz
import Reports
import Scoring
import Testing

@Suite struct `A page of progress` {
    private static let today = Day(ordinal: 20_514) ?? Day.first

    /// A report of two days on which something was answered.
    private func report(days: Int = 2, due: [Int] = [0, 2], suspected: [String] = ["a < b"]) -> ProgressReport {
        let done = (0..<days).compactMap { place in
            Day(ordinal: Self.today.ordinal - place).map { day in
                var progress = ProgressReport.DayProgress(day: day)
                progress.note(60_000, isRight: true)
                progress.note(30_000, isRight: place == 0)
                return progress
            }
        }
        return ProgressReport(
            learner: "Ada <& Co>", pack: "a first lesson", today: Self.today,
            skills: days == 0
                ? []
                : [
                    .init(skill: .part, mean: 0.5, low: 0.25, high: 0.75, answers: 4, isMastered: false),
                    .init(skill: .cap, mean: 0.25, low: 0.125, high: 0.5, answers: 1, isMastered: true),
                ],
            days: done.reversed(), due: due, suspected: suspected.map { .init(words: $0, probability: 0.625) },
            overcome: [])
    }

    @Test(arguments: [0, 1, 2, 40]) func `is well formed and needs nothing else`(days: Int) throws {
        let html = ProgressPage(report(days: days)).html
        #expect(html.hasPrefix("<!DOCTYPE html>") && !html.contains("http") && !html.contains("<script"))
        #expect(!html.contains("<& Co>") && html.contains("Ada &lt;&amp; Co&gt;"))
        for piece in html.split(separator: "<svg").dropFirst() {
            let end = try #require(piece.range(of: "</svg>")).upperBound
            #expect(XMLParser(data: Data(("<svg" + piece[..<end]).utf8)).parse())
        }
    }

    @Test func `has what there is to show, and no more`() {
        let full = ProgressPage(report()).html
        #expect(full.contains("Reviews due") && full.contains("Still suspected") && full.contains("a &lt; b"))
        #expect(full.contains("63 %") && !full.contains("Overcome"))
        let empty = ProgressPage(report(due: [0, 0], suspected: [])).html
        #expect(!empty.contains("Reviews due") && !empty.contains("Still suspected"))
        #expect(empty.split(separator: "<svg").count == full.split(separator: "<svg").count - 1)
    }

    @Test func `says the same as JSON`() throws {
        struct Read: Decodable {
            struct Skill: Decodable { let skill: String, mean, low, high: Double, answers: Int, mastered: Bool }
            struct Day: Decodable { let day: String, answers, right: Int, pace: Int? }
            struct Belief: Decodable { let belief: String, probability: Double }
            let learner, pack, today: String, answers, right, streak: Int
            let skills: [Skill], days: [Day], due: [Int], suspected, overcome: [Belief]
        }
        let report = report()
        let read = try JSONDecoder().decode(Read.self, from: Data(JSON(report).text.utf8))
        #expect(read.learner == "Ada <& Co>" && read.today == "2026-03-02" && read.answers == 4 && read.right == 3)
        #expect(read.streak == 2 && read.due == [0, 2] && read.days.map(\.pace) == [80, 80])
        #expect(read.skills.map(\.skill) == ["cap", "part"] && read.skills.map(\.mastered) == [true, false])
        #expect(read.suspected.map(\.probability) == [0.625] && read.overcome.isEmpty)
    }
}
