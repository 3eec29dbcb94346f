import Content
import Quiz
import Scoring

/// Two ways of teaching, compared among learners who agreed to it: in training, a belief that leads an answer astray is
/// held against two visits, or only corrected in words.
///
/// Which way a learner is taught follows from their name alone, so that nobody chooses and no list is kept. What is
/// measured was settled before the first answer: see ``Measure``. Whoever has not agreed is taught by contrasts, and
/// nothing of them is counted.
package enum TeachingComparison {
    /// A way of teaching.
    package enum Way: String, Sendable, CaseIterable {
        /// Two visits that tell a belief from the truth.
        case contrasts
        /// What is so instead, in words.
        case corrections
    }

    /// What is measured of a learner's answers from the day of the agreement on, a number from 0 to 1 each.
    package enum Measure: String, Sendable, CaseIterable {
        /// Of the beliefs that explained an answer, the share that explained another among the 20 after it. It decides.
        case cameBack
        /// Of the answers 21 to 60, the share that was wholly right.
        case right
    }

    /// The name under which agreements are kept among what happened in lessons; no lesson has it.
    static let name = ID<Lesson>("comparison:contrasts")

    /// The way in which a learner is taught, by a hash of the name.
    package static func way(of learner: String) -> Way {
        // No single bit of the hash is even among names that differ in their ends alone; a draw by it is.
        var draw = SeededGenerator(seed: FNV1a("\(name.text)/\(learner)").value)
        return draw.below(Way.allCases.count) == 0 ? .contrasts : .corrections
    }

    /// Whether a learner has agreed, by what happened: an agreement holds until it is taken back.
    package static func isAgreed(in notes: [Records.LessonNote]) -> Bool { agreement(in: notes) != nil }

    /// Since when an agreement holds; nil where none does.
    static func agreement(in notes: [Records.LessonNote]) -> Moment? {
        notes.last { $0.lesson == name.text }.flatMap { $0.kind == .begun ? $0.at : nil }
    }
}

extension TeachingComparison.Measure {
    private static let window = 20
    private static let later = 20..<60

    /// What it comes to for one learner; nil where the answers do not tell yet.
    func value(of answers: [Records.Answer]) -> Double? {
        switch self {
        case .cameBack: Self.cameBack(in: answers)
        case .right: Self.right(in: answers)
        }
    }

    private static func cameBack(in answers: [Records.Answer]) -> Double? {
        // Only a belief that explains an answer by itself is one.
        let explained = answers.map { $0.beliefs.first?.count == 1 ? $0.beliefs.first?.first : nil }
        var met: [String: Bool] = [:]
        for (position, belief) in explained.enumerated() {
            guard let belief, met[belief] == nil, position + window < answers.count else { continue }
            met[belief] = explained[(position + 1)...(position + window)].contains(belief)
        }
        return met.isEmpty ? nil : Double(met.values.count { $0 }) / Double(met.count)
    }

    private static func right(in answers: [Records.Answer]) -> Double? {
        guard answers.count >= later.upperBound else { return nil }
        return Double(answers[later].count { $0.verdict == .correct }) / Double(later.count)
    }
}
