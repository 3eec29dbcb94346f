/// What happened: the facts from which a claim is derived, and nothing about how they are billed.
package struct Encounter: Hashable, Sendable {
    /// The date of service: the day on which the first visit began, or the first day of what is billed.
    package var date: Day
    /// The visits, in the order of time.
    package var visits: [Visit]
    /// Nursing minutes that the payer already paid for in the week of the date.
    package var minutesUsedThisWeek: Int
    /// The patient's age on the date, in whole years; nil where no rule asks.
    package var age: Int?
    /// Drugs, therapies and what was paid before; nil for visits alone.
    package var episode: Episode?

    package init(
        date: Day, visits: [Visit], minutesUsedThisWeek: Int = 0, age: Int? = nil, episode: Episode? = nil
    ) {
        self.date = date
        self.visits = visits
        self.minutesUsedThisWeek = minutesUsedThisWeek
        self.age = age
        self.episode = episode
    }
}

/// One stay with the patient, with all that was done in it.
package struct Visit: Hashable, Sendable {
    /// What was done, in the order of the record.
    package var services: [Service]
    /// CMS's two-digit place of service: 12 is the patient's home.
    package var place: String
    /// Who gave the care.
    package var performer: ID<Performer>
    /// What nobody wrote down.
    package var missing: Set<RecordItem>
    /// The day on which it began; nil for the date of the encounter.
    package var date: Day?
    /// The group and specialty of whoever gave the care, as the payer knows them; nil where nobody asks.
    package var group: ID<CareGroup>?

    package init(
        services: [Service], place: String = "12", performer: ID<Performer>, missing: Set<RecordItem> = [],
        date: Day? = nil, group: ID<CareGroup>? = nil
    ) {
        self.services = services
        self.place = place
        self.performer = performer
        self.missing = missing
        self.date = date
        self.group = group
    }
}

/// Something done for the patient, and how long it took.
package struct Service: Hashable, Sendable {
    /// How long: by the clock, or as minutes where only those are known.
    package enum Time: Hashable, Sendable {
        /// So many minutes.
        case minutes(Int)
        /// A stop at or before its start is past midnight.
        case clock(start: ClockTime, stop: ClockTime)
        /// Started, and nobody knows when it ended.
        case open(start: ClockTime)
        /// Nobody knows when it started or how long it took.
        case unknown
    }

    /// What kind of service it is.
    package var kind: ID<ServiceKind>
    /// What its minutes were spent on.
    package var activity: Activity
    /// How long it took.
    package var time: Time
    /// Whether it started after the midnight that followed the date of service.
    package var isNextDay: Bool
    /// How it was given; nil where no rule asks. Shared, since a service is copied often and few have it.
    private var administration: Administration?

    private final class Administration: Hashable, Sendable {
        let drug: ID<Drug>?
        let site: ID<AccessSite>?
        let route: ID<Route>?
        let isMainReason: Bool

        init(_ drug: ID<Drug>?, _ site: ID<AccessSite>?, _ route: ID<Route>?, _ isMainReason: Bool) {
            self.drug = drug
            self.site = site
            self.route = route
            self.isMainReason = isMainReason
        }

        static func == (left: Administration, right: Administration) -> Bool {
            left.drug == right.drug && left.site == right.site && left.route == right.route
                && left.isMainReason == right.isMainReason
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(drug)
            hasher.combine(site)
            hasher.combine(route)
            hasher.combine(isMainReason)
        }
    }

    /// The drug that was given, where a rule asks whether it is the same again.
    package var drug: ID<Drug>? { administration?.drug }
    /// The access through which it was given; nil where there is but one.
    package var site: ID<AccessSite>? { administration?.site }
    /// The way by which it was given; nil where no rule asks.
    package var route: ID<Route>? { administration?.route }
    /// Whether it is what the patient came for, which some payers make the initial service.
    package var isMainReason: Bool { administration?.isMainReason ?? false }

    /// A service, of patient care on the date of service unless it says otherwise.
    package init(
        _ kind: ID<ServiceKind>, activity: Activity = .patientCare, time: Time, isNextDay: Bool = false,
        drug: ID<Drug>? = nil, site: ID<AccessSite>? = nil, route: ID<Route>? = nil, isMainReason: Bool = false
    ) {
        self.kind = kind
        self.activity = activity
        self.time = time
        self.isNextDay = isNextDay
        guard drug != nil || site != nil || route != nil || isMainReason else { return }
        administration = Administration(drug, site, route, isMainReason)
    }
}

/// What the minutes were spent on. Which of these count is for the policy to say.
package enum Activity: String, Hashable, Sendable, CaseIterable {
    case patientCare = "patient-care"
    case travel
    case preparation
    case documentation

    /// As it reads in a sentence.
    package var words: String { self == .patientCare ? "patient care" : rawValue }
}

/// An item of the visit's record that a policy may require.
package enum RecordItem: String, Hashable, Sendable, CaseIterable {
    case start, stop, duration, observations, response
    case followUp = "follow-up"

    /// As it reads in a sentence.
    package var words: String {
        switch self {
        case .start: "the start time"
        case .stop: "the stop time"
        case .duration: "the length of the visit"
        case .observations: "the observations"
        case .response: "the patient's response"
        case .followUp: "the follow-up"
        }
    }
}

extension Service {
    /// The most minutes that one service is taken to last, so that no sum of minutes can overflow: nearly two years.
    static let minuteLimit = 1_000_000

    /// When it ran by the clock; nil where that is not known.
    var span: ClockSpan? {
        guard case .clock(let start, let stop) = time else { return nil }
        return ClockSpan(from: start, to: stop, nextDay: isNextDay)
    }

    /// Whether the record of this service has an item, when it lacks what is missing. The length of what was timed by
    /// the clock is on record exactly when both of its times are.
    func records(_ item: RecordItem, without missing: Set<RecordItem>) -> Bool {
        switch (item, time) {
        case (.duration, .clock): !missing.contains(.start) && !missing.contains(.stop)
        case (.duration, .open), (.duration, .unknown), (.start, .unknown), (.stop, .open), (.stop, .unknown): false
        default: !missing.contains(item)
        }
    }
}

extension Service.Time {
    /// How many minutes it took, as many as one service is taken to last at most; nil where nobody knows. A stop at its
    /// start is a day later.
    package var length: Int? {
        switch self {
        case .minutes(let minutes): min(max(minutes, 0), Service.minuteLimit)
        case .clock(let start, let stop): ClockSpan(from: start, to: stop, nextDay: false).length
        case .open, .unknown: nil
        }
    }
}

extension Encounter {
    /// Whether it may have more than one day, so that what is billed bears dates.
    var isDated: Bool { episode != nil || visits.contains { $0.date != nil } }

    /// The last day on which anything was done.
    var lastDate: Day {
        let visits = visits.compactMap(\.date)
        let episode =
            (episode?.drugs.compactMap(\.dates?.through) ?? []) + (episode?.therapies.map(\.dates.through) ?? [])
        return max(date, (visits + episode).max() ?? date)
    }

    /// The kinds of what was given, each once, in the order of their names.
    var kinds: [ID<ServiceKind>] {
        var kinds = Set(visits.flatMap { $0.services.map(\.kind) })
        if let episode { kinds.formUnion(episode.drugs.map(\.kind) + episode.therapies.map(\.kind)) }
        return kinds.sorted()
    }
}

extension Set {
    /// Whether the set has an element, found by looking at each: sooner than by its hash where there are but a few.
    func holds(_ element: Element) -> Bool { contains { $0 == element } }
}
