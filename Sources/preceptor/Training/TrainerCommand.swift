/// What a learner types in place of an answer.
enum TrainerCommand: Equatable {
    case help, hint, why, skip, next, quit
    case lookup(String)
    /// The policy of the item, or another by its id.
    case policy(String?)

    /// The words that commands begin with.
    enum Word: String, CaseIterable {
        case help, hint, why, skip, next, lookup, policy, quit
    }

    /// Nil where the line is no command.
    init?(_ line: String) {
        let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let first = words.first?.lowercased() else { return nil }
        let rest = words.dropFirst().joined(separator: " ")
        switch Word(rawValue: Self.synonyms[first] ?? first) {
        case .lookup where !rest.isEmpty: self = .lookup(rest)
        case .policy: self = .policy(rest.isEmpty ? nil : rest)
        case .help where rest.isEmpty: self = .help
        case .hint where rest.isEmpty: self = .hint
        case .why where rest.isEmpty: self = .why
        case .skip where rest.isEmpty: self = .skip
        case .next where rest.isEmpty: self = .next
        case .quit where rest.isEmpty: self = .quit
        default: return nil
        }
    }

    private static let synonyms = ["?": "help", "exit": "quit", "q": "quit", "h": "hint", "pass": "skip"]
}
