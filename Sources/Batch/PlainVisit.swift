package import Content
import Reports
package import Scoring

/// Reads how long a plain visit took; nil where none of the three is given.
///
/// - Throws: `Unscored` where it is a length or a pair of times that no visit can have.
package func visitTime(minutes: Int?, start: String?, stop: String?) throws(Unscored) -> Service.Time? {
    if let minutes {
        guard (0...ClockTime.minutesADay).contains(minutes) else {
            throw Unscored("minutes are 0 to 1440, not \(minutes)")
        }
        return .minutes(minutes)
    }
    if start == nil, stop == nil { return nil }
    guard let start, let stop else { throw Unscored("start and stop go together") }
    let times = try [start, stop].map { text throws(Unscored) in
        guard let time = ClockTime(text) else {
            throw Unscored("\(text.prefix(20)) is not a time such as 09:00 or 14:30")
        }
        return time
    }
    guard times[0] != times[1] else {
        throw Unscored("the visit starts and stops at \(times[0]); one of the times is wrong")
    }
    return .clock(start: times[0], stop: times[1])
}

extension Pack {
    /// A plain visit of the family that a first code belongs to, or of the pack's own.
    ///
    /// - Throws: `Unscored` where no family has the code.
    package func visit(of time: Service.Time, primary: String?, under policy: Policy) throws(Unscored) -> Encounter {
        let code = primary.flatMap { Code($0) }
        let isKnown = primary == nil || code.map { codes.family(billing: $0) != nil } == true
        guard isKnown, let encounter = plainEncounter(time, primary: code, under: policy) else {
            throw missing(
                "family with the code", primary ?? "", among: codes.families.flatMap(\.codes).map(\.description))
        }
        return encounter
    }

    /// The policy of an id, or the pack's own where there is none.
    ///
    /// - Throws: `Unscored` where the pack has no such policy.
    package func policy(named name: String?) throws(Unscored) -> Policy {
        let id = name.map { ID<Policy>($0) } ?? defaultPolicy
        if let policy = policy(id) { return policy }
        throw missing("policy", id.text, among: policies.map(\.id.text))
    }

    /// The scenario of an id.
    ///
    /// - Throws: `Unscored` where the pack has none.
    package func scenario(named name: String) throws(Unscored) -> Scenario {
        if let scenario = scenario(ID(name)) { return scenario }
        throw missing("scenario", name, among: scenarios.map(\.id.text))
    }

    private func missing(_ what: String, _ name: String, among names: [String]) -> Unscored {
        Unscored(missingName(what, name, among: names), isMissing: true)
    }
}
