extension Edit {
    /// The minutes on record support every unit billed, as the policy counts them. A first code billed again for
    /// the same visit is `primary-repeated`; what only a cap forbids is `unit-cap`.
    static let unitsExceedTime = Edit(
        name: .unitsExceedTime,
        law: "The minutes that count support every unit billed.",
        carc: "151", rarc: "N362", source: "CPT introduction, time",
        check: { review, findings in
            for (place, line) in review.claim.lines.enumerated() {
                let supported = review.key.supported.units(of: line.code)
                guard line.units > supported, review.codes.definition(of: line.code) != nil,
                    !review.isBarred(line),
                    supported == 0 || !review.codes.isRepeatableOnlyByVisit(line.code)
                else { continue }
                findings.append(
                    Finding(
                        .unitsExceedTime, supported == 0 ? .denied : .reduced, line: place + 1, code: line.code,
                        facts: .init(
                            units: line.units, allowed: supported, minutes: review.key.countedMinutes)))
            }
        },
        message: { finding in
            let minutes = count(finding.facts.minutes, "minute")
            return finding.facts.allowed == 0
                ? "\(minutes) \(finding.facts.minutes == 1 ? "does" : "do") not support \(finding.code) at all."
                : "\(minutes) \(finding.facts.minutes == 1 ? "supports" : "support") \(count(finding.facts.allowed, "unit")) of \(finding.code), not \(finding.facts.units)."
        })
}
