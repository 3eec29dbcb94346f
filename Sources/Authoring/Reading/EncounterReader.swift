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
    /// Reads the facts of an encounter: one visit, or several under `visits:`, and what was given over days.
    func readEncounter(_ value: Value, defaults: EncounterDefaults) -> Encounter? {
        guard var fields = value.fields(of: defaults.date == nil ? .dated : .undated) else { return nil }
        let date = fields.value("date")?.day() ?? defaults.date
        var defaults = defaults
        defaults.place = fields.value("place").flatMap { $0.placeOfService() } ?? defaults.place
        defaults.performer = fields.value("performer").flatMap(readPerformer) ?? defaults.performer
        let missing = readMissing(&fields)
        let used = fields.integer("minutes-used-this-week") ?? 0
        let age = fields.integer("age")
        let episode = readEpisode(&fields, from: date)
        let isEmpty = episode.map { $0.drugs.isEmpty && $0.therapies.isEmpty } ?? true
        let visits = readVisits(
            &fields, from: date, defaults: defaults, missing: missing,
            isRequired: isEmpty && !fields.has("drugs") && !fields.has("therapies"))
        fields.finish()
        guard let date else { return nil }
        let encounter = Encounter(
            date: date, visits: visits, minutesUsedThisWeek: used, age: age, episode: episode)
        for fact in encounter.impossibleFacts {
            (fields.value("visits", isRequired: false) ?? fields.value("services", isRequired: false) ?? value).fail(
                fact.words, mend: fact.mend)
        }
        return encounter
    }

    private func readVisits(
        _ fields: inout Fields, from date: Day?, defaults: EncounterDefaults, missing: Set<RecordItem>,
        isRequired: Bool
    ) -> [Visit] {
        var last = date
        let several = fields.few("visits", "visit") { value -> Visit? in
            let visit = readVisit(value, defaults: defaults, missing: missing)
            if let day = visit?.date, let date { checkDay(day, of: "a visit", from: date, after: last, at: value) }
            last = visit?.date ?? last
            return visit
        }
        _ = fields.value("services")
        let single = fields.value("services", isRequired: isRequired && several == nil)
        if let several {
            single?.fail("an encounter has services: or visits:, not both", mend: "put the services under a visit")
            return several
        }
        guard single != nil else { return [] }
        return [
            Visit(
                services: readServices(&fields, missing: missing), place: defaults.place,
                performer: defaults.performer, missing: missing)
        ]
    }

    private func readVisit(_ value: Value, defaults: EncounterDefaults, missing: Set<RecordItem>) -> Visit? {
        guard var fields = value.fields(of: .visit) else { return nil }
        let place = fields.value("place").flatMap { $0.placeOfService() } ?? defaults.place
        let performer = fields.value("performer").flatMap(readPerformer) ?? defaults.performer
        let date = fields.value("date")?.day()
        let group: ID<CareGroup>? = fields.value("group")?.id()
        let missing = missing.union(readMissing(&fields))
        let services = readServices(&fields, missing: missing)
        fields.finish()
        return Visit(
            services: services, place: place, performer: performer, missing: missing, date: date, group: group)
    }

    private func readPerformer(_ value: Value) -> ID<Performer>? {
        known(value, among: names.performers, what: "performer")
    }

    private func readMissing(_ fields: inout Fields) -> Set<RecordItem> {
        Set(fields.value("missing")?.list { $0.choice(RecordItem.self) } ?? [])
    }

    /// Says so where a day is not one of the encounter's, or comes before one that it stands after.
    func checkDay(_ day: Day, of what: String, from date: Day, after last: Day? = nil, at value: Value) {
        if day < date {
            value.fail(
                "\(what) is of \(day), before the encounter's date, \(date)", mend: "let date: be the first day of all")
        } else if day.ordinal - date.ordinal >= DaySpan.limit {
            value.fail(
                "\(what) is of \(day), \(day.ordinal - date.ordinal) days after the encounter's date, \(date)",
                mend: "an encounter has \(DaySpan.limit) days at most")
        } else if let last, day < last {
            value.fail("\(what) of \(day) stands after one of \(last)", mend: "put them in the order of their days")
        }
    }
}
