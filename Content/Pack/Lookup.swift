package import Scoring

/// Something that a coder may look up: a code, a term, a policy, an edit, a reason code.
package struct Entry: Sendable, Equatable {
    /// What kind of thing it is.
    package enum Kind: String, Sendable {
        case code, modifier, term, fact, policy, edit, reason, misconception, scenario, abbreviation
    }

    /// What kind of thing it is.
    package let kind: Kind
    /// The name by which it is looked up, such as `99602` or `cpt-midpoint`.
    package let name: String
    /// What it is called, for a heading.
    package let title: String
    /// What there is to say of it, a paragraph each.
    package let text: [String]
    /// Titles of where it is written.
    package let sources: [String]
    /// Other words by which it is known.
    let aliases: [String]
}

extension Pack {
    /// Everything that can be looked up.
    package var entries: [Entry] {
        codes.definitions.map(entry) + modifiers.map(entry) + terms.map(entry) + facts.map(entry)
            + policies.map(entry) + Edit.all.map(entry) + ReasonCode.all.map(entry) + misconceptions.map(entry)
            + scenarios.map(entry) + abbreviations.map(entry)
    }

    /// What fits some words best: an exact name alone; else names and titles that hold them; else texts that do.
    /// Case, hyphens and the spaces between words make no difference.
    package func lookUp(_ words: String) -> [Entry] {
        let wanted = words.folded
        guard !wanted.isEmpty else { return [] }
        let entries = entries
        let exact = entries.filter { entry in entry.handles.contains { $0.folded == wanted } }
        if !exact.isEmpty { return exact }
        let named = entries.filter { entry in entry.handles.contains { $0.folded.contains(wanted) } }
        if !named.isEmpty { return named }
        let parts = wanted.split(separator: " ").map(String.init)
        return entries.filter { entry in
            let text = (entry.handles + entry.text).joined(separator: " ").folded
            return parts.allSatisfy(text.contains)
        }
    }

    /// The names nearest to words that fit nothing.
    package func nearEntries(to words: String) -> [String] {
        nearMisses(to: words, among: Set(entries.flatMap(\.handles)).sorted())
    }

    /// How a code's time turns into units, in words; nil for a code without a family.
    package func timing(of code: Code) -> String? {
        guard let family = codes.family(billing: code) else { return nil }
        if let first = family.first.first(where: { $0.code == code }) {
            let range =
                switch (first.from, first.through) {
                case (let from, let through?): ", from \(from) to \(through) minutes"
                case (1, nil): ""
                case (let from, nil): ", from \(from) minutes on"
                }
            let covers = first.covers.map { "; it pays for the first \($0) minutes" } ?? ""
            return "First code of the \(family.title)\(range)\(covers)."
        }
        guard let further = family.further.first(where: { $0.code == code }) else { return nil }
        return "One unit for each \(further.each) minutes beyond the first \(further.after) minutes of the "
            + "\(family.title); how a part is counted is for the policy to say."
    }
}

extension String {
    fileprivate var folded: String {
        lowercased().split { $0.isWhitespace || $0 == "-" }.joined(separator: " ")
    }
}

extension Entry {
    /// Everything by which it may be called.
    var handles: [String] { [name, title] + aliases }
}

extension Pack {
    private func entry(_ definition: CodeSet.Definition) -> Entry {
        var text: [String] = []
        if definition.isAddOn {
            text.append("Add-on code: only beside \(definition.addOnTo.map(\.description).joined(separator: " or ")).")
        }
        if let timing = timing(of: definition.code) { text.append(timing) }
        for exclusion in codes.exclusions {
            let modifier = exclusion.modifierMayUnbundle ? ", unless a modifier says that they were distinct" : ""
            if exclusion.pays == definition.code {
                text.append(
                    "Not paid beside it: \(exclusion.denies.map(\.description).joined(separator: ", "))\(modifier).")
            } else if exclusion.denies.contains(definition.code) {
                text.append("Not paid beside \(exclusion.pays)\(modifier).")
            }
        }
        if !definition.modifiers.isEmpty {
            text.append("Modifiers: \(definition.modifiers.map(\.description).joined(separator: ", ")).")
        }
        return Entry(
            kind: .code, name: definition.code.description, title: "\(definition.system.rawValue) \(definition.code)",
            text: [definition.label + "."] + text, sources: titles(of: definition.sources), aliases: [])
    }

