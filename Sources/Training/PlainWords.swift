/// What learners write in whole words where a command would do: `what is 99601` is `lookup 99601`, `I don't know` is
/// `stuck`.
enum PlainWords {
    /// The command that a line means; the line itself where it is none of these.
    static func command(_ line: String) -> String {
        let words = line.lowercased().replacing("’", with: "'")
            .split { !($0.isLetter || $0.isNumber || "'-".contains($0)) }.map(String.init)
        let text = words.joined(separator: " ")
        if giveUps.contains(text) { return "stuck" }
        guard let opening = questions.first(where: { words.starts(with: $0.split(separator: " ").map(String.init)) })
        else { return line }
        let rest = words.dropFirst(opening.split(separator: " ").count).drop { ["a", "an", "the"].contains($0) }
        let subject = ["mean", "means"].contains(rest.last) ? rest.dropLast() : rest
        return subject.isEmpty ? "help" : "lookup \(subject.joined(separator: " "))"
    }

    private static let giveUps: Set<String> = [
        "i don't know", "i dont know", "don't know", "dont know", "idk", "dunno", "i have no idea", "no idea",
        "no clue",
        "not sure", "i'm not sure", "im not sure", "i am not sure", "i'm stuck", "im stuck", "i am stuck", "help me",
    ]
    private static let questions = [
        "what is", "what's", "whats", "what are", "what does", "what do", "define", "explain", "meaning of",
    ]
}
