import Scoring

/// The keys of a mapping, asked for one by one. What nobody asked for is unknown, and is reported at the end with
/// the nearest key that was.
struct Fields {
    let owner: Value
    private let what: String
    private var values: [String: Value] = [:]
    private var keys: [Value] = []
    private var asked: [String] = []

    init(_ owner: Value, of what: String) {
        self.owner = owner
        self.what = what
        for (key, value) in owner.entries(of: what) {
            keys.append(key)
            if let name = key.name { values[name] = value }
        }
    }

    var log: ProblemLog { owner.log }

    /// The value of a key that may be left out.
    mutating func optional(_ name: String) -> Value? {
        asked.append(name)
        return values[name]
    }

    /// The value of a key that must be there.
    mutating func required(_ name: String) -> Value? {
        asked.append(name)
        if let value = values[name] { return value }
        // A key that is merely misspelt is reported once, as unknown, with this one as what was meant.
        let unknown = log.isFull ? [] : keys.prefix(50).compactMap(\.name).filter { !asked.contains($0) }
        if !unknown.contains(where: { isSlip($0, of: name) }) {
            owner.fail("\(what) needs the key \(name)", mend: "add it")
        }
        return nil
    }

    mutating func text(_ name: String, limit: Int = 2_000) -> String? { required(name)?.text(limit: limit) }

    mutating func texts(_ name: String) -> [String] { optional(name)?.list { $0.text(limit: 200) } ?? [] }

    mutating func effective() -> (dates: Effective, place: Place?) {
        guard let value = optional("effective"), var fields = value.fields(of: "dates with from: and to:") else {
            return (Effective(), nil)
        }
        let effective = Effective(from: fields.optional("from")?.day(), to: fields.optional("to")?.day())
        fields.finish()
        if let from = effective.from, let to = effective.to, to < from {
            value.fail("the last day, \(to), comes before the first, \(from)", mend: "swap them, or mend one")
        }
        return (effective, value.place)
    }

    /// Reports the keys that nobody asked for.
    func finish() {
        for key in keys {
            guard let name = key.name else {
                key.fail("a key is one word, not a list or a mapping")
                continue
            }
            guard !asked.contains(name) else { continue }
            key.fail(
                "unknown key \(name.quoted) in \(what)",
                mend: suggestion(for: name, among: asked) ?? "known are \(asked.joined(separator: ", "))")
        }
    }
}
