package import Content
package import Scoring

/// What items are made of: a scenario, a template, a term or a fact. A form has at most one item of each family, since
/// two would tell of the same visit, under the same heading or with the same word.
package enum ItemFamily: Hashable, Sendable {
    case scenario(ID<Scenario>)
    case template(ID<Template>)
    case entry(String)
}

extension ItemFamily: CustomStringConvertible {
    package var description: String {
        switch self {
        case .scenario(let id): "scenario \(id)"
        case .template(let id): "template \(id)"
        case .entry(let id): "term \(id)"
        }
    }
}

extension ItemFamily {
    /// Reads what `description` gives; nil of anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        switch (parts.first, parts.count) {
        case ("scenario", 2): self = .scenario(ID(parts[1]))
        case ("template", 2): self = .template(ID(parts[1]))
        case ("term", 2): self = .entry(parts[1])
        default: return nil
        }
    }
}

extension ItemFamily: Comparable {
    package static func < (left: ItemFamily, right: ItemFamily) -> Bool { left.description < right.description }
}

extension ItemID {
    /// What the item is made of.
    package var family: ItemFamily {
        switch subject {
        case .scenario(let id), .papers(let id): .scenario(id)
        case .template(let id, _, _): .template(id)
        case .entry(let id): .entry(id)
        }
    }
}

/// How often items of each family stand in the forms of candidates so far.
package struct ExposureTable: Sendable, Equatable {
    /// How many items of each family were counted; families that have none are left out.
    package private(set) var counts: [ItemFamily: Int] = [:]

    package init() {}

    /// How many items of a family were counted.
    package func count(of family: ItemFamily) -> Int { counts[family, default: 0] }

    /// Counts the items of a form.
    package mutating func note(_ items: some Sequence<ItemID>) {
        for item in items { counts[item.family, default: 0] += 1 }
    }

    /// Counts so many items of a family.
    package mutating func note(_ count: Int, of family: ItemFamily) { counts[family, default: 0] += count }
}
