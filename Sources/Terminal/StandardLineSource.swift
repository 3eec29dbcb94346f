import Glibc

/// The line source for standard input: an editor with history and completion for a person at a terminal, else
/// plain lines.
package func standardLineSource(
    program: String,
    history: String?,
    complete: @escaping Completer
) -> any LineSource {
    let isInteractive = isTerminal(0) && isTerminal(1) && !isDumbTerminal(environmentValue)
    return isInteractive
        ? ReadlineSource(program: program, history: history, complete: complete)
        : PipeSource(descriptor: 0)
}

/// Gives the words that could stand in place of the one being typed, out of that word and the line up to its end.
package typealias Completer = @Sendable (_ word: String, _ line: String) -> [String]
