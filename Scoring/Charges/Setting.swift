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
    /// The accesses at which it was given.
    let sites: [ID<AccessSite>]
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

    init(
        performers: [ID<Performer>] = [], place: String = "", kinds: [ID<ServiceKind>] = [],
        routes: [ID<Route>] = [], sites: [ID<AccessSite>] = [], order: Int? = nil, everyHours: Int? = nil,
        aDay: Int? = nil, portion: Portion? = nil, daysSinceLast: Int? = nil, age: Int? = nil
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
    }

    /// That of two visits that are billed as one: both performers took part, and all else is the first's.
    func joined(to other: Setting) -> Setting {
        Setting(
            performers: performers + other.performers.filter { !performers.contains($0) }, place: place,
            kinds: kinds + other.kinds.filter { !kinds.contains($0) },
            routes: routes + other.routes.filter { !routes.contains($0) },
            sites: sites + other.sites.filter { !sites.contains($0) }, order: order, everyHours: everyHours, aDay: aDay,
            portion: portion, daysSinceLast: daysSinceLast, age: age)
    }
}
