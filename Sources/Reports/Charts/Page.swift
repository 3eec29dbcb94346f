import Markup

/// A page of HTML that needs nothing but itself: no script, no font, no network. It follows the reader's choice of light
/// or dark, fits a telephone, and prints.
package struct Page {
    /// Its heading, and the title in a browser.
    package let title: String
    /// What stands under the title.
    package let note: String
    /// Markup.
    package let body: String

    /// The page as one HTML file that needs nothing else.
    package var html: String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(title.escapedInXML)</title>
        <style>\(Self.style)</style>
        </head>
        <body>
        <header>
        <h1>\(title.escapedInXML)</h1>
        <p>\(note.escapedInXML)</p>
        </header>
        \(body)
        </body>
        </html>

        """
    }

    /// A part of the page under a heading.
    package static func section(_ title: String, _ note: String, _ body: String) -> String {
        "<section><h2>\(title.escapedInXML)</h2><p class=\"note\">\(note.escapedInXML)</p>\(body)</section>"
    }

    /// Figures, each with what it counts.
    static func totals(_ parts: [(value: String, name: String)]) -> String {
        let figures = parts.map { "<div><b>\($0.value.escapedInXML)</b> \($0.name.escapedInXML)</div>" }
        return "<section class=\"totals\">\(figures.joined())</section>"
    }

    /// Rows under heads; the columns of some numbers are set to the right.
    package static func table(_ heads: [String], _ rows: [[String]], numbers: Set<Int>) -> String {
        func row(_ cells: [String], _ tag: String) -> String {
            let marked = cells.enumerated().map { position, cell in
                // Short cells, such as a day, stay on one line.
                let kind = numbers.contains(position) ? " class=\"number\"" : cell.count <= 12 ? " class=\"short\"" : ""
                return "<\(tag)\(kind)>\(cell.escapedInXML)</\(tag)>"
            }
            return "<tr>\(marked.joined())</tr>"
        }
        let body = rows.map { row($0, "td") }.joined(separator: "\n")
        return "<div class=\"wide\"><table><thead>\(row(heads, "th"))</thead><tbody>\(body)</tbody></table></div>"
    }

    private static let style = """
        :root { color-scheme: light dark; --ink: #1d2733; --soft: #5c6673; --line: #d9dee5; --fill: #2b6cb0; --pale: #bcd4ec; --warn: #b4441c; --page: #fff; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6eaf0; --soft: #a3afbe; --line: #333d4a; --fill: #63a4e8; --pale: #2c4a6b; --warn: #f0875c; --page: #141a21; } }
        body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page); max-width: 46rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
        h1 { margin: 0; line-height: 1.2; } h2 { margin: 0; font-size: 1.1rem; } header p, .note { color: var(--soft); margin: 0 0 .5rem; }
        section { margin: 2rem 0; } .totals { display: flex; gap: 1rem 2rem; flex-wrap: wrap; } .totals b { font-size: 1.6rem; display: block; line-height: 1.2; }
        .exam > h2 { font-size: 1.4rem; border-top: 2px solid var(--line); padding-top: 1.5rem; }
        .wide { overflow-x: auto; } svg { width: 100%; height: auto; display: block; } svg text { font: 13px system-ui, sans-serif; fill: var(--ink); } svg .soft { fill: var(--soft); }
        @media (max-width: 34rem) { svg text { font-size: 20px; } }
        ul { padding-left: 1.2rem; } li span { color: var(--soft); }
        table { border-collapse: collapse; width: 100%; font-size: .9rem; } th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--line); overflow-wrap: normal; } .number { text-align: right; font-variant-numeric: tabular-nums; } .number, .short { white-space: nowrap; }
        @media print { body { max-width: none; margin: 0; } svg, tr { break-inside: avoid; } }
        """
}
