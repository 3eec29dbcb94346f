import Scoring

/// The ways to write a claim that a system is told which matches an answer letter by letter: the key as Preceptor writes
/// it, in any order of its lines, and as it stands with fewer signs. The question says how to write it, so that no more
/// are needed.
///
/// - Parameter claim: With as many lines as a person would bill for one day.
/// - Returns: Each spelling once, the key first.
func spellings(of claim: Claim) -> [String] {
    guard !claim.isEmpty else { return ["none", "nothing"] }
    let ordered = orders(of: claim.lines).map { $0.map(counts[0]).joined(separator: ", ") }
    let shortened = [", ", " "].flatMap { separator in
        counts.map { claim.lines.map($0).joined(separator: separator) }
    }
    var seen: Set<String> = []
    // Some spellings read otherwise: a count cannot stand right behind a modifier.
    return (ordered + shortened).filter {
        seen.insert($0).inserted && (try? parseAnswer($0))?.billsTheSame(as: claim) == true
    }
}

/// Ways to write one line of a claim.
private let counts: [@Sendable (ClaimLine) -> String] = [
    { "\($0.modified) x\($0.unitsText)" }, { "\($0.modified)x\($0.unitsText)" },
    { $0.unitsText == "1" ? $0.modified : "\($0.modified) x\($0.unitsText)" },
]

extension ClaimLine {
    fileprivate var modified: String { "\(code)" + modifiers.map { "-\($0)" }.joined() }
}

/// Every order of a few things; of many, only the one they are in.
private func orders(of lines: [ClaimLine]) -> [[ClaimLine]] {
    guard lines.count > 1, lines.count <= 3 else { return [lines] }
    return lines.indices.flatMap { first in
        var rest = lines
        let line = rest.remove(at: first)
        return orders(of: rest).map { [line] + $0 }
    }
}

/// The ways to write so many minutes.
func spellings(ofMinutes minutes: Int) -> [String] { ["\(minutes)", "\(minutes) minutes", "\(minutes) min"] }
