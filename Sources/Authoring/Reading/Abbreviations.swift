/// The words of a note that an outsider could not read: `BP`, `SpO2`, `pt`, `w/`, and `tol.` in the middle of a
/// sentence.
func abbreviations(in text: String) -> [String] {
    let tokens = text.split(separator: " ")
    return tokens.enumerated().flatMap { position, token -> [String] in
        let word = token.bare
        let isInside = tokens.dropFirst(position + 1).first?.first?.isLowercase == true
        if token.hasSuffix("."), isInside, word.count < 6, word.contains(where: \.isLetter) { return [word] }
        return abbreviations(inWord: word)
    }
}

/// A word of several parts is as readable as its parts, unless they are no words at all, as in `c/o`.
private func abbreviations(inWord word: String) -> [String] {
    let parts = word.split { "/-+".contains($0) }
    let isJoint = parts.count > 1 && parts.allSatisfy { $0.count > 1 || $0.first?.isLetter == false }
    if isJoint { return parts.flatMap { abbreviations(inWord: String($0)) } }
    let letters = word.filter(\.isLetter)
    guard letters.count > 1 || word.contains("/") && !letters.isEmpty, !ordinary.contains(word.lowercased()) else {
        return []
    }
    let isShort =
        word.contains("/") || word.contains(".") || word.dropFirst().contains(where: \.isUppercase)
        || !letters.lowercased().contains { "aeiouy".contains($0) }
    return isShort ? [word] : []
}

/// Words that look like abbreviations and need no explanation.
private let ordinary: Set = ["am", "pm", "ok", "no", "not", "tv"]

extension Substring {
    /// Without brackets, quotes and marks round it, and without a possessive's ending.
    fileprivate var bare: String {
        let marks = "()[]\"'.,;:?!"
        let word = drop { marks.contains($0) }
        let end = word.lastIndex { !marks.contains($0) }.map(word.index(after:)) ?? word.startIndex
        let inner = word[..<end]
        return String(inner.hasSuffix("'s") ? inner.dropLast(2) : inner)
    }
}

/// The abbreviations that a pack explains, and the terms that it defines.
struct KnownAbbreviations {
    private var words: Set<String> = []

    mutating func add(_ word: String) { words.insert(word.lowercased()) }

    /// Whether a word or its singular is among them, in small or capital letters.
    func explain(_ word: String) -> Bool {
        let word = word.lowercased()
        return words.contains(word) || word.hasSuffix("s") && words.contains(String(word.dropLast()))
    }
}
