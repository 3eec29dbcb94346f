extension Edit {
    /// The units billed stay within the most that the payer allows: a cap in units (as in a medically unlikely
    /// edit), or in minutes a day or a week, though the time itself would support more. Minutes that a plan pays for are
    /// a benefit, and come back as its maximum.
    static let unitCap = Edit(
        .unitCap,
        law: "No line bills more units than the payer allows.",
        denials: [.unitCap, .minuteCap], source: "CMS medically unlikely edits; the policy's own caps",
        check: { claim, findings in
            for line in claim.lines {
                guard line.isOverLimit, !claim.key.isLimitedByBenefit(line.code),
                    !claim.key.isExcludedOnDays(line.code),
                    !claim.isBeyondAuthorised(line)
                else { continue }
                findings.diagnose(
                    .overCap(line.unitsSoFar, of: line.code, allowed: line.due), line.due == 0 ? .denied : .reduced,
                    on: line, as: claim.key.isLimitedInUnits(line.code) ? nil : .minuteCap)
            }
        })
}

extension Key {
    /// Whether the most units of a day took units of a code off the key.
    fileprivate func isLimitedInUnits(_ code: Code) -> Bool {
        steps.contains { if case .unitsCapped(code, _, _) = $0 { true } else { false } }
    }
}

extension Finding.Message {
    fileprivate static func overCap(_ units: Int, of code: Code, allowed: Int) -> Self {
        Self(
            "\(quantity(units, "unit")) of \(code) \(isOrAre(units)) over the payer's cap, which leaves \(allowed == 0 ? "none" : "\(allowed)")."
        )
    }
}
