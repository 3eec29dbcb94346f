import Content
import Scoring

extension PackReader {
    /// What drugs, therapies and dates of a filled template say that cannot be.
    func problem(inEpisodeOf encounter: Encounter) -> String? {
        var days: [Day] = []
        for visit in encounter.visits {
            guard let day = visit.date else { continue }
            if let last = days.last, day < last { return "a visit of \(day) stands after one of \(last)" }
            days.append(day)
        }
        guard let episode = encounter.episode else { return problem(in: days, from: encounter.date) }
        days += episode.drugs.flatMap { [$0.dates?.from, $0.dates?.through].compactMap(\.self) }
        days += episode.therapies.flatMap { [$0.dates.from, $0.dates.through] }
        if let last = episode.paid.lastVisit, last >= encounter.date {
            return "the last visit before \(encounter.date) is of \(last)"
        }
        if let received = episode.received, received < encounter.date {
            return "the claim is received on \(received), before the care of \(encounter.date)"
        }
        return problem(in: days, from: encounter.date) ?? episode.drugs.lazy.compactMap(problem).first
            ?? episode.therapies.lazy.compactMap(problem).first
            ?? problem(inUnits: episode.authorised.values, "are authorised")
            ?? problem(inUnits: episode.paid.unitsThisWeek.values, "were paid this week")
            ?? problem(inUnits: episode.paid.unitsThisMonth.values, "were paid this month")
            ?? problem(inUnits: episode.paid.unitsThisYear.values, "were paid this year")
    }

    private func problem(inUnits units: some Sequence<Int>, _ words: String) -> String? {
        units.first { !(0...9_999).contains($0) }.map { "\($0) units \(words)" }
    }

    private func problem(in days: [Day], from date: Day) -> String? {
        if let early = days.first(where: { $0 < date }) {
            return "something is of \(early), before the encounter's date, \(date)"
        }
        return days.first { $0.ordinal - date.ordinal >= DaySpan.limit }.map {
            "something is of \($0), more than \(DaySpan.limit) days after \(date)"
        }
    }

    private func problem(in drug: DrugGiven) -> String? {
        if !(1...9_999).contains(drug.times) { return "\(drug.kind) is given \(drug.times) times" }
        guard let measure = names.measures[drug.kind] else { return nil }
        if !measure.isOfDrugs { return "\(drug.kind) is billed by its \(measure.counted), not as a drug" }
        if case .amount(let unit) = measure, unit != drug.given.unit {
            return "\(drug.kind) is billed in \(unit.rawValue), and \(drug.given) is none"
        }
        return drug.discarded.unit == drug.given.unit
            ? nil : "\(drug.given) of \(drug.kind) is given and \(drug.discarded) discarded"
    }

    private func problem(in therapy: Therapy) -> String? {
        if let since = therapy.since, since > therapy.dates.from {
            return "\(therapy.kind) began on \(since), after its first day, \(therapy.dates.from)"
        }
        if let every = therapy.everyHours, !(1...720).contains(every) {
            return "\(therapy.kind) runs every \(every) hours"
        }
        if let stray = therapy.infusedOn?.first(where: { !therapy.dates.contains($0) }) {
            return "\(therapy.kind) is infused on \(stray), which is not one of its days, \(therapy.dates)"
        }
        if let measure = names.measures[therapy.kind], measure != .days {
            return "\(therapy.kind) is billed by its \(measure.counted), not by the day"
        }
        guard let aDay = therapy.aDay, let unit = names.dailyUnits[therapy.kind], unit != aDay.unit else { return nil }
        return "the codes of \(therapy.kind) go by \(unit.rawValue) a day, and \(aDay) is none"
    }
}
