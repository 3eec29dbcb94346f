import Content
import Scoring

/// The keys of a mapping, asked for one by one as its shape has them. What the shape lacks is unknown, and is reported
/// at the end with the nearest key that it has.
struct Fields {
    let owner: Value
    private let shape: Shape
    private var values: [String: Value] = [:]
    private var keys: [Value] = []
    private var asked: [String] = []

    init(_ owner: Value, of shape: Shape) {
        self.owner = owner
        self.shape = shape
        for (key, value) in owner.entries(of: shape.what) {
            keys.append(key)
            if let name = key.name { values[name] = value }
        }
    }

    var log: ProblemLog { owner.log }

    /// The value of a key; nil where it is left out, which is a problem where the shape requires it.
    mutating func value(_ name: String) -> Value? {
        key(name).flatMap { value(name, isRequired: $0.isRequired) }
    }

    private mutating func key(_ name: String) -> Shape.Key? {
        if log.keys != nil { asked.append(name) }
        if let key = shape.key(name) { return key }
        owner.fail("the format gives \(shape.what) no key \(name)")
        return nil
    }

    /// The same where other keys decide whether it must be there.
    func value(_ name: String, isRequired: Bool) -> Value? {
        if let value = values[name] { return value }
        guard isRequired else { return nil }
        // A key that is merely misspelt is reported once, as unknown, with this one as what was meant.
        let unknown = log.isFull ? [] : keys.prefix(50).compactMap(\.name).filter { shape.key($0) == nil }
        if !unknown.contains(where: { isSlip($0, of: name) }) {
            owner.fail("\(shape.what) needs the key \(name)", mend: "add it")
        }
        return nil
    }

    /// Whether a key is there, whatever its value.
    func has(_ name: String) -> Bool { values[name] != nil }

    /// Words, no more of them than the shape allows.
    mutating func text(_ name: String) -> String? {
        guard let key = key(name), let value = value(name, isRequired: key.isRequired), case .text(let limit) = key.form
        else { return nil }
        return value.text(limit: limit)
    }

    mutating func texts(_ name: String) -> [String] {
        guard let key = key(name), let value = value(name, isRequired: key.isRequired),
            case .list(.text(let limit)) = key.form
        else { return [] }
        return value.list { $0.text(limit: limit) }
    }

    /// A whole number in the range that the shape allows.
    mutating func integer(_ name: String) -> Int? {
        guard let key = key(name), let value = value(name, isRequired: key.isRequired),
            case .integer(let range, let unit) = key.form
        else { return nil }
        return value.integer(in: range, unit: unit)
    }

    /// The values of a list of no more than the shape allows, and of at least one where that is named; nil where the key
    /// is left out. Of a longer list the rest is not read.
    mutating func few<Element>(_ name: String, _ what: String? = nil, _ read: (Value) -> Element?) -> [Element]? {
        guard let key = key(name), let value = value(name, isRequired: key.isRequired),
            case .few(_, let limit) = key.form
        else { return nil }
        let elements = value.elements
        if let what, elements.isEmpty { value.fail("the list is empty", mend: "give at least one \(what)") }
        if elements.count > limit {
            elements[limit].fail("\(name): has at most \(limit) entries, and this is one more", mend: "drop some")
        }
        return elements.prefix(limit).compactMap(read)
    }

    /// Whole numbers in the range that the shape allows.
    mutating func numbers(_ name: String) -> ClosedRange<Int>? {
        guard let key = key(name), let value = value(name, isRequired: key.isRequired),
            case .numbers(let range, let unit) = key.form
        else { return nil }
        return value.numbers(in: range, unit: unit)
    }

    mutating func effective() -> (dates: Effective, position: FilePosition?) {
        guard let value = value("effective"), var fields = value.fields(of: .dates) else {
            return (Effective(), nil)
        }
        let effective = Effective(from: fields.value("from")?.day(), to: fields.value("to")?.day())
        fields.finish()
        if let from = effective.from, let to = effective.to, to < from {
            value.fail("the last day, \(to), comes before the first, \(from)", mend: "swap them, or mend one")
        }
        return (effective, value.position)
    }

    private func mend(_ name: String) -> String {
        let known = shape.keys.map(\.name)
        return suggestion(for: name, among: known) ?? "known are \(known.joined(separator: ", "))"
    }

    /// Says which keys were asked for, where the mapping is read more than once and reported the other time.
    func noteAsked() { log.noteKeys(asked, of: shape) }

    /// Reports the keys that the shape lacks.
    func finish() {
        noteAsked()
        for key in keys {
            guard let name = key.name else {
                key.fail("a key is one word, not a list or a mapping")
                continue
            }
            guard shape.key(name) == nil else { continue }
            key.fail("unknown key \(name.quoted) in \(shape.what)", mend: mend(name))
        }
    }
}
