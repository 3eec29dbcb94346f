/// A named wrong belief: a change that someone makes to the rules without knowing it.
///
/// Its answer is computed by deriving under the changed rules, never written down.
package struct Misconception: Sendable, Equatable {
    /// The name by which the pack knows it.
    package var id: ID<Misconception>
    /// What the believer holds, as a clause.
    package var belief: String
    /// What is so instead.
    package var correction: String
    /// What the believer does to the rules, one change after the other.
    package var changes: [Change]
    /// The families whose way of counting it is about, where a change is of that; empty for those that measure what the
    /// main family does.
    package var families: Set<ID<Family>>
    /// Where the right rule is written, by the ids of the pack's sources.
    package var sources: [String]

    package init(
        id: ID<Misconception>, belief: String = "", correction: String = "", changes: [Change],
        families: Set<ID<Family>> = [], sources: [String] = []
    ) {
        self.id = id
        self.belief = belief
        self.correction = correction
        self.changes = changes
        self.families = families
        self.sources = sources
    }

    /// Which codes of a family a believer bills.
    package enum Bills: String, Sendable, CaseIterable {
        /// All, as they should be.
        case everything
        /// The further code by itself, whenever a unit of it is due.
        case furtherOnly = "further-only"
        /// The first code alone.
        case firstOnly = "first-only"
        /// The first code once for each of what is counted.
        case each
    }

    /// A wrong way to let services of a hierarchy follow the initial one.
    package enum HierarchyError: String, Sendable, CaseIterable {
        /// Services that are too short for what they are, and pushes, are added up to one that is long enough.
        case addsUp = "adds-up"
        /// Each drug has an initial service of its own.
        case eachInitial = "each-initial"
        /// What runs while another does is taken for one that comes after it.
        case ignoresOverlap = "ignores-overlap"
        /// What yields to other services counts while they run.
        case ignoresYielding = "ignores-yielding"
    }

    /// One change to the rules. Minutes are whole minutes, or whatever the families measure that it is about.
    package enum Change: Sendable, Equatable {
        /// Only these codes of a family are billed.
        case bills(Bills)
        /// Further blocks begin after this minute.
        case furtherAfter(Int)
        /// A unit of a further code takes so many minutes.
        case furtherEach(Int)
        /// The first code is billed for each block of so many minutes, and no further code.
        case firstEach(Int)
        /// The first code of the longest range is reported from this minute on, and the range before it up to there.
        case firstFrom(Int)
        /// A part of a block is credited this way, whatever a code or the payer says.
        case credit(Credit)
        /// Every activity counts.
        case countsAll
        /// Codes that may not be paid beside each other are.
        case ignoresExclusions
        /// The main family pays for any kind of service.
        case anyService
        /// The payer's caps, in minutes or units, are overlooked.
        case ignoresCaps
        /// Nothing needs an authorisation.
        case ignoresAuthorisation
        /// A line goes on beyond the end of a month.
        case ignoresMonths
        /// Visits of a day are billed this way, whatever the payer says.
        case sameDay(Policy.SameDay)
        /// A visit past midnight is billed this way, whatever the payer says.
        case midnight(Policy.Midnight)
        /// Minutes that two people spend together count for each of them.
        case countsJointTwice
        /// Minutes of work that is part of a service come off.
        case leavesOutBundled
        /// Minutes of work that is billed apart count.
        case countsApart
        /// These days of a therapy are billed, whatever the payer says.
        case therapyDays(Policy.TherapyDays)
        /// What was discarded of a drug is billed this way, whatever the payer says.
        case discarded(Policy.Discarded)
        /// A modifier is never billed.
        case forgets(Modifier)
        /// One modifier is billed for the other, and the other for it.
        case swaps(Modifier, Modifier)
        /// Codes that share their minutes are counted this way, whatever the payer says.
        case pooling(Policy.Pooling)
        /// The initial service is chosen this way, whatever the payer says.
        case initial(Policy.InitialService)
        /// Services of a hierarchy follow each other in this wrong way.
        case hierarchy(HierarchyError)
        /// A code is billed itself where another is billed instead.
        case ignoresStandIns
        /// Codes that are never paid by themselves are billed.
        case billsApart
        /// What is measured is added up over this, whatever the family says.
        case scope(Scope)
    }
}
