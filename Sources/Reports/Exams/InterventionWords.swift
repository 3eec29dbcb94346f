import Examining
package import Quiz
import Scoring

extension Intervention {
    /// What was done about the time, by whom, and why.
    ///
    /// - Parameter names: The names of people by their ids, where they are known.
    /// - Returns: A clause, with a capital.
    package func words(among names: [String: String] = [:]) -> String {
        let what =
            switch deed {
            case .extend(let time): "\(quantity(Int((time + 59_999) / 60_000), "minute")) more"
            case .hold: "The time was stopped"
            case .release: "The time ran on"
            }
        return "\(what), by \(names[by] ?? by)\(reason.map { ": \($0)" } ?? "")"
    }

    /// As a program reads it: seconds only of time that was given.
    package func json() -> JSON {
        var members: [(String, JSON)] = [("event", .string(name))]
        if case .extend(let time) = deed { members.append(("seconds", .integer(Int(time / 1_000)))) }
        members += [("by", .string(by)), ("reason", .optional(reason))]
        return .object(members)
    }

    /// As the log calls it.
    private var name: String {
        switch deed {
        case .extend: "extend"
        case .hold: "hold"
        case .release: "release"
        }
    }
}

extension [StoredAttempt] {
    /// What was done about the time of these, and what came in after it, a sentence each: nothing of it may go unseen, as
    /// where a log was kept on a candidate's own machine. What was done to many at once is said once.
    var timeSentences: [String] {
        var order: [String] = []
        var whose: [String: [StoredAttempt]] = [:]
        for attempt in self {
            for words in attempt.timeWords {
                if whose[words] == nil { order.append(words) }
                whose[words, default: []].append(attempt)
            }
        }
        return order.map { words in
            let attempts = whose[words] ?? []
            guard attempts.count == 1, let form = attempts.first?.form else {
                return "\(attempts.count) attempts: \(words)"
            }
            return "\(form.name ?? form.candidate), \(form.blueprint), attempt \(form.attempt): \(words)"
        }
    }
}

extension StoredAttempt {
    fileprivate var timeWords: [String] {
        let done = state.interventions.filter { $0.deed != .release }.map { $0.words().withFullStop }
        let late = state.late.count
        return done + (late == 0 ? [] : ["\(quantity(late, "answer")) came in after the time, within the grace."])
    }
}

extension String {
    fileprivate var withFullStop: String { hasSuffix(".") ? self : self + "." }
}
