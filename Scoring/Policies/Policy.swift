/// How one payer counts. Data, like the codes: no payer has code of its own.
package struct Policy: Sendable, Equatable {
    /// Two visits on one day.
    package enum SameDay: String, Sendable, CaseIterable {
        /// Their minutes are added up and billed as one visit.
        case combined
        /// Each is billed as a visit of its own.
        case separate
        /// The first is billed as a visit, and the minutes of later ones as further blocks (as Blue Cross Blue Shield
        /// of Michigan's article of May 2013 reads by the letter).
        case laterAsFurther = "later-as-further"
        /// Each is billed as a visit of its own, on lines of its own.
        case ownLines = "own-lines"
    }

    /// A visit that runs past midnight.
    package enum Midnight: String, Sendable, CaseIterable {
        /// The whole of it is billed on the day it began.
        case whole
        /// What comes after midnight is billed on the next day, on another claim.
        case split
        /// Care that runs on through midnight is billed on the day it began; care that stopped and began again after
        /// midnight is billed on the next day (CPT, critical care).
        case continuous
    }

    /// Which days of a therapy are paid.
    package enum TherapyDays: String, Sendable, CaseIterable {
        /// Each day on which the patient has access to it, from its start to its final end.
        case access
        /// Each day on which an infusion is received.
        case infusion
        /// Each dose, as somebody bills who takes the per diem for the price of a dose.
        case dose
    }

    /// What of a drug is paid that was left in its containers and thrown away.
    package enum Discarded: String, Sendable, CaseIterable {
        /// Nothing.
        case unpaid
        /// It is billed together with what was given.
        case together
        /// It is billed on a line of its own (Medicare Claims Processing Manual, chapter 17, section 40).
        case ownLine = "own-line"
    }

    /// How codes that share a pool of minutes are counted.
    package enum Pooling: String, Sendable, CaseIterable {
        /// All minutes together earn the units.
        case total
        /// Each code by its own minutes.
        case each
    }

    /// Which service of a day is the initial one.
    package enum InitialService: String, Sendable, CaseIterable {
        /// The one that stands highest, as a facility bills.
        case highest
        /// The one for which the patient came, as an office bills.
        case mainReason = "main-reason"
        /// The one that was given first, as somebody bills who goes by the clock.
        case earliest
    }

    /// What is billed when something required is not on record.
    package enum Undocumented: String, Sendable, CaseIterable {
        case nothing
        /// The first code alone: that there was a visit is known, how long it took is not.
        case firstOnly = "first-only"
    }

    /// What a payer pays of lines that bear a modifier: billed they are all the same.
    package struct Reduction: Sendable, Equatable {
        /// On which lines.
        package var modifier: Modifier
        /// What is paid of them, 0 to 99 in the hundred.
        package var percent: Int

        package init(_ modifier: Modifier, percent: Int) {
            self.modifier = modifier
            self.percent = percent
        }
    }

    /// A modifier for which a payer takes others as well, such as XU for 59.
    package struct Alternative: Sendable, Equatable {
        /// The modifier that is due.
        package var modifier: Modifier
        /// What may stand there instead.
        package var others: [Modifier]

        package init(_ modifier: Modifier, or others: [Modifier]) {
            self.modifier = modifier
            self.others = others
        }
    }

    /// The most that the payer allows, in minutes or in units of service.
    package struct Caps: Sendable, Equatable {
        /// Minutes that are paid on one day, over all visits and families; nil for any number.
        package var minutesADay: Int?
        /// Minutes that are paid in one week, over all visits and families; nil for any number.
        package var minutesAWeek: Int?
        /// Units of service of one code that are paid on one day; a code that is missing has no such limit.
        package var unitsADay: [Code: Int]
        /// Units of service of one code that are paid in one week, from Sunday to Saturday.
        package var unitsAWeek: [Code: Int]
        /// Units of service of one code that are paid in one calendar month.
        package var unitsAMonth: [Code: Int]
        /// Units of service of one code that are paid in one calendar year.
        package var unitsAYear: [Code: Int]
        /// Units of service of one code that are paid over all days of a claim.
        package var unitsASpan: [Code: Int]

        package init(
            minutesADay: Int? = nil, minutesAWeek: Int? = nil, unitsADay: [Code: Int] = [:],
            unitsAWeek: [Code: Int] = [:], unitsAMonth: [Code: Int] = [:], unitsAYear: [Code: Int] = [:],
            unitsASpan: [Code: Int] = [:]
        ) {
            self.minutesADay = minutesADay
            self.minutesAWeek = minutesAWeek
            self.unitsADay = unitsADay
            self.unitsAWeek = unitsAWeek
            self.unitsAMonth = unitsAMonth
            self.unitsAYear = unitsAYear
            self.unitsASpan = unitsASpan
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
    /// Kinds of service that are paid, of the families that pay for any of them; empty for all that a family pays for.
    package var services: Set<ID<ServiceKind>> = []
    /// Families that are paid; empty for all.
    package var families: Set<ID<Family>> = []
    /// Who must have performed the service; empty for anyone.
    package var performers: [ID<Performer>] = []
    /// What the record of a visit must hold.
    package var requires: [RecordItem] = []
    /// What is billed where the record lacks it.
    package var undocumented = Undocumented.firstOnly
    /// The most that is paid.
    package var caps = Caps()
    /// Whether minutes that two people spend together on one patient count once, and not for each of them.
    package var countsJointTimeOnce = true
    /// Which days of a therapy are paid.
    package var therapyDays = TherapyDays.access
    /// The most hours between two doses of a therapy whose days are paid; nil for any number.
    package var longestInterval: Int?
    /// Whether a line that goes on beyond the end of a month is cut there.
    package var splitsMonths = false
    /// What is paid of a drug that was thrown away.
    package var discarded = Discarded.unpaid
    /// How codes that share a pool of minutes are counted.
    package var pooling = Pooling.total
    /// Which service of a hierarchy is the initial one.
    package var initialService = InitialService.highest
    /// Codes that this payer takes where others take another.
    package var standIns: [StandIn] = []
    /// Modifiers that this payer wants besides those of the code set.
    package var modifierRules: [ModifierRule] = []
    /// Modifiers for which this payer takes others as well.
    package var alternatives: [Alternative] = []
    /// Lines of which the payer pays a part alone.
    package var reductions: [Reduction] = []
    /// Codes that the payer never pays apart from the service that they belong to.
    package var notPaidApart: [Code] = []
    /// Codes that are paid only as far as units of them are authorised.
    package var needsAuthorisation: [Code] = []
    /// Days from the last date of service within which a claim must be received; nil for any number.
    package var filingDays: Int?
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
