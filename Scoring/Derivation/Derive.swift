/// Derives the key: what an encounter bills under the rules, and why.
///
/// Total and deterministic. An encounter that bills nothing has an empty key whose steps give the reason.
package func derive(_ encounter: Encounter, under rules: Rules) -> Key {
    var derivation = Derivation(keepsSteps: true)
    rules.bill(encounter, in: &derivation)
    // Taken, not copied with all that it holds.
    var key = Key()
    swap(&key, &derivation.key)
    return key
}

/// A derivation under way.
struct Derivation {
    var key = Key()
    /// What is due, and what would be if the payer had no caps and exclusions.
    var due: [DueLine] = []
    var supported: [DueLine] = []
    var allowance = Allowance()
    let keepsSteps: Bool

    init(keepsSteps: Bool = false) {
        self.keepsSteps = keepsSteps
        due.reserveCapacity(4)
        if keepsSteps { key.steps.reserveCapacity(8) }
    }

    /// What is billed in the end.
    var claim: Claim { Claim(due) }

    /// Whether it comes to a claim; sooner known than the claim is made.
    func billsTheSame(as claim: Claim) -> Bool {
        guard due.count == claim.lines.count else { return false }
        for number in due.indices where !due[number].isBilled(by: claim.lines[number]) {
            return due.fingerprint == claim.fingerprint && self.claim.billsTheSame(as: claim)
        }
        return true
    }

    /// Keeps a step, where steps are kept at all.
    mutating func note(_ step: @autoclosure () -> Step) {
        if keepsSteps { key.steps.append(step()) }
    }
}

/// A line on its way to the claim.
struct DueLine: Equatable {
    let code: Code
    var units: Int
    /// Where the code is defined; nil where the code set lacks it.
    let place: Int?
}

extension Rules {
    /// What an encounter bills, for whoever needs no reasons.
    package func claim(for encounter: Encounter) -> Claim {
        var derivation = Derivation()
        bill(encounter, in: &derivation)
        return derivation.claim
    }

    /// Derives what an encounter bills, anew in a derivation that may have served others.
    func bill(_ encounter: Encounter, in derivation: inout Derivation) {
        derivation.due.removeAll(keepingCapacity: true)
        derivation.allowance = Allowance(policy.caps, used: encounter.minutesUsedThisWeek)
        if !policy.effective.contains(encounter.date) {
            derivation.note(.policyNotInForce(policy: policy.title, date: encounter.date))
        }
        for family in codes.families.indices where isGiven(family, in: encounter) {
            bill(family, of: encounter, in: &derivation)
        }
        if derivation.key.tallies.isEmpty {
            derivation.note(.noQualifyingService(kinds: encounter.kinds))
        }
        limit(&derivation, on: encounter.date)
    }

    /// The same where it is known what is billed as one visit each, since whoever measured the time did so alike.
    func bill(_ billed: [BilledSitting], on date: Day, in derivation: inout Derivation) {
        derivation.due.removeAll(keepingCapacity: true)
        for visit in billed { addLines(of: visit.family, for: visit.sitting, to: &derivation.due) }
        limit(&derivation, on: date)
    }

    /// Whether a family pays for a kind of service.
    func pays(_ kind: ID<ServiceKind>, _ family: Int) -> Bool {
        habits.anyService ? family == codes.mainPlace : codes.families[family].services.holds(kind)
    }

    // Loops over places where closures and elements would read better: a closure copies the rules that it holds, an
    // element all that it is made of, and a case is derived often.

    private func isGiven(_ family: Int, in encounter: Encounter) -> Bool {
        for visit in encounter.visits.indices where isGiven(family, by: visit, of: encounter) { return true }
        return false
    }

    private func isGiven(_ family: Int, by visit: Int, of encounter: Encounter) -> Bool {
        for place in encounter.visits[visit].services.indices
        where pays(encounter.visits[visit].services[place].kind, family) { return true }
        return false
    }

    /// Adds the lines of one family for every visit that qualifies.
    private func bill(_ family: Int, of encounter: Encounter, in derivation: inout Derivation) {
        if family == codes.mainPlace { derivation.key.circumstances.meet(.service) }
        if !derivation.key.tallies.isEmpty {
            derivation.note(.nextFamily(title: codes.families[family].title))
        }
        var tally = Tally(family: family)
        var joined: Sitting?
        var minutes: [Int] = []
        for visit in encounter.visits.indices where isGiven(family, by: visit, of: encounter) {
            guard let sitting = sitting(visit, of: encounter, tally: &tally, in: &derivation) else { continue }
            if derivation.keepsSteps { minutes.append(sitting.minutes) }
            switch policy.sameDay {
            case .combined: joined = joined?.joined(to: sitting) ?? sitting
            case .separate:
                if minutes.count > 1 { derivation.note(.visitSeparate) }
                bill(sitting, of: family, in: &derivation)
            }
        }
        if derivation.keepsSteps { derivation.key.tallies.append(tally) }
        guard let joined else { return }
        if minutes.count > 1 { derivation.note(.visitsCombined(minutes: minutes)) }
        bill(joined, of: family, in: &derivation)
    }

    private func bill(_ sitting: Sitting, of family: Int, in derivation: inout Derivation) {
        let allowed = derivation.allowance.take(sitting)
        guard derivation.keepsSteps else {
            if let allowed { addLines(of: family, for: allowed, to: &derivation.due) }
            return
        }
        if allowed != sitting {
            let step = derivation.allowance.step(counted: sitting.minutes, allowed: allowed?.minutes ?? 0)
            derivation.note(step)
        }
        addLines(of: family, for: sitting, to: &derivation.supported)
        guard let allowed else { return }
        derivation.key.billed.append(BilledSitting(family: family, sitting: allowed))
        var due: [DueLine] = []
        addLines(of: family, for: allowed, to: &due)
        explain(due, of: family, for: allowed, in: &derivation)
        for line in due { derivation.due.add(line) }
        if family == codes.mainPlace, due.contains(where: { codes.families[family].isFurther($0.code) }) {
            derivation.key.circumstances.meet(.beyondFirst)
        }
    }
}

extension Encounter {
    /// The kinds of service that were given, each once, in the order of their names.
    var kinds: [ID<ServiceKind>] { Set(visits.flatMap { $0.services.map(\.kind) }).sorted() }
}

extension [DueLine] {
    /// Adds a line, to that of the same code where there is one.
    mutating func add(_ line: DueLine) {
        for number in indices where self[number].code == line.code {
            self[number].units += line.units
            return
        }
        append(line)
    }
}
