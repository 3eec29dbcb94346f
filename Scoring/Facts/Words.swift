/// A number of things: `1 unit`, `2 units`.
package func quantity(_ number: Int, _ noun: String) -> String { number == 1 ? "1 \(noun)" : "\(number) \(noun)s" }

/// The verb that goes with a number of things.
func isOrAre(_ number: Int) -> String { number == 1 ? "is" : "are" }

/// Words with the article that goes before them: `an infusion nurse`, `a unit nurse`, `an RN`.
func article(_ words: String, capital: Bool = false) -> String {
    guard !words.isEmpty else { return words }
    let article = takesAn(words) ? "an" : "a"
    return "\(capital ? article.prefix(1).uppercased() + article.dropFirst() : article) \(words)"
}

/// Whether the sound with which words begin is a vowel. Abbreviations and single letters are read letter by letter.
package func takesAn(_ words: some StringProtocol) -> Bool {
    let words = words.drop { !$0.isLetter && !$0.isNumber }
    guard let first = words.first else { return false }
    if first.isNumber {
        let digits = words.prefix(while: \.isNumber)
        return first == "8" || digits == "11" || digits == "18"
    }
    let letters = words.prefix(while: \.isLetter)
    if letters.allSatisfy(\.isUppercase) { return "AEFHILMNORSX".contains(first) }
    let word = letters.lowercased()
    let soundsLikeYou = ["uni", "use", "usu", "uti", "eu", "uri", "ure"].contains(where: word.hasPrefix)
    if soundsLikeYou, !["unin", "unim", "unid"].contains(where: word.hasPrefix) { return false }
    if word == "one" || word == "once" { return false }
    return "aeiou".contains(word.prefix(1)) || ["hour", "honest", "heir"].contains(where: word.hasPrefix)
}

/// Joins words as a sentence does: `a, b and c`.
package func list(_ words: [String], _ conjunction: String = "and") -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
}

/// A number in an order: `second`, `4th`.
func ordinal(_ number: Int) -> String {
    switch number {
    case 1: "first"
    case 2: "second"
    case 3: "third"
    default: "\(number)th"
    }
}

extension String {
    /// With a capital at the start. Texts mostly begin in ASCII, where that is a matter of one byte.
    package var withCapital: String {
        guard let first = utf8.first, first < 0x80 else { return prefix(1).uppercased() + dropFirst() }
        guard first >= UInt8(ascii: "a"), first <= UInt8(ascii: "z") else { return self }
        return String(Unicode.Scalar(first - 0x20)) + Substring(utf8.dropFirst())
    }
}
