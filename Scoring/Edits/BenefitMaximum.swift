extension Edit {
    /// The units billed stay within the most that the plan pays for a patient in a week or a month, or over all days of
    /// a claim, though the record itself would support more.
    static let benefitMaximum = Edit(
        .benefitMaximum,
        law: "No line bills more than the most that the plan pays for a patient.",
        denials: [.benefitMaximum], source: "X12 claim adjustment reason codes; the policy's own limits",
        check: { claim, findings in
            for line in claim.lines where line.isOverLimit && claim.key.isLimitedByBenefit(line.code) {
                findings.diagnose(
                    .isOver(line.unitsSoFar, of: line.code, allowed: line.due), line.due == 0 ? .denied : .reduced,
                    on: line)
            }
        })
}

extension Key {
    /// Whether the plan's most for a week, a month or all days took units of a code off the key.
    func isLimitedByBenefit(_ code: Code) -> Bool {
        steps.contains { if case .limit(.unitsCappedOver(_, code, _, _, _)) = $0 { true } else { false } }
    }
}

extension Finding.Message {
    fileprivate static func isOver(_ units: Int, of code: Code, allowed: Int) -> Self {
        Self(
            "\(quantity(units, "unit")) of \(code) \(isOrAre(units)) over the plan's maximum, which leaves \(allowed == 0 ? "none" : "\(allowed)")."
        )
    }
}
