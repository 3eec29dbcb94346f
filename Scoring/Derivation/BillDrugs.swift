extension Rules {
    /// Bills the drugs of an encounter that a family pays for, by amount or by dose: each dose by itself, or all that is
    /// added up together.
    func billDrugs(
        of encounter: Encounter, for family: Family, tally: inout Tally, in derivation: inout Derivation
    ) {
        let isAdded = family.scope != nil && family.scope != .visit
        var amounts: [DrugAmount] = []
        for drug in encounter.episode?.drugs ?? [] where family.pays(for: drug.kind) {
            derivation.steps.note(
                .therapy(.drugGiven(kind: drug.kind, amount: drug.given, times: drug.times, on: drug.dates)))
            tally.isPaid = true
            let dates = drug.dates ?? DaySpan(encounter.date)
            for (dates, times) in share(drug.times, over: dates, by: family.scope, from: encounter.date)
            where times > 0 {
                let amount = DrugAmount(of: drug, times: times, on: dates, isAdded: isAdded)
                let period = isAdded ? family.scope?.period(of: dates.from, from: encounter.date) : nil
                let same = amounts.firstIndex {
                    period != nil && $0.isSingleDose == drug.isSingleDose && $0.route == drug.route
                        && family.scope?.period(of: $0.dates.from, from: encounter.date) == period
                        && (!policy.splitsMonths || $0.dates.isOfSameMonth(as: dates))
                }
                if let same { amounts[same].add(amount) } else { amounts.append(amount) }
            }
        }
        for amount in amounts {
            if amount.parts.count > 1 {
                derivation.steps.note(.therapy(.amountsAdded(parts: amount.parts, of: family.measure)))
            }
            for dose in measure(amount, of: encounter, for: family, tally.charge, in: &derivation) {
                tally.amount += (dose.amount ?? 0) * dose.times
                takeUp(dose, in: &derivation)
            }
        }
    }

    /// What is billed of an amount: what was given, and what was discarded where the payer pays for it.
    private func measure(
        _ drug: DrugAmount, of encounter: Encounter, for family: Family, _ number: Int, in derivation: inout Derivation
    ) -> [Measured] {
        func measured(_ amount: Int, _ portion: Portion?) -> Measured {
            Measured(
                family: number, amount: amount, times: drug.times,
                setting: conditions.askAboutSettings ? setting(of: drug, portion, in: encounter) : nil,
                dates: derivation.isDated ? drug.dates : nil)
        }
        if family.measure == .doses { return [measured(drug.doses, nil)] }
        guard drug.isSingleDose, policy.discarded != .unpaid else { return [measured(drug.given, nil)] }
        if policy.discarded == .together { return [measured(drug.given + drug.discarded, nil)] }
        guard let further = family.further.first, further.each > 0 else { return [measured(drug.given, .whole)] }
        let billed = policy.credit(for: further).units(in: drug.given, each: further.each)
        let wasted = max((drug.given + drug.discarded) / further.each - billed, 0)
        derivation.steps.note(
            .therapy(
                .discarded(
                    kind: drug.kinds[0], amount: Amount(sum: drug.discarded, drug.unit), each: further.each,
                    isOfEach: drug.times > 1, units: wasted)))
        guard wasted > 0 else { return [measured(drug.given, .whole)] }
        return [measured(drug.given, .given), measured(wasted * further.each, .discarded)]
    }
}

extension Rules {
    private func setting(of drug: DrugAmount, _ portion: Portion?, in encounter: Encounter) -> Setting {
        Setting(
            kinds: drug.kinds, routes: drug.route.map { [$0] } ?? [], portion: portion, age: encounter.age)
    }
}

/// Doses of a drug that are billed at once: one that may be given several times, or all that are added up.
private struct DrugAmount {
    private(set) var kinds: [ID<ServiceKind>]
    let unit: Amount.Unit
    /// Thousandths that were given.
    private(set) var given: Int
    /// Thousandths that were thrown away.
    private(set) var discarded: Int
    /// Doses among them.
    private(set) var doses: Int
    let isSingleDose: Bool
    /// The way by which they were given; nil where no rule asks.
    let route: ID<Route>?
    /// How often the same is billed.
    let times: Int
    private(set) var dates: DaySpan
    /// What was given, by the entries of the record that are added up.
    private(set) var parts: [Int]

    init(of drug: DrugGiven, times: Int, on dates: DaySpan, isAdded: Bool) {
        let doses = isAdded ? times : 1
        kinds = [drug.kind]
        unit = drug.given.unit
        given = drug.given.thousandths * doses
        discarded = drug.discarded.thousandths * doses
        self.doses = doses
        isSingleDose = drug.isSingleDose
        route = drug.route
        self.times = isAdded ? 1 : times
        self.dates = dates
        parts = [given]
    }

    mutating func add(_ other: DrugAmount) {
        kinds += other.kinds.filter { !kinds.contains($0) }
        given += other.given
        discarded += other.discarded
        doses += other.doses
        dates = dates.joined(to: other.dates)
        parts += other.parts
    }
}

extension DaySpan {
    fileprivate func isOfSameMonth(as other: DaySpan) -> Bool {
        from.year == other.from.year && from.month == other.from.month
    }
}
