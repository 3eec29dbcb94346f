/// An answer as Moodle has one: what it is held against, and its share of the credit.
struct MoodleAnswer {
    /// Words of an option; of an answer that is typed, a pattern.
    var text: String
    /// In a hundred.
    var share: Double
    var feedback: String
    /// On which it stands.
    var line: Int
}

extension Question {
    /// Takes answers as Moodle grades them, as far as right and wrong can say it: of answers that are typed, each with
    /// half of the credit or more is right; of options of which one may be chosen, those with all of it; of several that
    /// may be ticked, each that brings some.
    ///
    /// - Parameters:
    ///   - answers: In their order.
    ///   - isSeveral: Whether several may be ticked.
    /// - Returns: What is read otherwise than it stands, with the line.
    mutating func take(_ answers: [MoodleAnswer], isSeveral: Bool) -> [(line: Int, message: String)] {
        let isOne = kind == .choice && !isSeveral && answers.contains { $0.share > 99.99 }
        let least = kind == .short ? 50 : isOne ? 99.99 : 0.000_01
        var notes: [(Int, String)] = []
        for answer in answers {
            guard let text = kind == .short ? MoodlePattern.text(of: answer.text) : answer.text else {
                notes.append((answer.line, answer.lossOfPattern))
                continue
            }
            replies.append(Reply(text, isRight: answer.share >= least, feedback: answer.feedback))
        }
        let kept = answers.filter { kind == .choice || MoodlePattern.text(of: $0.text) != nil }
        for (answer, reply) in zip(kept, replies) where !(isOne && reply.isRight) && !isUsual(answer.share, for: reply)
        {
            let words = "\(number(answer.share)) % of the credit for \(reply.text.prefix(40))"
            notes.append((answer.line, "\(words) is taken for \(reply.isRight ? "right" : "wrong")"))
        }
        if isOne, right.count > 1 {
            notes.append(
                (answers[0].line, "any one of \(right.count) options is right there; here all of them are asked for"))
        }
        return notes
    }
}

extension MoodleAnswer {
    /// What is lost where many texts fit.
    fileprivate var lossOfPattern: String {
        guard text.allSatisfy({ $0 == "*" }) else {
            return "the answer \(text.prefix(40)), which many texts fit, is left out"
        }
        return share > 0
            ? "the answer *, which any text fits, is left out" : "what is said to any other answer is left out"
    }
}

/// A number without a part where it has none.
func number(_ value: Double) -> String {
    value.rounded() == value && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
}
