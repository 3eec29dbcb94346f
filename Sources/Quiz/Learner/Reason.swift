package import Content
import Scoring

/// Why an item was chosen, in a line that the learner can read.
package enum Reason: Sendable, Equatable {
    /// The scheduler says that it is time; when it was last seen, in milliseconds before now.
    case due(ago: Int64?)
    /// A term or fact that was never asked.
    case new
    /// Nothing was answered before it.
    case first
    /// The item tells two beliefs apart that would explain what was answered, each in its own words.
    case tellsApart(String, String)
    /// The item tells whether an answer came of a belief or of a slip.
    case tests(String)
    /// The item shows whether a belief that was met stays away.
    case probes(String)
    /// The learner was sure of an answer that was wrong.
    case wasSure
    /// Beliefs lead to so many different answers.
    case spreads(Int)
    /// A skill that was never exercised, after one that it rests on and that was shown.
    case neverMet(Skill, after: Skill?)
    case weak(Skill, met: Int, missed: Int)
}

extension Reason: CustomStringConvertible {
    package var description: String {
        switch self {
        case .due(let ago):
            return ago.map { "Due for review: you last saw it \(Self.span($0)) ago." } ?? "Due for review."
        case .new: return "New to you."
        case .first: return "To begin with. What you answer decides what comes next."
        case .tellsApart(let one, let other):
            return
                "Two ideas would explain an answer of yours: that \(one), or that \(other). This visit tells which, if either."
        case .tests(let belief):
            return "An answer of yours would fit the idea that \(belief). This visit shows whether it was only a slip."
        case .probes(let belief):
            return "You met the idea that \(belief). This fresh visit shows whether it still gets in the way."
        case .wasSure: return "You were sure of an answer of this sort that was wrong. So it comes back soon."
        case .spreads(let count):
            return "People answer this one in \(count) ways, so your answer says much about what to ask next."
        case .neverMet(let skill, let earlier):
            let after = earlier.map { " You know \"\($0.title)\", which it builds on." } ?? ""
            return "New to you: \(skill.title).\(after)"
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
