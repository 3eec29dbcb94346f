package import Content

extension JSON {
    package init(_ entry: Entry) {
        self = .object([
            ("kind", .string(entry.kind.rawValue)), ("name", .string(entry.name)), ("title", .string(entry.title)),
            ("text", .strings(entry.text)), ("sources", .strings(entry.sources)),
        ])
    }
}
