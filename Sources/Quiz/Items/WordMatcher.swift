import Content

/// Tells whether typed words are an accepted answer: case, hyphens, articles, plurals and a small slip are forgiven,
/// unless the slip makes them another answer that somebody could have meant.
struct WordMatcher: Sendable {
    enum Match: Equatable {
        case exact
        /// Right but for a slip.
        case misspelt(meant: String)
        case other
    }

    private let accepted: [(words: String, plain: String)]
    private let others: Set<String>

    init(accepted: [String], others: [String]) {
        self.accepted = accepted.map { ($0, plainForm($0)) }
        self.others = Set(others.map(plainForm))
    }

    func match(_ typed: String) -> Match {
        let plain = plainForm(typed)
        if accepted.contains(where: { $0.plain == plain }) { return .exact }
        if others.contains(plain) { return .other }
        let near = accepted.first {
            slips(from: Array(plain.utf8), to: Array($0.plain.utf8)) <= allowance(for: $0.plain)
        }
        return near.map { .misspelt(meant: $0.words) } ?? .other
    }

    /// One slip from five letters on, two from ten; in shorter words and abbreviations a letter is the whole meaning.
    private func allowance(for plain: String) -> Int {
        switch plain.utf8.count {
        case ..<5: 0
        case ..<10: 1
        default: 2
        }
    }
}

/// Lower case, single words without articles, each in the singular.
private func plainForm(_ text: String) -> String {
    let words = text.prefix(200).lowercased().split { !($0.isLetter || $0.isNumber) }
    let telling = words.filter { !["a", "an", "the"].contains($0) }
    return (telling.isEmpty ? words : telling).map(singular).joined()
}

private func singular(_ word: Substring) -> Substring {
    guard word.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us"), !word.hasSuffix("is")
    else {
        return word
    }
    return word.dropLast()
}
