import Scoring

/// Visits alike but for one fact, in the order of that fact, and which of them is the visit as it is.
struct VisitSeries {
    let visits: [VisitChange]
    let now: Int
}

extension Encounter {
    /// The visit with other amounts, doses, days, hours between doses and units authorised or used: a series for each
    /// such fact of its drugs and therapies.
    func series(by wording: Wording) -> [VisitSeries] {
        guard let episode else { return [] }
        return episode.drugs.indices.flatMap { drugSeries($0, called: wording[episode.drugs[$0].kind]) }
            + episode.therapies.indices.flatMap { therapySeries($0, called: wording[episode.therapies[$0].kind]) }
            + unitSeries
    }

    private func drugSeries(_ position: Int, called name: String) -> [VisitSeries] {
        guard let drug = episode?.drugs[position] else { return [] }
        let each = drug.times > 1 ? " with each dose" : ""
        let step = drug.given.roundPart
        return [
            vary(around: drug.given.thousandths, step: step) { other, amount in
                guard let given = Amount(thousandths: amount, drug.given.unit) else { return nil }
                other.drugs[position].given = given
                return "\(given) of \(name) given\(each)"
            },
            vary([0, max(drug.discarded.thousandths, step)], now: drug.discarded.thousandths) { other, amount in
                guard let left = Amount(thousandths: amount, drug.given.unit) else { return nil }
                other.drugs[position].discarded = left
                return amount == 0 ? "nothing of the \(name) discarded" : "\(left) of \(name) discarded\(each)"
            },
            vary(around: drug.times, step: 1) { other, times in
                other.drugs[position].times = times
                return "\(quantity(times, "dose")) of \(name)"
            },
        ].compactMap(\.self)
    }

    private func therapySeries(_ position: Int, called name: String) -> [VisitSeries] {
        guard let therapy = episode?.therapies[position] else { return [] }
        var series = [
            vary(around: therapy.dates.days, step: 1) { other, days in
                guard let last = Day(ordinal: therapy.dates.from.ordinal + days - 1),
                    let dates = DaySpan(from: therapy.dates.from, through: last), days <= DaySpan.limit
                else { return nil }
                other.therapies[position].dates = dates
                other.therapies[position].infusedOn = therapy.infusedOn?.filter(dates.contains)
                return "\(name) on \(quantity(days, "day"))"
            },
            vary([0, 1], now: 1) { other, times in
                if times == 0 { other.therapies.remove(at: position) }
                return times == 0 ? "without the \(name)" : "as it was"
            },
        ]
        if let hours = therapy.everyHours {
            series.append(
                vary([4, 6, 8, 12, 24, 48, 72, 96], now: hours) { other, hours in
                    other.therapies[position].everyHours = hours
                    return "a dose of \(name) every \(hours) hours"
                })
        }
        if let aDay = therapy.aDay {
            series.append(
                vary(around: aDay.thousandths, step: aDay.roundPart) { other, amount in
                    guard let aDay = Amount(thousandths: amount, aDay.unit) else { return nil }
                    other.therapies[position].aDay = aDay
                    return "\(aDay) of \(name) a day"
                })
        }
        return series.compactMap(\.self)
    }

    private var unitSeries: [VisitSeries] {
        unitSeries(\.authorised) { "\($0) authorised" } + unitSeries(\.paid.unitsThisWeek) { "after \($0) this week" }
            + unitSeries(\.paid.unitsThisMonth) { "after \($0) this month" }
            + unitSeries(\.paid.unitsThisYear) { "after \($0) this year" }
    }

    /// A series for each code of which units are known.
    private func unitSeries(
        _ known: WritableKeyPath<Episode, [Code: Int]>, words: (_ units: String) -> String
    ) -> [VisitSeries] {
        (episode?[keyPath: known] ?? [:]).sorted { $0.key < $1.key }.compactMap { code, units in
            vary(around: units, step: 1) { other, units in
                other[keyPath: known][code] = units
                return words("\(quantity(units, "unit")) of \(code)")
            }
        }
    }

    // MARK: Making series

    /// As many steps to either side as are looked at.
    private static var reach: Int { 8 }

    private func vary(
        around now: Int, step: Int, _ change: (inout Episode, Int) -> String?
    ) -> VisitSeries? {
        vary((-Self.reach...Self.reach).map { now + $0 * step }.filter { $0 > 0 || $0 == now }, now: now, change)
    }

    /// The visit with each of some values, the one that it has among them; nil where it is alone.
    private func vary(
        _ values: [Int], now: Int, _ change: (inout Episode, Int) -> String?
    ) -> VisitSeries? {
        let values = values.contains(now) ? values : (values + [now]).sorted()
        var visits: [VisitChange] = []
        var position: Int?
        for value in values {
            guard var other = episode, let words = change(&other, value) else { continue }
            var encounter = self
            encounter.episode = other
            if value == now { position = visits.count }
            visits.append(VisitChange(encounter: encounter, words: words))
        }
        guard let position, visits.count > 1 else { return nil }
        return VisitSeries(visits: visits, now: position)
    }
}

extension Amount {
    /// About a fiftieth of it, as a round number: 5 mg of 345 mg, 20 mg of a gram.
    fileprivate var roundPart: Int {
        var step = 1
        while step * 10 <= thousandths / 50 { step *= 10 }
        return [5, 2].map { $0 * step }.first { $0 <= thousandths / 50 } ?? step
    }
}
