/// Derives the key: what an encounter bills under the rules, and why.
///
/// Total and deterministic. An encounter that bills nothing has an empty key whose steps give the reason.
package func derive(_ encounter: Encounter, under rules: Rules) -> Key {
    var derivation = Derivation(of: encounter, under: rules, steps: Steps())
    rules.follow(encounter, in: &derivation)
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
    /// The indices of the families that pay for anything that was done.
    var payingFamilies: [Int] = []
    /// How the facts of each charge stood up to the policy, where anybody asks for it.
    var tallies: [Tally] = []
    /// What is billed at once each, after the payer's caps in minutes, where anybody asks for it.
    var measured: [Measured] = []
    /// What waits for all of its pool to be measured, after the payer's caps and before them; nil where nothing does.
    var pooled: (due: [Measured], supported: [Measured])?
    var allowance: Allowance
    /// Whether lines bear dates, since the encounter may have more than one day.
    let isDated: Bool

    init(of encounter: Encounter, under rules: Rules, steps: Steps) {
        self.steps = steps
        allowance = Allowance(rules.policy.caps, on: encounter.date, used: encounter.minutesUsedThisWeek)
        isDated = encounter.isDated
    }
}

extension Rules {
    /// What an encounter bills, for whoever needs no reasons.
    package func claim(for encounter: Encounter) -> Claim {
        var derivation = Derivation(of: encounter, under: self, steps: .none)
        follow(encounter, in: &derivation)
        return derivation.due.claim
    }

    /// Makes lines what the encounter of a key bills, of which all but something is measured as it was for the key.
    func deriveAnew(_ key: Key, measuring anew: Measuring, into lines: inout DueLines) {
        lines.removeAll()
        if anew.isEmpty, !hasHierarchies { return billMeasured(key.measured, of: key.encounter, into: &lines) }
        var derivation = Derivation(of: key.encounter, under: self, steps: .none)
        // The lines' memory is used again: believers are many.
        swap(&lines, &derivation.due)
        let paying =
            paying === key.rules.paying ? key.payingFamilies : paying.families(payingIn: key.encounter).families
        for number in paying {
            let family = codes.families[number]
            if codes.ledFamilies.contains(number) {
                billUnled(family, number, of: key.encounter, in: &derivation)
            } else if anew.isDisjoint(with: family.measure.measuring) {
                for measured in key.measured where measured.family == number { takeUp(measured, in: &derivation) }
            } else {
                bill(family, number, of: key.encounter, in: &derivation)
            }
        }
        finish(key.encounter, in: &derivation)
        swap(&lines, &derivation.due)
    }

    /// Makes lines what the encounter of a key bills, where what was measured for it comes to these units.
    func billConversions(_ conversions: [Conversion], of key: Key, into lines: inout DueLines) {
        lines.removeAll()
        var unsaid = Steps.none
        let measured = key.measured
        for conversion in conversions {
            let line = line(conversion.code, units: conversion.units, of: measured[conversion.measured], &unsaid)
            if let line { lines.add(line) }
        }
        limit(&lines, of: key.encounter, &unsaid)
    }

    /// Adds to lines what an encounter bills of which everything was measured before.
    private func billMeasured(_ measured: [Measured], of encounter: Encounter, into lines: inout DueLines) {
        var steps = Steps.none
        var pooled: [Measured] = []
        for measured in measured {
            if isPooled(measured) { pooled.append(measured) } else { addLines(of: measured, to: &lines, &steps) }
        }
        share(pooled, into: &lines, &steps)
        limit(&lines, of: encounter, &steps)
    }

    /// Follows an encounter from its facts to the lines that it bills.
    fileprivate func follow(_ encounter: Encounter, in derivation: inout Derivation) {
        if !policy.effective.contains(encounter.date) {
            derivation.steps.note(.policyNotInForce(policy: policy.title, date: encounter.date))
        }
        let (families, leaveOut) = paying.families(payingIn: encounter)
        derivation.payingFamilies = families
        if leaveOut, !unpaidKinds.isEmpty, derivation.steps.areKept { tellUnpaid(of: encounter, in: &derivation) }
        for number in families {
            let family = codes.families[number]
            if codes.ledFamilies.contains(number) {
                billUnled(family, number, of: encounter, in: &derivation)
            } else {
                bill(family, number, of: encounter, in: &derivation)
            }
        }
        finish(encounter, in: &derivation)
        guard derivation.steps.areKept else { return }
        var unsaid = Steps.none
        if let pooled = derivation.pooled { share(pooled.supported, into: &derivation.supported, &unsaid) }
        dropNotInEffect(&derivation.supported, on: encounter.date, &unsaid)
        if conditions.partsBySite { derivation.supported.joinSites() }
    }

