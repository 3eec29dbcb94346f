import Content
import Scoring

/// What an encounter has when its file does not say.
struct EncounterDefaults {
    /// Nil where the file must give a date.
    var date: Day?
    var performer: ID<Performer>
    var place: String

    init(date: Day? = nil, of pack: Pack) {
        self.date = date
        performer = pack.performers.first?.subject ?? "anyone"
        place = pack.usualPlace
    }
}

extension PackReader {
    /// Reads the facts of an encounter: one visit, or several under `visits:`.
    func readEncounter(_ value: Value, defaults: EncounterDefaults) -> Encounter? {
        guard var fields = value.fields(of: defaults.date == nil ? .dated : .undated) else { return nil }
        let date = fields.value("date")?.day() ?? defaults.date
        var defaults = defaults
        defaults.place = fields.value("place").flatMap { $0.placeOfService() } ?? defaults.place
        defaults.performer = fields.value("performer").flatMap(readPerformer) ?? defaults.performer
        let missing = readMissing(&fields)
        let used = fields.integer("minutes-used-this-week") ?? 0
        var visits: [Visit] = []
        if let several = fields.value("visits") {
            visits = several.list(ofAtLeastOne: "visit") { readVisit($0, defaults: defaults, missing: missing) }
            if let services = fields.value("services") {
                services.fail("an encounter has services: or visits:, not both", mend: "put the services under a visit")
            }
        } else if let services = fields.value("services", isRequired: true) {
            visits = [
                Visit(
                    services: readServices(services, missing: missing), place: defaults.place,
                    performer: defaults.performer, missing: missing)
            ]
        }
        fields.finish()
        guard let date else { return nil }
        let encounter = Encounter(date: date, visits: visits, minutesUsedThisWeek: used)
        for fact in encounter.impossibleFacts {
            (fields.value("visits", isRequired: false) ?? fields.value("services", isRequired: false) ?? value).fail(
                fact.words, mend: fact.mend)
        }
        return encounter
    }

    private func readVisit(_ value: Value, defaults: EncounterDefaults, missing: Set<RecordItem>) -> Visit? {
        guard var fields = value.fields(of: .visit) else { return nil }
        let place = fields.value("place").flatMap { $0.placeOfService() } ?? defaults.place
        let performer = fields.value("performer").flatMap(readPerformer) ?? defaults.performer
        let missing = missing.union(readMissing(&fields))
        let services = fields.value("services").map { readServices($0, missing: missing) } ?? []
        fields.finish()
        return Visit(services: services, place: place, performer: performer, missing: missing)
    }

    private func readPerformer(_ value: Value) -> ID<Performer>? {
        known(value, among: names.performers, what: "performer")
    }

    private func readMissing(_ fields: inout Fields) -> Set<RecordItem> {
        Set(fields.value("missing")?.list { $0.choice(RecordItem.self) } ?? [])
    }

    // MARK: Services

    private func readServices(_ value: Value, missing: Set<RecordItem>) -> [Service] {
        value.list(ofAtLeastOne: "service") { readService($0, missing: missing) }
    }

    private func readService(_ value: Value, missing: Set<RecordItem>) -> Service? {
        guard var fields = value.fields(of: .service) else { return nil }
        let kind = fields.value("kind").flatMap {
            known($0, among: names.serviceKinds, what: "service")
        }
        let activity = fields.value("activity")?.choice(Activity.self) ?? .patientCare
        let isNextDay = fields.value("next-day")?.flag() ?? false
        let time = readTime(&fields, missing: missing)
        fields.finish()
        guard let kind, let time else { return nil }
        return Service(kind, activity: activity, time: time, isNextDay: isNextDay)
    }

    private func readTime(_ fields: inout Fields, missing: Set<RecordItem>) -> Service.Time? {
        let startValue = fields.value("start")
        let stopValue = fields.value("stop")
        let minutesValue = fields.value("minutes")
        let value = fields.owner
        value.checkTimes(startValue, stopValue, minutesValue, missing: missing)
        if minutesValue != nil { return fields.integer("minutes").map(Service.Time.minutes) }
        let start = startValue?.time()
        let stop = stopValue?.time()
        switch (startValue, stopValue) {
        case (_?, _?):
            guard let start, let stop else { return nil }
            checkSpan(from: start, to: stop, at: value)
            return .clock(start: start, stop: stop)
        case (_?, nil): return start.map { .open(start: $0) }
        case (nil, _): return .unknown
        }
    }

    private func checkSpan(from start: ClockTime, to stop: ClockTime, at value: Value) {
        let minutes = stop.minute - start.minute + (stop <= start ? ClockTime.minutesADay : 0)
        if start == stop {
            value.fail("the service starts and stops at \(start)", mend: "one of the times is wrong")
        } else if minutes > 12 * 60 {
            value.warn(
                "from \(start) to \(stop) the next day is \(minutes) minutes",
                mend: "swap start and stop if no midnight lies between them")
        }
    }
}

extension Value {
    /// Says so where a service's times contradict each other, or one is not there and nothing says that it is missing.
    func checkTimes(_ start: Value?, _ stop: Value?, _ minutes: Value?, missing: Set<RecordItem>) {
        if let minutes {
            guard start != nil || stop != nil else { return }
            return minutes.fail("minutes beside start and stop say the same thing twice", mend: "keep one of them")
        }
        switch (start, stop) {
        case (_?, nil) where missing.isDisjoint(with: [.stop, .duration]):
            fail("the service starts and never stops", mend: "add stop:, or say missing: [stop]")
        case (nil, _?) where missing.isDisjoint(with: [.start, .duration]):
            fail("the service stops and never starts", mend: "add start:, or say missing: [start]")
        case (nil, nil) where missing.isEmpty:
            fail("the service has no time", mend: "give start: and stop:, or minutes:, or missing: [duration]")
        default: break
        }
    }
}
