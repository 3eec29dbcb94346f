/// What learners write in whole words where a command would do: `what is 99601` is `lookup 99601`, `I don't know` is
/// `stuck`, `how do I answer?` is `help`.
enum PlainWords {
    /// The command that a line means; the line itself where it is none of these.
    static func command(_ line: String) -> String {
        if !line.isEmpty, line.allSatisfy({ "?!".contains($0) }) { return "help" }
        let words = line.lowercased().replacing("’", with: "'")
            .split { !($0.isLetter || $0.isNumber || "'-".contains($0)) }.map(String.init)
        let text = words.joined(separator: " ")
        if giveUps.contains(text) { return "stuck" }
        if helps.contains(where: { words.starts(with: $0.split(separator: " ").map(String.init)) }) { return "help" }
        guard let opening = questions.first(where: { words.starts(with: $0.split(separator: " ").map(String.init)) })
        else { return line }
        let rest = words.dropFirst(opening.split(separator: " ").count).drop { ["a", "an", "the"].contains($0) }
        let subject = ["mean", "means", "for"].contains(rest.last) ? rest.dropLast() : rest
        guard let first = subject.first, !pronouns.contains(first) else { return "help" }
        return "lookup \(subject.joined(separator: " "))"
    }

    private static let giveUps: Set<String> = [
        "i don't know", "i dont know", "i do not know", "don't know", "dont know", "do not know", "idk", "dk", "dunno",
        "i dunno", "i have no idea", "no idea", "no clue", "not sure", "i'm not sure", "im not sure", "i am not sure",
        "i'm stuck", "im stuck", "i am stuck", "help me", "i don't understand", "i dont understand",
        "i do not understand", "i don't get it", "i dont get it", "i'm lost", "im lost", "i am lost", "huh", "what",
        "eh", "i give up", "give up", "no answer", "i can't", "i cant", "beats me",
    ]
    private static let helps = ["how", "what can i", "what do i", "what should i", "what now", "can i", "may i"]
    private static let questions = [
        "what is", "what's", "whats", "what are", "what does", "what do", "whats a", "define", "explain", "meaning of",
        "who is", "what stands",
    ]
    /// Words that stand for something on the screen, which only help explains.
    private static let pronouns: Set<String> = [
        "i", "you", "it", "this", "that", "these", "they", "we", "wrong", "asked",
    ]
}
