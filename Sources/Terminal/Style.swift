import System

/// Emphasis for a terminal that shows it; text says the same without.
package struct Style: Equatable, Sendable {
    /// Whether emphasis is written at all.
    package let isColoured: Bool

    /// A style that is settled.
    package init(isColoured: Bool) {
        self.isColoured = isColoured
    }

    /// The style for a descriptor: none unless it is a terminal that can, and the person did not say `NO_COLOR`.
    package init(descriptor: Int32 = 1) {
        self.init(isTerminal: Terminal.isTerminal(descriptor), environment: environmentValue)
    }

    /// The style for what is known of the output and the environment.
    package init(isTerminal: Bool, environment: (String) -> String?) {
        let isRefused = !(environment("NO_COLOR") ?? "").isEmpty
        isColoured = isTerminal && !isRefused && !isDumbTerminal(environment)
    }

    /// A heading or a key word.
    package func bold(_ text: String) -> String { wrapped(text, on: "1", off: "22") }

    /// What may be passed over.
    package func dim(_ text: String) -> String { wrapped(text, on: "2", off: "22") }

    /// What is right.
    package func good(_ text: String) -> String { wrapped(text, on: "32", off: "39") }

    /// What is wrong.
    package func bad(_ text: String) -> String { wrapped(text, on: "31", off: "39") }

    /// What can be typed, and names.
    package func accent(_ text: String) -> String { wrapped(text, on: "36", off: "39") }

    /// A prompt for a line editor, which must be told which characters take up no room.
    package func prompt(_ text: String) -> String {
        guard isColoured, !text.isEmpty else { return text }
        return "\u{1}\u{1B}[1;36m\u{2}\(text)\u{1}\u{1B}[22;39m\u{2}"
    }

    private func wrapped(_ text: String, on: String, off: String) -> String {
        guard isColoured, !text.isEmpty else { return text }
        return "\u{1B}[\(on)m\(text)\u{1B}[\(off)m"
    }
}
