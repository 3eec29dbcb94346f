import Content
import Scoring

/// A slip of English that filling slots brings about: a wrong article, a word twice, one of several things, a small
/// letter where a sentence begins. A note need not be made of sentences.
func slip(in text: String, isNote: Bool) -> String? {
    let words = text.split(separator: " ")
    for (word, next) in zip(words, words.dropFirst()) where isSlip(word, next, isNote: isNote) {
        return "\(word) \(next)"
    }
    for marks in ["..", ",,", " .", " ,", ",.", ".,", ";.", "( ", " )"] where text.holds(marks) { return marks }
    guard !isNote, let first = words.first, let last = words.last else { return nil }
    if first.first?.isLowercase == true { return String(first) }
    return last.last.map { ".?!".contains($0) } == true ? nil : String(last)
}

private func isSlip(_ word: Substring, _ next: Substring, isNote: Bool) -> Bool {
    if word.utf8.count <= 3 {
        let small = word.lowercased()
        if isArticle(small), isArticle(next.lowercased()) { return true }
        switch small {
        case "a": if takesAn(next) { return true }
        case "an": if !takesAn(next) { return true }
        case "1": if ["minutes", "hours", "units", "days"].contains(where: next.hasPrefix) { return true }
        default: break
        }
    }
    if word == next, word.contains(where: \.isLetter) { return true }
    return !isNote && word.last.map { ".?!".contains($0) } == true && next.first?.isLowercase == true
}

private func isArticle(_ word: String) -> Bool { word == "a" || word == "an" || word == "the" }
