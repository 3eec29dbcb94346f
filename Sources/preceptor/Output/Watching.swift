import Authoring
import Machine
import Reports
import Terminal

extension Console {
    /// Shows something, and again each time that a file of one of some packs is saved, until Ctrl-C.
    ///
    /// A terminal is cleared first; elsewhere a line of its own parts one showing from the next.
    ///
    /// - Parameters:
    ///   - folders: The packs' folders.
    ///   - show: Writes the screen.
    /// - Throws: What `show` throws, and `OutputError`.
    func watch(_ folders: [String], show: () throws -> Void) throws {
        var shown: [PackStamp] = []
        let clears = isTerminal(1) && environmentValue("TERM") != "dumb"
        try repeatUntilInterrupted {
            let stamps = folders.map { PackStamp(of: $0) }
            guard stamps != shown else { return }
            if clears { output.clearScreen() } else if !shown.isEmpty { output.line("---") }
            shown = stamps
            try show()
            try output.flush()
        }
    }
}
