import Glibc
import Terminal
import Testing

@Suite struct `The size of a terminal` {
    /// What is found with this environment where there is no terminal.
    private func size(_ environment: [String: String]) -> TerminalSize {
        TerminalSize.current(descriptor: -1) { environment[$0] }
    }

    @Test(arguments: [
        ([:], 80, 24),
        (["COLUMNS": "132", "LINES": "50"], 132, 50),
        (["COLUMNS": "132"], 132, 24),
        (["COLUMNS": "1", "LINES": "1"], 20, 5),
        (["COLUMNS": "", "LINES": ""], 80, 24),
        (["COLUMNS": "wide", "LINES": "1e3"], 80, 24),
        (["COLUMNS": "0", "LINES": "-3"], 80, 24),
        (["COLUMNS": "10001", "LINES": "99999999999999999999"], 80, 24),
    ])
    func `is what the environment says, or usual`(_ environment: [String: String], columns: Int, rows: Int) {
        #expect(size(environment) == TerminalSize(columns: columns, rows: rows))
    }

    @Test(arguments: [(100, 40, 100, 40), (0, 0, 132, 50), (100, 0, 100, 50), (0, 40, 132, 40), (1, 1, 20, 5)])
    func `is what the terminal says as far as it knows`(
        _ saidColumns: UInt16,
        saidRows: UInt16,
        columns: Int,
        rows: Int
    ) {
        let terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        defer { close(terminal) }
        var said = winsize(ws_row: saidRows, ws_col: saidColumns, ws_xpixel: 0, ws_ypixel: 0)
        #expect(ioctl(terminal, UInt(TIOCSWINSZ), &said) == 0)
        let environment = ["COLUMNS": "132", "LINES": "50"]
        let size = TerminalSize.current(descriptor: terminal) { environment[$0] }
        #expect(size == TerminalSize(columns: columns, rows: rows))
    }

    @Test func `is never too small to lay out text in`() {
        #expect(TerminalSize(columns: -1, rows: 0) == TerminalSize(columns: 20, rows: 5))
    }
}
