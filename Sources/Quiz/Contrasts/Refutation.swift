package import Content
package import Scoring

/// What is held against a belief that led an answer astray. Each time that the belief is met it is something else: no
/// learner reads the same words twice in a row.
package struct Refutation: Sendable {
    /// The belief.
    package let belief: Misconception
    /// How often it was met, this time included.
    package let times: Int
    /// Two visits that tell the belief from the truth; nil where none are found.
    package private(set) var contrast: Contrast?
    /// Other policies of the pack whose own rule the belief is, and under which the answer is right.
    package let heldBy: [ID<Policy>]
    /// The lesson that takes the belief up, from the third time on; nil where the pack has none.
    package let lesson: Lesson?

    /// What is held against a belief about a visit; nil where the belief is none of the pack's.
    ///
    /// - Parameters:
    ///   - belief: One of the pack's.
    ///   - situation: The visit that was answered.
    ///   - feedback: What the item said of the answer.
    ///   - times: How often the belief was met, this time included.
    ///   - payers: The payers of the pack.
    package init?(
        _ belief: ID<Misconception>, about situation: Situation, _ feedback: Feedback?, times: Int, among payers: Payers
    ) {
        guard let held = payers.pack.misconception(belief) else { return nil }
        self.belief = held
        self.times = times
        heldBy = feedback?.beliefs.first { $0.ids == [belief] }?.heldBy ?? []
        contrast = situation.contrast(for: belief, times: max(0, times - 1), among: payers)
        lesson = times < Self.often ? nil : Course(of: payers.pack).lesson(about: belief)
    }

    /// How often a belief is met before its lesson is named.
    private static let often = 3

    /// The same in words alone.
    package var inWords: Refutation {
        var refutation = self
        refutation.contrast = nil
        return refutation
    }

    /// What is thought, said of nobody for certain, and what is so instead; in sentences.
    package var words: String {
        switch times {
        case ...1: "\(belief.belief). \(heldBy.words ?? belief.correction)"
        case 2 where contrast != nil: "the same once more: \(belief.belief). Look at what parts these visits."
        default:
            lesson.map {
                "\(belief.belief), now \(times) times. The lesson \"\($0.title)\" takes it up from the beginning."
            }
                ?? "\(belief.belief), now \(times) times. \(belief.correction)"
        }
    }
}

extension [ID<Policy>] {
    /// That these payers say what was answered; nil where there are none.
    package var words: String? {
        isEmpty ? nil : "Some payers do say so: under \(list(map(\.text), "or")) your answer is right."
    }
}
