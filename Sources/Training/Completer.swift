package import Content
import Scoring

/// The words that Tab completes: commands, codes, and what can be looked up.
package struct Completer: Sendable {
    private let answers: [String]
    private let policies: [String]
    private let entries: [String]

    /// Completes what answers to a pack's items, and questions about it, can hold.
    package init(of pack: Pack) {
        answers = pack.codes.families.flatMap(\.codes).map(\.description) + ["none", "yes", "no"]
        policies = pack.policies.map(\.id.text)
        entries =
            pack.codes.definitions.map(\.code.description) + pack.terms.map(\.term) + policies
            + Edit.all.map(\.name.rawValue)
    }

    /// What could stand in place of a word that is being typed at the end of a line.
    package func completions(of word: String, in line: String) -> [String] {
        let before = line.dropLast(word.count).split(separator: " ")
        let candidates: [String] =
            switch before.first.map({ $0.lowercased() }) {
            case "lookup": before.count == 1 ? entries : continued(before.dropFirst())
            case "policy": policies
            case nil: TrainerCommand.Word.allCases.map(\.rawValue) + answers
            case _: answers
            }
        let wanted = word.lowercased()
        return candidates.filter { $0.lowercased().hasPrefix(wanted) }.sorted()
    }

    /// The further words of terms that begin with the words typed so far.
    private func continued(_ words: some Sequence<Substring>) -> [String] {
        let typed = words.joined(separator: " ").lowercased() + " "
        return entries.filter { $0.lowercased().hasPrefix(typed) }.map { String($0.dropFirst(typed.count)) }
    }
}
