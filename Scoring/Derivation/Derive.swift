/// Derives the key: what an encounter bills under the rules, and why.
///
/// Total and deterministic. An encounter that bills nothing has an empty key whose steps give the reason.
package func derive(_ encounter: Encounter, under rules: Rules) -> Key {
    rules.derivation(of: encounter, keepingSteps: true).key
}

/// A derivation under way.
struct Derivation {
    var key = Key()
    var allowance: Allowance
    let keepsSteps: Bool

    /// Keeps a step, where steps are kept at all.
    mutating func note(_ step: @autoclosure () -> Step) {
        if keepsSteps { key.steps.append(step()) }
    }
}

extension Rules {
    /// What an encounter bills, for whoever needs no reasons.
    func claim(for encounter: Encounter) -> Claim {
        derivation(of: encounter, keepingSteps: false).key.claim
    }

    fileprivate func derivation(of encounter: Encounter, keepingSteps: Bool) -> Derivation {
        let allowance = Allowance(policy.caps, used: encounter.minutesUsedThisWeek)
        var derivation = Derivation(allowance: allowance, keepsSteps: keepingSteps)
        if !policy.effective.contains(encounter.date) {
            derivation.note(.policyNotInForce(policy: policy.title, date: encounter.date))
        }
        for place in codes.families.indices { bill(place, of: encounter, in: &derivation) }
        if derivation.key.tallies.isEmpty {
            derivation.note(.noQualifyingService(kinds: encounter.kinds))
        }
        limit(&derivation, on: encounter.date)
        return derivation
    }

    /// Adds the lines of one family for every visit that qualifies.
    private func bill(_ place: Int, of encounter: Encounter, in derivation: inout Derivation) {
        let isMain = codes.families[place].id == codes.mainFamily
        guard let family = familyInPlay(codes.families[place], isMain: isMain, for: encounter) else { return }
        if isMain { derivation.key.circumstances.meet(.service) }
        if !derivation.key.tallies.isEmpty { derivation.note(.nextFamily(title: family.title)) }
        var tally = Tally(family: place)
        var sittings: [Sitting] = []
        for visit in encounter.visits where visit.gives(family) {
            if let sitting = sitting(visit, of: family, isMain: isMain, tally: &tally, in: &derivation) {
                sittings.append(sitting)
            }
        }
        derivation.key.tallies.append(tally)
        if sittings.count > 1 {
            switch policy.sameDay {
            case .combined:
                derivation.note(.visitsCombined(minutes: sittings.map(\.minutes)))
                sittings = [Sitting(joining: sittings)]
            case .separate: derivation.note(.visitsSeparate(minutes: sittings.map(\.minutes)))
            }
        }
        for sitting in sittings { bill(sitting, of: family, isMain: isMain, in: &derivation) }
    }

    /// A family as it is applied to the encounter; nil where no visit gives one of its services.
    private func familyInPlay(_ family: Family, isMain: Bool, for encounter: Encounter) -> Family? {
        guard habits.anyService else {
            return encounter.visits.contains { $0.gives(family) } ? family : nil
        }
        let kinds = encounter.kinds
        guard isMain, !kinds.isEmpty else { return nil }
        var family = family
        family.services.formUnion(kinds)
        return family
    }

    private func bill(_ sitting: Sitting, of family: Family, isMain: Bool, in derivation: inout Derivation) {
        let supported = lines(of: family, for: sitting)
        derivation.key.supported.add(supported)
        let allowed = derivation.allowance.take(sitting)
        if allowed != sitting {
            let step = derivation.allowance.step(counted: sitting.minutes, allowed: allowed?.minutes ?? 0)
            derivation.note(step)
        }
        guard let allowed else { return }
        let due = allowed == sitting ? supported : lines(of: family, for: allowed)
        if derivation.keepsSteps { explain(due, of: family, for: allowed, in: &derivation) }
        derivation.key.claim.add(due)
        if isMain, due.contains(where: { line in family.further.contains { $0.code == line.code } }) {
            derivation.key.circumstances.meet(.beyondFirst)
        }
    }
}

extension Encounter {
    /// The kinds of service that were given, each once, in the order of their names.
    var kinds: [ID<ServiceKind>] { Set(visits.flatMap { $0.services.map(\.kind) }).sorted() }
}

extension Claim {
    fileprivate mutating func add(_ more: [ClaimLine]) {
        guard !lines.isEmpty else { return lines = more }
        for line in more {
            if let place = lines.firstIndex(where: { $0.code == line.code }) {
                lines[place].units += line.units
            } else {
                lines.append(line)
            }
        }
    }
}
