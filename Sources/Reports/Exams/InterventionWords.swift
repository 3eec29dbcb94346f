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
