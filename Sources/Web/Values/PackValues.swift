import Authoring
import Content
import Editing
import Quiz
import Reports
import Scoring
import Signatures

/// One thing of a pack about which items are asked.
struct PackEntry {
    /// What it is, as addresses name it.
    enum Kind: String, CaseIterable {
        case scenario, template, term
        case examScenario = "exam-scenario"
        case examTemplate = "exam-template"

        /// What several of it are called.
        var title: String {
            switch self {
            case .scenario: "Scenarios"
            case .template: "Templates"
            case .term: "Terms and facts"
            case .examScenario: "Scenarios kept for exams"
            case .examTemplate: "Templates kept for exams"
            }
        }

        /// Whether only those may see it who may see what is kept for exams.
        var isSecret: Bool { self == .examScenario || self == .examTemplate }
    }

    let kind: Kind
    let id: String
    /// What it is about, for whoever looks for it.
    let title: String

    /// What its items are of.
    var family: ItemFamily {
        switch kind {
        case .scenario, .examScenario: .scenario(ID(id))
        case .template, .examTemplate: .template(ID(id))
        case .term: .entry(id)
        }
    }

    /// Where its page is, in the version of a hash.
    func path(in version: String) -> String { "/packs/\(version)/items/\(kind.rawValue)/\(id.encodedWithPercents)" }

    /// All of a kind, in the order of the pack.
    static func all(_ kind: Kind, of pack: Pack) -> [PackEntry] {
        switch kind {
        case .scenario: pack.scenarios.map { PackEntry(kind: kind, id: $0.id.text, title: $0.title) }
        case .examScenario: pack.examScenarios.map { PackEntry(kind: kind, id: $0.id.text, title: $0.title) }
        case .template: pack.templates.map { PackEntry(kind: kind, id: $0.id.text, title: $0.title) }
        case .examTemplate: pack.examTemplates.map { PackEntry(kind: kind, id: $0.id.text, title: $0.title) }
        case .term:
            pack.termItems.compactMap { item in
                item.entry.map { PackEntry(kind: kind, id: $0, title: item.keyInWords) }
            }
        }
    }

    /// The items that are asked about it under a policy, each of another kind.
    ///
    /// - Parameters:
    ///   - pack: Whose it is.
    ///   - payer: Whose policy is asked about.
    ///   - seed: What a template's visit is made of.
    /// - Returns: None where nothing is asked about it so.
    func items(in pack: Pack, under payer: Payer, seed: UInt64) -> [Item] {
        let situation: Situation?
        switch kind {
        case .term: return pack.termItems.filter { $0.entry == id }
        case .scenario, .examScenario:
            let all = kind == .scenario ? pack.scenarios : pack.examScenarios
            situation = all.first { $0.id.text == id }.map { Situation($0, under: payer) }
        case .template, .examTemplate:
            let all = kind == .template ? pack.templates : pack.examTemplates
            situation = all.first { $0.id.text == id }.flatMap { Situation($0, seed: seed, under: payer) }
        }
        return ItemKind.allCases.compactMap { situation?.item($0) }
    }
}

extension Item {
    /// The term or the fact that it is about; nil for a visit.
    fileprivate var entry: String? { if case .entry(let entry) = id.subject { entry } else { nil } }

    /// What a preview shows of it: the question, and what its key is and why.
    var preview: PageValue {
        var values = values()
        values["key"] = .text(keyInWords)
        values["why"] = .text(why)
        values["sources"] = .text(sources.joined(separator: "; "))
        return .group(values)
    }
}

/// What a version changes against another.
struct PackDifference {
    let changes: [PackChange]
    let items: ItemChange

    init(from old: Pack, to new: Pack) {
        changes = old.changes(to: new)
        items = ItemChange(from: old, to: new)
    }

    /// The most changes that a page shows.
    private static let most = 1_000

    var values: [String: PageValue] {
        [
            "hasChanges": .flag(!changes.isEmpty),
            "changes": .list(
                changes.prefix(Self.most).map { change in
                    [
                        "kind": .text(change.kind.rawValue), "what": .text(change.what), "id": .text(change.id),
                        "detail": .text(change.detail),
                    ]
                }),
            "more": .optional(changes.count > Self.most ? "\(changes.count - Self.most)" : nil),
            "items": .text("\(items.same) the same, \(items.added) new, \(items.gone) gone"),
        ]
    }
}
