extension String {
    /// The text with `U+FFFD` in the place of null characters, at which some databases end a text.
    package var withoutNull: String {
        guard utf8.contains(0) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
    }
}
