/// An answer as Moodle has one: what it is held against, and its share of the credit.
struct MoodleAnswer {
    /// Words of an option; of an answer that is typed, a pattern.
    var text: String
    /// In a hundred.
    var share: Double
    var feedback: String
    /// Where it stands.
    var position: ImportPosition
}

extension Question {
    /// Takes answers as Moodle grades them: each is worth its share. Where several may be ticked, each that brings some is
    /// right; where one may be chosen and none brings all, so is each that brings some.
    ///
    /// - Parameters:
    ///   - answers: In their order.
    ///   - mayBeSeveral: Whether several may be ticked.
    /// - Returns: What is read otherwise than it stands, with the position.
    mutating func take(_ answers: [MoodleAnswer], mayBeSeveral: Bool) -> [(position: ImportPosition, message: String)] {
        let sharesCredit = kind == .choice && (mayBeSeveral || !answers.contains { $0.share > 99.99 })
        var notes: [(ImportPosition, String)] = []
        var kept: [MoodleAnswer] = []
        for answer in answers {
            guard let text = kind == .short ? MoodlePattern.text(of: answer.text) : answer.text else {
                notes.append((answer.position, answer.lossOfPattern))
                continue
            }
            let isWhole = answer.share > (sharesCredit ? 0 : 99.99)
            let part = sharesCredit ? 0 : answer.share / 100
            replies.append(Reply(text, credit: isWhole ? 1 : part, feedback: answer.feedback))
            kept.append(answer)
        }
        if kind == .choice, !sharesCredit, right.count > 1 {
            let position = answers.first?.position ?? ImportPosition()
            return notes + [(position, anyIsEnough(of: right.count))]
        }
        let shares = MoodleShares(self)
        for (answer, reply) in zip(kept, replies) where !shares.isUsual(answer.share, for: reply) {
            let words = "\(number(answer.share)) % of the credit for \(reply.text.prefix(40))"
            notes.append((answer.position, "\(words) is taken for \(reply.isRight ? "right" : "wrong")"))
        }
        return notes
    }
}

extension MoodleAnswer {
    /// A number as it is written plainly, and as it was written there.
    var spellingsOfNumber: [MoodleAnswer] {
        guard let value = decimal(text), number(value) != text else { return [self] }
        var plain = self
        plain.text = number(value)
        return [plain, self]
    }

    /// What is lost where many texts fit.
    fileprivate var lossOfPattern: String {
        guard text.allSatisfy({ $0 == "*" }) else {
            return "the answer \(text.prefix(40)), which many texts fit, is left out"
        }
        return share > 0
            ? "the answer *, which any text fits, is left out" : "what is said to any other answer is left out"
    }
}

extension [MoodleAnswer] {
    /// What is wrong where the only right answer to a typed question is a pattern; nil where none is right at all.
    var onlyPattern: ImportProblem? {
        first { $0.share > 99.99 && MoodlePattern.text(of: $0.text) == nil }.map {
            ImportProblem(
                "many texts fit the only right answer, \($0.text.prefix(40))", at: $0.position,
                mend: "list the texts that are right")
        }
    }
}

/// A number without a part where it has none.
func number(_ value: Double) -> String {
    value.rounded() == value && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
}
