import Foundation
import FoundationXML
import Testing

@testable import Reports

@Suite struct `Charts` {
    @Test(arguments: [(0.0, "0"), (1.04, "1"), (1.05, "1.1"), (-2.5, "-2.5"), (720, "720"), (99.96, "100")])
    func `numbers are short`(number: Double, text: String) { #expect(SVG.short(number) == text) }

    @Test func `pieces are shown as text, whatever they say`() {
        let hostile = "<script>&\"'"
        let pieces =
            SVG.text(hostile, x: 1, y: 2, anchor: "end", isSoft: true)
            + SVG.box(x: 0, y: 0, width: -4, height: 3, fill: "fill", opacity: 0.333, title: hostile)
            + SVG.circle(x: 1, y: 1, radius: 4, fill: "pale", title: hostile)
            + SVG.line((0, 0), (10, 5), stroke: "line", isDashed: true)
        let chart = SVG.chart(height: 40, label: hostile, pieces)
        #expect(!chart.contains("<script>"))
        #expect(XMLParser(data: Data(chart.utf8)).parse(), "\(chart)")
        #expect(chart.contains("viewBox=\"0 0 720 40\"") && chart.contains("width=\"0\""))
        #expect(chart.contains("fill-opacity=\"0.33\"") && chart.contains("stroke-dasharray"))
    }

    @Test func `ranges stay within the chart`() {
        let rows = [(0.0, 0.0, 0.0), (0.25, 0.5, 0.75), (1, 1, 1)].map { low, value, high in
            (name: "a skill", said: "50 %", low: low, value: value, high: high, title: "from to")
        }
        let chart = SVG.ranges(rows, label: "Mastery")
        #expect(XMLParser(data: Data(chart.utf8)).parse())
        for match in chart.matches(of: /<rect x="([0-9.]+)" y="[0-9.]+" width="([0-9.]+)"/) {
            let (x, width) = (Double(match.1) ?? -1, Double(match.2) ?? -1)
            #expect(x >= 0 && x <= 720 && width >= 3)
        }
        #expect(SVG.ranges([], label: "none").contains("viewBox=\"0 0 720 48\""))
    }

    @Test func `a table sets numbers to the right and keeps short cells whole`() {
        let table = Page.table(["", "n"], [["a family of items", "3"], ["2026-03-02", "12"]], numbers: [1])
        #expect(table.contains("<th class=\"number\">n</th>") && table.contains("<td>a family of items</td>"))
        #expect(table.contains("<td class=\"short\">2026-03-02</td>") && table.contains("<td class=\"number\">12</td>"))
    }

    @Test func `a page escapes what it is told`() {
        let html = Page(title: "<b>", note: "a & b", body: Page.section("x < y", "", Page.totals([("1", "an <hour>")])))
            .html
        #expect(html.contains("<h1>&lt;b&gt;</h1>") && html.contains("<p>a &amp; b</p>"))
        #expect(html.contains("<h2>x &lt; y</h2>") && html.contains("<b>1</b> an &lt;hour&gt;"))
    }
}
