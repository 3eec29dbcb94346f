import FoundationEssentials

/// How values are kept that only Preceptor reads, such as marks of what is under way: as text, the same for the same value.
package enum MarkText {
    /// What `written` wrote; nil where the text is no such value.
    package static func read<Kept: Decodable>(_ text: String) -> Kept? {
        try? JSONDecoder().decode(Kept.self, from: Data(text.utf8))
    }

    /// The text of a value.
    package static func written(_ kept: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(kept)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
