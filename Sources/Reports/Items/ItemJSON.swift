import Content
package import Quiz
import Scoring

extension JSON {
    /// An item with its key, and why that is the key.
    package init(_ item: Item) {
        self = .object([
            ("id", .string(item.id.description)), ("kind", .string(item.kind.rawValue)),
            ("policy", .optional(item.id.policy?.text)), ("question", .string(item.question)),
            ("stem", .strings(item.stem)), ("options", .strings(item.options)), ("key", .string(item.key)),
            ("why", .string(item.why)), ("skills", .strings(item.skills.map(\.rawValue).sorted())),
            ("sources", .strings(item.sources)),
        ])
    }
}
