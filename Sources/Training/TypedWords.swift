import Content

/// A line as commands are typed: the word that it begins with, in small letters, and what follows it.
struct TypedWords {
    let first: String
    let rest: String

    /// Nil where nothing is typed.
    init?(_ line: String) {
        let words = PlainWords.command(line).split(whereSeparator: \.isWhitespace)
        guard let first = words.first else { return nil }
        self.first = first.lowercased()
        rest = words.dropFirst().joined(separator: " ")
    }
}