    /// Tells which kinds of service this payer does not pay for.
    private func tellUnpaid(of encounter: Encounter, in derivation: inout Derivation) {
        let kinds = encounter.kinds.filter(unpaidKinds.contains)
        if kinds.isEmpty { return }
        derivation.steps.note(.serviceNotPaid(kinds: kinds, paid: policy.services.sorted()))
    }

    /// Tells that nothing which was given is paid by anybody, as far as the payer was not blamed for it.
    private func tellNothing(of encounter: Encounter, in derivation: inout Derivation) {
        let kinds = encounter.kinds
        let others = kinds.filter { !unpaidKinds.contains($0) }
        if kinds.isEmpty || !others.isEmpty { derivation.steps.note(.noQualifyingService(kinds: others)) }
    }

    /// Makes of what every family bills by itself what the claim bills.
    private func finish(_ encounter: Encounter, in derivation: inout Derivation) {
        if let pooled = derivation.pooled { share(pooled.due, into: &derivation.due, &derivation.steps) }
        for number in codes.hierarchies.indices { billHierarchy(number, of: encounter, in: &derivation) }
        if derivation.tallies.isEmpty, derivation.steps.areKept { tellNothing(of: encounter, in: &derivation) }
        if billsFurther(derivation.due) { derivation.circumstances.meet(.beyondFirst) }
        limit(&derivation.due, of: encounter, &derivation.steps)
    }

    /// Bills a family that a hierarchy leads for what the hierarchy does not know, where it pays for whatever was done.
    private func billUnled(_ family: Family, _ number: Int, of encounter: Encounter, in derivation: inout Derivation) {
        guard family.paysForAnyService else { return }
        var rest = encounter
        for index in rest.visits.indices {
            rest.visits[index].services.removeAll { service in
                codes.hierarchies.contains { $0.tier(of: service.kind) != nil }
            }
        }
        if family.paysForAny(in: rest) { bill(family, number, of: rest, in: &derivation) }
    }

    /// Bills one family for everything that qualifies.
    private func bill(
        _ family: Family, _ number: Int, of encounter: Encounter, in derivation: inout Derivation
    ) {
        meet(.service, by: number, in: &derivation)
        if !derivation.tallies.isEmpty { derivation.steps.note(.nextFamily(title: family.title)) }
        var tally = Tally(charge: number)
        switch family.measure {
        case .minutes, .occurrences, .sites: billVisits(of: encounter, for: family, tally: &tally, in: &derivation)
        case .amount, .doses: billDrugs(of: encounter, for: family, tally: &tally, in: &derivation)
        case .days:
            billTherapies(of: encounter, for: family, tally: &tally, in: &derivation)
            billVisits(of: encounter, for: family, tally: &tally, in: &derivation)
        }
        if derivation.steps.areKept { derivation.tallies.append(tally) }
    }

    /// Adds the units for one measured amount to what is due.
    func takeUp(_ measured: Measured, in derivation: inout Derivation) {
        takeUp(measured, allowed: measured, in: &derivation)
    }

    /// Adds the units of a visit to what is due, within the payer's caps in minutes.
    func takeUpWithinCaps(_ visit: Measured, on date: Day, in derivation: inout Derivation) {
        let allowed = derivation.allowance.take(visit, on: date)
        if derivation.steps.areKept, allowed == nil || allowed?.amount != visit.amount {
            derivation.steps.note(
                derivation.allowance.step(counted: visit.amount ?? 0, allowed: allowed?.amount ?? 0, on: date))
        }
        takeUp(visit, allowed: allowed, in: &derivation)
    }

    private func takeUp(_ measured: Measured, allowed: Measured?, in derivation: inout Derivation) {
        if derivation.steps.areKept, let allowed { derivation.measured.append(allowed) }
        if isPooled(measured) {
            var pooled = derivation.pooled ?? ([], [])
            pooled.supported.append(measured)
            if let allowed { pooled.due.append(allowed) }
            derivation.pooled = pooled
            return
        }
        guard derivation.steps.areKept, let allowed, allowed.amount == measured.amount else {
            if derivation.steps.areKept {
                var unsaid = Steps.none
                addLines(of: measured, to: &derivation.supported, &unsaid)
            }
            if let allowed { addLines(of: allowed, to: &derivation.due, &derivation.steps) }
            return
        }
        addUncutLines(of: allowed, to: &derivation.due, and: &derivation.supported, &derivation.steps)
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
