import Markup

/// The pieces of which charts are drawn, in a coordinate system 720 wide.
///
/// Words are 13 high, and 20 where a telephone shows the whole width in half the pixels: charts leave room for both.
package enum SVG {
    /// How wide a chart is, in its own units.
    package static let width = 720.0

    /// A chart of some height.
    ///
    /// - Parameters:
    ///   - height: In units of the 720 of the width.
    ///   - label: What it shows, for whoever hears the page.
    ///   - body: The pieces.
    /// - Returns: Markup for a page of `Page`.
    static func chart(height: Double, label: String, _ body: String) -> String {
        """
        <svg viewBox="0 0 \(short(width)) \(short(height))" role="img" \
        aria-label="\(label.escapedInXML)">\(body)</svg>
        """
    }

    /// Ranges within a whole, a row each: what it is and how much it is said to be, and under both a bar with the range
    /// and the value in it.
    ///
    /// - Parameters:
    ///   - rows: `low`, `value` and `high` from 0 to 1; `title` shows where a pointer rests on the range.
    ///   - label: What the chart shows.
    /// - Returns: The chart.
    static func ranges(
        _ rows: [(name: String, said: String, low: Double, value: Double, high: Double, title: String)], label: String
    ) -> String {
        let row = 48.0
        let pieces = rows.enumerated().map { position, range in
            let y = Double(position) * row
            let wide = max(width * (range.high - range.low), 3)
            return text(range.name, x: 0, y: y + 17)
                + text(range.said, x: width, y: y + 17, anchor: "end", isSoft: true)
                + box(x: 0, y: y + 31, width: width, height: 4, fill: "line")
                + box(
                    x: min(width * range.low, width - wide), y: y + 27, width: wide, height: 12,
                    fill: "pale", title: range.title)
                + box(x: min(max(width * range.value - 2, 0), width - 4), y: y + 24, width: 4, height: 18, fill: "fill")
        }
        return chart(height: row * Double(max(rows.count, 1)), label: label, pieces.joined())
    }

    /// A line of text; the text is escaped.
    package static func text(
        _ words: String, x: Double, y: Double, anchor: String = "start", isSoft: Bool = false
    ) -> String {
        "<text x=\"\(short(x))\" y=\"\(short(y))\" text-anchor=\"\(anchor)\"\(isSoft ? " class=\"soft\"" : "")>\(words.escapedInXML)</text>"
    }

    /// A box, filled with a colour of the page; `title` shows where a pointer rests on it.
    static func box(
        x: Double, y: Double, width: Double, height: Double, fill: String, opacity: Double = 1, title: String = ""
    ) -> String {
        let see = opacity < 1 ? " fill-opacity=\"\(short(opacity, 100))\"" : ""
        return
            "<rect x=\"\(short(x))\" y=\"\(short(y))\" width=\"\(short(max(width, 0)))\" height=\"\(short(max(height, 0)))\" rx=\"2\" fill=\"var(--\(fill))\"\(see)>\(tooltip(title))</rect>"
    }

    static func circle(x: Double, y: Double, radius: Double, fill: String, title: String = "") -> String {
        "<circle cx=\"\(short(x))\" cy=\"\(short(y))\" r=\"\(short(radius))\" fill=\"var(--\(fill))\" fill-opacity=\"0.8\">\(tooltip(title))</circle>"
    }

    /// A straight line; `dashes` for one that is no part of an axis.
    package static func line(
        _ from: (x: Double, y: Double), _ to: (x: Double, y: Double), stroke: String, isDashed: Bool = false
    ) -> String {
        let dashes = isDashed ? " stroke-dasharray=\"4 3\"" : ""
        return
            "<line x1=\"\(short(from.x))\" y1=\"\(short(from.y))\" x2=\"\(short(to.x))\" y2=\"\(short(to.y))\" stroke=\"var(--\(stroke))\" stroke-width=\"1.5\"\(dashes)/>"
    }

    private static func tooltip(_ title: String) -> String {
        title.isEmpty ? "" : "<title>\(title.escapedInXML)</title>"
    }

    /// A number with one decimal at most, or as many as a power of ten has zeros.
    package static func short(_ number: Double, _ scale: Double = 10) -> String {
        let rounded = (number * scale).rounded() / scale
        return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
    }
}
