extension QuestionBank {
    /// The choices with one right option, in Aiken's format, which has room for nothing else.
    package var aiken: Export {
        let fitting = questions.filter { $0.fitsAiken }
        let losses =
            Loss.leavingOut("answers that are typed", questions.count { $0.kind == .short })
            + Loss.leavingOut(
                "choices of several, or of more than 26 options",
                questions.count { $0.kind == .choice && !$0.fitsAiken })
            + Loss.of(fitting, "parts of the credit") { $0.replies.contains(where: \.isPartlyRight) }
            + Loss.of(fitting, "feedback") { $0.replies.contains { !$0.feedback.isEmpty } }
            + Loss.of(fitting, "explanations") { !$0.explanation.isEmpty }
            + Loss.of(fitting, "sources") { !$0.sources.isEmpty }
            + Loss.of(fitting, "titles, identities and tags") { !($0.title + $0.id + $0.tags.joined()).isEmpty }
        return Export(fitting.map(\.aiken).joined(separator: "\n"), losses: losses)
    }
}

extension Question {
    fileprivate var fitsAiken: Bool {
        kind == .choice && right.count == 1 && (2...26).contains(replies.count)
            && stem.joined(separator: " ").aikenOption == nil
    }

    fileprivate var aiken: String {
        let options = zip(aikenLetters, replies).map { "\($0). \($1.text)\n" }.joined()
        let answer = zip(aikenLetters, replies).first { $1.isRight }.map { String($0.0) } ?? ""
        return "\(stem.joined(separator: " "))\n\(options)ANSWER: \(answer)\n"
    }
}

let aikenLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

extension String {
    /// The letter and the words of an option such as `A. yes` or `A) yes`; nil where the line is none.
    var aikenOption: (letter: Character, text: String)? {
        let characters = prefix(3)
        guard characters.count == 3, let letter = first, aikenLetters.contains(letter),
            [".", ")"].contains(characters.dropFirst().first), characters.last == " "
        else { return nil }
        return (letter, String(dropFirst(3)))
    }
}
