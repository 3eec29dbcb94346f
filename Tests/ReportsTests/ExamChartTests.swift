import Foundation
import FoundationXML
import Quiz
import SampleExams
import Scoring
import Testing

@testable import Examining
@testable import Reports

/// What the charts of an exam show, measured on the pieces that they are drawn of.
@Suite struct `The charts of an exam` {
    private let team: Team
    private let part: ExamReport.Part

    init() throws {
        team = try Team()
        part = try #require(try team.report().parts.first)
    }

    private var charts: ExamCharts { ExamCharts(part: part) }

    /// The rest of a part with other attempts' statistics in it.
    private func part(with forms: [ScoredForm], attempts: [StoredAttempt]? = nil, passMark: Int = 60) -> ExamReport.Part
    {
        ExamReport.Part(
            id: part.id, title: part.title, sections: part.sections, passMark: passMark,
            attempts: attempts ?? part.attempts, notSat: [],
            statistics: TestStatistics(of: forms, passMark: Double(passMark) / 100), firsts: attempts ?? part.firsts,
            exposure: part.exposure)
    }

    /// A form whose items each took so many seconds, rightly answered where the row says so.
    private func form(_ row: [(seconds: Int, isRight: Bool)]) -> ScoredForm {
        ScoredForm(
            row.enumerated().compactMap { place, answer in
                ScoredResponse(fraction: answer.isRight ? 1 : 0, milliseconds: answer.seconds * 1_000).map { response in
                    let name = "family \(place < 10 ? "0" : "")\(place)"
                    return ScoredForm.Entry(item: "\(name) claim", family: name, response: response)
                }
            })
    }

    // MARK: - Scores

    /// Ada has everything right, Bo three of five and Cy one.
    @Test func `have a column for each tenth of the score, and its share of the height`() {
        let columns = charts.scores.boxes
        #expect(columns.count == 10)
        #expect(columns.map(\.title).prefix(3) == ["0 to 10 %: 0", "10 to 20 %: 0", "20 to 30 %: 1"])
        #expect(columns.indices.filter { columns[$0].height > 0 } == [2, 6, 9])
        #expect(columns.filter { $0.height > 0 }.allSatisfy { $0.height == 128 })
        #expect(columns.map(\.fill) == Array(repeating: "pale", count: 6) + Array(repeating: "fill", count: 4))
        #expect(zip(columns, columns.dropFirst()).allSatisfy { abs($1.x - $0.x - 70) < 1e-9 })
    }

    /// The mark stands at its share of the axis, from 16 to 716, and its words stay on the page.
    @Test(arguments: [(10, "86", "start"), (60, "436", "middle"), (85, "611", "middle"), (90, "646", "end")])
    func `show the pass mark where it is`(passMark: Int, x: String, anchor: String) {
        let chart = ExamCharts(part: part(with: [], passMark: passMark)).scores
        #expect(chart.contains("<line x1=\"\(x)\" y1=\"32\" x2=\"\(x)\" y2=\"190\" stroke=\"var(--warn)\""))
        #expect(chart.contains("<text x=\"\(x)\" y=\"24\" text-anchor=\"\(anchor)\">pass mark \(passMark) %</text>"))
    }

    @Test func `are lower where fewer have that score`() throws {
        let room = try SampleExams()
        for candidate in ["ada", "cy", "eve"] { try room.sit(candidate) }
        try room.sit("bo", Team.bo)
        let report = ExamReport(
            of: try room.exams.attempts().attempts, in: room.pack, roster: try room.exams.roster.read(), group: nil,
            only: nil, at: room.time)
        let part = try #require(report.parts.first)
        let columns = ExamCharts(part: part).scores.boxes
        // Three have all, one has three of five: a third of the height.
        #expect(columns[9].title == "90 to 100 %: 3" && columns[9].height == 128)
        #expect(abs(columns[6].height - 42.7) < 1e-9 && columns[6].title == "60 to 70 %: 1")
        #expect(ExamCharts(part: part).scores.texts.contains("3"))
    }

    // MARK: - Sections

    /// Visits came to 3, 2 and 1 of 3, terms to 2, 1 and 0 of 2.
    @Test func `have each section's mean and range`() {
        let chart = charts.sections
        #expect(chart.texts == ["Visits", "67 %", "Terms", "50 %"])
        let ranges = chart.boxes.filter { $0.fill == "pale" }
        #expect(ranges.map(\.title) == ["33 % to 100 %", "0 % to 100 %"])
        #expect(ranges.map(\.x) == [240, 0] && ranges.map(\.width) == [480, 720])
        #expect(chart.boxes.filter { $0.fill == "fill" }.map(\.x) == [478, 358])
    }

