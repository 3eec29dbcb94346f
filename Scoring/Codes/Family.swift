/// How minutes become units for a family of codes: a first code for the opening minutes, then add-on units for
/// each further block; or one of several first codes chosen by how long the service took; or blocks alone.
///
/// Timing is data. 99601 with 99602, critical care, infusion hours and timed therapy are all values of this type. They
/// never change, so that all who count by a family share it; whoever counts otherwise makes another.
package final class Family: Sendable {
    /// A code that stands for a range of minutes, and the minutes that it pays for.
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

        package init(code: Code, from: Int, through: Int? = nil, covers: Int? = nil, each: Int? = nil) {
            self.code = code
            self.from = from
            self.through = through
            self.covers = covers
            self.each = each
        }
    }

    /// A code billed once for each block of minutes beyond a given minute.
    package struct Further: Sendable, Equatable {
        /// The code that is billed.
        package var code: Code
        /// Minutes in a block.
        package var each: Int
        /// The minute after which blocks begin.
        package var after: Int
        /// How a part of a block is credited, where the code says so for itself.
        package var credit: Credit?

        package init(code: Code, each: Int, after: Int, credit: Credit? = nil) {
            self.code = code
            self.each = each
            self.after = after
            self.credit = credit
        }

        /// How many of so many minutes are left for its blocks.
        func left(of minutes: Int) -> Int { max(minutes - max(after, 0), 0) }
    }

    /// The name by which the pack knows the family.
    package let id: ID<Family>
    /// What it is called in a sentence, such as "home infusion visit".
    package let title: String
    /// The kinds of service that the family pays for.
    package let services: Set<ID<ServiceKind>>
    /// Whether it pays for whatever was done, and not for its services alone.
    package let paysForAnyService: Bool
    /// The codes for the opening minutes, one for each range of them; empty for a family of blocks alone.
    package let first: [First]
    /// The codes for further blocks of minutes.
    package let further: [Further]
    /// Whether further units are billed instead of the first code once one of them is earned, and not beside it.
    package let furtherReplacesFirst: Bool

    package init(
        id: ID<Family>, title: String, services: Set<ID<ServiceKind>>, paysForAnyService: Bool = false, first: [First],
        further: [Further] = [], furtherReplacesFirst: Bool = false
    ) {
        self.id = id
        self.title = title
        self.services = services
        self.paysForAnyService = paysForAnyService
        self.first = first
        self.further = further
        self.furtherReplacesFirst = furtherReplacesFirst
    }

    /// The family with something changed.
    func with(
        services: Set<ID<ServiceKind>>? = nil, paysForAnyService: Bool? = nil, first: [First]? = nil,
        further: [Further]? = nil, furtherReplacesFirst: Bool? = nil
    ) -> Family {
        Family(
            id: id, title: title, services: services ?? self.services,
            paysForAnyService: paysForAnyService ?? self.paysForAnyService, first: first ?? self.first,
            further: further ?? self.further, furtherReplacesFirst: furtherReplacesFirst ?? self.furtherReplacesFirst)
    }

    /// Every code of the family, first codes before further ones.
    package var codes: [Code] { first.map(\.code) + further.map(\.code) }

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
}

extension Family: Equatable {
    package static func == (left: Family, right: Family) -> Bool {
        left === right
            || left.id == right.id && left.title == right.title && left.services == right.services
                && left.paysForAnyService == right.paysForAnyService && left.first == right.first
                && left.further == right.further && left.furtherReplacesFirst == right.furtherReplacesFirst
    }
}
