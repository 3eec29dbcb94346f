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
        /// Minutes that are paid on one day, over all visits and families; nil for any number.
        package var minutesADay: Int?
        /// Minutes that are paid in one week, over all visits and families; nil for any number.
        package var minutesAWeek: Int?
        /// Units of service of one code that are paid on one day; a code that is missing has no such limit.
        package var unitsADay: [Code: Int]

        package init(minutesADay: Int? = nil, minutesAWeek: Int? = nil, unitsADay: [Code: Int] = [:]) {
            self.minutesADay = minutesADay
            self.minutesAWeek = minutesAWeek
            self.unitsADay = unitsADay
        }
    }

    /// The name by which the pack knows the policy.
    package var id: ID<Policy>
    /// What it is called in a sentence.
    package var title: String
    /// What a learner is told of the rule.
    package var statement: String
    /// How a part of a block of minutes is credited.
    package var credit: Credit
    /// Where the payer counts one code otherwise.
    package var creditByCode: [Code: Credit] = [:]
    /// The activities whose minutes count.
    package var counts: Set<Activity> = [.patientCare]
    /// How two visits of one day are billed.
    package var sameDay = SameDay.combined
    /// On which day a visit past midnight is billed.
    package var midnight = Midnight.whole
    /// Places of service that are paid; empty for any.
    package var places: [String] = []
    /// Who must have performed the service; empty for anyone.
    package var performers: [ID<Performer>] = []
    /// What the record of a visit must hold.
    package var requires: [RecordItem] = []
    /// What is billed where the record lacks it.
    package var undocumented = Undocumented.firstOnly
    /// The most that is paid.
    package var caps = Caps()
    /// Whether a code that may not be paid beside another is denied, as the code set's exclusions say.
    package var appliesExclusions = true
    /// Whether an add-on code is denied where none of its primaries is paid beside it.
    package var addOnsNeedPrimary = true
    /// The days of service for which it is in force.
    package var effective = Effective()
    /// Where it is written, by the ids of the pack's sources.
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
