package import Scoring

/// The facts of an encounter with slots in them.
package struct EncounterPattern: Sendable, Equatable {
    /// The day of service, or the first of several.
    package var date: Template.Date
    /// The visits, in the order of the days.
    package var visits: [VisitPattern]
    /// Minutes of the week that the payer has paid already; 0 where none were.
    package var minutesUsedThisWeek: Template.Amount
    /// The patient's age in whole years; nil where no rule asks.
    package var age: Template.Number?
    /// Drugs, therapies and what was paid before; nil for visits alone.
    package var episode: EpisodePattern?

    package init(
        date: Template.Date, visits: [VisitPattern], minutesUsedThisWeek: Template.Amount,
        age: Template.Number? = nil, episode: EpisodePattern? = nil
    ) {
        self.date = date
        self.visits = visits
        self.minutesUsedThisWeek = minutesUsedThisWeek
        self.age = age
        self.episode = episode
    }

    /// A visit with slots in it.
    package struct VisitPattern: Sendable, Equatable {
        /// What was done, in the order in which it is told.
        package var services: [ServicePattern]
        /// CMS's two digits for the place of service.
        package var place: Template.Word
        /// Who performed it, by the pack's id.
        package var performer: Template.Word
        /// What the record lacks.
        package var missing: Set<RecordItem>
        /// The day on which it began; nil for the encounter's.
        package var date: Template.Date?
        /// The group and specialty of whoever gave the care; nil where nobody asks.
        package var group: Template.Word?

        package init(
            services: [ServicePattern], place: Template.Word, performer: Template.Word, missing: Set<RecordItem>,
            date: Template.Date? = nil, group: Template.Word? = nil
        ) {
            self.services = services
            self.place = place
            self.performer = performer
            self.missing = missing
            self.date = date
            self.group = group
        }
    }

    /// A service with slots in it.
    package struct ServicePattern: Sendable, Equatable {
        /// Its kind, by the pack's id.
        package var kind: Template.Word
        /// What its minutes were spent on.
        package var activity: Activity
        /// How long it took.
        package var time: TimePattern
        /// The drug that was given; nil where it does not matter.
        package var drug: Template.Word?
        /// The access through which it was given; nil where there is but one.
        package var site: Template.Word?
        /// The way by which it was given; nil where no rule asks.
        package var route: Template.Word?
        /// Whether it is what the patient came for.
        package var isMainReason: Bool

        package init(
            kind: Template.Word, activity: Activity, time: TimePattern, drug: Template.Word? = nil,
            site: Template.Word? = nil, route: Template.Word? = nil, isMainReason: Bool = false
        ) {
            self.kind = kind
            self.activity = activity
            self.time = time
            self.drug = drug
            self.site = site
            self.route = route
            self.isMainReason = isMainReason
        }
    }

    /// How long a service took, with slots in it, as `Service.Time` says.
    package enum TimePattern: Sendable, Equatable {
        case minutes(Template.Amount)
        case clock(start: Template.Amount, stop: Template.Amount)
        case open(start: Template.Amount)
        case unknown
    }
}

/// What an encounter holds besides visits, with slots in it, as `Episode` says.
package struct EpisodePattern: Sendable, Equatable {
    /// Drugs, in the order of the record.
    package var drugs: [Drug]
    /// Therapies, in the order of the record.
    package var therapies: [Therapy]
    /// What the payer has paid before.
    package var paid: Paid
    /// Units that are authorised, by code.
    package var authorised: [Code: Template.Number]
    /// The day on which the payer receives the claim; nil where it is in time.
    package var received: Template.Date?

    package init(
        drugs: [Drug] = [], therapies: [Therapy] = [], paid: Paid = Paid(), authorised: [Code: Template.Number] = [:],
        received: Template.Date? = nil
    ) {
        self.drugs = drugs
        self.therapies = therapies
        self.paid = paid
        self.authorised = authorised
        self.received = received
    }

    /// What was paid before, with slots in it, as `PaidBefore` says.
    package struct Paid: Sendable, Equatable {
        /// Units of service of the week, by code.
        package var unitsThisWeek: [Code: Template.Number]
        /// Units of service of the month, by code.
        package var unitsThisMonth: [Code: Template.Number]
        /// Units of service of the year, by code.
        package var unitsThisYear: [Code: Template.Number]
        /// The last visit before the encounter; nil where there was none.
        package var lastVisit: Template.Date?

        package init(
            unitsThisWeek: [Code: Template.Number] = [:], unitsThisMonth: [Code: Template.Number] = [:],
            unitsThisYear: [Code: Template.Number] = [:], lastVisit: Template.Date? = nil
        ) {
            self.unitsThisWeek = unitsThisWeek
            self.unitsThisMonth = unitsThisMonth
            self.unitsThisYear = unitsThisYear
            self.lastVisit = lastVisit
        }
    }

    /// Doses of one drug with slots in them.
    package struct Drug: Sendable, Equatable {
        /// The drug, by the pack's id.
        package var kind: Template.Word
        /// What each dose gave; nil where only doses count.
        package var given: Template.Quantity?
        /// What each dose left over; nil for nothing.
        package var discarded: Template.Quantity?
        /// How many doses.
        package var times: Template.Number
        /// Whether the containers hold one dose each.
        package var isSingleDose: Bool
        /// The first day; nil for the encounter's.
        package var from: Template.Date?
        /// The last day; nil for the first.
        package var through: Template.Date?
        /// The way by which they were given; nil where no rule asks.
        package var route: Template.Word?

        package init(
            kind: Template.Word, given: Template.Quantity?, discarded: Template.Quantity?, times: Template.Number,
            isSingleDose: Bool, from: Template.Date?, through: Template.Date?, route: Template.Word? = nil
        ) {
            self.kind = kind
            self.given = given
            self.discarded = discarded
            self.times = times
            self.isSingleDose = isSingleDose
            self.from = from
            self.through = through
            self.route = route
        }
    }

    /// A therapy with slots in it.
    package struct Therapy: Sendable, Equatable {
        /// The therapy, by the pack's id.
        package var kind: Template.Word
        /// The first day.
        package var from: Template.Date
        /// The last day.
        package var through: Template.Date
        /// Hours from one dose to the next; nil where nobody says.
        package var every: Template.Number?
        /// What is infused in a day; nil where nobody says.
        package var aDay: Template.Quantity?
        /// The days on which it was infused; empty where the record does not list them.
        package var infused: [Template.Date]
        /// CMS's two-digit place of service; nil where nobody says.
        package var place: String?
        /// The day on which it began; nil for its first day here.
        package var since: Template.Date?

        package init(
            kind: Template.Word, from: Template.Date, through: Template.Date, every: Template.Number?,
            aDay: Template.Quantity?, infused: [Template.Date] = [], place: String? = nil, since: Template.Date? = nil
        ) {
            self.kind = kind
            self.from = from
            self.through = through
            self.every = every
            self.aDay = aDay
            self.infused = infused
            self.place = place
            self.since = since
        }
    }
}
