package import Scoring

/// The three public tables of CMS's National Correct Coding Initiative.
package enum NCCITable: String, Sendable, CaseIterable {
    /// Add-on code edits: which add-on needs which primary.
    case addOn = "add-on"
    /// Procedure-to-procedure edits: which code is denied beside which.
    case ptp = "PTP"
    /// Medically unlikely edits: the most units of a code.
    case mue = "MUE"
}

/// A row of one of the tables that has to do with the codes asked about.
package enum NCCIRow: Sendable, Equatable {
    /// An add-on and its primary; nil where the payer says which primaries there are.
    case addOn(Code, to: Code?, type: Int, Period)
    case ptp(pays: Code, denies: Code, modifier: Modifier, Period)
    case mue(Code, most: Int)

    /// Whether a modifier may unbundle a pair.
    package enum Modifier: Int, Sendable {
        case never = 0
        case allowed = 1
        case notApplicable = 9
    }

    /// When an edit is in force: from its first day on, through its last where it has one.
    package struct Period: Sendable, Equatable {
        /// The first day; nil where it always held.
        package var from: Day?
        /// The last day; nil where it holds still.
        package var through: Day?

        package init(from: Day? = nil, through: Day? = nil) {
            self.from = from
            self.through = through
        }

        /// Whether a day is one of them.
        package func contains(_ day: Day) -> Bool { Effective(from: from, to: through).contains(day) }
    }
}
