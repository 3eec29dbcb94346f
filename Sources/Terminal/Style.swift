import Machine

/// Emphasis for a terminal that shows it; text says the same without.
///
/// It is marked in the text, and becomes what a terminal is told when the text is written through `Output`.
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
    package func bold(_ text: String) -> String { wrapped(text, in: .bold, .plainWeight) }

    /// What may be passed over.
    package func dim(_ text: String) -> String { wrapped(text, in: .dim, .plainWeight) }

    /// What is right.
    package func good(_ text: String) -> String { wrapped(text, in: .green, .plainColour) }

    /// What is wrong.
    package func bad(_ text: String) -> String { wrapped(text, in: .red, .plainColour) }

    /// What can be typed, and names.
    package func accent(_ text: String) -> String { wrapped(text, in: .cyan, .plainColour) }

    /// A prompt.
    package func prompt(_ text: String) -> String { bold(accent(text)) }

    private func wrapped(_ text: String, in beginning: Emphasis, _ end: Emphasis) -> String {
        guard isColoured, !text.isEmpty else { return text }
        return beginning.mark + text + end.mark
    }
}
