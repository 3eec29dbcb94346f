extension Rules {
    /// Bills the drugs of an encounter that a family pays for, by amount or by dose.
    func billDrugs(
        of encounter: Encounter, for family: Family, tally: inout Tally, in derivation: inout Derivation
    ) {
        var billed: [Measured] = []
        for drug in encounter.episode?.drugs ?? [] where family.pays(for: drug.kind) {
            derivation.steps.note(
                .therapy(.drugGiven(kind: drug.kind, amount: drug.given, times: drug.times, on: drug.dates)))
            tally.isPaid = true
            let dates = drug.dates ?? DaySpan(encounter.date)
            for (dates, times) in share(drug.times, over: dates, by: family.scope) where times > 0 {
                billed += measure(drug, times: times, dates: dates, for: family, tally.charge, in: &derivation)
            }
        }
        for dose in billed {
            tally.amount += (dose.amount ?? 0) * dose.times
            charge(dose, in: &derivation)
        }
    }

    /// What is billed of some doses that are all alike: what was given, and what was discarded where the payer pays for
    /// it.
    private func measure(
        _ drug: DrugGiven, times: Int, dates: DaySpan, for family: Family, _ number: Int,
        in derivation: inout Derivation
    ) -> [Measured] {
        let isAdded = family.scope != nil && family.scope != .visit
        func measured(_ amount: Int, _ portion: Portion?) -> Measured {
            Measured(
                family: number, amount: isAdded ? amount * times : amount, times: isAdded ? 1 : times,
                setting: asksAboutSettings ? Setting(kinds: [drug.kind], portion: portion) : nil,
                dates: derivation.isDated ? dates : nil)
        }
        if family.measure == .doses { return [measured(1, nil)] }
        let given = drug.given.thousandths
        guard drug.isSingleDose, policy.discarded != .unpaid else { return [measured(given, nil)] }
        if policy.discarded == .together { return [measured(given + drug.discarded.thousandths, nil)] }
        guard let further = family.further.first, further.each > 0 else { return [measured(given, .whole)] }
        let all = isAdded ? times : 1
        let billed = policy.credit(for: further).units(in: given * all, each: further.each)
        let wasted = max((given + drug.discarded.thousandths) * all / further.each - billed, 0)
        derivation.steps.note(
            .therapy(.discarded(kind: drug.kind, amount: drug.discarded, each: further.each, units: wasted)))
        guard wasted > 0 else { return [measured(given, .whole)] }
        var line = measured(0, .discarded)
        line.amount = wasted * further.each
        return [measured(given, .given), line]
    }
}
