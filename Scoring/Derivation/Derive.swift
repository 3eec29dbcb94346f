/// Derives the key: what an encounter bills under the rules, and why.
///
/// Total and deterministic. An encounter that bills nothing has an empty key whose steps give the reason.
package func derive(_ encounter: Encounter, under rules: Rules) -> Key {
    var derivation = Derivation(encounter: encounter, rules: rules)
    derivation.run()
    return derivation.key
}

/// A derivation under way.
private struct Derivation {
    let encounter: Encounter
    let rules: Rules
    var key = Key()

    private var policy: Policy { rules.policy }
    private var codes: CodeSet { rules.codes }

    init(encounter: Encounter, rules: Rules) {
        self.encounter = encounter
        self.rules = rules
    }

    mutating func run() {
        if !policy.effective.contains(encounter.date) {
            key.steps.append(.policyNotInForce(policy: policy.title, date: encounter.date))
        }
        let families = familiesInPlay()
        if families.isEmpty {
            let kinds = Set(encounter.visits.flatMap { $0.services.map(\.kind) })
            key.steps.append(.noQualifyingService(kinds: kinds.sorted()))
        }
        for family in families { bill(family) }
        dropCodesNotInEffect()
        let codes = codes
        key.supported.lines.sort { codes.order(of: $0.code) < codes.order(of: $1.code) }
        key.claim.lines.sort { codes.order(of: $0.code) < codes.order(of: $1.code) }
        if !rules.habits.ignoresExclusions { dropExcluded() }
        capUnits()
        if rules.habits.bills != .furtherOnly { dropLonelyAddOns() }
        noteFirstCode()
    }

    private func familiesInPlay() -> [Family] {
        let given = Set(encounter.visits.flatMap { $0.services.map(\.kind) })
        if rules.habits.anyService, var main = codes.families.first(where: { $0.id == codes.mainFamily }) {
            main.services.formUnion(given)
            return given.isEmpty ? [] : [main]
        }
        return codes.families.filter { !$0.services.isDisjoint(with: given) }
    }

    /// Adds the lines of one family for every visit that qualifies.
    private mutating func bill(_ family: Family) {
        let isMain = family.id == codes.mainFamily
        if isMain { key.circumstances.meet(.service) }
        var sittings: [Sitting] = []
        for visit in encounter.visits where visit.gives(family) {
            guard let sitting = qualify(visit, for: family, noting: isMain) else { continue }
            sittings.append(sitting)
        }
        if sittings.count > 1 {
            switch policy.sameDay {
            case .combined:
                key.steps.append(.visitsCombined(minutes: sittings.map(\.minutes)))
                sittings = [Sitting(joining: sittings)]
            case .separate: key.steps.append(.visitsSeparate(count: sittings.count))
            }
        }
        var allowance = Allowance(policy.caps, used: encounter.minutesUsedThisWeek)
        for sitting in sittings {
            add(units(of: family, for: sitting.minutes, isTimed: sitting.isTimed), to: \.supported)
            let allowed = allowance.take(sitting.minutes)
            if allowed < sitting.minutes || allowance.isUsedUp && allowed == 0 {
                key.steps.append(allowance.step(counted: sitting.minutes, allowed: allowed))
                if allowed == 0 { continue }
            }
            let due = units(of: family, for: allowed, isTimed: sitting.isTimed)
            key.steps += explain(due, of: family, minutes: allowed, isTimed: sitting.isTimed)
            add(due, to: \.claim)
            if isMain, due.further.contains(where: { $0.units > 0 }) { key.circumstances.meet(.beyondFirst) }
        }
    }

    /// Holds a visit against the policy's circumstances; nil when it does not qualify.
    private mutating func qualify(_ visit: Visit, for family: Family, noting isMain: Bool) -> Sitting? {
        guard policy.places.isEmpty || policy.places.contains(visit.place) else {
            key.steps.append(.placeNotPaid(place: visit.place, paid: policy.places))
            return nil
        }
        if isMain { key.circumstances.meet(.place) }
        guard policy.performers.isEmpty || policy.performers.contains(visit.performer) else {
            key.steps.append(.performerNotPaid(performer: visit.performer, paid: policy.performers))
            return nil
        }
        if isMain { key.circumstances.meet(.performer) }
        let missing = policy.requires.filter { !visit.records($0) }
        if !missing.isEmpty {
            key.undocumented += missing
            key.steps.append(.undocumented(items: missing, then: policy.undocumented))
            return policy.undocumented == .nothing ? nil : Sitting(minutes: 0, isTimed: false)
        }
        guard visit.records(.duration) else {
            key.undocumented.append(.duration)
            key.steps.append(.durationUnknown)
            return Sitting(minutes: 0, isTimed: false)
        }
        if isMain { key.circumstances.meet(.documented) }
        return measure(visit, for: family)
    }

