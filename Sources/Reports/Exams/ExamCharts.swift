import Content
import Examining
import Quiz

/// The charts of one exam's report.
package struct ExamCharts {
    /// The exam that is drawn.
    package let part: ExamReport.Part

    /// How many first attempts lie in each tenth of the full score, with the pass mark.
    package var scores: String {
        let (left, right, top, base) = (16.0, SVG.width - 4, 40.0, 190.0)
        var counts = [Int](repeating: 0, count: 10)
        for fraction in part.firsts.compactMap(\.fraction) { counts[min(9, Int(fraction * 10 + 1e-9))] += 1 }
        let most = Double(max(counts.max() ?? 1, 1))
        let step = (right - left) / 10
        let columns = counts.enumerated().map { tenth, count in
            let tall = (base - top - 22) * Double(count) / most
            let x = left + step * Double(tenth)
            return SVG.box(
                x: x + 3, y: base - tall, width: step - 6, height: tall,
                fill: tenth * 10 >= part.passMark ? "fill" : "pale",
                title: "\(tenth * 10) to \(tenth * 10 + 10) %: \(count)")
                + (count > 0 ? SVG.text("\(count)", x: x + step / 2, y: base - tall - 5, anchor: "middle") : "")
        }
        let names = stride(from: 0, through: 10, by: 2).map { tenth in
            SVG.text(
                "\(tenth * 10)\(tenth == 10 ? " %" : "")", x: left + step * Double(tenth), y: base + 22,
                anchor: tenth == 10 ? "end" : "middle", isSoft: true)
        }
        let mark = left + (right - left) * Double(part.passMark) / 100
        let pass =
            SVG.line((mark, top - 8), (mark, base), stroke: "warn", isDashed: true)
            + SVG.text(
                "pass mark \(part.passMark) %", x: mark, y: top - 16,
                anchor: part.passMark > 85 ? "end" : part.passMark < 15 ? "start" : "middle")
        let axis = SVG.line((left, base), (right, base), stroke: "line")
        return SVG.chart(
            height: base + 30, label: "Scores, with the pass mark", columns.joined() + axis + names.joined() + pass)
    }

    /// The mean of each section, with the range.
    package var sections: String {
        SVG.ranges(
            part.profile.map { section in
                let low = section.fractions.min() ?? 0
                let high = section.fractions.max() ?? 0
                let mean = section.fractions.reduce(0, +) / Double(max(section.fractions.count, 1))
                return (section.title, percent(mean), low, mean, high, "\(percent(low)) to \(percent(high))")
            }, label: "The sections' means and ranges")
    }

    /// Difficulty from left to right, discrimination from bottom to top.
    package var items: String {
        let (left, right, top, base) = (80.0, SVG.width - 12, 34.0, 274.0)
        func x(_ difficulty: Double) -> Double { left + (right - left) * difficulty }
        func y(_ discrimination: Double) -> Double { base - (base - top) * (discrimination + 1) / 2 }
        let grid = [-1.0, -0.5, 0, 0.5, 1].map { value in
            SVG.line((left, y(value)), (right, y(value)), stroke: "line", isDashed: value != 0 && abs(value) < 1)
                + SVG.text(decimals(value), x: left - 8, y: y(value) + 4, anchor: "end", isSoft: true)
        }
        let names = [0.0, 0.25, 0.5, 0.75, 1].map { value in
            SVG.text(
                percent(value), x: x(value), y: base + 22, anchor: value == 1 ? "end" : "middle", isSoft: true)
        }
        let dots = part.statistics.items.compactMap { item -> String? in
            guard let difficulty = item.analysis.difficulty, let discrimination = item.analysis.discrimination else {
                return nil
            }
            let flags = item.remarks
            return SVG.circle(
                x: x(difficulty), y: y(discrimination),
                radius: min(9, 3 + Double(item.analysis.responses).squareRoot()),
                fill: flags.isEmpty ? "fill" : "warn",
                title: ([item.analysis.name, "\(item.analysis.responses) responses"] + flags).joined(separator: "; "))
        }
        let lack =
            dots.isEmpty ? SVG.text("too few responses", x: x(0.5), y: y(0.25), anchor: "middle", isSoft: true) : ""
        return SVG.chart(
            height: base + 50, label: "Difficulty against discrimination",
            grid.joined() + names.joined() + dots.joined() + lack
                + SVG.text("right", x: x(0.5), y: base + 44, anchor: "middle", isSoft: true)
                + SVG.text("discrimination", x: left, y: top - 14, isSoft: true))
    }

    /// The middle half of times for each family, the longest first.
    package var times: String {
        let all = part.statistics.families.compactMap { family in
            family.analysis.time.map { (name: family.analysis.name, time: $0) }
        }
        let shown = all.sorted { ($1.time.median, $0.name) < ($0.time.median, $1.name) }.prefix(12)
        let longest = max(shown.map(\.time.upperQuartile).max() ?? 1, 1)
        let chart = SVG.ranges(
            shown.map { family in
                let time = family.time
                return (
                    family.name, clock(time.median), time.lowerQuartile / longest, time.median / longest,
                    time.upperQuartile / longest, "\(clock(time.lowerQuartile)) to \(clock(time.upperQuartile))"
                )
            }, label: "Time per item")
        return all.count > shown.count
            ? chart + "<p class=\"note\">The \(shown.count) that take longest, of \(all.count).</p>" : chart
    }

    /// In how many forms each family stands, the most used first.
    package var exposure: String {
        let counts = part.exposure.counts.greatestFirst
        let forms = Double(max(part.attempts.count, 1))
        let (left, right, top, base) = (80.0, SVG.width - 2, 14.0, 134.0)
        let step = (right - left) / Double(max(counts.count, 1))
        let columns = counts.enumerated().map { position, family in
            let tall = (base - top) * min(1, Double(family.value) / forms)
            return SVG.box(
                x: left + step * Double(position) + step * 0.1, y: base - tall, width: step * 0.8, height: tall,
                fill: "fill",
                title: "\(family.key): \(family.value) of \(part.attempts.count) forms")
        }
        let grid = [0.0, 0.5, 1].map { share in
            let y = base - (base - top) * share
            return SVG.line((left, y), (right, y), stroke: "line", isDashed: share > 0)
                + SVG.text(percent(share), x: left - 8, y: y + 4, anchor: "end", isSoft: true)
        }
        let most = counts.first.map { "most: \($0.key), \($0.value) of \(part.attempts.count)" } ?? ""
        return SVG.chart(
            height: base + 30, label: "Exposure of items",
            grid.joined() + columns.joined() + SVG.text(most, x: left, y: base + 22, isSoft: true)
                + SVG.text("\(counts.count) in use", x: right, y: base + 22, anchor: "end", isSoft: true))
    }
}
