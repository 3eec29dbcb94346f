/// A step about a service that is the initial one of its day and access, or follows it.
package enum HierarchyStep: Sendable, Equatable {
    /// The initial service of an access, counted from 1.
    case initialService(code: Code, kind: ID<ServiceKind>, site: Int)
    /// A service after the initial one; without a code where the pack has none for it there.
    case followsInitial(code: Code?, kind: ID<ServiceKind>, units: Int)
    /// The same drug runs once more: the minutes of all its runs together earn further units.
    case sameDrugRuns(code: Code, drug: ID<Drug>?, minutes: [Int], units: Int)
    /// A drug that runs while another does; billed once a day.
    case runsAlongside(code: Code, kind: ID<ServiceKind>, isBilled: Bool)
    /// The same drug is pushed again, so many minutes after the last time.
    case givenAgain(code: Code?, drug: ID<Drug>?, gap: Int?, isBilled: Bool)
    /// Minutes that do not count, since another service runs.
    case yielded(kind: ID<ServiceKind>, minutes: Int)
    /// A service that is shorter than it needs to be, and what it is billed as.
    case tooShort(kind: ID<ServiceKind>, minutes: Int?, least: Int, billedAs: ID<ServiceKind>?)

    func text(by wording: Wording) -> String {
        switch self {
        case .initialService(let code, let kind, let site):
            return site == 1
                ? "The \(wording[kind]) is the initial service: \(code)."
                : "The \(wording[kind]) is the initial service of the \(ordinal(site)) access: \(code)."
        case .followsInitial(let code, let kind, let units):
            guard let code else {
                return "The \(wording[kind]) follows the initial service, where no code pays for it."
            }
            return "The \(wording[kind]) follows the initial service: \(code) x\(units)."
        case .sameDrugRuns(let code, let drug, let minutes, let units):
            let outcome = units == 0 ? "no unit of \(code) more" : "\(code) x\(units) more"
            let sum = minutes.map(String.init).joined(separator: " + ")
            let words = drug?.words.withCapital ?? "The same drug"
            return
                "\(words) runs once more, and all its time counts together: \(sum) makes \(quantity(minutes.reduce(0, +), "minute")), which earn \(outcome)."
        case .runsAlongside(let code, let kind, let isBilled):
            return
                "The \(wording[kind]) runs while another does: \(isBilled ? "\(code) x1, however long" : "\(code) is billed once a day already")."
        case .givenAgain(let code, let drug, let gap, let isBilled):
            let words = drug?.words.withCapital ?? "The same drug"
            let after = gap.map { " \(quantity($0, "minute")) later" } ?? ""
            let outcome = isBilled ? code.map { "\($0) x1" } ?? "" : "that bills nothing"
            return "\(words) is pushed again\(after): \(outcome)."
        case .yielded(let kind, let minutes):
            return
                "\(quantity(minutes, "minute")) of \(wording[kind]) \(minutes == 1 ? "does" : "do") not count, since something else runs."
        case .tooShort(let kind, let minutes, let least, let other):
            let length =
                minutes.map { "\(quantity($0, "minute")) of \(wording[kind])" }
                ?? "\(wording[kind].withCapital) of unknown length"
            let outcome = other.map { "it is billed as \(article(wording[$0]))" } ?? "it is not billed"
            return "\(length): it takes \(least), so \(outcome)."
        }
    }
}