    // MARK: - Items

    /// Everybody has `half-an-hour-more` right, so that it tells nobody apart; the others are dots.
    @Test func `have a dot for each item that tells people apart`() {
        let dots = charts.items.circles
        #expect(dots.count == 4 && !charts.items.contains("too few responses"))
        let four = dots.first { $0.title.hasPrefix("scenario four-hours claim; 3 responses") }
        // Two of three are right: two thirds of the way from 80 to 708; of what it tells, 4 over the root of 28.
        #expect(four?.x == 498.7 && four?.radius == 4.7)
        #expect(abs((four?.y ?? 0) - (274 - 240 * (1 + 4 / 28.0.squareRoot()) / 2)) < 0.06)
        #expect(dots.allSatisfy { (80...708).contains($0.x) && (34...274).contains($0.y) })
    }

    @Test func `say that there is too little to tell`() {
        let one = ExamCharts(part: part(with: [form([(10, true), (20, false)])]))
        #expect(one.items.circles.isEmpty && one.items.texts.contains("too few responses"))
        #expect(ExamCharts(part: part(with: [])).items.texts.contains("too few responses"))
    }

    @Test func `colour what deserves a look`() throws {
        // The last item is right for those who have the others wrong.
        let rows: [[Bool]] = (0..<36).map { [$0 / 3 > 2, $0 / 3 > 4, $0 / 3 > 6, $0 / 3 < 4] }
        let forms = rows.map { row in form(row.map { (10, $0) }) }
        let dots = ExamCharts(part: part(with: forms)).items.circles
        #expect(dots.map(\.fill) == ["fill", "fill", "fill", "warn"])
        #expect(dots[3].title == "family 03 claim; 36 responses; who knows less does better: check it")
        #expect(dots[3].y > 154, "below the line of 0")
    }

    // MARK: - Times

    @Test func `have the times of families, the longest first`() {
        let forms = [[10, 30, 20], [20, 50, 20], [30, 70, 20]].map { row in form(row.map { ($0, true) }) }
        let chart = ExamCharts(part: part(with: forms)).times
        #expect(chart.texts == ["family 01", "50 s", "family 00", "20 s", "family 02", "20 s"])
        #expect(
            chart.boxes.filter { $0.fill == "pale" }.map(\.title) == ["40 s to 1:00", "15 s to 25 s", "20 s to 20 s"])
        #expect(!chart.contains("class=\"note\""))
        // The longest upper quartile reaches to the right edge.
        let longest = chart.boxes.first { $0.fill == "pale" }
        #expect(longest.map { abs($0.x + $0.width - 720) < 0.11 } == true)
    }

    @Test func `have the twelve that take longest, and say how many there are`() {
        let row = (0..<15).map { (seconds: 10 + $0, isRight: true) }
        let chart = ExamCharts(part: part(with: [form(row)])).times
        #expect(
            chart.texts.filter { $0.hasPrefix("family") }
                == (3..<15).reversed().map { "family \($0 < 10 ? "0" : "")\($0)" })
        #expect(chart.hasSuffix("<p class=\"note\">The 12 that take longest, of 15.</p>"))
    }

    @Test func `have no times of which nobody knows`() {
        let chart = ExamCharts(part: part(with: [])).times
        #expect(chart.boxes.isEmpty && chart.texts.isEmpty)
    }

    // MARK: - Exposure

    @Test func `have in how many forms each family stands`() throws {
        let chart = charts.exposure
        #expect(chart.boxes.count == 5 && chart.boxes.allSatisfy { $0.height == 120 })
        #expect(chart.boxes.allSatisfy { $0.title.hasSuffix(": 3 of 3 forms") })
        #expect(chart.texts.contains("5 in use") && chart.texts.contains { $0.hasSuffix(", 3 of 3") })
    }

    // MARK: - All of them

    @Test func `are well formed, and stay within the page`() {
        let empty = ExamCharts(part: part(with: [], attempts: []))
        for charts in [charts, empty] {
            for chart in [charts.scores, charts.sections, charts.items, charts.times, charts.exposure] {
                #expect(XMLParser(data: Data("<p>\(chart)</p>".utf8)).parse(), "\(chart)")
                #expect(chart.boxes.allSatisfy { $0.x >= 0 && $0.x + $0.width <= 720.1 && $0.height >= 0 })
                #expect(chart.contains("role=\"img\" aria-label=\""))
            }
        }
    }
}
