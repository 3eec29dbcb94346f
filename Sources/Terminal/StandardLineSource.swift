import Glibc
import Machine

/// The line source for standard input: an editor with history and completion for a person at a terminal, a plain
/// prompt if the terminal is not up to that, else lines and nothing more.
package func standardLineSource(
    program: String,
    history: String?,
    complete: @escaping Completer
) -> any LineSource {
    guard isTerminal(0) else { return PipeSource(descriptor: 0) }
    return isTerminal(1) && !isDumbTerminal(environmentValue)
        ? ReadlineSource(program: program, history: history, complete: complete)
        : PlainTerminalSource()
}

/// Gives the words that could stand in place of the one being typed, out of that word and the line up to its end.
package typealias Completer = @Sendable (_ word: String, _ line: String) -> [String]