    private mutating func measure(_ visit: Visit, for family: Family) -> Sitting {
        let time = CountedTime(of: visit, for: family, under: policy)
        key.totalMinutes += time.total
        key.countedMinutes += time.counted
        if !time.pieces.isEmpty {
            let minutes = time.pieces.reduce(0) { $0 + $1.length }
            key.steps.append(.timed(spans: time.pieces.map(\.description), minutes: minutes))
        }
        if time.untimed > 0 || time.pieces.isEmpty { key.steps.append(.untimed(minutes: time.untimed)) }
        if time.overlap > 0 { key.steps.append(.overlap(minutes: time.overlap)) }
        if time.afterMidnight > 0 { key.steps.append(.afterMidnight(minutes: time.afterMidnight)) }
        for activity in Activity.allCases {
            if let minutes = time.leftOut[activity] {
                key.steps.append(.leftOut(activity: activity, minutes: minutes))
            }
        }
        return Sitting(minutes: time.counted, isTimed: true)
    }

    private mutating func add(_ due: UnitsDue, to claim: WritableKeyPath<Key, Claim>) {
        for (code, units) in due.lines where units > 0 {
            if let place = key[keyPath: claim].lines.firstIndex(where: { $0.code == code }) {
                key[keyPath: claim].lines[place].units += units
            } else {
                key[keyPath: claim].lines.append(ClaimLine(code, units: units))
            }
        }
    }
}

// MARK: Units

extension Derivation {
    /// What so many minutes of a family earn. Without a known duration, only what a single minute would.
    private func units(of family: Family, for minutes: Int, isTimed: Bool) -> UnitsDue {
        let minutes = isTimed ? minutes : 1
        var due = UnitsDue()
        let first = family.first(for: minutes)
        guard minutes > 0, first != nil || family.first.isEmpty else { return due }
        if let first {
            let repeated = rules.habits.firstEach.map { policy.credit.units(in: minutes, each: $0) }
            due.first = (first, max(repeated ?? 1, 1))
            if repeated != nil { return due }
        }
        guard rules.habits.bills != .firstOnly else { return due }
        for further in family.further where isTimed && codes.follows(further.code, first?.code) {
            let units = policy.credit(for: further).units(in: minutes - further.after, each: further.each)
            due.further.append((further, units))
        }
        if rules.habits.bills == .furtherOnly, due.further.contains(where: { $0.units > 0 }) { due.first = nil }
        return due
    }

    private func explain(_ due: UnitsDue, of family: Family, minutes: Int, isTimed: Bool) -> [Step] {
        var steps: [Step] = []
        if let (first, units) = due.first {
            if let each = rules.habits.firstEach {
                steps.append(.firstRepeated(code: first.code, minutes: minutes, each: each, units: units))
            } else if isTimed {
                steps.append(.first(code: first.code, minutes: minutes, covers: first.covers))
            }
        } else if due.further.isEmpty, let least = family.first.map(\.from).min() {
            steps.append(.belowMinimum(minutes: minutes, least: least))
        }
        for (further, units) in due.further {
            let left = minutes - further.after
            let threshold = policy.credit(for: further).threshold(of: further.each)
            steps.append(
                left > 0
                    ? .further(
                        code: further.code, left: left, each: further.each, threshold: threshold, units: units)
                    : .nothingFurther(code: further.code, minutes: minutes, after: further.after))
        }
        return steps
    }
}

// MARK: What is taken off again

extension Derivation {
    private mutating func dropCodesNotInEffect() {
        for line in key.claim.lines {
            guard let definition = codes.definition(of: line.code),
                !definition.effective.contains(encounter.date)
            else { continue }
            key.steps.append(.codeNotInEffect(code: line.code, date: encounter.date))
            key.claim.lines.removeAll { $0.code == line.code }
        }
    }

