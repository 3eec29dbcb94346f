package import Content
import Quiz

extension Pack {
    /// What to say when nothing is known by some words.
    package func nothing(for words: String) -> String {
        let mend = suggestion(of: nearEntries(to: words)).map { "; \($0)" } ?? ""
        return "nothing is known here as \(words.prefix(64))\(mend)"
    }
}

extension JSON {
    package init(_ entry: Entry) {
        self = .object([
            ("kind", .string(entry.kind.rawValue)), ("name", .string(entry.name)), ("title", .string(entry.title)),
            ("text", .strings(entry.text)), ("sources", .strings(entry.sources)),
        ])
    }
}
