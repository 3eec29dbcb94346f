import Content
import Quiz
import Scoring

extension ProgressPage {
    /// Skills as bars, each with the interval in which it lies.
    package var mastery: String {
        SVG.ranges(
            report.skills.map { skill in
                (
                    skill.skill.title, percent(skill.mean) + (skill.isMastered ? ", mastered" : ""), skill.low,
                    skill.mean,
                    skill.high, "\(percent(skill.low)) to \(percent(skill.high))"
                )
            }, label: "Mastery of each skill")
    }

    /// The last half year, a column a week.
    var calendar: String {
        let weeks = report.calendar(weeks: 26)
        let cell = 24.0
        let names = ["Mon", "", "Wed", "", "Fri", "", "Sun"].enumerated().map { day, name in
            SVG.text(name, x: 0, y: Double(day) * cell + 16, isSoft: true)
        }
        let cells = weeks.enumerated().flatMap { week, days in
            days.enumerated().compactMap { day, answers -> String? in
                guard let answers else { return nil }
                return SVG.box(
                    x: 46 + Double(week) * (cell + 1.8), y: Double(day) * cell, width: 21, height: 21,
                    fill: answers == 0 ? "line" : "fill",
                    opacity: answers == 0 ? 1 : min(1, 0.3 + Double(answers) / 28),
                    title: quantity(answers, "answer"))
            }
        }
        return SVG.chart(height: 7 * cell, label: "Answers a day", (names + cells).joined())
    }

    /// Right answers as a line, items an hour as columns behind it.
    var trend: String {
        let days = report.days.suffix(30)
        let (top, base, left) = (28.0, 188.0, 80.0)
        let step = (SVG.width - left) / Double(max(days.count, 1))
        let fastest = days.map(\.pace).max { $0.anHour ?? 0 < $1.anHour ?? 0 }
        var columns = ""
        var points: [(x: Double, y: Double)] = []
        for (position, day) in days.enumerated() {
            let x = left + step * (Double(position) + 0.5)
            if let pace = day.pace.anHour, let most = fastest?.anHour {
                let tall = (base - top) * Double(pace) / Double(most)
                let wide = min(step * 0.6, 48)
                columns += SVG.box(
                    x: x - wide / 2, y: base - tall, width: wide, height: tall, fill: "pale",
                    title: "\(day.day): \(day.pace.words ?? "")")
            }
            points.append((x, base - (base - top) * day.fraction))
        }
        let path = points.map { "\(SVG.short($0.x)),\(SVG.short($0.y))" }.joined(separator: " ")
        let line = "<polyline points=\"\(path)\" fill=\"none\" stroke=\"var(--fill)\" stroke-width=\"3\"/>"
        let dots = zip(points, days).map { point, day in
            SVG.circle(x: point.x, y: point.y, radius: 4, fill: "fill", title: "\(day.day): \(percent(day.fraction))")
        }
        let axis = SVG.line((left, base), (SVG.width, base), stroke: "line")
        return SVG.chart(
            height: base + 30, label: "Right answers and pace",
            axis + columns + line + dots.joined() + trendNames(days, fastest: fastest, top: top, base: base, left: left)
        )
    }

    private func trendNames(
        _ days: ArraySlice<ProgressReport.DayProgress>, fastest: Pace?, top: Double, base: Double, left: Double
    ) -> String {
        let right = SVG.width
        let first = days.first?.day.description ?? ""
        let last = days.last?.day.description ?? ""
        return SVG.text("100 %", x: left - 8, y: top + 5, anchor: "end", isSoft: true)
            + SVG.text("0 %", x: left - 8, y: base, anchor: "end", isSoft: true)
            + (fastest?.words.map { SVG.text($0, x: right, y: top - 10, anchor: "end", isSoft: true) } ?? "")
            + SVG.text(first, x: left, y: base + 22, isSoft: true)
            + (last == first ? "" : SVG.text(last, x: right, y: base + 22, anchor: "end", isSoft: true))
    }

    /// Reviews of each day to come.
    package var due: String {
        let height = 120.0
        let step = SVG.width / Double(max(report.due.count, 1))
        let most = Double(max(report.due.max() ?? 1, 1))
        let columns = report.due.enumerated().map { day, count in
            let tall = (height - 26) * Double(count) / most
            let x = step * Double(day)
            // Every other day: on a telephone there is no room for more.
            let name =
                day % 2 == 1
                ? ""
                : day == 0 ? "today" : Day(ordinal: report.today.ordinal + day).map { "\($0.month)/\($0.day)" } ?? ""
            return SVG.box(x: x + 4, y: height - tall, width: step - 8, height: tall, fill: "fill")
                + (count > 0 ? SVG.text(String(count), x: x + step / 2, y: height - tall - 5, anchor: "middle") : "")
                + SVG.text(
                    name, x: day == 0 ? 4 : x + step / 2, y: height + 20, anchor: day == 0 ? "start" : "middle",
                    isSoft: true)
        }
        let axis = SVG.line((0, height), (SVG.width, height), stroke: "line")
        return SVG.chart(height: height + 28, label: "Reviews due", axis + columns.joined())
    }
}
