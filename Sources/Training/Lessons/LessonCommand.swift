/// What a learner types in a lesson in place of an answer.
enum LessonCommand: Equatable {
    case help, next, practice, hint, skip, why, lessons, quit
    /// The learner does not know.
    case stuck
    case lookup(String)
    /// The policy of the visit, or another by its id.
    case policy(String?)

    /// The words that commands begin with.
    enum Word: String, CaseIterable {
        case help, next, practice, hint, skip, why, lessons, lookup, policy, stuck, quit
    }

    /// Nil where the line is no command.
    init?(_ line: String) {
        guard let typed = TypedWords(line) else { return nil }
        let rest = typed.rest
        switch Word(rawValue: Self.synonyms[typed.first] ?? typed.first) {
        case .lookup where !rest.isEmpty: self = .lookup(rest)
        case .policy: self = .policy(rest.isEmpty ? nil : rest)
        case let word? where rest.isEmpty: self.init(word)
        default: return nil
        }
    }

    private init?(_ word: Word) {
        switch word {
        case .help: self = .help
        case .next: self = .next
        case .practice: self = .practice
        case .hint: self = .hint
        case .skip: self = .skip
        case .why: self = .why
        case .lessons: self = .lessons
        case .stuck: self = .stuck
        case .quit: self = .quit
        case .lookup, .policy: return nil
        }
    }

    private static let synonyms = TrainerCommand.synonyms.merging(["n": "next", "practise": "practice"]) { $1 }
}
