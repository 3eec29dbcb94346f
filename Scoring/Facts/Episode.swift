/// What an encounter holds besides visits: the drugs given, the therapies that ran, and what was paid before.
package struct Episode: Hashable, Sendable {
    /// Drugs, in the order of the record.
    package var drugs: [DrugGiven]
    /// Therapies, in the order of the record.
    package var therapies: [Therapy]
    /// What the payer has paid before.
    package var paid: PaidBefore
    /// The units of service that the payer has authorised and that are not used up, by code; a code that is missing
    /// has no authorisation.
    package var authorised: [Code: Int]
    /// The day on which the payer receives the claim; nil where it is in time.
    package var received: Day?

    package init(
        drugs: [DrugGiven] = [], therapies: [Therapy] = [], paid: PaidBefore = PaidBefore(),
        authorised: [Code: Int] = [:], received: Day? = nil
    ) {
        self.drugs = drugs
        self.therapies = therapies
        self.paid = paid
        self.authorised = authorised
        self.received = received
    }
}

/// Doses of one drug that are all alike.
package struct DrugGiven: Hashable, Sendable {
    /// The drug.
    package var kind: ID<ServiceKind>
    /// What each dose gave the patient.
    package var given: Amount
    /// What was left of its containers and thrown away with each dose; of the unit of what was given.
    package var discarded: Amount
    /// Whether the containers hold one dose each, so that what is discarded can be billed.
    package var isSingleDose: Bool
    /// How many doses, 1 or more.
    package var times: Int
    /// The days on which they were given; nil for the date of the encounter.
    package var dates: DaySpan?
    /// The way by which they were given; nil where no rule asks.
    package var route: ID<Route>?

    /// - Precondition: none; amounts of different units are refused where packs are read.
    package init(
        _ kind: ID<ServiceKind>, given: Amount, discarded: Amount? = nil, isSingleDose: Bool = true, times: Int = 1,
        dates: DaySpan? = nil, route: ID<Route>? = nil
    ) {
        self.kind = kind
        self.given = given
        self.discarded = discarded ?? Amount.none(given.unit)
        self.isSingleDose = isSingleDose
        self.times = times
        self.dates = dates
        self.route = route
    }
}

/// A therapy that ran over days.
package struct Therapy: Hashable, Sendable {
    /// What kind of therapy it is.
    package var kind: ID<ServiceKind>
    /// From its start to its final end: the days on which the patient had access to it.
    package var dates: DaySpan
    /// Hours between the beginnings of two doses; nil where it runs on or nobody says.
    package var everyHours: Int?
    /// What is infused in a day.
    package var aDay: Amount?
    /// The days on which a dose was infused, where the record lists them.
    package var infusedOn: [Day]?
    /// CMS's two-digit place of service where it was given; nil where nobody says.
    package var place: String?
    /// The day on which it began, where that was before its days here, as of a rental that goes on.
    package var since: Day?

    package init(
        _ kind: ID<ServiceKind>, dates: DaySpan, everyHours: Int? = nil, aDay: Amount? = nil, infusedOn: [Day]? = nil,
        place: String? = nil, since: Day? = nil
    ) {
        self.kind = kind
        self.dates = dates
        self.everyHours = everyHours
        self.aDay = aDay
        self.infusedOn = infusedOn
        self.place = place
        self.since = since
    }

    /// The day on which it began.
    var began: Day { since ?? dates.from }

    /// Whether a dose is infused on each of its days, as far as the record says.
    var isDaily: Bool { infusedOn == nil && everyHours ?? 24 <= 24 }

    /// Whether a dose was infused on a day: as the record lists it, else as the hours between doses give it from the
    /// first day on.
    func isInfused(on day: Day) -> Bool {
        guard dates.contains(day) else { return false }
        if let infusedOn { return infusedOn.contains(day) }
        guard let everyHours, everyHours > 24 else { return true }
        let hour = (day.ordinal - dates.from.ordinal) * 24
        // The first dose at or after the beginning of the day begins before its end.
        return (hour + everyHours - 1) / everyHours * everyHours < hour + 24
    }
}

/// What the payer has paid for the patient before this encounter.
package struct PaidBefore: Hashable, Sendable {
    /// Units of service of the week of the encounter's date, by code.
    package var unitsThisWeek: [Code: Int]
    /// Units of service of the month of the encounter's date, by code.
    package var unitsThisMonth: [Code: Int]
    /// Units of service of the year of the encounter's date, by code.
    package var unitsThisYear: [Code: Int]
    /// The last day before the encounter on which a visit was paid; nil where there was none.
    package var lastVisit: Day?

    package init(
        unitsThisWeek: [Code: Int] = [:], unitsThisMonth: [Code: Int] = [:], unitsThisYear: [Code: Int] = [:],
        lastVisit: Day? = nil
    ) {
        self.unitsThisWeek = unitsThisWeek
        self.unitsThisMonth = unitsThisMonth
        self.unitsThisYear = unitsThisYear
        self.lastVisit = lastVisit
    }
}
