import Scoring

/// The ways to write a claim that a system is told which matches an answer letter by letter; the first is the key as
/// Preceptor writes it.
///
/// - Parameter claim: With as many lines as a person would bill for one day.
/// - Returns: Each order of the lines, up to three of them, with each usual way to part lines and to write units.
func spellings(of claim: Claim) -> [String] {
    guard !claim.isEmpty else { return ["none", "nothing"] }
    var spellings: [String] = []
    for lines in orders(of: claim.lines) {
        for separator in [", ", ",", "; ", " + ", " and ", " "] {
            for count in counts {
                spellings.append(lines.map(count).joined(separator: separator))
            }
        }
    }
    // A count can stand right behind a code, but not behind a modifier.
    var seen: Set<String> = []
    return spellings.filter { seen.insert($0).inserted && (try? parseAnswer($0))?.billsTheSame(as: claim) == true }
}

/// Ways to write one line of a claim.
private let counts: [@Sendable (ClaimLine) -> String] = [
    { "\($0.modified) x\($0.units)" }, { "\($0.modified)x\($0.units)" }, { "\($0.modified)*\($0.units)" },
    { "\($0.modified) (\($0.units))" }, { $0.units == 1 ? $0.modified : "\($0.modified) x\($0.units)" },
    { $0.units == 1 ? $0.modified : "\($0.modified)x\($0.units)" },
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
func spellings(ofMinutes minutes: Int) -> [String] {
    let plain = ["\(minutes)", "\(minutes) minutes", "\(minutes) min"]
    let (hours, rest) = (minutes / 60, minutes % 60)
    guard hours > 0 else { return plain }
    let clock = "\(hours):\(rest < 10 ? "0" : "")\(rest)"
    guard rest > 0 else { return plain + [clock, "\(hours) h", quantity(hours, "hour")] }
    return plain + [clock, "\(hours) h \(rest)", "\(hours) h \(rest) min", "\(hours)h\(rest)"]
}
