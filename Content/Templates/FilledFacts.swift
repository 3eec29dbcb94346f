package import Scoring

extension Draw {
    /// The facts with their slots filled.
    package func encounter(_ pattern: EncounterPattern) -> Encounter {
        let date = day(pattern.date)
        return Encounter(
            date: date, visits: pattern.visits.map { visit($0) },
            minutesUsedThisWeek: minutes(pattern.minutesUsedThisWeek),
            age: pattern.age.map { number($0) }, episode: pattern.episode.map { episode($0, on: date) })
    }

    private func visit(_ pattern: EncounterPattern.VisitPattern) -> Visit {
        Visit(
            services: pattern.services.map { service($0) }, place: text(pattern.place),
            performer: ID(text(pattern.performer)), missing: pattern.missing, date: pattern.date.map { day($0) },
            group: pattern.group.map { ID(text($0)) })
    }

    private func service(_ pattern: EncounterPattern.ServicePattern) -> Service {
        var isNextDay = false
        func time(_ amount: Template.Amount) -> ClockTime { ClockTime(wrapping: minutes(amount)) }
        func begin(_ amount: Template.Amount) -> ClockTime {
            isNextDay = minutes(amount) >= ClockTime.minutesADay
            return time(amount)
        }
        let length: Service.Time =
            switch pattern.time {
            case .minutes(let amount): .minutes(minutes(amount))
            case .clock(let start, let stop): .clock(start: begin(start), stop: time(stop))
            case .open(let start): .open(start: begin(start))
            case .unknown: .unknown
            }
        return Service(
            ID(text(pattern.kind)), activity: pattern.activity, time: length, isNextDay: isNextDay,
            drug: pattern.drug.map { ID(text($0)) }, site: pattern.site.map { ID(text($0)) },
            route: pattern.route.map { ID(text($0)) }, isMainReason: pattern.isMainReason)
    }

    // MARK: Drugs and therapies

    private func episode(_ pattern: EpisodePattern, on date: Day) -> Episode {
        let paid = PaidBefore(
            unitsThisWeek: pattern.paid.unitsThisWeek.mapValues { number($0) },
            unitsThisMonth: pattern.paid.unitsThisMonth.mapValues { number($0) },
            unitsThisYear: pattern.paid.unitsThisYear.mapValues { number($0) },
            lastVisit: pattern.paid.lastVisit.map { day($0) })
        return Episode(
            drugs: pattern.drugs.map { drug($0, on: date) }, therapies: pattern.therapies.map { therapy($0) },
            paid: paid, authorised: pattern.authorised.mapValues { number($0) },
            received: pattern.received.map { day($0) })
    }

    private func drug(_ pattern: EpisodePattern.Drug, on date: Day) -> DrugGiven {
        let first = pattern.from.map { day($0) }
        let last = pattern.through.map { day($0) } ?? first
        return DrugGiven(
            ID(text(pattern.kind)), given: pattern.given.map { amount($0) } ?? .none(.units),
            discarded: pattern.discarded.map { amount($0) }, isSingleDose: pattern.isSingleDose,
            times: number(pattern.times), dates: first.flatMap { from in last.flatMap { span(from, $0) } },
            route: pattern.route.map { ID(text($0)) })
    }

    private func therapy(_ pattern: EpisodePattern.Therapy) -> Therapy {
        Therapy(
            ID(text(pattern.kind)), dates: span(day(pattern.from), day(pattern.through)),
            everyHours: pattern.every.map { number($0) }, aDay: pattern.aDay.map { amount($0) },
            infusedOn: pattern.infused.isEmpty ? nil : pattern.infused.map { day($0) }, place: pattern.place,
            since: pattern.since.map { day($0) })
    }

    /// A template whose days can run backwards is refused where packs are read.
    private func span(_ from: Day, _ through: Day) -> DaySpan {
        DaySpan(from: from, through: through) ?? DaySpan(from)
    }

    // MARK: Values

    /// The words that are fixed, or that a slot holds.
    func text(_ word: Template.Word) -> String {
        switch word {
        case .fixed(let text): text
        case .slot(let position, let column): words(of: position, column: column)
        }
    }

    /// The number that is fixed, or that a slot holds or spells.
    package func number(_ number: Template.Number) -> Int {
        switch number {
        case .fixed(let number): number
        case .slot(let position): minutes(.slot(position))
        case .words(let position, let column): Int(words(of: position, column: column)) ?? 0
        }
    }

    /// The amount that is fixed, or that a slot holds or spells.
    package func amount(_ quantity: Template.Quantity) -> Amount {
        switch quantity {
        case .fixed(let amount): amount
        case .slot(let position, let unit): Amount(thousandths: minutes(.slot(position)), unit) ?? .none(unit)
        case .words(let position, let column): Amount(words(of: position, column: column)) ?? .none(.units)
        }
    }

    /// The day that is fixed, or that a slot holds.
    package func day(_ date: Template.Date) -> Day {
        switch date {
        case .fixed(let day): day
        case .slot(let position): Day(ordinal: minutes(.slot(position))) ?? Day.first
        }
    }
}