    private mutating func dropExcluded() {
        for exclusion in codes.exclusions where key.claim.bills(exclusion.pays) {
            for code in exclusion.denies where key.claim.bills(code) {
                key.steps.append(.excluded(code: code, beside: exclusion.pays))
                key.claim.lines.removeAll { $0.code == code }
            }
        }
    }

    private mutating func capUnits() {
        for place in key.claim.lines.indices {
            let line = key.claim.lines[place]
            guard let cap = rules.unitCap(of: line.code), cap < line.units else { continue }
            key.steps.append(.unitsCapped(code: line.code, from: line.units, to: cap))
            key.claim.lines[place].units = cap
        }
        key.claim.lines.removeAll { $0.units == 0 }
    }

    private mutating func dropLonelyAddOns() {
        for line in key.claim.lines {
            guard let definition = codes.definition(of: line.code), definition.isAddOn,
                !definition.addOnTo.contains(where: key.claim.bills)
            else { continue }
            key.steps.append(.addOnWithoutPrimary(code: line.code))
            key.claim.lines.removeAll { $0.code == line.code }
        }
    }

    private mutating func noteFirstCode() {
        guard let main = codes.families.first(where: { $0.id == codes.mainFamily }) else { return }
        if main.first.contains(where: { key.claim.bills($0.code) }) { key.circumstances.meet(.firstCode) }
    }
}

/// The minutes that are billed as one visit.
private struct Sitting {
    var minutes: Int
    /// Whether the record says how long it took.
    var isTimed: Bool

    init(minutes: Int, isTimed: Bool) {
        self.minutes = minutes
        self.isTimed = isTimed
    }

    init(joining sittings: [Sitting]) {
        minutes = sittings.reduce(0) { $0 + $1.minutes }
        isTimed = sittings.contains(where: \.isTimed)
    }
}

/// The units that one sitting earns.
private struct UnitsDue {
    var first: (first: Family.First, units: Int)?
    var further: [(further: Family.Further, units: Int)] = []

    var lines: [(Code, Int)] {
        (first.map { [($0.first.code, $0.units)] } ?? []) + further.map { ($0.further.code, $0.units) }
    }
}

/// The minutes that the payer's caps still leave.
private struct Allowance {
    private let caps: Policy.Caps
    private let used: Int
    private var left: Int

    init(_ caps: Policy.Caps, used: Int) {
        self.caps = caps
        self.used = used
        let week = caps.minutesAWeek.map { max(0, $0 - used) } ?? .max
        left = min(caps.minutesADay ?? .max, week)
    }

    var isUsedUp: Bool { left == 0 }

    mutating func take(_ minutes: Int) -> Int {
        let taken = min(minutes, left)
        left -= taken
        return taken
    }

    func step(counted: Int, allowed: Int) -> Step {
        .minutesCapped(
            counted: counted, allowed: allowed, aDay: caps.minutesADay, aWeek: caps.minutesAWeek, used: used)
    }
}

extension Visit {
    fileprivate func gives(_ family: Family) -> Bool {
        services.contains { family.services.contains($0.kind) }
    }
}

extension CodeSet {
    /// Whether an add-on may follow a first code; a code that is no add-on follows anything.
    fileprivate func follows(_ code: Code, _ first: Code?) -> Bool {
        guard let definition = definition(of: code), definition.isAddOn else { return true }
        guard let first else { return false }
        return definition.addOnTo.contains(first)
    }
}

extension Rules {
    /// The most units of a code for one day: the payer's cap or the code's own, whichever is less.
    package func unitCap(of code: Code) -> Int? {
        let own = codes.definition(of: code)?.mostADay
        let payer = policy.caps.unitsADay[code]
        guard let own, let payer else { return own ?? payer }
        return min(own, payer)
    }
}

extension CountedTime.Span: CustomStringConvertible {
    /// `09:00 to 11:30`, or `22:30 to 01:00 the next day`.
    var description: String {
        let day = ClockTime.minutesADay
        let from = ClockTime(minute: start % day)?.description ?? ""
        let to = ClockTime(minute: end % day)?.description ?? ""
        return start < day && end > day ? "\(from) to \(to) the next day" : "\(from) to \(to)"
    }
}
