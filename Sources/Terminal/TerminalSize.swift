import Glibc

/// How much text a terminal shows.
package struct TerminalSize: Equatable, Sendable {
    /// Characters in a row; at least 20.
    package let columns: Int
    /// Rows; at least 5.
    package let rows: Int

    /// A size, brought up to the least that text can be laid out in.
    package init(columns: Int, rows: Int) {
        self.columns = max(columns, 20)
        self.rows = max(rows, 5)
    }

    /// The size of the terminal behind a descriptor, else what COLUMNS and LINES say, else 80 by 24.
    package static func current(
        descriptor: Int32 = 1,
        environment: (String) -> String? = environmentValue
    ) -> TerminalSize {
        var size = winsize()
        let isKnown = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        if isKnown {
            return TerminalSize(columns: Int(size.ws_col), rows: Int(size.ws_row))
        }
        return TerminalSize(
            columns: positive(environment("COLUMNS")) ?? 80,
            rows: positive(environment("LINES")) ?? 24
        )
    }

    private static func positive(_ text: String?) -> Int? {
        // What is said to be wider than any terminal is a mistake.
        text.flatMap { Int($0) }.flatMap { (1...10_000).contains($0) ? $0 : nil }
    }
}
