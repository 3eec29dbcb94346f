import Content

/// One thing that an edit of a pack changes.
package struct PackChange: Sendable, Equatable {
    /// What became of something.
    package enum Kind: String, Sendable, Equatable {
        case added, removed, changed
    }

    /// What became of it.
    package let kind: Kind
    /// What it is: scenario, policy, code and so on.
    package let what: String
    /// By which the pack names it.
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
    changes(what, from: old.map(id), to: new.map(id)) { before, after in
        parts.filter { !$0.isSame(old[before], new[after]) }.map(\.name)
    }
}

/// The same by the ids of the entries, where those of two places may differ in something. Not generic, so that it is
/// compiled once.
private func changes(
    _ what: String, from old: [String], to new: [String], differing: (Int, Int) -> [String]
) -> [PackChange] {
    let before = Dictionary(old.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Set(new)
    let gone = old.filter { !after.contains($0) }.map { PackChange(.removed, what, $0) }
    return gone
        + new.enumerated().compactMap { position, id in
            guard let former = before[id] else { return PackChange(.added, what, id) }
            let changed = differing(former, position)
            return changed.isEmpty ? nil : PackChange(.changed, what, id, changed.joined(separator: ", "))
        }
}
