/// Which part of a drug from single-dose containers a line bills.
package enum Portion: String, Sendable, CaseIterable {
    /// What was given, where some was discarded that is billed beside it.
    case given
    /// What was discarded.
    case discarded
    /// What was given, where nothing was discarded that could be billed.
    case whole
}

/// Units of some codes that were billed so far in a period of the calendar, a line's own among them.
package struct UnitsSoFar: Hashable, Sendable {
    /// The period: a week, a month or a year.
    package let scope: Scope
    /// How many there are.
    package let range: ClosedRange<Int>

    package init(_ range: ClosedRange<Int>, over scope: Scope) {
        self.range = range
        self.scope = scope
    }
}

/// What must be so for a modifier to be due, or for one code to stand in for another. Everything that is stated must
/// hold; a fact that nobody knows holds for nothing. It never changes, so that all who ask it share it.
package final class Condition: Sendable {
    /// One of these gave the care.
    package let performers: [ID<Performer>]
    /// All of these gave the care together.
    package let together: [ID<Performer>]
    /// It was done at one of these places of service.
    package let places: [String]
    /// One of these kinds of service was given with it.
    package let kinds: [ID<ServiceKind>]
    /// It was given by one of these ways.
    package let routes: [ID<Route>]
    /// It was given at one of these accesses, or done at one of these sites.
    package let sites: [ID<AccessSite>]
    /// One of these codes is billed on the same day.
    package let beside: [Code]
    /// Which one it is of the day's therapies, or of the day's accesses, the first being 1.
    package let order: ClosedRange<Int>?
    /// Hours between two doses.
    package let everyHours: ClosedRange<Int>?
    /// What is infused in a day, in thousandths of its unit.
    package let aDay: ClosedRange<Int>?
    /// Which part of a drug it is.
    package let portion: Portion?
    /// Days since the last visit; a first visit ever is beyond every number of days.
    package let daysSinceLast: ClosedRange<Int>?
    /// The patient's age, in whole years.
    package let age: ClosedRange<Int>?
    /// The month of a rental, the first being 1.
    package let month: ClosedRange<Int>?
    /// Hundredths of the minutes; more of them than so many are those of the performers that are named.
    package let shareOver: Int?
    /// Units that the codes on which a modifier is due have come to.
    package let unitsSoFar: UnitsSoFar?

    package init(
        performers: [ID<Performer>] = [], together: [ID<Performer>] = [], places: [String] = [],
        kinds: [ID<ServiceKind>] = [], routes: [ID<Route>] = [], sites: [ID<AccessSite>] = [], beside: [Code] = [],
        order: ClosedRange<Int>? = nil,
        everyHours: ClosedRange<Int>? = nil, aDay: ClosedRange<Int>? = nil, portion: Portion? = nil,
        daysSinceLast: ClosedRange<Int>? = nil, age: ClosedRange<Int>? = nil, month: ClosedRange<Int>? = nil,
        shareOver: Int? = nil, unitsSoFar: UnitsSoFar? = nil
    ) {
        self.performers = performers
        self.together = together
        self.places = places
        self.kinds = kinds
        self.routes = routes
        self.sites = sites
        self.beside = beside
        self.order = order
        self.everyHours = everyHours
        self.aDay = aDay
        self.portion = portion
        self.daysSinceLast = daysSinceLast
        self.age = age
        self.month = month
        self.shareOver = shareOver
        self.unitsSoFar = unitsSoFar
    }

    /// Whether it hangs on what else is billed, which is known once everything is.
    package var waitsForClaim: Bool { !beside.isEmpty || unitsSoFar != nil }

    /// Whether it holds in a setting, what else is billed left aside.
    func holds(in setting: Setting) -> Bool {
        (performers.isEmpty || performers.contains(where: setting.performers.contains))
            && together.allSatisfy(setting.performers.contains)
            && (places.isEmpty || places.contains(setting.place))
            && (kinds.isEmpty || kinds.contains(where: setting.kinds.contains))
            && (routes.isEmpty || routes.contains(where: setting.routes.contains))
            && (sites.isEmpty || setting.sites.contains { sites.contains($0.site) })
            && order.holds(setting.order) && everyHours.holds(setting.everyHours) && aDay.holds(setting.aDay)
            && (portion == nil || portion == setting.portion) && daysSinceLast.holds(setting.daysSinceLast)
            && age.holds(setting.age) && month.holds(setting.month)
            && (shareOver.map { setting.isShare(of: performers, over: $0) } ?? true)
    }
}

extension Condition: Equatable {
    package static func == (left: Condition, right: Condition) -> Bool {
        left === right
            || left.performers == right.performers && left.together == right.together && left.places == right.places
                && left.kinds == right.kinds && left.routes == right.routes && left.sites == right.sites
                && left.age == right.age && left.beside == right.beside && left.order == right.order
                && left.everyHours == right.everyHours && left.aDay == right.aDay && left.portion == right.portion
                && left.daysSinceLast == right.daysSinceLast && left.month == right.month
                && left.shareOver == right.shareOver && left.unitsSoFar == right.unitsSoFar
    }
}

extension ClosedRange<Int>? {
    /// Whether a number lies in the range; any does where there is none.
    fileprivate func holds(_ number: Int?) -> Bool {
        guard let self else { return true }
        return number.map(self.contains) ?? false
    }
}
