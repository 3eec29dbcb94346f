import Glibc
import Machine

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
        // A terminal that does not know its size, as on a serial line, says 0.
        _ = ioctl(descriptor, UInt(TIOCGWINSZ), &size)
        return TerminalSize(
            columns: size.ws_col > 0 ? Int(size.ws_col) : positive(environment("COLUMNS")) ?? 80,
            rows: size.ws_row > 0 ? Int(size.ws_row) : positive(environment("LINES")) ?? 24
        )
    }

    private static func positive(_ text: String?) -> Int? {
        // What is said to be wider than any terminal is a mistake.
        text.flatMap { Int($0) }.flatMap { (1...10_000).contains($0) ? $0 : nil }
    }
}
