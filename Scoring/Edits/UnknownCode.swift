extension Edit {
    /// A claim may only bill codes of the code set. A code that is well formed and not in it is a finding; one
    /// that is not even well formed never gets past the answer's grammar.
    static let unknownCode = Edit(
        name: .unknownCode,
        law: "Every code on the claim is in the code set.",
        carc: "181", rarc: "M20", source: "X12 claim adjustment reason codes",
        check: { review, findings in
            for (place, line) in review.claim.lines.enumerated()
            where review.codes.definition(of: line.code) == nil {
                let near = review.codes.definitions.map(\.code).nearest(to: line.code)
                findings.append(
                    Finding(.unknownCode, .denied, line: place + 1, code: line.code, facts: .init(other: near)))
            }
        },
        message: { finding in
            let hint = finding.facts.other.map { "; did you mean \($0)?" } ?? "."
            return "\(finding.code) is not in this code set\(hint)"
        })
}
