package import Content
import Scoring

/// Why an item was chosen, in a line that the learner can read.
package enum Reason: Sendable, Equatable {
    /// The scheduler says that it is time; when it was last seen, in milliseconds before now.
    case due(ago: Int64?)
    /// A term or fact that was never asked.
    case new
    /// The item tells two likely beliefs apart, each in its own words.
    case tellsApart(String, String)
    /// The item tells whether a belief is held.
    case tests(String)
    /// Beliefs lead to so many different answers.
    case spreads(Int)
    case neverMet(Skill)
    case weak(Skill, met: Int, missed: Int)
}

extension Reason: CustomStringConvertible {
    package var description: String {
        switch self {
        case .due(let ago):
            return ago.map { "Due for review: you last saw it \(Self.span($0)) ago." } ?? "Due for review."
        case .new: return "New to you."
        case .tellsApart(let one, let other):
            return "This visit tells \"\(one)\" from \"\(other)\"; both are still possible for you."
        case .tests(let belief): return "This visit tells whether you think that \(belief); it is still possible."
        case .spreads(let count): return "Ways of thinking part here: they lead to \(count) different answers."
        case .neverMet(let skill): return "New to you: \(skill.title)."
        case .weak(let skill, let met, let missed):
            let missed = missed == 0 ? "not missed it yet" : "missed it \(Self.times(missed))"
            return "You have met \"\(skill.title)\" \(Self.times(met)) and \(missed)."
        }
    }

    private static func times(_ count: Int) -> String {
        switch count {
        case 1: "once"
        case 2: "twice"
        default: "\(count) times"
        }
    }

    private static func span(_ milliseconds: Int64) -> String {
        let units: [(name: String, length: Int64)] = [
            ("day", 86_400_000), ("hour", 3_600_000), ("minute", 60_000),
        ]
        for (name, length) in units where milliseconds >= length {
            return quantity(Int(milliseconds / length), name)
        }
        return "a moment"
    }
}

extension Pack {
    /// What a hypothesis holds, as a clause; nil for somebody without a misconception.
    func words(of hypothesis: Hypothesis) -> String? {
        let words = hypothesis.beliefs.compactMap { misconception($0)?.belief }
        return words.isEmpty ? nil : words.joined(separator: "; and ")
    }
}
