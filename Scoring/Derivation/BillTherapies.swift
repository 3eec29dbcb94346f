extension Rules {
    /// Bills the therapies of an encounter that a family pays for, by the days that the payer counts; those on which a
    /// therapy has another place in the order of the day's therapies are billed apart.
    func billTherapies(
        of encounter: Encounter, for family: Family, tally: inout Tally, in derivation: inout Derivation
    ) {
        for (index, therapy) in (encounter.episode?.therapies ?? []).enumerated() where family.pays(for: therapy.kind) {
            tally.isPaid = true
            if let longest = policy.longestInterval, let every = therapy.everyHours, every > longest {
                derivation.steps.note(.therapy(.dosesTooRare(kind: therapy.kind, every: every, longest: longest)))
                continue
            }
            var runs: [Run] = []
            for day in therapy.dates.dates where pays(for: therapy, on: day) {
                let order = family.isRanked ? self.order(of: index, on: day, in: encounter) : nil
                add(day, order: order, by: family.scope, to: &runs)
            }
            for run in runs {
                derivation.steps.note(
                    .therapy(
                        .therapyRan(
                            kind: therapy.kind, days: run.days, order: run.order, on: run.dates,
                            counted: policy.therapyDays)))
                tally.amount += run.days
                charge(
                    Measured(
                        family: tally.charge, amount: run.days,
                        setting: asksAboutSettings ? setting(of: therapy, order: run.order) : nil, dates: run.dates),
                    in: &derivation)
            }
        }
    }

    /// Days that are billed on one line.
    private struct Run {
        var days: Int
        let order: Int?
        let period: Int?
        let month: Int?
        var dates: DaySpan
    }

    /// Adds a day to those that are billed on one line with it.
    private func add(_ day: Day, order: Int?, by scope: Scope?, to runs: inout [Run]) {
        let period = scope.flatMap { $0.period(of: day) }
        let month = policy.splitsMonths ? Scope.month.period(of: day) : nil
        if let index = runs.lastIndex(where: { $0.order == order && $0.period == period && $0.month == month }) {
            runs[index].days += 1
            runs[index].dates = runs[index].dates.joined(to: DaySpan(day))
        } else {
            runs.append(Run(days: 1, order: order, period: period, month: month, dates: DaySpan(day)))
        }
    }

    /// Whether the payer pays for a day of a therapy.
    private func pays(for therapy: Therapy, on day: Day) -> Bool {
        therapy.dates.contains(day) && (policy.therapyDays == .access || therapy.isInfused(on: day))
    }

    /// The place of a therapy among those that are paid on a day: the one that began first comes first, and of two that
    /// began together the one that is on record first.
    private func order(of index: Int, on day: Day, in encounter: Encounter) -> Int {
        let therapies = encounter.episode?.therapies ?? []
        let before = therapies.indices.filter { other in
            let earlier = (therapies[other].dates.from, other) < (therapies[index].dates.from, index)
            return earlier && pays(for: therapies[other], on: day) && isRanked(therapies[other])
        }
        return before.count + 1
    }

    private func isRanked(_ therapy: Therapy) -> Bool {
        codes.families.contains { $0.isRanked && $0.pays(for: therapy.kind) }
    }

    private func setting(of therapy: Therapy, order: Int?) -> Setting {
        Setting(
            kinds: [therapy.kind], order: order, everyHours: therapy.everyHours, aDay: therapy.aDay?.thousandths)
    }
}
