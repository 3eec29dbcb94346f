extension Edit {
    /// The minutes on record support every unit billed, as the policy counts them. A first code billed again for
    /// the same visit is `primary-repeated`; what only a cap forbids is `unit-cap`.
    static let unitsExceedTime = Edit(
        .unitsExceedTime,
        law: "The minutes that count support every unit billed.",
        carc: "151", rarc: "N362", source: "CPT introduction, time",
        check: { claim, findings in
            for line in claim.lines {
                guard line.unitsSoFar > line.supported, line.repeated == nil, !line.isBarred, let family = line.family,
                    let tally = line.tally,
                    line.supported == 0 || !claim.codes.families[family].billsOnceAVisit(line.code)
                else { continue }
                let minutes = claim.key.tallies[tally].minutes
                if line.supported == 0 {
                    findings.diagnose(.supports(nothingOf: line.code, minutes), .denied, on: line)
                } else {
                    findings.diagnose(
                        .supports(line.supported, of: line.code, minutes, billed: line.unitsSoFar), .reduced, on: line)
                }
            }
        })
}

extension Finding.Message {
    fileprivate static func supports(nothingOf code: Code, _ minutes: Int) -> Self {
        Self("\(quantity(minutes, "minute")) \(minutes == 1 ? "does" : "do") not support \(code) at all.")
    }

    fileprivate static func supports(_ units: Int, of code: Code, _ minutes: Int, billed: Int) -> Self {
        Self(
            "\(quantity(minutes, "minute")) \(minutes == 1 ? "supports" : "support") \(quantity(units, "unit")) of \(code), not \(billed)."
        )
    }
}
