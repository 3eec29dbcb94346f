extension Rules {
    /// Takes off a derived claim what the time supports and may not be billed all the same.
    func limit(_ derivation: inout Derivation, on date: Day) {
        dropNotInEffect(&derivation, on: date)
        derivation.key.supported.sort(by: codes)
        derivation.key.claim.sort(by: codes)
        if !habits.ignoresExclusions { dropExcluded(&derivation) }
        capUnits(&derivation)
        if habits.bills != .furtherOnly { dropLonelyAddOns(&derivation) }
        guard let main = codes.families.first(where: { $0.id == codes.mainFamily }) else { return }
        if main.first.contains(where: { derivation.key.claim.bills($0.code) }) {
            derivation.key.circumstances.meet(.firstCode)
        }
    }

    private func dropNotInEffect(_ derivation: inout Derivation, on date: Day) {
        for line in derivation.key.claim.lines where !codes.isInEffect(line.code, on: date) {
            derivation.note(.codeNotInEffect(code: line.code, date: date))
            derivation.key.claim.drop(line.code)
        }
    }

    private func dropExcluded(_ derivation: inout Derivation) {
        guard !codes.exclusions.isEmpty, derivation.key.claim.lines.count > 1 else { return }
        for line in derivation.key.claim.lines {
            guard let paid = codes.code(excluding: line.code, beside: derivation.key.claim) else { continue }
            derivation.note(.excluded(code: line.code, beside: paid))
            derivation.key.claim.drop(line.code)
        }
    }

    private func capUnits(_ derivation: inout Derivation) {
        for (place, line) in derivation.key.claim.lines.enumerated() {
            guard let cap = unitCap(of: line.code), cap < line.units else { continue }
            derivation.note(.unitsCapped(code: line.code, from: line.units, to: cap))
            derivation.key.claim.lines[place].units = max(cap, 0)
        }
        if derivation.key.claim.lines.contains(where: { $0.units == 0 }) {
            derivation.key.claim.lines.removeAll { $0.units == 0 }
        }
    }

    private func dropLonelyAddOns(_ derivation: inout Derivation) {
        for line in derivation.key.claim.lines where codes.isLonely(line.code, on: derivation.key.claim) {
            derivation.note(.addOnWithoutPrimary(code: line.code))
            derivation.key.claim.drop(line.code)
        }
    }

    /// The most units of a code for one day: the payer's cap or the code's own, whichever is less.
    package func unitCap(of code: Code) -> Int? {
        let own = codes.entry(of: code).flatMap { codes.definitions[$0.definition].mostADay }
        let payer = policy.caps.unitsADay.isEmpty ? nil : policy.caps.unitsADay[code]
        guard let own, let payer else { return own ?? payer }
        return min(own, payer)
    }
}

extension CodeSet {
    /// The code on a claim beside which another is never paid.
    func code(excluding code: Code, beside claim: Claim) -> Code? {
        guard let entry = entry(of: code) else { return nil }
        return entry.deniedBy.lazy.map { self.exclusions[$0].pays }.first(where: claim.bills)
    }

    fileprivate func isLonely(_ code: Code, on claim: Claim) -> Bool {
        guard let entry = entry(of: code) else { return false }
        let primaries = definitions[entry.definition].addOnTo
        return !primaries.isEmpty && !primaries.contains(where: claim.bills)
    }
}

extension Claim {
    fileprivate mutating func drop(_ code: Code) { lines.removeAll { $0.code == code } }

    fileprivate mutating func sort(by codes: CodeSet) {
        if lines.count > 1 { lines.sort { codes.order(of: $0.code) < codes.order(of: $1.code) } }
    }
}

/// The minutes that the payer's caps still leave on the day.
struct Allowance {
    private let caps: Policy.Caps
    private let used: Int
    private var left: Int

    init(_ caps: Policy.Caps, used: Int) {
        self.caps = caps
        self.used = max(used, 0)
        let week = caps.minutesAWeek.map { max($0, 0) - max(used, 0) } ?? .max
        left = max(min(caps.minutesADay ?? .max, week), 0)
    }

    /// What may be billed of a sitting; nil where nothing is left for it.
    mutating func take(_ sitting: Sitting) -> Sitting? {
        if left == 0 { return nil }
        let taken = min(sitting.minutes, left)
        left -= taken
        return Sitting(minutes: taken, isTimed: sitting.isTimed)
    }

    func step(counted: Int, allowed: Int) -> Step {
        .minutesCapped(
            counted: counted, allowed: allowed, aDay: caps.minutesADay, aWeek: caps.minutesAWeek, used: used)
    }
}
