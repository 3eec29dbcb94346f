extension GIFTBlock {
    /// True and false as options, where the answers are one of the two words.
    mutating func truth(_ answers: Range<Int>) -> [Question.Reply]? {
        let parts = text.split(answers, at: "#", atMost: 3)
        let word = text.raw(parts[0])
        guard ["T", "TRUE", "F", "FALSE"].contains(word) else {
            if ["t", "true", "f", "false"].contains(word.lowercased()) {
                note(
                    "\(word) is a word to type there: true or false are written in capitals",
                    at: lineNumber(at: answers.lowerBound))
            }
            return nil
        }
        let isTrue = word.hasPrefix("T")
        let wrong = parts.count > 1 ? line(of: parts[1]) : ""
        let right = parts.count > 2 ? line(of: parts[2]) : ""
        return [
            .init("True", isRight: isTrue, feedback: isTrue ? right : wrong),
            .init("False", isRight: !isTrue, feedback: isTrue ? wrong : right),
        ]
    }

    /// Answers to choose or to type. Only those to type may come without a sign before the first.
    mutating func replies(_ answers: Range<Int>, isChoice: Bool) throws(ImportProblem) -> [MoodleAnswer] {
        var found: [MoodleAnswer] = []
        for part in parts(of: answers, isChoice: isChoice) {
            var isRight = !isChoice
            var rest = part
            if isChoice, let first = part.first, text[first] == UInt8(ascii: "=") {
                isRight = true
                rest = part.dropFirst()
            }
            // Moodle takes a share behind = for words in a choice.
            let (share, words) = isChoice && isRight ? (nil, rest) : try weight(rest)
            let sides = text.split(words, at: "#", atMost: 2)
            let answer = isChoice ? line(of: sides[0]) : pattern(of: sides[0])
            guard !answer.isEmpty else {
                throw problem("an answer has no words", at: part.lowerBound, "write it after the sign")
            }
            found.append(
                MoodleAnswer(
                    text: answer, share: share ?? (isRight ? 100 : 0),
                    feedback: sides.count > 1 ? line(of: sides[1]) : "",
                    position: ImportPosition(line: lineNumber(at: part.lowerBound))))
        }
        return found
    }

    /// Numbers, each with what is said to it and, where it has one, its share of the credit. One that allows others near
    /// it is left out.
    mutating func numbers(_ answers: Range<Int>) throws(ImportProblem) -> [MoodleAnswer] {
        var found: [MoodleAnswer] = []
        let sides = text.split(answers, at: "~", atMost: 2)
        if sides.count > 1, text.contains("#", in: sides[1]) {
            note("what is said to any other answer is left out", at: lineNumber(at: sides[1].lowerBound))
        }
        for part in text.split(text.trimmed(sides[0]), at: "=").map(text.trimmed) where !part.isEmpty {
            let (share, words) = try weight(part)
            let parts = text.split(words, at: "#", atMost: 2)
            let number = text.raw(parts[0])
            let feedback = parts.count > 1 ? line(of: parts[1]) : ""
            let position = lineNumber(at: part.lowerBound)
            guard let exact = exactNumber(number) else {
                note("an answer with a tolerance, \(number.prefix(40)), is left out", at: position)
                continue
            }
            let answer = MoodleAnswer(
                text: exact, share: share ?? 100, feedback: feedback, position: ImportPosition(line: position))
            note(lossOfNumbers, at: lineNumber(at: answers.lowerBound))
            found += answer.spellingsOfNumber
        }
        return found
    }

    /// A number that allows no others near it; nil for `1.5:0.1` and `1..2`.
    private func exactNumber(_ text: String) -> String? {
        if text == "*" { return text }
        let parts = text.split(separator: ":", maxSplits: 1).map { plainLine(String($0)) }
        guard let first = parts.first, decimal(first) != nil, parts.count == 1 || decimal(parts[1]) == 0 else {
            return nil
        }
        return first
    }

    private func parts(of answers: Range<Int>, isChoice: Bool) -> [Range<Int>] {
        guard isChoice else { return signed(text.split(answers, at: "=")) }
        return signed(
            text.split(answers, at: "~").flatMap { part in
                // Each = begins an option as well, and stays with it.
                let pieces = text.split(part, at: "=")
                return pieces.enumerated().map { position, piece in
                    position == 0 ? piece : piece.lowerBound - 1..<piece.upperBound
                }
            })
    }

    /// Nothing stands before the first sign, unless it is an answer.
    private func signed(_ parts: [Range<Int>]) -> [Range<Int>] {
        let trimmed = parts.map(text.trimmed)
        return trimmed.enumerated().filter { $0 > 0 || !$1.isEmpty }.map(\.element)
    }

    private func weight(_ reply: Range<Int>) throws(ImportProblem) -> (share: Double?, rest: Range<Int>) {
        let reply = text.trimmed(reply)
        guard let first = reply.first, text[first] == UInt8(ascii: "%") else { return (nil, reply) }
        let end = text.next(in: first + 1..<reply.upperBound) { $0 == UInt8(ascii: "%") }
        guard end < reply.upperBound, let share = decimal(text.raw(first + 1..<end)), (-100...100).contains(share)
        else {
            throw problem("a share of the credit is a number between two %", at: first, "write it like %50%")
        }
        return (share, end + 1..<reply.upperBound)
    }
}
