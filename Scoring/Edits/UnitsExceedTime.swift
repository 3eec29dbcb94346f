extension Edit {
    /// The minutes on record support every unit billed, as the policy counts them. A first code billed again for
    /// the same visit is `primary-repeated`; what only a cap forbids is `unit-cap`.
    static let unitsExceedTime = Edit(
        .unitsExceedTime,
        law: "The minutes that count support every unit billed.",
        denials: [.unitsExceedTime], source: "CPT introduction, time",
        check: { claim, findings in
            for line in claim.lines {
                guard line.unitsSoFar > line.supported, line.repeated == nil, !line.isBarred, let charge = line.charge,
                    let tally = line.tally, line.supported == 0 || !claim.codes.billsOnceAVisit(line.code, by: charge)
                else { continue }
                let minutes = claim.codes.words(claim.key.tallies[tally].amount, of: charge)
                if let other = claim.key.standIn(for: line.code) {
                    findings.diagnose(.isReplaced(line.code, by: other), .denied, on: line)
                } else if line.supported == 0 {
                    let isMeasured =
                        claim.codes.families.indices.contains(charge) && claim.key.tallies[tally].amount > 0
                    findings.diagnose(
                        isMeasured ? .supports(nothingOf: line.code, minutes) : .isOther(than: line.code), .denied,
                        on: line)
                } else {
                    findings.diagnose(
                        .supports(
                            unitsQuantity(line.supported, inTenths: line.inTenths), of: line.code, minutes,
                            billed: unitsWords(line.unitsSoFar, inTenths: line.inTenths)), .reduced, on: line)
                }
            }
        })
}

extension Key {
    /// The code that is billed instead of one; nil where none is, or the code is billed as well.
    fileprivate func standIn(for code: Code) -> Code? {
        if claim.bills(code) { return nil }
        for case .line(.stoodIn(let other, code)) in steps { return other }
        return nil
    }
}

extension CodeSet {
    /// So much of what a charge measures, in words.
    fileprivate func words(_ amount: Int, of charge: Int) -> String {
        (families.indices.contains(charge) ? families[charge].measure : .minutes).words(amount)
    }
}

extension Finding.Message {
    fileprivate static func supports(nothingOf code: Code, _ amount: String) -> Self {
        Self("\(amount) \(amount.isOne ? "does" : "do") not support \(code) at all.")
    }

    fileprivate static func isReplaced(_ code: Code, by other: Code) -> Self {
        Self("\(other) is billed here in place of \(code).")
    }

    fileprivate static func isOther(than code: Code) -> Self {
        Self("\(code) is not the code for what is on record.")
    }

    fileprivate static func supports(_ units: String, of code: Code, _ amount: String, billed: String) -> Self {
        Self(
            "\(amount) \(amount.isOne ? "supports" : "support") \(units) of \(code), not \(billed)."
        )
    }
}

extension String {
    /// Whether it tells of one thing.
    var isOne: Bool { hasPrefix("1 ") }
}
