extension Edit {
    /// The minutes on record support every unit billed, as the policy counts them. A first code billed again for
    /// the same visit is `primary-repeated`; what only a cap forbids is `unit-cap`.
    static let unitsExceedTime = Edit(
        name: .unitsExceedTime,
        law: "The minutes that count support every unit billed.",
        carc: "151", rarc: "N362", source: "CPT introduction, time",
        check: { review, basis, findings in
            for line in review.lines where line.unitsSoFar > line.supported {
                guard line.repeated == nil, !line.isBarred, let family = line.family, let tally = line.tally,
                    line.supported == 0 || !basis.rules.codes.families[family].billsOnceAVisit(line.code)
                else { continue }
                findings.append(
                    Finding(
                        .unitsExceedTime, line.supported == 0 ? .denied : .reduced, on: line,
                        .time(
                            minutes: basis.key.tallies[tally].minutes, billed: line.unitsSoFar,
                            supported: line.supported)))
            }
        },
        message: { code, fact in
            guard case .time(let minutes, let billed, let supported) = fact else { return "" }
            return supported == 0
                ? "\(quantity(minutes, "minute")) \(minutes == 1 ? "does" : "do") not support \(code) at all."
                : "\(quantity(minutes, "minute")) \(minutes == 1 ? "supports" : "support") \(quantity(supported, "unit")) of \(code), not \(billed)."
        })
}
