/// How hard a text is to read: the Flesch-Kincaid grade, 0.39 words a sentence + 11.8 syllables a word - 15.59, which is
/// about the years of school it takes. A number counts as a word of one syllable.
struct ReadingLevel {
    /// The grade above which a text is warned of.
    static let limit = 12.0
    /// Texts with fewer words say too little of themselves.
    private static let least = 12

    /// 0 for a short text.
    let grade: Double

    init(of text: String) {
        let words = text.split(whereSeparator: \.isWhitespace).filter { $0.contains { $0.isLetter || $0.isNumber } }
        let ends = text.indices.count { position in
            guard ".?!:;".contains(text[position]) else { return false }
            let next = text.index(after: position)
            return next == text.endIndex || text[next].isWhitespace
        }
        guard words.count >= Self.least else {
            grade = 0
            return
        }
        let syllables = words.reduce(0) { $0 + Self.syllables(in: $1) }
        let count = Double(words.count)
        grade = 0.39 * count / Double(max(ends, 1)) + 11.8 * Double(syllables) / count - 15.59
    }

    /// Groups of vowels, without a silent e at the end; at least one.
    static func syllables(in word: Substring) -> Int {
        let letters = word.lowercased().filter(\.isLetter)
        let vowels = "aeiouy"
        var groups = 0
        var wasVowel = false
        for letter in letters {
            let isVowel = vowels.contains(letter)
            if isVowel, !wasVowel { groups += 1 }
            wasVowel = isVowel
        }
        let isAlone = letters.dropLast().last.map { !vowels.contains($0) } ?? false
        let isSilent = letters.hasSuffix("e") && !letters.hasSuffix("le") && isAlone && groups > 1
        return max(isSilent ? groups - 1 : groups, 1)
    }
}
