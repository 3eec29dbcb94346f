extension Edit {
    /// Some codes are never paid by themselves: they are part of the service that they belong to.
    static let notSeparatelyPayable = Edit(
        .notSeparatelyPayable,
        law: "No code is billed that the payer pays only as part of another service.",
        denials: [.notSeparatelyPayable], source: "X12 claim adjustment reason codes",
        check: { claim, findings in
            if claim.rules.policy.notPaidApart.isEmpty { return }
            for line in claim.lines where claim.rules.policy.notPaidApart.contains(line.code) {
                findings.diagnose(.isPart(line.code), .denied, on: line)
            }
        })
}

extension Finding.Message {
    fileprivate static func isPart(_ code: Code) -> Self {
        Self("\(code) is not paid apart: it is part of the service that it belongs to.")
    }
}
