import Scoring

/// The words of a list that are nearest to one that is not on it.
///
/// Near is few slips: a letter wrong, missing, added or swapped with its neighbour. A word that starts or holds
/// what was typed is near too.
package func nearMisses(to word: String, among words: some Sequence<String>, limit: Int = 3) -> [String] {
    let typed = letters(of: word)
    guard !typed.isEmpty else { return [] }
    let allowed = allowedSlips(in: typed)
    let ranked = words.compactMap { candidate -> (slips: Int, word: String)? in
        let wanted = letters(of: candidate)
        if abs(typed.count - wanted.count) <= allowed {
            let slips = slips(from: typed, to: wanted)
            if slips <= allowed { return (slips, candidate) }
        }
        return typed.count >= 3 && wanted.holds(run: typed) ? (allowed + 1, candidate) : nil
    }
    let nearest = ranked.sorted { ($0.slips, $0.word) < ($1.slips, $1.word) }
    return nearest.prefix(limit).map(\.word)
}

/// A clause that names the near misses of a word: `did you mean a or b?`; nil where there is none.
package func suggestion(for word: String, among words: some Sequence<String>) -> String? {
    suggestion(of: nearMisses(to: word, among: words))
}

/// A clause that names what may have been meant; nil where there is nothing.
package func suggestion(of near: [String]) -> String? { near.isEmpty ? nil : "did you mean \(list(near, "or"))?" }

/// Whether one word is the other, misspelt.
package func isSlip(_ word: String, of wanted: String) -> Bool {
    let typed = letters(of: word)
    return slips(from: typed, to: letters(of: wanted)) <= allowedSlips(in: typed)
}

private func letters(of word: String) -> [UInt8] { Array(word.prefix(64).lowercased().utf8.prefix(64)) }

private func allowedSlips(in typed: [UInt8]) -> Int { max(1, typed.count / 3) }

/// Insertions, deletions, changes and swaps of neighbours that turn one word into the other (restricted
/// Damerau-Levenshtein distance).
package func slips(from typed: [UInt8], to wanted: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...wanted.count)
    for (row, letter) in typed.enumerated() {
        var current = [row + 1]
        for (column, other) in wanted.enumerated() {
            var least = min(last[column + 1], current[column]) + 1
            least = min(least, last[column] + (letter == other ? 0 : 1))
            if row > 0, column > 0, letter == wanted[column - 1], typed[row - 1] == other {
                least = min(least, beforeLast[column - 1] + 1)
            }
            current.append(least)
        }
        beforeLast = last
        last = current
    }
    return last[wanted.count]
}
