extension Edit {
    /// The minutes on record support every unit billed, as the policy counts them. A first code billed again for
    /// the same visit is `primary-repeated`; what only a cap forbids is `unit-cap`.
    static let unitsExceedTime = Edit(
        .unitsExceedTime,
        law: "The minutes that count support every unit billed.",
        denials: [.unitsExceedTime], source: "CPT introduction, time",
        check: { claim, findings in claim.findExcess(ofServices: false, &findings) })

    /// The same of services and sites, of which each is counted however long it took.
    static let unitsExceedRecord = Edit(
        .unitsExceedRecord,
        law: "The services on record support every unit billed.",
        denials: [.unitsExceedTime], source: "X12 claim adjustment reason codes",
        check: { claim, findings in claim.findExcess(ofServices: true, &findings) })
}

extension ScrubbedClaim {
    /// Finds lines that bill more than the record supports of services that are counted, or of all else.
    fileprivate func findExcess(ofServices: Bool, _ findings: inout Findings) {
        for line in lines {
            guard line.unitsSoFar > line.supported, line.repeated == nil, !line.isBarred, let charge = line.charge,
                codes.measure(of: charge).isOfServices == ofServices,
                let tally = line.tally, line.supported == 0 || !codes.billsOnceAVisit(line.code, by: charge)
            else { continue }
            let amount = codes.measure(of: charge).words(key.tallies[tally].amount)
            if let other = key.standIn(for: line.code) {
                findings.diagnose(.isReplaced(line.code, by: other), .denied, on: line)
            } else if line.supported == 0 {
                let isMeasured = codes.families.indices.contains(charge) && key.tallies[tally].amount > 0
                findings.diagnose(
                    isMeasured ? .supports(nothingOf: line.code, amount) : .isOther(than: line.code), .denied, on: line)
            } else {
                let units = unitsQuantity(line.supported, inTenths: line.inTenths)
                let billed = unitsWords(line.unitsSoFar, inTenths: line.inTenths)
                findings.diagnose(.supports(units, of: line.code, amount, billed: billed), .reduced, on: line)
            }
        }
    }
}

extension Key {
    /// The code that is billed instead of one; nil where none is, or the code is billed as well.
    fileprivate func standIn(for code: Code) -> Code? {
        if claim.bills(code) { return nil }
        for case .line(.stoodIn(let other, code)) in steps { return other }
        return nil
    }
}

extension Measure {
    /// Whether each service counts, or each site at which one was done.
    fileprivate var isOfServices: Bool { self == .occurrences || self == .sites }
}

extension CodeSet {
    /// What a charge measures.
    fileprivate func measure(of charge: Int) -> Measure {
        families.indices.contains(charge) ? families[charge].measure : .minutes
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
