extension Rules {
    /// Bills the therapies of an encounter that a family pays for, by the days that the payer counts; those on which a
    /// therapy comes earlier or later among the day's therapies are billed apart.
    func billTherapies(
        of encounter: Encounter, for family: Family, tally: inout Tally, in derivation: inout Derivation
    ) {
        guard let therapies = encounter.episode?.therapies else { return }
        var added: [(therapy: Int, run: TherapyRun)] = []
        for (index, therapy) in therapies.enumerated() where family.pays(for: therapy.kind) {
            tally.isPaid = true
            if let (every, longest) = tooRare(therapy) {
                derivation.steps.note(
                    .therapy(.dosesTooRare(kind: therapy.kind, every: every, longest: longest)))
                continue
            }
            for run in runs(of: index, among: therapies, for: family) {
                guard family.addsTherapies else {
                    billRun(run, of: therapy, for: family, in: encounter, tally: &tally, in: &derivation)
                    continue
                }
                let same = added.firstIndex { therapies[$0.therapy].kind == therapy.kind && $0.run.isBilled(with: run) }
                if let same { added[same].run.add(run) } else { added.append((index, run)) }
            }
        }
        for (index, run) in added {
            billRun(run, of: therapies[index], for: family, in: encounter, tally: &tally, in: &derivation)
        }
    }

    private func billRun(
        _ run: TherapyRun, of therapy: Therapy, for family: Family, in encounter: Encounter, tally: inout Tally,
        in derivation: inout Derivation
    ) {
        derivation.steps.note(
            .therapy(
                .therapyRan(
                    kind: therapy.kind, days: run.days, order: run.order, on: run.dates, counted: policy.therapyDays)))
        let billed = policy.therapyDays == .dose ? therapy.doses(in: run.days) : run.days
        tally.amount += billed
        takeUp(
            Measured(
                family: tally.charge, amount: billed,
                setting: conditions.askAboutSettings ? setting(of: therapy, on: run, for: family, in: encounter) : nil,
                dates: run.dates),
            in: &derivation)
    }

    /// The days of a therapy by the lines on which they are billed.
    private func runs(of index: Int, among therapies: [Therapy], for family: Family) -> [TherapyRun] {
        let therapy = therapies[index]
        let began = therapy.began
        let earlier = family.isRanked ? ranked(before: index, among: therapies) : []
        // A day on which the same kind ran before counts once.
        let same =
            family.addsTherapies ? therapies[..<index].filter { $0.kind == therapy.kind && tooRare($0) == nil } : []
        var runs: [TherapyRun] = []
        let isDaily = policy.therapyDays == .access || therapy.isDaily && earlier.allSatisfy(\.isDaily)
        if earlier.isEmpty, isDaily, family.scope == nil, !policy.splitsMonths {
            let order = family.isRanked ? 1 : nil
            return [TherapyRun(days: therapy.dates.days, order: order, period: nil, month: nil, dates: therapy.dates)]
        }
        for part in therapy.dates.cut(byEndsOf: isDaily && same.isEmpty ? earlier : nil) {
            let days = isDaily && same.isEmpty ? part.days : 1
            guard isDaily || therapy.isInfused(on: part.from), !same.contains(where: { pays(for: $0, on: part.from) })
            else { continue }
            let order = family.isRanked ? earlier.count { pays(for: $0, on: part.from) } + 1 : nil
            for (dates, days) in share(days, over: part, by: family.scope, from: began) {
                let period = family.scope.flatMap { $0.period(of: dates.from, from: began) }
                let month = policy.splitsMonths ? Scope.month.period(of: dates.from, from: began) : nil
                let run = TherapyRun(days: days, order: order, period: period, month: month, dates: dates)
                if let same = runs.lastIndex(where: { $0.isBilled(with: run) }) {
                    runs[same].add(run)
                } else {
                    runs.append(run)
                }
            }
        }
        return runs
    }

    /// The hours between two doses of a therapy and the most for which its days are paid, where they are further apart;
    /// nil where they are not.
    private func tooRare(_ therapy: Therapy) -> (every: Int, longest: Int)? {
        guard let longest = policy.longestInterval, let every = therapy.everyHours, every > longest else { return nil }
        return (every, longest)
    }

    /// Whether the payer pays for a day of a therapy.
    private func pays(for therapy: Therapy, on day: Day) -> Bool {
        therapy.dates.contains(day) && (policy.therapyDays == .access || therapy.isInfused(on: day))
    }

    /// The therapies that come before one where both are paid on a day: the one that began first comes first, and of two
    /// that began together the one that is on record first.
    private func ranked(before index: Int, among therapies: [Therapy]) -> [Therapy] {
        let from = therapies[index].dates.from
        return therapies.indices.filter { other in
            (therapies[other].dates.from, other) < (from, index) && tooRare(therapies[other]) == nil
                && codes.families.contains { $0.isRanked && $0.pays(for: therapies[other].kind) }
        }.map { therapies[$0] }
    }

    private func setting(
        of therapy: Therapy, on run: TherapyRun, for family: Family, in encounter: Encounter
    ) -> Setting {
        Setting(
            place: therapy.place ?? "", kinds: [therapy.kind], order: run.order, everyHours: therapy.everyHours,
            aDay: therapy.aDay?.thousandths, age: encounter.age,
            month: family.scope == .anniversary ? run.dates.from.months(since: therapy.began) + 1 : nil)
    }
}

extension Family {
    /// Whether the days of all therapies of a kind count together, as over a month.
    fileprivate var addsTherapies: Bool {
        switch scope {
        case .week, .month, .year, .span: true
        // Each begins its months on a day of its own.
        case .visit, .day, .thirtyDays, .anniversary, nil: false
        }
    }
}

/// Days of a therapy that are billed on one line.
private struct TherapyRun {
    var days: Int
    let order: Int?
    let period: Int?
    let month: Int?
    var dates: DaySpan

    func isBilled(with other: TherapyRun) -> Bool {
        order == other.order && period == other.period && month == other.month
    }

    mutating func add(_ other: TherapyRun) {
        days += other.days
        dates = dates.joined(to: other.dates)
    }
}

extension DaySpan {
    /// The parts within which none of some therapies begins or ends; each day by itself where nobody says which.
    fileprivate func cut(byEndsOf therapies: [Therapy]?) -> [DaySpan] {
        guard let therapies else { return dates.map { DaySpan($0) } }
        if therapies.isEmpty { return [self] }
        let first = from.ordinal
        let last = through.ordinal
        let begins = therapies.flatMap { [$0.dates.from.ordinal, $0.dates.through.ordinal + 1] }
        let starts = ([first] + begins.filter { $0 > first && $0 <= last }).sorted()
        return starts.indices.compactMap { index in
            let end = index + 1 < starts.count ? starts[index + 1] - 1 : last
            guard let from = Day(ordinal: starts[index]), let through = Day(ordinal: end) else { return nil }
            return DaySpan(from: from, through: through)
        }
    }
}

extension Therapy {
    /// How many doses are infused on so many days of them.
    fileprivate func doses(in days: Int) -> Int {
        guard let everyHours, everyHours > 0, everyHours < 24 else { return days }
        return days * (24 / everyHours)
    }
}
