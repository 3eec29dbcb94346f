/// How one payer counts. Data, like the codes: no payer has code of its own.
package struct Policy: Sendable, Equatable {
    /// Two visits on one day.
    package enum SameDay: String, Sendable, CaseIterable {
        /// Their minutes are added up and billed as one visit.
        case combined
        /// Each is billed as a visit of its own.
        case separate
    }

    /// A visit that runs past midnight.
    package enum Midnight: String, Sendable, CaseIterable {
        /// The whole of it is billed on the day it began.
        case whole
        /// What comes after midnight is billed on the next day, on another claim.
        case split
    }

    /// What is billed when something required is not on record.
    package enum Undocumented: String, Sendable, CaseIterable {
        case nothing
        /// The first code alone: that a visit took place is known, how long it took is not.
        case firstOnly = "first-only"
    }

    /// The most that the payer allows, in minutes or in units of service.
    package struct Caps: Sendable, Equatable {
        package var minutesADay: Int?
        package var minutesAWeek: Int?
        package var unitsADay: [Code: Int]

        package init(minutesADay: Int? = nil, minutesAWeek: Int? = nil, unitsADay: [Code: Int] = [:]) {
            self.minutesADay = minutesADay
            self.minutesAWeek = minutesAWeek
            self.unitsADay = unitsADay
        }
    }

    package var id: ID<Policy>
    package var title: String
    /// What a learner is told of the rule.
    package var statement: String
    package var credit: Credit
    /// Where the payer counts one code otherwise.
    package var creditByCode: [Code: Credit] = [:]
    package var counts: Set<Activity> = [.patientCare]
    package var sameDay = SameDay.combined
    package var midnight = Midnight.whole
    /// Places of service that are paid; empty for any.
    package var places: [String] = []
    /// Who must have performed the service; empty for anyone.
    package var performers: [ID<Performer>] = []
    package var requires: [RecordItem] = []
    package var undocumented = Undocumented.firstOnly
    package var caps = Caps()
    package var effective = Effective()
    package var sources: [String] = []

    package init(id: ID<Policy>, title: String = "", statement: String = "", credit: Credit) {
        self.id = id
        self.title = title
        self.statement = statement
        self.credit = credit
    }

    /// How a part of this code's block is credited: what the payer says of the code, else what the code says of
    /// itself, else what the payer says of all.
    func credit(for further: Family.Further) -> Credit {
        creditByCode[further.code] ?? further.credit ?? credit
    }
}
