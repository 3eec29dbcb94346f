import Scoring

/// An answer as one place tells another that has records of the same learner: what was asked and typed, and when. What
/// is to be said of it, each place works out itself, by its own packs.
package struct SharedAnswer: Codable, Sendable, Equatable {
    /// Under which it is kept where it comes from; those that were kept later have higher ones.
    package var number: Int64?
    /// The item's identity.
    package var item: String
    /// As it was typed; nil where the item was skipped.
    package var text: String?
    /// When, in milliseconds since 1970.
    package var at: Int64
    /// How long it took, in milliseconds.
    package var response: Int
    /// How many hints were shown before it.
    package var hints: Int
    /// The item's position in its session, from 0.
    package var position: Int
    /// When it was taken back, in milliseconds since 1970; nil where it stands.
    package var undone: Int64?

    private enum CodingKeys: String, CodingKey {
        case number, item, text, at, response, hints, undone
        case position = "place"
    }

    package init(
        number: Int64? = nil, item: String, text: String?, at: Int64, response: Int, hints: Int, position: Int,
        undone: Int64? = nil
    ) {
        self.number = number
        self.item = item
        self.text = text
        self.at = at
        self.response = response
        self.hints = hints
        self.position = position
        self.undone = undone
    }

    /// Whether what it counts can be counted with, from wherever it came.
    var isWithinBounds: Bool {
        Self.moments.contains(at) && undone.map(Self.moments.contains) ?? true && Self.counts.contains(response)
            && Self.counts.contains(hints) && Self.counts.contains(position)
    }

    /// From 1970 until the year 3000.
    private static let moments: ClosedRange<Int64> = 0...32_503_680_000_000
    /// Milliseconds of three weeks, and far more items or hints than anybody has in a session.
    private static let counts = 0...Int(Int32.max)

    /// An answer as it was kept.
    init(_ recorded: Records.RecordedAnswer) {
        let answer = recorded.answer
        self.init(
            number: recorded.id.number, item: recorded.item, text: answer.verdict == .skipped ? nil : answer.text,
            at: answer.at.milliseconds, response: answer.responseMilliseconds, hints: answer.hints,
            position: answer.position, undone: recorded.undone?.milliseconds)
    }
}

/// What became of answers that came from elsewhere.
package struct TakenAnswers: Sendable, Equatable {
    /// Those that are new here.
    package var new = 0
    /// Those that were here already: they are counted once.
    package var known = 0
    /// Those whose items no pack here makes.
    package var leftOut = 0

    package init() {}
}
