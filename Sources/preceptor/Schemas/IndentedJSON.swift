import Reports

extension JSON {
    /// The value on lines that a person can read, two spaces for each level.
    var indented: String { indented(by: 0) }

    private func indented(by depth: Int) -> String {
        let inner = String(repeating: "  ", count: depth + 1)
        let outer = String(repeating: "  ", count: depth)
        switch self {
        case .array(let values) where values.contains(where: \.isNested):
            return "[\n" + values.map { inner + $0.indented(by: depth + 1) }.joined(separator: ",\n") + "\n\(outer)]"
        case .object(let members) where !members.isEmpty:
            let lines = members.map { "\(inner)\(JSON.string($0.0).text): \($0.1.indented(by: depth + 1))" }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
        default: return text
        }
    }

    private var isNested: Bool {
        switch self {
        case .array, .object: true
        default: false
        }
    }
}
