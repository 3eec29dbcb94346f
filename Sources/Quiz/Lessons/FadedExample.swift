import Scoring

/// A worked example of which the learner works out the first few values, and is told the rest.
package struct FadedExample: Sendable {
    /// The visit that is worked out.
    package let example: WorkedExample
    /// How many values are asked for.
    package let asked: Int
    /// The value that is asked for now, by the position of its part; nil once all were.
    private var position: Int?
    /// How many answers were not right.
    package private(set) var missed = 0
    /// What is told before the first question.
    package let opening: [String]

    /// A worked example of which so many values are asked for; one at least, all at most.
    package init(_ example: WorkedExample, asking count: Int) {
        self.example = example
        asked = min(max(count, 1), example.asked.count)
        let first = example.parts.firstIndex { $0.value != nil }
        position = first
        opening = example.parts[..<(first ?? 0)].map(\.text)
    }

    /// The value that is asked for now; nil once all were.
    package var open: WorkedExample.Value? { position.flatMap { example.parts[$0].value } }

    /// What was told so far: all parts before the one that is open.
    package var told: [String] { example.parts[..<(position ?? example.parts.count)].map(\.text) }

    /// Takes note of an answer and goes on to the next question.
    ///
    /// - Parameter answer: Whether the part that is open was answered right.
    /// - Returns: What is told before the next question: the part that was open, and those that are not asked for.
    mutating func goOn(right answer: Bool) -> [String] {
        guard let position else { return [] }
        if !answer { missed += 1 }
        let done = example.parts[...position].count { $0.value != nil }
        let next = done < asked ? example.parts.indices.first { $0 > position && example.parts[$0].value != nil } : nil
        self.position = next
        return example.parts[position..<(next ?? example.parts.count)].map(\.text)
    }
}
