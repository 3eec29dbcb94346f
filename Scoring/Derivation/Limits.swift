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
        guard derivation.keepsSteps else { return }
        derivation.key.claim = derivation.claim
        guard let main = codes.mainPlace else { return }
        if codes.families[main].first.contains(where: { derivation.key.claim.bills($0.code) }) {
            derivation.key.circumstances.meet(.firstCode)
        }
    }

    private func dropNotInEffect(_ derivation: inout Derivation, on date: Day) {
        var number = 0
        while number < derivation.due.count {
            let line = derivation.due[number]
            if isInEffect(line, on: date) {
                number += 1
                continue
            }
            derivation.note(.codeNotInEffect(code: line.code, date: date))
            derivation.due.remove(at: number)
            derivation.supported.removeAll { $0.code == line.code }
        }
    }

    private func isInEffect(_ line: DueLine, on date: Day) -> Bool {
        guard let place = line.place else { return false }
        return codes.definitions[place].effective.contains(date)
    }

    private func dropExcluded(_ derivation: inout Derivation) {
        guard derivation.due.count > 1 else { return }
        var number = 0
        while number < derivation.due.count {
            let line = derivation.due[number]
            guard let exclusion = exclusion(of: line, beside: derivation.due) else {
                number += 1
                continue
            }
            derivation.note(.excluded(code: line.code, beside: codes.exclusions[exclusion].pays))
            derivation.due.remove(at: number)
        }
    }

    /// The place of the first exclusion that denies a line beside the others; nil where none does.
    private func exclusion(of line: DueLine, beside due: [DueLine]) -> Int? {
        guard let place = line.place else { return nil }
        for exclusion in codes.standings[place].deniedBy where due.bills(codes.exclusions[exclusion].pays) {
            return exclusion
        }
        return nil
    }

    private func capUnits(_ derivation: inout Derivation) {
        for number in derivation.due.indices {
            let line = derivation.due[number]
            guard let place = line.place, let cap = unitCap(at: place), cap < line.units else { continue }
            derivation.note(.unitsCapped(code: line.code, from: line.units, to: cap))
            derivation.due[number].units = max(cap, 0)
        }
        if derivation.due.contains(where: { $0.units == 0 }) { derivation.due.removeAll { $0.units == 0 } }
    }

    private func dropLonelyAddOns(_ derivation: inout Derivation) {
        var number = 0
        while number < derivation.due.count {
            let line = derivation.due[number]
            guard isLonely(line, among: derivation.due) else {
                number += 1
                continue
            }
            derivation.note(.addOnWithoutPrimary(code: line.code))
            derivation.due.remove(at: number)
        }
    }

    /// Whether a line is of an add-on, and none of the others is of a primary that it needs.
    private func isLonely(_ line: DueLine, among due: [DueLine]) -> Bool {
        guard let place = line.place, codes.definitions[place].isAddOn else { return false }
        return !codes.definitions[place].addOnTo.contains { due.bills($0) }
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

    fileprivate mutating func sortByPlace() {
        for number in indices.dropFirst() where self[number].order < self[number - 1].order {
            return sort { $0.order < $1.order }
        }
    }
}

extension DueLine {
    /// Its place in a claim.
    fileprivate var order: Int { place ?? .max }
}

/// The minutes that the payer's caps still leave on the day.
struct Allowance {
    private let caps: Policy.Caps
    private let used: Int
    private var left: Int

    /// Without caps.
    init() { self.init(Policy.Caps(), used: 0) }

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
