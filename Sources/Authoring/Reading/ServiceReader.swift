import Content
import Scoring

extension PackReader {
    /// Reads what was done in one visit.
    func readServices(_ fields: inout Fields, missing: Set<RecordItem>) -> [Service] {
        fields.few("services", "service") { readService($0, missing: missing) } ?? []
    }

    private func readService(_ value: Value, missing: Set<RecordItem>) -> Service? {
        guard var fields = value.fields(of: .service) else { return nil }
        let named = fields.value("kind")
        let kind = named.flatMap { known($0, among: names.serviceKinds, what: "service") }
        if let kind, let named { checkIsService(kind, at: named) }
        let activity = fields.value("activity")?.choice(Activity.self) ?? .patientCare
        let isNextDay = fields.value("next-day")?.flag() ?? false
        let time = readTime(&fields, missing: missing)
        let drug: ID<Drug>? = fields.value("drug")?.id()
        let site: ID<AccessSite>? = fields.value("site")?.id()
        let route: ID<Route>? = fields.value("route")?.id()
        let isMainReason = fields.value("main-reason")?.flag() ?? false
        fields.finish()
        guard let kind, let time else { return nil }
        return Service(
            kind, activity: activity, time: time, isNextDay: isNextDay, drug: drug, site: site,
            route: route, isMainReason: isMainReason)
    }

    /// What is billed by amount or by dose is no service of a visit.
    func checkIsService(_ kind: ID<ServiceKind>, at value: Value) {
        guard let measure = names.measures[kind], measure.isOfDrugs else { return }
        value.fail("\(kind) is billed by its \(measure.counted)", mend: "list it under drugs: of the encounter")
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
        guard minutes > 12 * 60 else { return }
        let mend =
            stop < start && stop.minute > 0
            ? "swap start and stop if no midnight lies between them" : "mend one of them if less is meant"
        value.warn(
            "from \(start) to \(stop) the next day is \(minutes) minutes", mend: mend)
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

extension Measure {
    /// Whether drugs are measured so, and not what is done in visits.
    var isOfDrugs: Bool {
        switch self {
        case .amount, .doses: true
        case .minutes, .days, .occurrences, .sites: false
        }
    }

    /// What is counted, in words.
    var counted: String {
        switch self {
        case .minutes: "minutes"
        case .days: "days"
        case .doses: "doses"
        case .occurrences: "times that it is done"
        case .sites: "sites"
        case .amount: "amount"
        }
    }
}
