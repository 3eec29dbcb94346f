/// What a candidate types in an exam: a command, or an answer.
enum ExamWord: Equatable {
    case next, back, review, flag, submit, quit, help, rest
    case go(Int)
    case answer(String)

    /// Reads a line; `answer` before words makes an answer of what would be a command.
    init(_ line: String) {
        let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
        let text = words.joined(separator: " ")
        switch (words.first?.lowercased(), words.count) {
        case ("next", 1): self = .next
        case ("back", 1): self = .back
        case ("review", 1): self = .review
        case ("flag", 1): self = .flag
        case ("submit", 1): self = .submit
        case ("quit", 1): self = .quit
        case ("help", 1): self = .help
        case ("break", 1): self = .rest
        case ("go", 2): self = Int(words[1]).map { .go($0) } ?? .answer(text)
        case ("answer", 2...): self = .answer(words.dropFirst().joined(separator: " "))
        default: self = .answer(text)
        }
    }
}
