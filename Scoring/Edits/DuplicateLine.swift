extension Edit {
    /// A line that repeats an earlier one, code and modifiers alike, is taken for the same service sent twice:
    /// more of a service is more units, not more lines.
    static let duplicateLine = Edit(
        name: .duplicateLine,
        law: "No two lines bill the same code with the same modifiers.",
        carc: "18", rarc: nil, source: "X12 claim adjustment reason codes",
        check: { review, _, findings in
            for line in review.lines {
                guard let earlier = line.repeated else { continue }
                findings.append(Finding(.duplicateLine, .denied, on: line, .earlierLine(earlier)))
            }
        },
        message: { code, fact in
            guard case .earlierLine(let line) = fact else { return "" }
            return "\(code) stands on line \(line) already: more units belong on one line."
        })
}
