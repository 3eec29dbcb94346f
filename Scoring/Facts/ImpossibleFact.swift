/// Something in the facts of an encounter that cannot have happened to one patient, so that no claim follows from it.
package enum ImpossibleFact: Error, Hashable, Sendable {
    /// One person gave care at two visits at the same time: the minutes would be billed twice.
    case overlappingVisits(ClockSpan, ClockSpan)
    /// The visits of one day come to so many minutes, more than a day has; so do those of some other days.
    case longDay(Day, minutes: Int, others: Int = 0)
    /// The services of one visit come to so many minutes, more than two days have.
    case longVisit(minutes: Int)

    /// What is wrong, as a clause.
    package var words: String {
        switch self {
        case .overlappingVisits(let earlier, let later):
            "a visit from \(earlier) and one from \(later) overlap, and would count the same minutes twice"
        case .longDay(let day, let minutes, let others):
            "the visits of \(day) come to \(minutes) minutes, more than a day has\(others == 0 ? "" : ", and so do those of \(quantity(others, "other day"))")"
        case .longVisit(let minutes):
            "the services of one visit come to \(minutes) minutes, more than two days have"
        }
    }

    /// How to mend it, as a clause.
    package var mend: String {
        switch self {
        case .overlappingVisits: "make them one visit with several services, name who else gave care, or mend the times"
        case .longDay, .longVisit: "mend their times"
        }
    }
}

extension Encounter {
    /// What cannot be true of it; nothing where all can. The services of one visit may run at the same time.
    package var impossibleFacts: [ImpossibleFact] {
        var facts = visits.compactMap(\.tooLong)
        if let overlap = overlap { facts.append(overlap) }
        let long = longDays
        if let first = long.first {
            facts.append(.longDay(first.day, minutes: first.minutes, others: long.count - 1))
        }
        return facts
    }

    /// The days of which several visits come to more minutes than a day has.
    private var longDays: [(day: Day, minutes: Int)] {
        Dictionary(grouping: visits) { $0.date ?? date }.compactMap { day, visits in
            let minutes = visits.reduce(0) { $0 + $1.minutesOfFirstDay }
            return visits.count > 1 && minutes > ClockTime.minutesADay ? (day, minutes) : nil
        }.sorted { $0.day < $1.day }
    }

    /// The first two visits at which one person gave care at the same time; two people may.
    private var overlap: ImpossibleFact? {
        guard visits.count > 1 else { return nil }
        var people: [ID<Performer>] = []
        for visit in visits where !people.contains(visit.performer) { people.append(visit.performer) }
        return people.lazy.compactMap(overlap).first
    }

    private func overlap(of performer: ID<Performer>) -> ImpossibleFact? {
        let care = visits.enumerated().filter { $0.element.performer == performer }
            .flatMap { index, visit in
                let days = (visit.date ?? date).ordinal - date.ordinal
                return visit.care.map { (visit: index, span: $0.later(byDays: days)) }
            }
            .sorted { ($0.span.start, $0.visit) < ($1.span.start, $1.visit) }
        guard var last = care.first else { return nil }
        for next in care.dropFirst() {
            if next.span.start < last.span.end, next.visit != last.visit {
                let days = (visits[last.visit].date ?? date).ordinal - date.ordinal
                return .overlappingVisits(last.span.later(byDays: -days), next.span.later(byDays: -days))
            }
            if next.span.end > last.span.end { last = next }
        }
        return nil
    }
}

extension Visit {
    /// The care that was given by the clock.
    fileprivate var care: [ClockSpan] { services.filter { $0.activity == .patientCare }.compactMap(\.span) }

    /// Minutes of care before the midnight that followed the date of service; each once by the clock.
    fileprivate var minutesOfFirstDay: Int {
        var reached = 0
        let timed = care.sorted { $0.start < $1.start }.reduce(0) { sum, span in
            let end = min(span.end, ClockTime.minutesADay)
            defer { reached = max(reached, end) }
            return sum + max(end - max(span.start, reached), 0)
        }
        let untimed = services.filter { $0.activity == .patientCare && $0.span == nil }
        return untimed.reduce(timed) { $0 + ($1.time.length ?? 0) }
    }

    fileprivate var tooLong: ImpossibleFact? {
        let minutes = services.reduce(0) { $0 + ($1.time.length ?? 0) }
        return minutes > 2 * ClockTime.minutesADay ? .longVisit(minutes: minutes) : nil
    }
}
