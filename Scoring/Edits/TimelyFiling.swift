extension Edit {
    /// A claim is received within the days that the payer gives, counted from the last date of service.
    static let timelyFiling = Edit(
        .timelyFiling,
        law: "The payer receives the claim in time.",
        denials: [.timelyFiling], source: "X12 claim adjustment reason codes; the policy's own limit",
        check: { claim, findings in
            guard claim.rules.policy.filingDays != nil, let (days, most) = claim.key.lateness else { return }
            for line in claim.lines { findings.diagnose(.isLate(days, most: most), .denied, on: line) }
        })
}

extension Key {
    /// Whether the claim was received later than the payer takes it.
    var isFiledLate: Bool { lateness != nil }

    /// The days after the last date of service on which the claim was received, and the most that the payer gives; nil
    /// where it is in time.
    fileprivate var lateness: (days: Int, most: Int)? {
        for case .limit(.filedLate(let days, let most)) in steps { return (days, most) }
        return nil
    }
}

extension Finding.Message {
    fileprivate static func isLate(_ days: Int, most: Int) -> Self {
        Self(
            "The claim was received \(quantity(days, "day")) after the last date of service: the payer takes it for \(most)."
        )
    }
}
