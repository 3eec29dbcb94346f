package import Content
package import Scoring

/// What an item is made from. The same identity always gives the same words and the same key.
package struct ItemID: Hashable, Sendable {
    /// The pack that makes the item.
    package let pack: ID<Pack>
    /// What the item asks for.
    package let kind: ItemKind
    /// What the item asks about.
    package let subject: Subject
    /// The policy that it is asked under; nil where none matters.
    package let policy: ID<Policy>?
    /// A number that stands for the item's words and key, so that an item whose pack was edited is another item.
    package let revision: UInt32

    /// What an item asks about.
    package enum Subject: Hashable, Sendable {
        case scenario(ID<Scenario>)
        /// A scenario told in whole papers.
        case papers(of: ID<Scenario>)
        case template(ID<Template>, seed: UInt64, Register)
        /// A term or a fact.
        case entry(String)

        /// Whether it is told as nurses chart, or in whole papers.
        var isCharted: Bool {
            switch self {
            case .template(_, _, let register): register != .plain
            case .papers: true
            case .scenario, .entry: false
            }
        }

        /// Whether it is told in whole papers.
        var isOfPapers: Bool {
            switch self {
            case .template(_, _, .chart), .papers: true
            case .template, .scenario, .entry: false
            }
        }
    }

    /// Reads an identity as `description` prints it; nil where it is none.
    package init?(_ text: String) {
        let halves = text.split(separator: "@", omittingEmptySubsequences: false)
        guard halves.count == 2, halves[1].utf8.count == 8, let revision = UInt32(halves[1], radix: 16) else {
            return nil
        }
        let parts = halves[0].split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard (3...4).contains(parts.count), !parts.contains(""), let kind = ItemKind(rawValue: parts[1]),
            let subject = Subject(parts[2], isEntry: kind == .term)
        else { return nil }
        pack = ID(parts[0])
        self.kind = kind
        self.subject = subject
        policy = parts.count == 4 ? ID(parts[3]) : nil
        self.revision = revision
    }

    init(
        _ kind: ItemKind, of subject: Subject, under policy: ID<Policy>?, in pack: ID<Pack>, words: Fingerprint
    ) {
        self.pack = pack
        self.kind = kind
        self.subject = subject
        self.policy = policy
        revision = words.folded
    }
}

extension ItemID: CustomStringConvertible {
    /// `home-infusion/claim/iv-antibiotics/cpt-midpoint@9f3c2a10`
    package var description: String {
        let policy = policy.map { "/\($0)" } ?? ""
        return "\(pack)/\(kind.rawValue)/\(subject)\(policy)@\(revision.eightDigits)"
    }
}

extension ItemID.Subject: CustomStringConvertible {
    fileprivate init?(_ text: String, isEntry: Bool) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        switch (parts.count, isEntry) {
        case (1, true): self = .entry(text)
        case (1, false): self = .scenario(ID(text))
        case (2, false) where parts[1] == Register.chart.rawValue: self = .papers(of: ID(parts[0]))
        case (2, false), (3, false):
            let register = parts.count == 2 ? Register.plain : Register(rawValue: parts[2])
            guard let seed = UInt64(parts[1]), let register, parts.count == 2 || register != .plain else { return nil }
            self = .template(ID(parts[0]), seed: seed, register)
        default: return nil
        }
    }

    package var description: String {
        switch self {
        case .scenario(let id): id.text
        case .template(let id, let seed, .plain): "\(id).\(seed)"
        case .template(let id, let seed, let register): "\(id).\(seed).\(register.rawValue)"
        case .papers(let id): "\(id).\(Register.chart.rawValue)"
        case .entry(let id): id
        }
    }
}

extension ItemContent {
    /// Stands for all that a candidate reads, the key left out: two items with the same words have the same.
    package var wording: String { Fingerprint([question] + stem + options).folded.eightDigits }
}

extension UInt32 {
    fileprivate var eightDigits: String {
        let digits = String(self, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}
