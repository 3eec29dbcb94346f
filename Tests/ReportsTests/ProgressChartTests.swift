import Content
import Quiz
import Scoring
import Testing

@testable import Reports

/// What the charts of a learner's progress show.
@Suite struct `The charts of progress` {
    /// 2026-03-02, a Monday.
    private static let today = Day(ordinal: 20_514) ?? Day.first

    private func day(_ ago: Int, right: [Bool], milliseconds: Int = 60_000) -> ProgressReport.DayProgress? {
        Day(ordinal: Self.today.ordinal - ago).map { day in
            var progress = ProgressReport.DayProgress(day: day)
            for isRight in right { progress.note(milliseconds, isRight: isRight) }
            return progress
        }
    }

    private func page(
        skills: [ProgressReport.SkillProgress] = [], days: [ProgressReport.DayProgress?] = [], due: [Int] = []
    ) -> ProgressPage {
        ProgressPage(
            ProgressReport(
                learner: "Ada", pack: "a lesson", today: Self.today, skills: skills, days: days.compactMap(\.self),
                due: due, suspected: [], overcome: []))
    }

    // MARK: - Mastery

    @Test func `have each skill's interval and best guess`() {
        let chart = page(skills: [
            .init(skill: .part, mean: 0.5, low: 0.25, high: 0.75, answers: 4, isMastered: false),
            .init(skill: .cap, mean: 0.9, low: 0.8, high: 0.975, answers: 30, isMastered: true),
        ]).mastery
        #expect(chart.texts.contains("50 %") && chart.texts.contains("90 %, mastered"))
        let ranges = chart.boxes.filter { $0.fill == "pale" }
        #expect(Set(ranges.map(\.title)) == ["25 % to 75 %", "80 % to 98 %"])
        #expect(Set(ranges.map(\.x)) == [180, 576] && Set(ranges.map(\.width)) == [360, 126])
        #expect(Set(chart.boxes.filter { $0.fill == "fill" }.map(\.x)) == [358, 646])
    }

    // MARK: - Days

    /// Half a year ends on a Monday: 25 weeks and a day.
    @Test func `have a cell for each day of half a year, the fuller the more was answered`() {
        let cells = page(days: [
            day(7, right: [true, false]), day(0, right: Array(repeating: true, count: 14)),
        ]).calendar.boxes
        #expect(cells.count == 25 * 7 + 1)
        #expect(cells.count { $0.fill == "line" } == 25 * 7 - 1)
        #expect(cells.filter { $0.fill == "fill" }.map(\.title) == ["2 answers", "14 answers"])
        #expect(cells.first?.title == "0 answers" && cells.allSatisfy { $0.x + $0.width <= 720 })
        let week = page(days: [day(7, right: [true, false]), day(0, right: [true])]).calendar
        #expect(week.contains("fill-opacity=\"0.37\"") && week.contains("fill-opacity=\"0.34\""))
        #expect(week.texts == ["Mon", "", "Wed", "", "Fri", "", "Sun"])
    }

    // MARK: - Right answers and pace

    /// Half right at a minute each, then all right at two: 60 and 30 an hour.
    @Test func `have right answers as a line and the pace as columns`() {
        let chart = page(days: [
            day(1, right: [true, false]), day(0, right: [true, true], milliseconds: 120_000),
        ]).trend
        #expect(chart.contains("points=\"240,108 560,28\""))
        #expect(chart.boxes.map(\.height) == [160, 80] && chart.boxes.map(\.width) == [48, 48])
        #expect(chart.boxes.map(\.title) == ["2026-03-01: 60 an hour", "2026-03-02: 30 an hour"])
        #expect(chart.circles.map(\.title) == ["2026-03-01: 50 %", "2026-03-02: 100 %"])
        #expect(chart.texts == ["100 %", "0 %", "60 an hour", "2026-03-01", "2026-03-02"])
    }

    @Test(arguments: [0, 1, 30, 31, 400]) func `have the last thirty days, and name the first and the last`(days: Int) {
        let chart = page(days: (0..<days).reversed().map { day($0, right: [true]) }).trend
        let shown = min(days, 30)
        #expect(chart.circles.count == shown && chart.boxes.count == shown)
        let names = chart.texts.filter { $0.hasPrefix("2026") || $0.hasPrefix("2025") }
        #expect(names.count == min(days, 2) && (days == 0 || names.last == "2026-03-02"))
        #expect(chart.boxes.allSatisfy { $0.x >= 80 && $0.x + $0.width <= 720.1 })
    }

    // MARK: - Reviews

    @Test func `have the reviews of each day to come`() {
        let chart = page(due: [0, 2, 4, 1]).due
        #expect(chart.boxes.map(\.height) == [0, 47, 94, 23.5])
        #expect(chart.texts == ["today", "2", "", "4", "3/4", "1", ""])
        #expect(chart.contains("aria-label=\"Reviews due\""))
        #expect(page(due: []).due.boxes.isEmpty)
    }
}
