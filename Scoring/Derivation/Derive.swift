/// Derives the key: what an encounter bills under the rules, and why.
///
/// Total and deterministic. An encounter that bills nothing has an empty key whose steps give the reason.
package func derive(_ encounter: Encounter, under rules: Rules) -> Key {
    var derivation = Derivation(of: encounter, under: rules, steps: Steps())
    derivation.run()
    return Key(derivation)
}

extension Rules {
    /// What an encounter bills, for whoever needs no reasons.
    package func claim(for encounter: Encounter) -> Claim {
        var lines = DueLines()
        bill(encounter, into: &lines)
        return lines.claim
    }

    /// Makes lines what an encounter bills.
    func bill(_ encounter: Encounter, into lines: inout DueLines) {
        var derivation = Derivation(of: encounter, under: self, steps: .none, due: lines)
        lines = DueLines()
        derivation.run()
        lines = derivation.due
    }

    /// Makes lines what some visits of a day bill.
    func bill(_ visits: [BilledVisit], on date: Day, into lines: inout DueLines) {
        lines.removeAll()
        var steps = Steps.none
        for visit in visits { convert(visit, into: &lines, &steps) }
        limit(&lines, on: date, &steps)
    }
}

/// A derivation under way: from the facts of an encounter to the lines that it bills.
struct Derivation {
    let encounter: Encounter
    let rules: Rules
    var steps: Steps
    /// What is due.
    var due: DueLines
    /// What would be due if the payer had no caps and exclusions, where anybody asks for it.
    var supported = DueLines()
    /// Minutes of every activity, and those that the payer counts.
    var totalMinutes = 0
    var countedMinutes = 0
    var circumstances = Circumstances()
    /// How the visits of each family stood up to the policy; a family without a visit has none.
    var tallies: [Tally] = []
    /// What is billed as one visit each, after the payer's caps.
    var visits: [BilledVisit] = []
    private var allowance: Allowance

    /// A derivation that makes its lines anew in some that may have served others.
    init(of encounter: Encounter, under rules: Rules, steps: Steps, due: DueLines = DueLines()) {
        self.encounter = encounter
        self.rules = rules
        self.steps = steps
        self.due = due
        allowance = Allowance(rules.policy.caps, used: encounter.minutesUsedThisWeek)
    }

    /// Derives what the encounter bills.
    mutating func run() {
        due.removeAll()
        if !rules.policy.effective.contains(encounter.date) {
            steps.note(.policyNotInForce(policy: rules.policy.title, date: encounter.date))
        }
        for (number, family) in rules.codes.families.enumerated() where family.isGiven(in: encounter) {
            bill(family, number)
        }
        if tallies.isEmpty { steps.note(.noQualifyingService(kinds: encounter.kinds)) }
        if billsFurther { circumstances.meet(.beyondFirst) }
        rules.limit(&due, on: encounter.date, &steps)
        guard steps.areKept else { return }
        var unsaid = Steps.none
        rules.dropNotInEffect(&supported, on: encounter.date, &unsaid)
    }

    /// Bills one family for every visit that qualifies.
    private mutating func bill(_ family: Family, _ number: Int) {
        meet(.service, by: number)
        if !tallies.isEmpty { steps.note(.nextFamily(title: family.title)) }
        var tally = Tally(family: number)
        var joined: BilledVisit?
        var minutes: [Int] = []
        for visit in encounter.visits where family.isGiven(by: visit) {
            guard let measured = measure(visit, for: family, tally: &tally) else { continue }
            if steps.areKept { minutes.append(measured.minutes ?? 0) }
            switch rules.policy.sameDay {
            case .combined: joined = joined?.joined(to: measured) ?? measured
            case .separate:
                if minutes.count > 1 { steps.note(.visitSeparate) }
                bill(measured)
            }
        }
        if steps.areKept { tallies.append(tally) }
        guard let joined else { return }
        if minutes.count > 1 { steps.note(.visitsCombined(minutes: minutes)) }
        bill(joined)
    }

    /// Bills what is one visit by the rules, as far as the payer's caps allow.
    private mutating func bill(_ visit: BilledVisit) {
        let allowed = allowance.take(visit)
        if steps.areKept {
            if allowed != visit {
                steps.note(allowance.step(counted: visit.minutes ?? 0, allowed: allowed?.minutes ?? 0))
            }
            var unsaid = Steps.none
            rules.convert(visit, into: &supported, &unsaid)
            if let allowed { visits.append(allowed) }
        }
        guard let allowed else { return }
        rules.convert(allowed, into: &due, &steps)
    }

    /// Whether a unit beyond the first code of the main family is earned.
    private var billsFurther: Bool {
        guard let main = rules.codes.mainFamilyIndex else { return false }
        return rules.codes.families[main].further.contains { due.bills($0.code) }
    }

    /// Takes a circumstance for met, where it is one of the main family.
    mutating func meet(_ test: Circumstances.Test, by family: Int) {
        if family == rules.codes.mainFamilyIndex { circumstances.meet(test) }
    }
}
