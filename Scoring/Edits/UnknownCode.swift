extension Edit {
    /// A claim may only bill codes of the code set. A code that is well formed and not in it is a finding; one
    /// that is not even well formed never gets past the answer's grammar.
    static let unknownCode = Edit(
        name: .unknownCode,
        law: "Every code on the claim is in the code set.",
        carc: "181", rarc: "M20", source: "X12 claim adjustment reason codes",
        check: { review, basis, findings in
            for line in review.lines where line.definition == nil {
                findings.append(
                    Finding(.unknownCode, .denied, on: line, .other(basis.rules.codes.nearest(to: line.code))))
            }
        },
        message: { code, fact in
            guard case .other(let near?) = fact else { return "\(code) is not in this code set." }
            return "\(code) is not in this code set; did you mean \(near)?"
        })
}
