package import Content

extension JSON {
    /// What a pack says of a name, such as a code, a term or a policy.
    package init(_ entry: Entry) {
        self = .object([
            ("kind", .string(entry.kind.rawValue)), ("name", .string(entry.name)), ("title", .string(entry.title)),
            ("text", .strings(entry.text)), ("sources", .strings(entry.sources)),
        ])
    }
}
