extension Edit {
    /// A line that repeats an earlier one, code and modifiers alike, is taken for the same service sent twice:
    /// more of a service is more units, not more lines.
    static let duplicateLine = Edit(
        name: .duplicateLine,
        law: "No two lines bill the same code with the same modifiers.",
        carc: "18", rarc: nil, source: "X12 claim adjustment reason codes",
        check: { review, findings in
            let lines = review.claim.lines
            guard lines.count > 1 else { return }
            for place in lines.indices.dropFirst() {
                let line = lines[place]
                guard
                    let earlier = lines[..<place].firstIndex(where: {
                        $0.code == line.code && Set($0.modifiers) == Set(line.modifiers)
                    })
                else { continue }
                findings.append(
                    Finding(
                        .duplicateLine, .denied, line: place + 1, code: line.code, facts: .init(units: earlier + 1)))
            }
        },
        message: { finding in
            "\(finding.code) stands on line \(finding.facts.units) already: more units belong on one line."
        })
}
