import Content
import Scoring

/// A visit that is like another but for one fact, and the words that say which.
struct VisitChange {
    let encounter: Encounter
    /// What sets the visit apart, as a heading: `without the travel`.
    let words: String
}

extension Encounter {
    /// The same with all of one activity left out, for each activity of it but care itself.
    var withoutActivities: [VisitChange] {
        Activity.allCases.filter { $0 != .patientCare }.compactMap { activity in
            without { $0.activity == activity }.map {
                VisitChange(encounter: $0, words: "without the \(activity.words)")
            }
        }
    }

    /// The same without one kind of service, for each where there are several.
    func withoutKinds(named label: (ID<ServiceKind>) -> String) -> [VisitChange] {
        let kinds = Set(visits.flatMap { $0.services.map(\.kind) }).sorted()
        guard kinds.count > 1 else { return [] }
        return kinds.compactMap { kind in
            without { $0.kind == kind }.map { VisitChange(encounter: $0, words: "without the \(label(kind))") }
        }
    }

    /// The same with every service of another kind, for each kind that there is.
    func ofKinds(_ kinds: [ID<ServiceKind>], named label: (ID<ServiceKind>) -> String) -> [VisitChange] {
        let given = Set(visits.flatMap { $0.services.map(\.kind) })
        guard given.count == 1 else { return [] }
        return kinds.filter { !given.contains($0) }.map { kind in
            var other = self
            for visit in other.visits.indices {
                for position in other.visits[visit].services.indices {
                    other.visits[visit].services[position].kind = kind
                }
            }
            return VisitChange(encounter: other, words: "had it been \(label(kind))")
        }
    }

    /// The same where its last piece of care takes so many minutes; nil where no length is known.
    func lasting(_ minutes: Int) -> VisitChange? {
        for visit in visits.indices.reversed() {
            for position in visits[visit].services.indices.reversed() {
                let service = visits[visit].services[position]
                guard service.activity == .patientCare, let time = service.time.lasting(minutes) else { continue }
                var other = self
                other.visits[visit].services[position].time = time
                return VisitChange(encounter: other, words: time.words(minutes))
            }
        }
        return nil
    }

    /// How long its last piece of care takes, in minutes; nil where that is not known.
    var lastMinutes: Int? {
        for service in visits.flatMap(\.services).reversed() where service.activity == .patientCare {
            if let minutes = service.time.length { return minutes }
        }
        return nil
    }

    /// Nil where nothing is left out, or nothing is left.
    private func without(_ isOut: (Service) -> Bool) -> Encounter? {
        var other = self
        for visit in other.visits.indices { other.visits[visit].services.removeAll(where: isOut) }
        other.visits.removeAll { $0.services.isEmpty }
        return other == self || other.visits.isEmpty ? nil : other
    }
}

extension Service.Time {
    /// The same start, and a stop so many minutes later.
    fileprivate func lasting(_ minutes: Int) -> Service.Time? {
        switch self {
        case .minutes: .minutes(minutes)
        case .clock(let start, _): .clock(start: start, stop: ClockTime(wrapping: start.minute + minutes))
        case .open, .unknown: nil
        }
    }

    fileprivate func words(_ minutes: Int) -> String {
        if case .clock(let start, let stop) = self { return "\(start) to \(stop), \(quantity(minutes, "minute"))" }
        return quantity(minutes, "minute")
    }
}
