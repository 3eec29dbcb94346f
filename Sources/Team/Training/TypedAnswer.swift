extension String {
    /// Whether it is an answer that somebody may have typed: something, and of at most 4,000 bytes.
    var isTyped: Bool { utf8.count <= 4_000 && !allSatisfy(\.isWhitespace) }

    /// What is said where it is none.
    static var typeFirst: String { "Type an answer first." }
}
