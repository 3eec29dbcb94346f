extension String {
    /// The text in a form that can be read back: SQLite's text ends at a null character.
    var readable: String {
        guard utf8.contains(0) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
    }
}
