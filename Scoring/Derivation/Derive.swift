/// Derives the key: what an encounter bills under the rules, and why.
///
/// Total and deterministic. An encounter that bills nothing has an empty key whose steps give the reason.
package func derive(_ encounter: Encounter, under rules: Rules) -> Key {
    var derivation = Derivation(Allowance(rules.policy.caps, used: encounter.minutesUsedThisWeek), keepsSteps: true)
    rules.run(&derivation, on: encounter)
    return derivation.key
}

/// A derivation under way.
struct Derivation {
    var key = Key()
    /// What is due, and what would be if the payer had no caps and exclusions.
    var due: [DueLine] = []
    var supported: [DueLine] = []
    var allowance: Allowance
    let keepsSteps: Bool

    init(_ allowance: Allowance, keepsSteps: Bool) {
        self.allowance = allowance
        self.keepsSteps = keepsSteps
        if keepsSteps { key.steps.reserveCapacity(8) }
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
        var derivation = Derivation(Allowance(policy.caps, used: encounter.minutesUsedThisWeek), keepsSteps: false)
        run(&derivation, on: encounter)
        return derivation.key.claim
    }

    /// The same where it is known what is billed as one visit each, since whoever measured the time did so alike.
    func claim(for billed: [BilledSitting], on date: Day) -> Claim {
        var derivation = Derivation(Allowance(Policy.Caps(), used: 0), keepsSteps: false)
        for visit in billed { derivation.due.add(lines(of: visit.family, for: visit.sitting)) }
        limit(&derivation, on: date)
        return derivation.key.claim
    }

    fileprivate func run(_ derivation: inout Derivation, on encounter: Encounter) {
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

    /// Whether a family pays for a kind of service.
    func pays(_ kind: ID<ServiceKind>, _ family: Int) -> Bool {
        habits.anyService ? family == codes.mainPlace : codes.families[family].services.holds(kind)
    }

    // Loops where closures would read better: a closure copies the rules that it holds, and a case is derived often.

    private func isGiven(_ family: Int, in encounter: Encounter) -> Bool {
        for visit in encounter.visits where gives(visit, family) { return true }
        return false
    }

    private func gives(_ visit: Visit, _ family: Int) -> Bool {
        for service in visit.services where pays(service.kind, family) { return true }
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
        for visit in encounter.visits where gives(visit, family) {
            guard let sitting = sitting(visit, tally: &tally, in: &derivation) else { continue }
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
        let supported = lines(of: family, for: sitting)
        let allowed = derivation.allowance.take(sitting)
        if allowed != sitting {
            let step = derivation.allowance.step(counted: sitting.minutes, allowed: allowed?.minutes ?? 0)
            derivation.note(step)
        }
        if derivation.keepsSteps { derivation.supported.add(supported) }
        guard let allowed else { return }
        let due = allowed == sitting ? supported : lines(of: family, for: allowed)
        if derivation.keepsSteps {
            derivation.key.billed.append(BilledSitting(family: family, sitting: allowed))
            explain(due, of: codes.families[family], for: allowed, in: &derivation)
        }
        derivation.due.add(due)
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
    fileprivate mutating func add(_ more: [DueLine]) {
        guard !isEmpty else { return self = more }
        for line in more {
            if let place = firstIndex(where: { $0.code == line.code }) {
                self[place].units += line.units
            } else {
                append(line)
            }
        }
    }
}
