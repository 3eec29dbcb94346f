import Content
import Examining
import Machine
import Measurement
import Quiz
import Reports
import SampleExams
import Scoring
import Testing

@Suite struct `A report of an adaptive exam` {
    private let room: SampleExams
    private let lesson: LessonPack

    init() throws {
        (room, lesson) = (try SampleExams(), try LessonPack.adaptive.get())
        let blueprint = try #require(lesson.pack.blueprint("adaptive"))
        for (candidate, isAble) in [("ada", true), ("bo", false), ("cy", true)] {
            var chance = SeededGenerator(seed: 3)
            var attempt = try room.exams.takeUp(
                blueprint, of: lesson.revision, by: Examinee(candidate, on: Roster()), using: &chance)
            try attempt.begin(nil)
            var place = 0
            while place < attempt.items.count {
                try attempt.answer(place, isAble ? attempt.items[place].key : "99601 x7", thenShowing: place + 1)
                place += 1
            }
            try attempt.handIn()
        }
    }

    @Test func `tells what was measured and how sure that is, and holds no place against another`() throws {
        let attempts = try room.exams.attempts(reading: lesson.revision).attempts
        let report = ExamReport(
            of: attempts, in: lesson.pack, roster: Roster(), group: nil, only: nil, at: room.time)
        let measured = attempts.compactMap { $0.result?.measured }
        try #require(measured.count == 3 && Set(measured.map(\.ability)).count > 1)
        func mean(_ numbers: [Int]) -> Double { Double(numbers.reduce(0, +)) / 3 }
        let average = mean(measured.map(\.ability))
        let spread = measured.reduce(0) { $0 + (Double($1.ability) - average) * (Double($1.ability) - average) } / 3
        let error = measured.reduce(0) { $0 + Double($1.error) * Double($1.error) } / 3
        let figures = try #require(report.parts.first).figures
        let told = Dictionary(uniqueKeysWithValues: figures.map { ($0.name, $0.value) })
        #expect(told["candidates"] == "3" && told["alpha"] == nil && told["consistency"] == nil)
        #expect(told["mean"] == mark(mean(measured.map(\.share)) / 1e6))
        #expect(told["standard error"] == decimals(mean(measured.map(\.error)) / 1_000))
        #expect(told["reliability"] == decimals(spread / (spread + error)))
        #expect(told["items"] == tenths(mean(attempts.map(\.state.count))))
        let json = JSON(report).text
        #expect(json.contains("\"alpha\":null") && !json.contains("\"reliability\":null"))
        let page = ExamReportPage(report).html
        #expect(page.contains("Items followed from answers") && !page.contains("discriminat"))
        #expect(
            told["candidates"] == "3"
                && report.parts[0].figures[0].note.hasSuffix("fewer than 30 candidates: a first look"))
        #expect(json.contains("\"adaptive\":true") && json.contains("\"standardDeviation\":null"))
        #expect(!json.contains("few-responses") && json.contains("\"difficulty\":null"))
        let cells = ExamTable(report).cells
        let rows = cells.dropFirst().map { row in Dictionary(uniqueKeysWithValues: zip(cells[0], row)) }
        for (row, attempt) in zip(rows, attempts) {
            let measured = try #require(attempt.result?.measured)
            #expect(row["ability"] == "\(Double(measured.ability) / 1_000)")
            #expect(row["error"] == "\(Double(measured.error) / 1_000)")
            #expect(Double(row["low"] ?? "") ?? 101 < Double(row["high"] ?? "") ?? 0)
            let isLong = attempt.form.given?.count == 4
            #expect(row["end"] == (isLong ? "length" : "precision"), "\(row)")
        }
        #expect(Set(rows.map { $0["end"] ?? "" }).isSubset(of: ["length", "precision"]))
    }

    /// By the difficulties that the calibration found, and those that are predicted of what nobody was asked; with sections
    /// weighed as in the form.
    @Test func `has its pass mark on the scale of a calibration by all that it may ask`() throws {
        let attempts = try room.exams.attempts(reading: lesson.revision).attempts
        let calibration = ExamCalibration(of: attempts, in: lesson.pack, model: .rasch, group: nil)
        let mark = try #require(calibration.passMarks.first { $0.title == "The lesson, adaptive" })
        let blueprint = try #require(lesson.pack.blueprint("adaptive"))
        let known = calibration.bank.families.compactMap { family in
            family.calibrated.flatMap { FamilyDifficulty(named: family.name, $0.mean.parameters) }
        }
        let pool = CalibratedPool(of: FormBank(for: blueprint, of: lesson.pack), by: known)
        let weights = blueprint.sections.map { Double($0.count) }
        let share = weights.indices.reduce(0.0) { sum, section in
            let own = pool.entries.filter { $0.source.section == section }.map(\.parameters)
            return sum + weights[section] * own.expectedScore(at: mark.ability) / Double(own.count)
        }
        #expect(abs(share / weights.reduce(0, +) - 0.6) < 0.01 && abs(mark.ability) < 3.9)
    }

    @Test func `has as many items as there were, while an attempt is open, too`() throws {
        let blueprint = try #require(lesson.pack.blueprint("adaptive"))
        var chance = SeededGenerator(seed: 4)
        var attempt = try room.exams.takeUp(
            blueprint, of: lesson.revision, by: Examinee("di", on: Roster()), using: &chance)
        try attempt.begin(nil)
        try attempt.answer(0, attempt.items[0].key, thenShowing: 1)
        let stored = try #require(try room.exams.attempts().attempts.first { $0.form.candidate == "di" })
        let json = stored.json().text
        #expect(json.contains("\"answered\":1,\"items\":2"))
    }
}
