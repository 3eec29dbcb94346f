import Content
import Scoring

/// What an encounter holds besides visits.
extension PackReader {
    /// Reads drugs, therapies and what was paid before; nil where the encounter has none of them. Its first day is nil
    /// where it could not be read.
    func readEpisode(_ fields: inout Fields, from date: Day?) -> Episode? {
        let drugs = fields.few("drugs", "drug") { readDrug($0, from: date) }
        let therapies = fields.few("therapies", "therapy") { readTherapy($0, from: date) }
        let paid = fields.value("paid").map { readPaid($0, before: date) }
        let authorised = fields.has("authorised") ? readUnits("authorised", of: &fields) : nil
        if authorised == nil { _ = fields.value("authorised") }
        let receipt = fields.value("received")
        let received = receipt?.day()
        if let received, let receipt, let date, received < date {
            receipt.fail(
                "the claim is received on \(received), before the care of \(date)", mend: "mend one of the dates")
        }
        guard drugs != nil || therapies != nil || paid != nil || authorised != nil || received != nil else {
            return nil
        }
        return Episode(
            drugs: drugs ?? [], therapies: therapies ?? [], paid: paid ?? PaidBefore(), authorised: authorised ?? [:],
            received: received)
    }

    private func readPaid(_ value: Value, before date: Day?) -> PaidBefore {
        guard var fields = value.fields(of: .paid) else { return PaidBefore() }
        let week = readUnits("units-this-week", of: &fields)
        let month = readUnits("units-this-month", of: &fields)
        let year = readUnits("units-this-year", of: &fields)
        let visit = fields.value("last-visit")
        let lastVisit = visit?.day()
        fields.finish()
        if let lastVisit, let visit, let date, lastVisit >= date {
            visit.fail(
                "the last visit before the encounter, \(lastVisit), is not before its date, \(date)",
                mend: "list it under visits:, or mend the date")
        }
        return PaidBefore(unitsThisWeek: week, unitsThisMonth: month, unitsThisYear: year, lastVisit: lastVisit)
    }

    // MARK: Drugs

    private func readDrug(_ value: Value, from date: Day?) -> DrugGiven? {
        guard var fields = value.fields(of: .drug) else { return nil }
        let named = fields.value("kind")
        let kind = named.flatMap { known($0, among: names.serviceKinds, what: "service") }
        let measure = kind.flatMap { names.measures[$0] }
        if let kind, let measure, !measure.isOfDrugs {
            named?.fail(
                "\(kind) is billed by its \(measure.counted), not as a drug",
                mend: "list it under \(measure == .days ? "therapies:" : "services:"), or bill it by measure: mg")
        }
        let givenValue = fields.value("given")
        let given = givenValue?.amount()
        let discardedValue = fields.value("discarded")
        let discarded = discardedValue?.amount()
        let times = fields.integer("doses") ?? 1
        let container = fields.value("container")?.choice(Shape.Container.self) ?? .singleDose
        let dates = readDates(&fields, of: "a dose", from: date)
        let route: ID<Route>? = fields.value("route")?.id()
        fields.finish()
        if givenValue == nil, measure != .doses {
            value.fail("a drug needs the key given", mend: "say how much each dose gave, such as given: 345 mg")
        }
        if let kind, let measure, let given, let givenValue { checkUnit(of: given, kind, measure, at: givenValue) }
        if let given, given.thousandths == 0 {
            givenValue?.fail(
                "a dose gives more than nothing, found \(given)", mend: "write how much it gave, or drop it")
        }
        if let given, let discarded, given.unit != discarded.unit {
            discardedValue?.fail(
                "what was discarded is in \(discarded.unit.rawValue), and what was given in \(given.unit.rawValue)",
                mend: "write both in \(given.unit.rawValue)")
        }
        guard let kind, given != nil || givenValue == nil else { return nil }
        return DrugGiven(
            kind, given: given ?? .none(.units), discarded: discarded, isSingleDose: container == .singleDose,
            times: times, dates: dates, route: route)
    }

