/// How what was done becomes units for a family of codes, on five axes:
///
/// - of: the kinds of service, drug or therapy that it pays for (`services`);
/// - measure: what of them is counted, such as minutes or days (`measure`);
/// - scope: over what it is added up, such as a visit or a month (`scope`);
/// - conversion: how the sum becomes units (`first`, `further`): a code for the opening of the measure and another for
///   each block beyond, or one of several codes by the sum, or blocks alone;
/// - code: what is billed, or what is billed instead in some circumstances (`standIns`).
///
/// All of it is data. Visits of 99601 with 99602, critical care, timed therapy, drugs in billing units and per diems are
/// values of this type. They never change, so that all who count by a family share it; whoever counts otherwise makes
/// another.
package final class Family: Sendable {
    /// A code that stands for a range of the measure, and how much of it it pays for. Numbers are minutes, or whatever
    /// the family measures.
    package struct First: Sendable, Equatable {
        /// The code that is billed.
        package var code: Code
        /// The fewest minutes at which the code may be reported, 1 or more.
        package var from: Int
        /// The most minutes at which it is the right code; nil where there is no end.
        package var through: Int?
        /// The minutes that it pays for; nil where further blocks do not follow it.
        package var covers: Int?
        /// The minutes of a block for each of which the code is billed once, a part of one credited as the policy
        /// says, and one block at least; nil for a code that is billed once a visit, however long it lasts.
        package var each: Int?
        /// The units of service that it is billed for, such as a base that time is added to; 1 or more.
        package var units: Int
        /// How a part of a block is credited, where it is not as the policy says.
        var credit: Credit?

        package init(
            code: Code, from: Int, through: Int? = nil, covers: Int? = nil, each: Int? = nil, units: Int = 1
        ) {
            self.code = code
            self.from = from
            self.through = through
            self.covers = covers
            self.each = each
            self.units = units
        }

        /// What of the measure calls for it.
        var range: ClosedRange<Int> { from...max(through ?? .max, from) }
    }

    /// A code billed once for each block of the measure beyond a given amount of it. Numbers are minutes, or whatever
    /// the family measures.
    package struct Further: Sendable, Equatable {
        /// The code that is billed.
        package var code: Code
        /// Minutes in a block.
        package var each: Int
        /// The minute after which blocks begin.
        package var after: Int
        /// How a part of a block is credited, where the code says so for itself.
        package var credit: Credit?
        /// The fewest minutes in all at which it is billed; 1 unless the code is chosen by range.
        package var from: Int
        /// The most minutes in all at which it is billed; nil where there is no end.
        package var through: Int?

        package init(
            code: Code, each: Int, after: Int, credit: Credit? = nil, from: Int = 1, through: Int? = nil
        ) {
            self.code = code
            self.each = each
            self.after = after
            self.credit = credit
            self.from = from
            self.through = through
        }

        /// How many of so many minutes are left for its blocks.
        func left(of minutes: Int) -> Int { max(minutes - max(after, 0), 0) }

        /// The tenths of a unit that so many minutes of its blocks come to, to the nearest one (Medicare Claims Processing
        /// Manual, chapter 12, section 50: anaesthesia time to one decimal place); where the code says that each begun
        /// one counts, the next one up (chapter 15, section 30.1.2: miles), and where it says whole ones, the one before.
        func tenths(in minutes: Int) -> Int { units(in: minutes, parts: 10) }

        /// So many parts of a unit, or whole ones, counted in the same way.
        private func units(in minutes: Int, parts: Int) -> Int {
            guard each > 0 else { return 0 }
            return switch credit {
            case .started: (minutes * parts + each - 1) / each
            case .complete: minutes * parts / each
            case .midpoint, .atLeast, nil: (minutes * parts * 2 + each) / (each * 2)
            }
        }

        /// The whole units that they come to, a part of one counted as a part of a tenth is (chapter 15, section 30.1.2:
        /// from 100 miles on the next whole one).
        func wholeUnits(in minutes: Int) -> Int { units(in: minutes, parts: 1) }

        /// Whether so many minutes lie in its range.
        func mayBeBilled(for minutes: Int) -> Bool { minutes >= from && minutes <= through ?? .max }
    }

    /// The name by which the pack knows the family.
    package let id: ID<Family>
    /// What it is called in a sentence, such as "home infusion visit".
    package let title: String
    /// The kinds of service, drug or therapy that the family pays for.
    package let services: Set<ID<ServiceKind>>
    /// Whether it pays for whatever was done, and not for its services alone.
    package let paysForAnyService: Bool
    /// What of them is counted.
    package let measure: Measure
    /// Over what it is added up; nil where the policy says how visits of a day are billed.
    package let scope: Scope?
    /// The codes for the opening of the measure, one for each range of it; empty for a family of blocks alone.
    package let first: [First]
    /// The codes for further blocks.
    package let further: [Further]
    /// Whether further units are billed instead of the first code once one of them is earned, and not beside it.
    package let furtherReplacesFirst: Bool
    /// Codes that are billed instead of those, by who, where, how often, how much, first or later.
    package let standIns: [StandIn]
    /// Kinds of service that are part of what is billed: their minutes count, and by themselves they bill nothing.
    package let bundled: Set<ID<ServiceKind>>
    /// Kinds of service that are billed apart: their minutes come off.
    package let apart: Set<ID<ServiceKind>>
    /// Whether the therapies of a day are put in order, together with those of all families that are so.
    package let isRanked: Bool

    package init(
        id: ID<Family>, title: String, services: Set<ID<ServiceKind>>, paysForAnyService: Bool = false,
        measure: Measure = .minutes, scope: Scope? = nil, first: [First], further: [Further] = [],
        furtherReplacesFirst: Bool = false, standIns: [StandIn] = [], bundled: Set<ID<ServiceKind>> = [],
        apart: Set<ID<ServiceKind>> = [], isRanked: Bool = false
    ) {
        self.id = id
        self.title = title
        self.services = services
        self.paysForAnyService = paysForAnyService
        self.measure = measure
        self.scope = scope
        self.first = first
        self.further = further
        self.furtherReplacesFirst = furtherReplacesFirst
        self.standIns = standIns
        self.bundled = bundled
        self.apart = apart
        self.isRanked = isRanked
    }

    /// The family with something changed.
    func with(
        services: Set<ID<ServiceKind>>? = nil, paysForAnyService: Bool? = nil, scope: Scope? = nil,
        first: [First]? = nil, further: [Further]? = nil, furtherReplacesFirst: Bool? = nil,
        standIns: [StandIn]? = nil, bundled: Set<ID<ServiceKind>>? = nil, apart: Set<ID<ServiceKind>>? = nil
    ) -> Family {
        Family(
            id: id, title: title, services: services ?? self.services,
            paysForAnyService: paysForAnyService ?? self.paysForAnyService, measure: measure,
            scope: scope ?? self.scope, first: first ?? self.first, further: further ?? self.further,
            furtherReplacesFirst: furtherReplacesFirst ?? self.furtherReplacesFirst,
            standIns: standIns ?? self.standIns,
            bundled: bundled ?? self.bundled, apart: apart ?? self.apart, isRanked: isRanked)
    }

    /// Every code of the family, first codes before further ones, and then what stands in for them.
    package var codes: [Code] { first.map(\.code) + further.map(\.code) + standIns.map(\.code) }

    /// The first code that so many minutes call for.
    func first(for minutes: Int) -> First? {
        first.first { minutes >= $0.from && minutes <= $0.through ?? .max }
    }

    /// Whether a code is billed for further blocks.
    func isFurther(_ code: Code) -> Bool { further.contains { $0.code == code } }

    /// Whether more of a code takes more visits, not more minutes.
    func billsOnceAVisit(_ code: Code) -> Bool {
        first.contains { $0.code == code && $0.each == nil } && !isFurther(code)
    }

    /// Whether the family pays for a kind of service.
    func pays(for kind: ID<ServiceKind>) -> Bool { paysForAnyService || services.holds(kind) }

    /// Whether the family pays for any of some services.
    func paysForAny(of services: [Service]) -> Bool { services.contains { pays(for: $0.kind) } }

    /// Whether the family pays for anything of an encounter.
    func paysForAny(in encounter: Encounter) -> Bool {
        if encounter.visits.contains(where: { paysForAny(of: $0.services) }) { return true }
        guard let episode = encounter.episode else { return false }
        return episode.drugs.contains { pays(for: $0.kind) } || episode.therapies.contains { pays(for: $0.kind) }
    }
}

extension Family: Equatable {
    package static func == (left: Family, right: Family) -> Bool {
        left === right
            || left.id == right.id && left.title == right.title && left.services == right.services
                && left.paysForAnyService == right.paysForAnyService && left.measure == right.measure
                && left.scope == right.scope && left.first == right.first && left.further == right.further
                && left.furtherReplacesFirst == right.furtherReplacesFirst && left.standIns == right.standIns
                && left.bundled == right.bundled && left.apart == right.apart && left.isRanked == right.isRanked
    }
}
