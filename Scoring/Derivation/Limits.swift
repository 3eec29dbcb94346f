extension Rules {
    /// Takes off what the time supports and may not be billed all the same, and makes the claim of the rest.
    func limit(_ derivation: inout Derivation, on date: Day) {
        dropNotInEffect(&derivation, on: date)
        derivation.due.sortByPlace()
        if derivation.keepsSteps {
            derivation.supported.sortByPlace()
            derivation.key.supported = Claim(derivation.supported)
        }
        if !habits.ignoresExclusions { dropExcluded(&derivation) }
        capUnits(&derivation)
        if habits.bills != .furtherOnly { dropLonelyAddOns(&derivation) }
        derivation.key.claim = Claim(derivation.due)
        guard derivation.keepsSteps, let main = codes.mainPlace else { return }
        if codes.families[main].first.contains(where: { derivation.key.claim.bills($0.code) }) {
            derivation.key.circumstances.meet(.firstCode)
        }
    }

    private func dropNotInEffect(_ derivation: inout Derivation, on date: Day) {
        for line in derivation.due where !isInEffect(line, on: date) {
            derivation.note(.codeNotInEffect(code: line.code, date: date))
            derivation.due.drop(line.code)
            derivation.supported.drop(line.code)
        }
    }

    private func isInEffect(_ line: DueLine, on date: Day) -> Bool {
        guard let place = line.place else { return false }
        return codes.definitions[place].effective.contains(date)
    }

    private func dropExcluded(_ derivation: inout Derivation) {
        guard derivation.due.count > 1 else { return }
        for line in derivation.due {
            guard let place = line.place, !codes.standings[place].deniedBy.isEmpty else { continue }
            let exclusion = codes.standings[place].deniedBy.first { derivation.due.bills(codes.exclusions[$0].pays) }
            guard let exclusion else { continue }
            derivation.note(.excluded(code: line.code, beside: codes.exclusions[exclusion].pays))
            derivation.due.drop(line.code)
        }
    }

    private func capUnits(_ derivation: inout Derivation) {
        for (number, line) in derivation.due.enumerated() {
            guard let place = line.place, let cap = unitCap(at: place), cap < line.units else { continue }
            derivation.note(.unitsCapped(code: line.code, from: line.units, to: cap))
            derivation.due[number].units = max(cap, 0)
        }
        if derivation.due.contains(where: { $0.units == 0 }) { derivation.due.removeAll { $0.units == 0 } }
    }

    private func dropLonelyAddOns(_ derivation: inout Derivation) {
        for line in derivation.due {
            guard let place = line.place, codes.definitions[place].isAddOn else { continue }
            if codes.definitions[place].addOnTo.contains(where: { derivation.due.bills($0) }) { continue }
            derivation.note(.addOnWithoutPrimary(code: line.code))
            derivation.due.drop(line.code)
        }
    }

    /// The most units of a code for one day: the payer's cap or the code's own, whichever is less.
    private func unitCap(at place: Int) -> Int? {
        let own = codes.definitions[place].mostADay
        let payer = policy.caps.unitsADay.isEmpty ? nil : policy.caps.unitsADay[codes.codes[place]]
        guard let own, let payer else { return own ?? payer }
        return min(own, payer)
    }
}

extension [DueLine] {
    fileprivate func bills(_ code: Code) -> Bool { contains { $0.code == code } }

    fileprivate mutating func drop(_ code: Code) { removeAll { $0.code == code } }

    fileprivate mutating func sortByPlace() {
        if count > 1 { sort { ($0.place ?? .max) < ($1.place ?? .max) } }
    }
}

extension Claim {
    fileprivate init(_ due: [DueLine]) {
        self.init(due.map { ClaimLine($0.code, units: $0.units) })
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
