/// Standard output as the program writes it: wrapped to the window, and styled where the terminal can.
///
/// Text is made harmless for a terminal by the `Output` that it goes through; here it is made so before it is measured.
package final class Console {
    /// Where it is written.
    package let output: Output
    /// How it is emphasised.
    package var style: Style { output.style }
    private let columns: @Sendable () -> Int

    /// Standard output, as wide as its window is at the time.
    package convenience init() {
        self.init(Output(descriptor: 1)) { TerminalSize.current().columns }
    }

    /// Another output, whose window has so many columns.
    package init(_ output: Output, columns: @escaping @Sendable () -> Int) {
        self.output = output
        self.columns = columns
    }

    /// Columns of text; as many as the window has, but no more than a line of prose should.
    package var width: Int { min(columns(), 100) }

    /// Writes a line, however long it is.
    package func line(_ text: String = "") { output.line(text) }

    /// Writes a paragraph, wrapped.
    package func paragraph(_ text: String, indent: Int = 2, hanging: Int? = nil) {
        let text = style.showable(text, keepingLayout: true)
        for line in wrap(text, width: width, indent: indent, hanging: hanging) { output.line(line) }
    }

    /// Writes a label with its text beside it, the text's further lines under its first; below it where the window is
    /// narrow.
    package func entry(_ label: String, _ text: String, indent: Int = 2) {
        let (label, text) = (style.showable(label), style.showable(text, keepingLayout: true))
        let margin = indent + displayWidth(of: label) + 3
        guard margin <= width / 2 else {
            paragraph(style.bold(label), indent: indent)
            return paragraph(text, indent: indent + 2)
        }
        var lines = wrap(text, width: width, indent: margin)
        lines[0] = String(repeating: " ", count: indent) + style.bold(label) + "   " + lines[0].dropFirst(margin)
        for line in lines { output.line(line) }
    }

    /// Writes rows in columns, the last one wrapped.
    package func table(_ rows: [[String]], indent: Int = 2, rightAligned: Set<Int> = []) {
        let rows = rows.map { row in row.map { style.showable($0) } }
        for (row, line) in zip(rows, Terminal.columns(rows, indent: indent, rightAligned: rightAligned)) {
            let last = row.last ?? ""
            let margin = displayWidth(of: line) - displayWidth(of: last)
            guard displayWidth(of: line) > width, margin <= width / 2 else {
                output.line(line)
                continue
            }
            var lines = wrap(last, width: width, indent: margin)
            lines[0] = String(line.dropLast(last.count) + lines[0].dropFirst(margin))
            for line in lines { output.line(line) }
        }
    }
}
