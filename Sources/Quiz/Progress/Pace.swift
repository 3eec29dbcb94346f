/// How fast items are answered.
package struct Pace: Sendable, Equatable {
    /// How many answers there are.
    package private(set) var answers = 0
    /// Time spent on answering, in milliseconds; a pause over an item counts for at most five minutes.
    private var milliseconds = 0

    /// The most that an item counts for, in milliseconds: beyond it lies a pause.
    private static let longestThought = 300_000
    /// Answers that come sooner, in milliseconds, come from a file: nobody reads an item in that time.
    private static let shortestThought = 1_000

    package init() {}

    /// Takes in an answer and how long it took, in milliseconds.
    package mutating func add(_ taken: Int) {
        answers += 1
        milliseconds += min(taken, Self.longestThought)
    }

    /// Takes in all answers of another pace.
    package mutating func add(_ other: Pace) {
        answers += other.answers
        milliseconds += other.milliseconds
    }

    /// Items an hour; nil where there are none, or nobody can have read them in that time.
    package var anHour: Int? {
        guard answers > 0, milliseconds >= answers * Self.shortestThought else { return nil }
        return (answers * 3_600_000 + milliseconds / 2) / milliseconds
    }
}
