extension Edit {
    /// A line bills at least one unit. (A count that is not whole never gets past the answer's grammar.)
    static let unitsInvalid = Edit(
        name: .unitsInvalid,
        law: "Every line bills one unit or more, in whole units.",
        carc: "16", rarc: "M53", source: "X12 claim adjustment reason codes",
        check: { review, _, findings in
            for line in review.lines where line.units < 1 {
                findings.append(Finding(.unitsInvalid, .denied, on: line, .units(billed: line.units, allowed: 1)))
            }
        },
        message: { code, fact in
            guard case .units(let billed, _) = fact else { return "" }
            return "\(code) is billed with \(quantity(billed, "unit")): a line needs one or more."
        })
}
