import Foundation

@testable import Interchange

/// A question as Moodle holds one after importing it, graded by Moodle's own rules: those of its question types
/// `shortanswer` (`compare_string_with_wildcard`, `question_first_matching_answer_grading_strategy`) and `multichoice`.
struct MoodleQuestion {
    struct Answer {
        let text: String
        /// In a hundred.
        let share: Double
        let feedback: String
    }

    let isTyped: Bool
    /// Whether several answers may be ticked.
    let isSeveral: Bool
    let isCaseSensitive: Bool
    let answers: [Answer]

    /// What a text that is typed is worth, and what is said to it: the first pattern that fits decides.
    func grade(typed reply: String) -> (share: Double, feedback: String) {
        let answer = answers.first { Self.fits(reply, pattern: $0.text, ignoringCase: !isCaseSensitive) }
        return (answer?.share ?? 0, answer?.feedback ?? "")
    }

    /// What is worth who ticks these answers: their sum, within 0 and 100.
    func grade(ticked texts: Set<String>) -> Double {
        let sum = answers.filter { texts.contains($0.text) }.reduce(0) { $0 + $1.share }
        return min(max(sum, 0), 100)
    }

    static func fits(_ reply: String, pattern: String, ignoringCase: Bool) -> Bool {
        func normal(_ text: String) -> String {
            let text = text.precomposedStringWithCanonicalMapping
            return ignoringCase ? text.lowercased() : text
        }
        var rest = normal(reply.trimmingCharacters(in: .whitespacesAndNewlines))[...]
        let pieces = pieces(of: normal(pattern))
        guard let first = pieces.first, let last = pieces.last else { return false }
        if pieces.count == 1 { return rest == first }
        guard rest.hasPrefix(first) else { return false }
        rest = rest.dropFirst(first.count)
        for piece in pieces.dropFirst().dropLast() {
            guard let found = rest.range(of: piece) else { return piece.isEmpty }
            rest = rest[found.upperBound...]
        }
        return rest.hasSuffix(last)
    }

    /// What stands between runs of `*` that no backslash precedes, with `\*` read as the sign.
    private static func pieces(of pattern: String) -> [String] {
        var pieces = [""]
        var last: Character?
        var isInRun = false
        for character in pattern {
            if character == "*", isInRun || last != "\\" {
                if !isInRun { pieces.append("") }
                isInRun = true
            } else {
                isInRun = false
                pieces[pieces.count - 1].append(character)
            }
            last = character
        }
        return pieces.map { $0.replacing("\\*", with: "*") }
    }

    /// The shares that Moodle knows (`question_bank::fraction_options_full`), of which its strict import wants one to five
    /// places.
    static func isKnown(_ share: Double) -> Bool {
        let known = [
            1, 0.9, 0.8333333, 0.8, 0.75, 0.7, 0.6666667, 0.6, 0.5, 0.4, 0.3333333, 0.3, 0.25, 0.2, 0.1666667,
            0.1428571,
            0.125, 0.1111111, 0.1, 0.05, 0,
        ]
        return known.contains { abs($0 - abs(share) / 100) < 0.00001 }
    }
}

extension MoodleQuestion {
    /// A question of Moodle's XML.
    init(_ element: Element) {
        func text(_ element: Element?) -> String { element?.first("text")?.text ?? "" }
        isTyped = element["type"] == "shortanswer"
        isSeveral = element.first("single")?.text == "false"
        isCaseSensitive = element.first("usecase")?.text == "1"
        answers = element.all("answer").map {
            Answer(text: text($0), share: Double($0["fraction"] ?? "") ?? 0, feedback: text($0.first("feedback")))
        }
    }

    /// A block of GIFT, as `readquestion` of Moodle's `format/gift/format.php` takes it apart; nil for what it would not
    /// take for a choice or a short answer.
    init?(gift block: String) {
        let escaped: [(String, String)] = [
            (":", "\u{E000}"), ("#", "\u{E001}"), ("=", "\u{E002}"), ("{", "\u{E003}"), ("}", "\u{E004}"),
            ("~", "\u{E005}"), ("n", "\u{E006}"),
        ]
        func restored(_ text: Substring) -> String {
            var text = text.trimmingCharacters(in: .whitespacesAndNewlines)
            for format in ["html", "plain", "markdown", "moodle"] where text.hasPrefix("[\(format)]") {
                text = String(text.dropFirst(format.count + 2))
            }
            for (sign, place) in escaped { text = text.replacing(place, with: sign == "n" ? "\n" : sign) }
            return text
        }
        let lines = block.split(separator: "\n", omittingEmptySubsequences: false)
        var text = lines.map { $0.drop { $0 == " " || $0 == "\t" }.hasPrefix("//") ? " " : $0 }.joined(separator: "\n")
        text = text.replacing("\\\\", with: "\u{E007}")
        for (sign, place) in escaped { text = text.replacing("\\\(sign)", with: place) }
        text = text.replacing("\u{E007}", with: "\\")
        guard let start = text.firstIndex(of: "{"), let end = text.firstIndex(of: "}") else { return nil }
        var answers = text[text.index(after: start)..<end]
        if let general = answers.range(of: "####", options: .backwards) { answers = answers[..<general.lowerBound] }
        let isChoice = answers.contains("~")
        guard isChoice || answers.contains("=") && !answers.contains("->") else { return nil }
        isTyped = !isChoice
        isSeveral = isChoice && !answers.contains("=")
        isCaseSensitive = false
        let parts = isChoice ? answers.replacing("=", with: "~=").split(separator: "~") : answers.split(separator: "=")
        self.answers = parts.compactMap { part -> Answer? in
            var part = part.trimmingCharacters(in: .whitespacesAndNewlines)[...]
            if part.isEmpty { return nil }
            var share = isChoice ? 0.0 : 100
            if isChoice, part.hasPrefix("=") {
                share = 100
                part = part.dropFirst()
            } else if let weight = part.prefixMatch(of: /%(-*[0-9]{1,2}\.?[0-9]*)%/) {
                share = Double(weight.output.1) ?? 0
                part = part[weight.range.upperBound...]
            }
            let sides = part.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
            return Answer(
                text: restored(sides[0]), share: share, feedback: sides.count > 1 ? restored(sides[1]) : "")
        }
    }
}
