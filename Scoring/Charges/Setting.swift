/// What was done at one site, or through one access.
struct SitedCare {
    let site: ID<AccessSite>
    /// How many services.
    var services: Int
    /// What tells it from other sites of the encounter where sites part codes that exclude each other; 0 where none do.
    let bit: UInt64
}

/// What is known of something that is billed, for conditions to ask about. Shared by all that is billed of one visit,
/// dose or therapy.
final class Setting: Sendable {
    /// Everybody who gave the care.
    let performers: [ID<Performer>]
    /// CMS's two-digit place of service.
    let place: String
    /// The kinds of everything that was given with it.
    let kinds: [ID<ServiceKind>]
    /// The ways by which it was given.
    let routes: [ID<Route>]
    /// The accesses at which it was given, or the sites at which it was done.
    let sites: [SitedCare]
    /// Which one it is of the day's therapies or accesses, from 1.
    let order: Int?
    /// Hours between two doses.
    let everyHours: Int?
    /// What is infused in a day, in thousandths.
    let aDay: Int?
    /// Which part of a drug it is.
    let portion: Portion?
    /// Days since the last visit; as many as there can be for a first one.
    let daysSinceLast: Int?
    /// The patient's age, in whole years.
    let age: Int?
    /// The month of a rental, from 1.
    let month: Int?
    /// The minutes of each performer, in their order; empty where no rule asks.
    let minutes: [Int]

    init(
        performers: [ID<Performer>] = [], place: String = "", kinds: [ID<ServiceKind>] = [],
        routes: [ID<Route>] = [], sites: [SitedCare] = [], order: Int? = nil, everyHours: Int? = nil,
        aDay: Int? = nil, portion: Portion? = nil, daysSinceLast: Int? = nil, age: Int? = nil,
        month: Int? = nil, minutes: [Int] = []
    ) {
        self.performers = performers
        self.place = place
        self.kinds = kinds
        self.routes = routes
        self.sites = sites
        self.order = order
        self.everyHours = everyHours
        self.aDay = aDay
        self.portion = portion
        self.daysSinceLast = daysSinceLast
        self.age = age
        self.month = month
        self.minutes = minutes
    }

    private func with(
        performers: [ID<Performer>]? = nil, kinds: [ID<ServiceKind>]? = nil, routes: [ID<Route>]? = nil,
        sites: [SitedCare]? = nil, minutes: [Int]? = nil
    ) -> Setting {
        Setting(
            performers: performers ?? self.performers, place: place, kinds: kinds ?? self.kinds,
            routes: routes ?? self.routes, sites: sites ?? self.sites, order: order, everyHours: everyHours,
            aDay: aDay, portion: portion, daysSinceLast: daysSinceLast, age: age, month: month,
            minutes: minutes ?? self.minutes)
    }

    /// That of two visits that are billed as one: both performers took part, and all else is the first's.
    func joined(to other: Setting) -> Setting {
        with(
            performers: performers + other.performers.filter { !performers.contains($0) },
            kinds: kinds + other.kinds.filter { !kinds.contains($0) },
            routes: routes + other.routes.filter { !routes.contains($0) },
            sites: other.sites.reduce(into: sites) { $0.add($1) }, minutes: minutesJoined(to: other))
    }

    /// The same where the one who gave the care spent so many minutes on it.
    func lasting(_ minutes: Int) -> Setting { with(minutes: [minutes]) }

    /// The same of what was done at one of the sites, or at none that is known.
    func at(_ site: SitedCare?) -> Setting { with(sites: site.map { [$0] } ?? []) }

    private func minutesJoined(to other: Setting) -> [Int] {
        var joined = minutes
        for (performer, more) in zip(other.performers, other.minutes) {
            if let known = performers.firstIndex(of: performer), joined.indices.contains(known) {
                joined[known] += more
            } else {
                joined.append(more)
            }
        }
        return joined
    }

    /// Whether more than so many hundredths of the minutes are those of some performers.
    func isShare(of some: [ID<Performer>], over percent: Int) -> Bool {
        let theirs = zip(performers, minutes).reduce(0) { some.contains($1.0) ? $0 + $1.1 : $0 }
        return theirs * 100 > minutes.reduce(0, +) * percent
    }
}

extension [SitedCare] {
    /// Adds what was done at a site, to what was done there before where there is any.
    mutating func add(_ care: SitedCare) {
        if let known = firstIndex(where: { $0.site == care.site }) {
            self[known].services += care.services
        } else {
            append(care)
        }
    }
}
