import FoundationEssentials

/// How marks of what is under way are kept: as text, the same for the same mark.
enum MarkText {
    /// What `written` wrote; nil where the text is no such mark.
    static func read<Kept: Decodable>(_ text: String) -> Kept? {
        try? JSONDecoder().decode(Kept.self, from: Data(text.utf8))
    }

    /// The text of a mark.
    static func written(_ kept: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(kept)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