    private func entry(_ modifier: Label<Modifier>) -> Entry {
        Entry(
            kind: .modifier, name: modifier.subject.description, title: "modifier \(modifier.subject)",
            text: [modifier.label + "."], sources: titles(of: modifier.sources), aliases: ["-\(modifier.subject)"])
    }

    private func entry(_ term: Term) -> Entry {
        Entry(
            kind: .term, name: term.id.text, title: term.term, text: [term.definition],
            sources: titles(of: term.sources), aliases: term.accept)
    }

    private func entry(_ fact: Fact) -> Entry {
        Entry(
            kind: .fact, name: fact.id.text, title: fact.answer, text: [fact.question, fact.explanation],
            sources: titles(of: fact.sources), aliases: [])
    }

    private func entry(_ abbreviation: Abbreviation) -> Entry {
        Entry(
            kind: .abbreviation, name: abbreviation.short, title: abbreviation.long, text: [], sources: [],
            aliases: [])
    }

    private func entry(_ policy: Policy) -> Entry {
        Entry(
            kind: .policy, name: policy.id.text, title: policy.title, text: [policy.statement] + policy.summary,
            sources: titles(of: policy.sources), aliases: [])
    }

    private func entry(_ edit: Edit) -> Entry {
        let denials = edit.denials.map(\.description)
        let answer =
            denials.isEmpty
            ? "No payer objects: the provider is paid too little."
            : "The payer answers \(denials.joined(separator: "; or "))."
        return Entry(
            kind: .edit, name: edit.name.rawValue, title: edit.name.rawValue, text: [edit.law, answer],
            sources: [edit.source], aliases: [])
    }

    private func entry(_ reason: ReasonCode) -> Entry {
        let edits = Edit.all.filter { $0.denials.contains { $0.carc == reason.number || $0.rarc == reason.number } }
            .map(\.name.rawValue)
        let from = edits.isEmpty ? [] : ["Sent when a claim fails \(edits.joined(separator: ", "))."]
        let title = "\(reason.kind.rawValue.uppercased()) \(reason.number)"
        return Entry(
            kind: .reason, name: reason.number, title: title,
            text: [reason.meaning + "."] + from + ["What a biller does next: \(reason.next)"],
            sources: [ReasonCode.source],
            // As it stands on a remittance, with the group that says who bears the loss.
            aliases: reason.kind == .carc ? ["CO-\(reason.number)", "PR-\(reason.number)"] : [])
    }

    private func entry(_ misconception: Misconception) -> Entry {
        Entry(
            kind: .misconception, name: misconception.id.text, title: misconception.belief,
            text: [misconception.correction], sources: titles(of: misconception.sources), aliases: [])
    }

    private func entry(_ scenario: Scenario) -> Entry {
        Entry(
            kind: .scenario, name: scenario.id.text, title: scenario.title, text: [scenario.stem],
            sources: titles(of: scenario.sources), aliases: [])
    }
}

extension Policy {
    /// What the policy says, a line each, for whoever wants to know all of it.
    package var summary: [String] {
        var lines: [String] = []
        if caps.minutesADay != nil || caps.minutesAWeek != nil {
            let limits = [
                caps.minutesADay.map { "\($0) minutes a day" }, caps.minutesAWeek.map { "\($0) a week" },
            ]
            lines.append("At most \(limits.compactMap(\.self).joined(separator: " and ")).")
        }
        for (code, units) in caps.unitsADay.sorted(by: { $0.key < $1.key }) {
            lines.append("At most \(units) of \(code) a day.")
        }
        lines.append("Counts \(Activity.allCases.filter(counts.contains).map(\.words).joined(separator: ", ")).")
        if !requires.isEmpty {
            let then = undocumented == .nothing ? "nothing is paid" : "only the first code is paid"
            lines.append("Without \(requires.map(\.words).joined(separator: " and ")) on record \(then).")
        }
        if !places.isEmpty { lines.append("Place of service: \(places.joined(separator: ", ")).") }
        if !performers.isEmpty { lines.append("Performed by: \(performers.map(\.words).joined(separator: ", ")).") }
        let visits =
            switch sameDay {
            case .combined: "Visits of one day count together."
            case .separate: "Each visit of a day is billed by itself."
            case .ownLines: "Each visit of a day is billed by itself, on lines of its own."
            case .laterAsFurther: "All of a later visit of a day is billed as further units."
            }
        lines.append(visits)
        lines.append(
            midnight == .whole
                ? "A visit past midnight is billed on the day it began."
                : "What comes after midnight is billed on the next day.")
        return lines
    }
}
