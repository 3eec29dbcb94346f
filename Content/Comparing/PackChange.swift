import Scoring

/// One thing that an edit of a pack changes.
package struct PackChange: Sendable, Equatable {
    package enum Kind: String, Sendable, Equatable {
        case added, removed, changed
    }

    package let kind: Kind
    /// What it is: scenario, policy, code and so on.
    package let what: String
    package let id: String
    /// What about it changed, in words; empty for what is new or gone.
    package let detail: String

    init(_ kind: Kind, _ what: String, _ id: String, _ detail: String = "") {
        self.kind = kind
        self.what = what
        self.id = id
        self.detail = detail.shown()
    }
}

/// A property in which two versions of an entry may differ.
struct Part<Entry> {
    let name: String
    let isSame: (Entry, Entry) -> Bool

    init<Value: Equatable>(_ name: String, _ path: KeyPath<Entry, Value>) {
        self.name = name
        isSame = { $0[keyPath: path] == $1[keyPath: path] }
    }
}

/// The entries that are new or gone, and the parts in which the others differ.
func changes<Entry>(
    _ what: String, from old: [Entry], to new: [Entry], id: (Entry) -> String, parts: [Part<Entry>]
) -> [PackChange] {
    let before = Dictionary(old.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
    let after = Set(new.map(id))
    let gone = old.map(id).filter { !after.contains($0) }.map { PackChange(.removed, what, $0) }
    return gone
        + new.compactMap { entry in
            guard let former = before[id(entry)] else { return PackChange(.added, what, id(entry)) }
            let changed = parts.filter { !$0.isSame(former, entry) }.map(\.name)
            return changed.isEmpty
                ? nil : PackChange(.changed, what, id(entry), changed.joined(separator: ", "))
        }
}
