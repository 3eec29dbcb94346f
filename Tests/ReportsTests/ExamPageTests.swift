import Examining
import Foundation
import FoundationXML
import Reports
import SampleExams
import Testing

@Suite struct `A page of an exam` {
    private static let hostile = "<script>alert(1)</script>&\"<b>"

    /// The page's body, if it is well formed.
    private func body(_ report: ExamReport) throws -> String {
        let html = ExamReportPage(report).html
        let start = try #require(html.range(of: "<body>")).lowerBound
        let end = try #require(html.range(of: "</body>")).upperBound
        let body = String(html[start..<end])
        #expect(XMLParser(data: Data(body.utf8)).parse())
        return body
    }

    @Test func `shows whatever names say`() throws {
        let team = try Team(ada: Self.hostile, title: "<i>Final</i> & more")
        let body = try body(team.report())
        #expect(!body.contains("<script") && !body.contains("<b>&") && !body.contains("<i>"))
        #expect(body.contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;&lt;b&gt;</td>"))
        #expect(body.contains("<section class=\"exam\"><h2>&lt;i&gt;Final&lt;/i&gt; &amp; more</h2>"))
    }

    @Test func `has totals, tables and charts in their order`() throws {
        let body = try body(Team().report())
        let heads = body.matches(of: /<h2>([^<]*)<\/h2>/).map { String($0.1) }
        #expect(
            heads == [
                "The lesson, final", "Scores", "Sections", "Items", "Time", "Exposure", "Candidates",
                "The exam as a whole", "Templates, scenarios and terms",
            ])
        #expect(
            body.contains(
                "<div><b>2 of 3</b> attempts passed</div><div><b>60.0 %</b> on average</div>"
                    + "<div><b>60 %</b> passes</div><div><b>1</b> not sat yet</div>"))
        #expect(
            body.contains(
                "<td class=\"short\">Cy</td><td class=\"number\">1</td><td class=\"short\">not passed</td>"
                    + "<td class=\"number\">20.0 %</td><td class=\"short\">2026-03-02</td>"))
        #expect(
            body.contains(
                "<td>scenario four-hours</td><td class=\"number\">3</td><td class=\"number\">0.67 (0.21 to 0.94)</td>"
                    + "<td class=\"number\">0.76</td><td class=\"number\">1:00</td>"))
        #expect(
            body.contains(
                "and the median time. Fewer than 30 responses each: the figures of items are a first look.</p>"))
    }

    @Test func `has no figures of one candidate, and no charts of nobody`() throws {
        let room = try SampleExams()
        try room.enrol([("ada", "Ada", "night"), ("bo", "Bo", "night")])
        _ = try room.exams.assign(room.blueprint, of: room.pack, to: ["night"], ExamWindow(), isTakenBack: false)
        func heads() throws -> [String] {
            let report = ExamReport(
                of: try room.exams.attempts().attempts, in: room.pack, roster: try room.exams.roster.read(),
                group: nil, only: nil, at: room.time)
            return try body(report).matches(of: /<h2>([^<]*)<\/h2>/).map { String($0.1) }
        }
        #expect(try heads() == ["The lesson, final", "Candidates"])
        var first = try room.takeUp("ada")
        try first.begin(nil)
        #expect(try heads() == ["The lesson, final", "Exposure", "Candidates"])
        try room.sit("bo")
        #expect(
            try heads() == ["The lesson, final", "Scores", "Sections", "Items", "Time", "Exposure", "Candidates"])
    }

    @Test func `tells which beliefs lie behind wrong answers, the most frequent first`() throws {
        let room = try SampleExams()
        let hours = ["half-an-hour-more": "99601 x1, 99602 x1"]
        for candidate in ["ada", "bo"] { try room.sit(candidate, hours) }
        try room.sit("cy", ["four-hours": "99602 x2"])
        let report = ExamReport(
            of: try room.exams.attempts().attempts, in: room.pack, roster: try room.exams.roster.read(), group: nil,
            only: nil, at: room.time)
        let body = try body(report)
        #expect(
            body.contains(
                "<tr><td>any part of an hour counts as an hour</td><td class=\"number\">2</td>"
                    + "<td>scenario half-an-hour-more</td></tr>\n"
                    + "<tr><td>99602 can stand on a claim by itself</td><td class=\"number\">1</td>"
                    + "<td>scenario four-hours</td></tr>"))
        #expect(JSON(report).text.contains(#""beliefs":[{"belief":"always-rounds-up","count":2,"share":"#))
    }

    @Test func `names the group that it is of`() throws {
        let html = ExamReportPage(try Team().report(group: "night")).html
        #expect(html.contains("<p>night · a first lesson · 2026-03-02</p>"))
        #expect(!html.contains("Cy</td>"))
    }
}
