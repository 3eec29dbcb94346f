extension Edit {
    /// A line bills at least one unit. (A count that is not whole never gets past the answer's grammar.)
    static let unitsInvalid = Edit(
        .unitsInvalid,
        law: "Every line bills one unit or more, in whole units.",
        denials: [.unitsInvalid], source: "X12 claim adjustment reason codes",
        check: { claim, findings in
            for line in claim.lines {
                if line.units < 1 { findings.diagnose(.tooFew(line.units, of: line.code), .denied, on: line) }
            }
        })
}

extension Finding.Message {
    fileprivate static func tooFew(_ units: Int, of code: Code) -> Self {
        Self("\(code) is billed with \(quantity(units, "unit")): a line needs one or more.")
    }
}
