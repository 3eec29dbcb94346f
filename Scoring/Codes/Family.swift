/// How minutes become units for a family of codes: a first code for the opening minutes, then add-on units for
/// each further block; or one of several first codes chosen by how long the service took; or blocks alone.
///
/// Timing is data. 99601 with 99602, critical care, infusion hours and timed therapy are all values of this type.
package struct Family: Sendable, Equatable {
    /// A code that stands for a range of minutes, and the minutes that it pays for.
    package struct First: Sendable, Equatable {
        package var code: Code
        /// The fewest minutes at which the code may be reported.
        package var from: Int
        /// The most minutes at which it is the right code; nil where there is no end.
        package var through: Int?
        /// The minutes that it pays for; nil where further blocks do not follow it.
        package var covers: Int?

        package init(code: Code, from: Int, through: Int? = nil, covers: Int? = nil) {
            self.code = code
            self.from = from
            self.through = through
            self.covers = covers
        }
    }

    /// A code billed once for each block of minutes beyond a given minute.
    package struct Further: Sendable, Equatable {
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

    package var id: ID<Family>
    package var title: String
    /// The kinds of service that the family pays for.
    package var services: Set<ID<ServiceKind>>
    package var first: [First]
    package var further: [Further]

    package init(
        id: ID<Family>, title: String, services: Set<ID<ServiceKind>>, first: [First], further: [Further] = []
    ) {
        self.id = id
        self.title = title
        self.services = services
        self.first = first
        self.further = further
    }

    /// Every code of the family, first codes before add-ons.
    package var codes: [Code] { first.map(\.code) + further.map(\.code) }

    /// The first code that so many minutes call for.
    func first(for minutes: Int) -> First? {
        first.first { minutes >= $0.from && minutes <= $0.through ?? .max }
    }

    func isFurther(_ code: Code) -> Bool { further.contains { $0.code == code } }

    /// Whether more of a code takes more visits, not more minutes.
    func billsOnceAVisit(_ code: Code) -> Bool { first.contains { $0.code == code } && !isFurther(code) }
}