    private func checkUnit(of given: Amount, _ kind: ID<ServiceKind>, _ measure: Measure, at value: Value) {
        guard case .amount(let unit) = measure, unit != given.unit else { return }
        value.fail(
            "\(kind) is billed in \(unit.rawValue), and \(given) is none", mend: "write the amount in \(unit.rawValue)")
    }

    // MARK: Therapies

    private func readTherapy(_ value: Value, from date: Day?) -> Therapy? {
        guard var fields = value.fields(of: .therapy) else { return nil }
        let named = fields.value("kind")
        let kind = named.flatMap { known($0, among: names.serviceKinds, what: "service") }
        if let kind, let measure = names.measures[kind], measure != .days {
            named?.fail(
                "\(kind) is billed by its \(measure.counted), not by the day",
                mend: "list it under \(measure.isOfDrugs ? "drugs:" : "services:"), or bill it by measure: days")
        }
        let dates = readSpan(fields.value("from"), fields.value("to"), of: "a therapy", from: date)
        let every = fields.integer("every")
        let volume = fields.value("a-day")
        let aDay = volume?.amount()
        if let kind, let aDay, let volume, let unit = names.dailyUnits[kind], unit != aDay.unit {
            volume.fail(
                "the codes of \(kind) go by \(unit.rawValue) a day, and \(aDay) is none",
                mend: "write the amount in \(unit.rawValue)")
        }
        var listed: Set<Day> = []
        let infused = fields.few("infused", "day") { element -> Day? in
            guard let day = element.day() else { return nil }
            if !listed.insert(day).inserted {
                element.fail("\(day) is listed already", mend: "drop it, or write the day that is meant")
            }
            if let dates, !dates.contains(day) {
                element.fail(
                    "\(day) is not one of the therapy's days, \(dates)", mend: "mend it, or widen from: and to:")
            }
            return day
        }
        let place = fields.value("place")?.placeOfService()
        let beginning = fields.value("since")
        let since = beginning?.day()
        if let since, let beginning, let dates, since > dates.from {
            beginning.fail(
                "the therapy began on \(since), after its first day, \(dates.from)", mend: "drop it, or mend a date")
        }
        fields.finish()
        guard let kind, let dates else { return nil }
        return Therapy(
            kind, dates: dates, everyHours: every, aDay: aDay, infusedOn: infused, place: place, since: since)
    }

    // MARK: Dates

    /// One day under `date:`, or several under `from:` and `to:`; nil for the encounter's.
    private func readDates(_ fields: inout Fields, of what: String, from date: Day?) -> DaySpan? {
        let single = fields.value("date")
        if fields.has("from") || fields.has("to") {
            single?.fail("a date beside from: and to: says the same thing twice", mend: "keep one of them")
            (_, _) = (fields.value("from"), fields.value("to"))
            let (first, last) = (fields.value("from", isRequired: true), fields.value("to", isRequired: true))
            return readSpan(first, last, of: what, from: date)
        }
        (_, _) = (fields.value("from"), fields.value("to"))
        guard let single, let day = single.day() else { return nil }
        if let date { checkDay(day, of: what, from: date, at: single) }
        return DaySpan(day)
    }

    private func readSpan(_ first: Value?, _ last: Value?, of what: String, from date: Day?) -> DaySpan? {
        let (from, through) = (first?.day(), last?.day())
        guard let from, let through, let first, let last else { return nil }
        guard let span = DaySpan(from: from, through: through) else {
            last.fail("the last day, \(through), comes before the first, \(from)", mend: "swap them, or mend one")
            return nil
        }
        guard span.days <= DaySpan.limit else {
            last.fail(
                "from \(from) to \(through) are \(span.days) days, more than a year has",
                mend: "an encounter has \(DaySpan.limit) days at most: mend a date, or make two encounters")
            return nil
        }
        if let date {
            checkDay(from, of: what, from: date, at: first)
            if from >= date { checkDay(through, of: what, from: date, at: last) }
        }
        return span
    }
}
