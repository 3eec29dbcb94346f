/// Derives the key: what an encounter bills under the rules, and why.
///
/// Total and deterministic. An encounter that bills nothing has an empty key whose steps give the reason.
package func derive(_ encounter: Encounter, under rules: Rules) -> Key {
    var derivation = Derivation(Allowance(rules.policy.caps, used: encounter.minutesUsedThisWeek), steps: Steps())
    rules.derive(encounter, in: &derivation)
    return Key(of: encounter, under: rules, by: derivation)
}

/// What a derivation has come to so far, from the facts of an encounter to the lines that it bills.
struct Derivation: ~Copyable {
    var steps: Steps
    /// What is due.
    var due = DueLines()
    /// What would be due if the payer had no caps and exclusions, where anybody asks for it.
    var supported = DueLines()
    /// Minutes of every activity.
    var totalMinutes = 0
    /// Minutes that the payer counts.
    var countedMinutes = 0
    var circumstances = Circumstances()
    /// How the visits of each family stood up to the policy, where anybody asks for it.
    var tallies: [Tally] = []
    /// What is billed as one visit each, after the payer's caps, where anybody asks for it.
    var visits: [BilledVisit] = []
    var allowance: Allowance

    init(_ allowance: Allowance, steps: Steps) {
        self.allowance = allowance
        self.steps = steps
    }
}

extension Rules {
    /// What an encounter bills, for whoever needs no reasons.
    package func claim(for encounter: Encounter) -> Claim {
        var lines = DueLines()
        derive(encounter, into: &lines)
        return lines.claim
    }

    /// Makes lines what an encounter bills.
    func derive(_ encounter: Encounter, into lines: inout DueLines) {
        var derivation = Derivation(Allowance(policy.caps, used: encounter.minutesUsedThisWeek), steps: .none)
        derive(encounter, in: &derivation)
        lines = derivation.due
    }

    /// Makes lines what some visits of a day bill.
    func derive(_ visits: [BilledVisit], on date: Day, into lines: inout DueLines) {
        lines.removeAll()
        var steps = Steps.none
        for visit in visits { convert(visit, into: &lines, &steps) }
        limit(&lines, on: date, &steps)
    }

    /// Follows an encounter from its facts to the lines that it bills.
    fileprivate func derive(_ encounter: Encounter, in derivation: inout Derivation) {
        if !policy.effective.contains(encounter.date) {
            derivation.steps.note(.policyNotInForce(policy: policy.title, date: encounter.date))
        }
        for (number, family) in codes.families.enumerated()
        where encounter.visits.contains(where: { family.paysForAny(of: $0.services) }) {
            bill(family, number, of: encounter, in: &derivation)
        }
        if derivation.tallies.isEmpty {
            derivation.steps.note(.noQualifyingService(kinds: encounter.kinds))
        }
        if billsFurther(derivation.due) { derivation.circumstances.meet(.beyondFirst) }
        limit(&derivation.due, on: encounter.date, &derivation.steps)
        guard derivation.steps.areKept else { return }
        var unsaid = Steps.none
        dropNotInEffect(&derivation.supported, on: encounter.date, &unsaid)
    }

    /// Bills one family for every visit that qualifies.
    private func bill(
        _ family: Family, _ number: Int, of encounter: Encounter, in derivation: inout Derivation
    ) {
        meet(.service, by: number, in: &derivation)
        if !derivation.tallies.isEmpty { derivation.steps.note(.nextFamily(title: family.title)) }
        var tally = Tally(family: number)
        var joined: BilledVisit?
        var minutes: [Int] = []
        for visit in encounter.visits where family.paysForAny(of: visit.services) {
            guard let measured = measure(visit, for: family, tally: &tally, in: &derivation) else { continue }
            if derivation.steps.areKept { minutes.append(measured.minutes ?? 0) }
            switch policy.sameDay {
            case .combined: joined = joined?.joined(to: measured) ?? measured
            case .separate:
                if minutes.count > 1 { derivation.steps.note(.visitSeparate) }
                charge(measured, in: &derivation)
            }
        }
        if derivation.steps.areKept { derivation.tallies.append(tally) }
        guard let joined else { return }
        if minutes.count > 1 { derivation.steps.note(.visitsCombined(minutes: minutes)) }
        charge(joined, in: &derivation)
    }

    /// Adds what is one visit by the rules to what is due, as far as the payer's caps allow.
    private func charge(_ visit: BilledVisit, in derivation: inout Derivation) {
        let allowed = derivation.allowance.take(visit)
        if derivation.steps.areKept {
            if allowed != visit {
                let step = derivation.allowance.step(counted: visit.minutes ?? 0, allowed: allowed?.minutes ?? 0)
                derivation.steps.note(step)
            }
            var unsaid = Steps.none
            convert(visit, into: &derivation.supported, &unsaid)
            if let allowed { derivation.visits.append(allowed) }
        }
        guard let allowed else { return }
        convert(allowed, into: &derivation.due, &derivation.steps)
    }

    /// Whether a unit beyond the first code of the main family is among what is due.
    private func billsFurther(_ due: DueLines) -> Bool {
        guard let main = codes.mainFamilyIndex else { return false }
        return codes.families[main].further.contains { due.bills($0.code) }
    }

    /// Takes a circumstance for met, where it is one of the main family.
    func meet(_ test: Circumstances.Test, by family: Int, in derivation: inout Derivation) {
        if family == codes.mainFamilyIndex { derivation.circumstances.meet(test) }
    }
}
