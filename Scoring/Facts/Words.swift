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
