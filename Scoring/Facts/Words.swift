/// A number of things: `1 unit`, `2 units`.
package func quantity(_ number: Int, _ noun: String) -> String { number == 1 ? "1 \(noun)" : "\(number) \(noun)s" }

/// The verb that goes with a number of things.
func isOrAre(_ number: Int) -> String { number == 1 ? "is" : "are" }

/// Words with the article that goes before them: `an infusion nurse`.
func article(_ words: String, capital: Bool = false) -> String {
    guard let first = words.first else { return words }
    let article = "aeiou".contains(first) ? "an" : "a"
    return "\(capital ? article.prefix(1).uppercased() + article.dropFirst() : article) \(words)"
}

/// Joins words as a sentence does: `a, b and c`.
package func list(_ words: [String], _ conjunction: String = "and") -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
}

/// A place in an order: `second`, `4th`.
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
