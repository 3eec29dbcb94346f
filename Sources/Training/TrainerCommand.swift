import Content

/// What a learner types in place of an answer.
package enum TrainerCommand: Equatable {
    case help, hint, why, skip, next, undo, progress, learn, quit
    /// The learner does not know.
    case stuck
    /// Why the item was chosen.
    case whyThis
    case lookup(String)
    /// The papers of the item, or one of them by its number.
    case chart(Int?)
    /// The policy of the item, or another by its id.
    case policy(String?)
    /// A word to the educator about the item.
    case flag(String)

    /// The words that commands begin with.
    package enum Word: String, CaseIterable {
        case help, hint, why, skip, next, undo, flag, lookup, policy, chart, progress, learn, stuck, quit
    }

    /// Nil where the line is no command.
    package init?(_ line: String) {
        guard let typed = TypedWords(line) else { return nil }
        let rest = typed.rest
        switch Word(rawValue: Self.synonyms[typed.first] ?? typed.first) {
        case .lookup where !rest.isEmpty: self = .lookup(rest)
        case .policy: self = .policy(rest.isEmpty ? nil : rest)
        case .flag: self = .flag(rest)
        case .chart where rest.isEmpty: self = .chart(nil)
        case .chart where Int(rest) != nil: self = .chart(Int(rest))
        case .why where rest.lowercased() == "this": self = .whyThis
        case let word? where rest.isEmpty: self.init(word)
        default: return nil
        }
    }

    /// The command that a line which is no answer either may have been meant for.
    package static func near(_ line: String) -> String? {
        let first = line.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
        guard first.allSatisfy(\.isLetter) else { return nil }
        return nearMisses(to: first, among: Word.allCases.map(\.rawValue)).first
    }

    private init?(_ word: Word) {
        switch word {
        case .help: self = .help
        case .hint: self = .hint
        case .why: self = .why
        case .skip: self = .skip
        case .next: self = .next
        case .undo: self = .undo
        case .progress: self = .progress
        case .learn: self = .learn
        case .stuck: self = .stuck
        case .quit: self = .quit
        case .lookup, .policy, .flag, .chart: return nil
        }
    }

    /// Other words for commands, which every session of a learner takes.
    static let synonyms = ["?": "help", "exit": "quit", "q": "quit", "h": "hint", "pass": "skip", "sheet": "chart"]
}
