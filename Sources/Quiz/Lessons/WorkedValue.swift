import Content
package import Scoring

extension WorkedExample.Value {
    /// What a learner is asked.
    package var question: String {
        switch self {
        case .counted: "How many minutes count?"
        case .allowed: "How many of them may be billed?"
        case .left(_, let code): "How many minutes are left for \(code)?"
        case .units(_, let code): "How many units of \(code) do they earn?"
        case .claim: "So what is the claim?"
        }
    }

    /// The right answer as one would type it.
    package var key: String {
        switch self {
        case .counted(let number), .allowed(let number), .left(let number, _), .units(let number, _): String(number)
        case .claim(let claim): claim.description
        }
    }

    /// Whether it is the same question, whatever the answer.
    fileprivate func asksTheSame(as other: WorkedExample.Value) -> Bool { question == other.question }
}

/// What came of an answer to one value of a worked example.
package struct WorkedAnswer: Sendable, Equatable {
    /// Whether it is the value that the derivation has.
    package let isRight: Bool
    /// The beliefs each of which leads to the value that was answered, in the order of the pack.
    package let beliefs: [ID<Misconception>]
}

extension WorkedExample {
    /// Holds an answer against a value that the learner works out.
    ///
    /// - Throws: `UnreadableAnswer` where it is no answer to the question.
    package func judge(_ answer: String, to value: Value) throws(UnreadableAnswer) -> WorkedAnswer {
        switch value {
        case .claim:
            let assessment = situation.judged.assess(try situation.read(answer))
            let single = assessment.explanations.filter { $0.beliefs.count == 1 }
            return WorkedAnswer(isRight: assessment.grade.verdict == .correct, beliefs: single.flatMap(\.beliefs))
        case .counted, .allowed, .left:
            guard let minutes = answer.saysNone ? 0 : readMinutes(answer) else {
                throw UnreadableAnswer("expected minutes, such as 30 or 1:30")
            }
            return judge(minutes, to: value)
        case .units(_, let code):
            guard let units = answer.units(of: code) else {
                throw UnreadableAnswer("expected a number of units, such as 1, or 0 for none")
            }
            return judge(units, to: value)
        }
    }

    private func judge(_ number: Int, to value: Value) -> WorkedAnswer {
        if number == value.number { return WorkedAnswer(isRight: true, beliefs: []) }
        let believers = situation.judged.beliefs.singles.filter { believer in
            let parts = Self.parts(of: derive(situation.encounter, under: believer.rules))
            let same = parts.lazy.compactMap(\.value).first { $0.asksTheSame(as: value) }
            return same?.number == number
        }
        return WorkedAnswer(isRight: false, beliefs: believers.flatMap(\.names))
    }
}

extension WorkedExample.Value {
    fileprivate var number: Int? {
        switch self {
        case .counted(let number), .allowed(let number), .left(let number, _), .units(let number, _): number
        case .claim: nil
        }
    }
}

extension String {
    fileprivate var saysNone: Bool { ["none", "no", "nothing", "zero"].contains(lowercased().filter(\.isLetter)) }

    /// Reads `2`, `x2`, `2 units`, `99602 x2` or `none`.
    fileprivate func units(of code: Code) -> Int? {
        if saysNone { return 0 }
        guard !contains("-") else { return nil }
        var words = lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        if words.first == code.description.lowercased() { words.removeFirst() }
        words.removeAll { ["x", "unit", "units"].contains($0) }
        let glued = code.description.lowercased() + "x"
        guard words.count == 1, let word = words.first else { return nil }
        let prefix = [glued, "x"].first { word.hasPrefix($0) } ?? ""
        return Int(word.dropFirst(prefix.count)).flatMap { (0...10_000).contains($0) ? $0 : nil }
    }
}
