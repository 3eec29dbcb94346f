import Content
import Markup
import Quiz
import Scoring

extension ProgressPage {
    private static let width = 720

    private func svg(height: Int, label: String, _ body: String) -> String {
        "<svg viewBox=\"0 0 \(Self.width) \(height)\" role=\"img\" aria-label=\"\(label.escapedInXML)\">\(body)</svg>"
    }

    private func text(_ words: String, x: Double, y: Double, anchor: String = "start", isSoft: Bool = false) -> String {
        "<text x=\"\(short(x))\" y=\"\(short(y))\" text-anchor=\"\(anchor)\"\(isSoft ? " class=\"soft\"" : "")>\(words.escapedInXML)</text>"
    }

    private func box(x: Double, y: Double, width: Double, height: Double, fill: String) -> String {
        "<rect x=\"\(short(x))\" y=\"\(short(y))\" width=\"\(short(max(width, 0)))\" height=\"\(short(max(height, 0)))\" rx=\"2\" fill=\"var(--\(fill))\"/>"
    }

    /// Skills as bars, each with the interval in which it lies.
    var mastery: String {
        let row = 26.0
        let left = 240.0
        let span = Double(Self.width) - left - 90
        let rows = report.skills.enumerated().map { place, skill in
            let y = Double(place) * row
            return text(skill.skill.title, x: left - 12, y: y + 17, anchor: "end")
                + box(x: left, y: y + 10, width: span, height: 6, fill: "line")
                + box(
                    x: left + span * skill.low, y: y + 7, width: span * (skill.high - skill.low), height: 12,
                    fill: "pale")
                + box(x: left + span * skill.mean - 2, y: y + 4, width: 4, height: 18, fill: "fill")
                + text(
                    percent(skill.mean) + (skill.isMastered ? " mastered" : ""), x: left + span + 8, y: y + 17,
                    isSoft: !skill.isMastered)
        }
        return svg(height: Int(row) * report.skills.count + 4, label: "Mastery of each skill", rows.joined())
    }

    /// The last half year, a column a week.
    var calendar: String {
        let weeks = report.calendar(weeks: 26)
        let cell = 24.0
        let names = ["Mon", "", "Wed", "", "Fri", "", "Sun"].enumerated().map { day, name in
            text(name, x: 0, y: Double(day) * cell + 16, isSoft: true)
        }
        let cells = weeks.enumerated().flatMap { week, days in
            days.enumerated().compactMap { day, answers -> String? in
                guard let answers else { return nil }
                let opacity = answers == 0 ? 1 : min(1, 0.3 + Double(answers) / 28)
                let title = "<title>\(answers == 1 ? "1 answer" : "\(answers) answers")</title>"
                return
                    "<rect x=\"\(short(46 + Double(week) * (cell + 1.8)))\" y=\"\(short(Double(day) * cell))\" width=\"21\" height=\"21\" rx=\"4\" fill=\"var(--\(answers == 0 ? "line" : "fill"))\" fill-opacity=\"\(short(opacity))\">\(title)</rect>"
            }
        }
        return svg(height: 7 * 24, label: "Answers a day", (names + cells).joined())
    }

    /// Right answers as a line, items an hour as columns behind it.
    var trend: String {
        let days = report.days.suffix(30)
        let height = 160.0
        let left = 44.0
        let step = (Double(Self.width) - left - 50) / Double(max(days.count, 1))
        let fastest = max(days.compactMap(\.pace).max() ?? 1, 1)
        var columns = ""
        var points: [String] = []
        for (place, day) in days.enumerated() {
            let x = left + step * (Double(place) + 0.5)
            if let pace = day.pace {
                let tall = height * pace / fastest
                columns += box(x: x - step * 0.3, y: height - tall, width: step * 0.6, height: tall, fill: "pale")
            }
            points.append("\(short(x)),\(short(height - height * day.fraction))")
        }
        let line =
            "<polyline points=\"\(points.joined(separator: " "))\" fill=\"none\" stroke=\"var(--fill)\" stroke-width=\"3\"/>"
        let dots = points.map { point in
            let parts = point.split(separator: ",")
            return "<circle cx=\"\(parts[0])\" cy=\"\(parts[1])\" r=\"4\" fill=\"var(--fill)\"/>"
        }
        let axes =
            text("100 %", x: left - 6, y: 12, anchor: "end", isSoft: true)
            + text("0 %", x: left - 6, y: height, anchor: "end", isSoft: true)
            + text("\(Int(fastest.rounded()))/h", x: Double(Self.width) - 46, y: 12, isSoft: true)
            + text(days.first?.day.description ?? "", x: left, y: height + 20, isSoft: true)
            + text(
                days.last?.day.description ?? "", x: Double(Self.width) - 50, y: height + 20, anchor: "end",
                isSoft: true)
        return svg(height: Int(height) + 26, label: "Right answers and pace", columns + line + dots.joined() + axes)
    }

    /// Reviews of each day to come.
    var due: String {
        let height = 110.0
        let step = Double(Self.width) / Double(max(report.due.count, 1))
        let most = Double(max(report.due.max() ?? 1, 1))
        let columns = report.due.enumerated().map { day, count in
            let tall = (height - 20) * Double(count) / most
            let x = step * Double(day)
            let name =
                day == 0 ? "today" : Day(ordinal: report.today.ordinal + day).map { "\($0.month)/\($0.day)" } ?? ""
            return box(x: x + 4, y: height - tall, width: step - 8, height: tall, fill: "fill")
                + (count > 0 ? text(String(count), x: x + step / 2, y: height - tall - 5, anchor: "middle") : "")
                + text(name, x: x + step / 2, y: height + 18, anchor: "middle", isSoft: true)
        }
        return svg(height: Int(height) + 24, label: "Reviews due", columns.joined())
    }
}

/// A number with one decimal at most.
private func short(_ number: Double) -> String {
    let tenths = (number * 10).rounded() / 10
    return tenths == tenths.rounded() ? String(Int(tenths)) : String(tenths)
}
