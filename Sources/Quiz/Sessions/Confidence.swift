/// How sure learners say they are of an answer, where they do.
package enum Confidence: Sendable, Equatable {
    case sure, unsure

    /// What says so behind an answer; the longer first.
    private static let endings: [(words: [String], meaning: Confidence)] = [
        (["very", "sure"], .sure), (["not", "sure"], .unsure), (["sure"], .sure), (["unsure"], .unsure),
        (["guessing"], .unsure), (["guess"], .unsure),
    ]

    /// Parts an answer from what is said behind it of how sure the learner is: `99601 x1, sure`.
    ///
    /// - Returns: The answer alone, and nil where nothing is said.
    package static func parting(_ typed: String) -> (answer: String, confidence: Confidence?) {
        let words = typed.split(whereSeparator: \.isWhitespace)
        let all = words.map { $0.lowercased().filter(\.isLetter) }
        if endings.contains(where: { $0.words == all }) { return (typed, nil) }
        for (ending, meaning) in endings where words.count > ending.count {
            guard Array(all.suffix(ending.count)) == ending,
                let start = words.suffix(ending.count).first?.startIndex
            else { continue }
            var answer = typed[..<start]
            while let mark = answer.last, mark.isWhitespace || ",;-".contains(mark) { answer.removeLast() }
            return answer.isEmpty ? (typed, nil) : (String(answer), meaning)
        }
        return (typed, nil)
    }
}

/// How far being sure and being right went together.
package struct Calibration: Sendable, Equatable {
    /// Answers of one confidence, and those of them that were right.
    package struct Tally: Sendable, Equatable {
        /// How many answers.
        package private(set) var answers = 0
        /// How many of them were wholly right.
        package private(set) var right = 0

        mutating func note(isRight: Bool) {
            answers += 1
            if isRight { right += 1 }
        }
    }

    /// Answers that the learner was sure of.
    package private(set) var sure = Tally()
    /// Answers that the learner was not sure of.
    package private(set) var unsure = Tally()

    package init() {}

    /// Takes in an answer; it is left out where the learner did not say how sure they were.
    package mutating func note(_ confidence: Confidence?, isRight: Bool) {
        switch confidence {
        case .sure: sure.note(isRight: isRight)
        case .unsure: unsure.note(isRight: isRight)
        case nil: break
        }
    }

    /// Both in a sentence; nil where nothing was said of any answer.
    package var words: String? {
        let parts = [(sure, "sure"), (unsure, "unsure")].compactMap { tally, word in
            tally.answers == 0 ? nil : "\(word) of \(tally.answers), \(tally.right) right"
        }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }
}
