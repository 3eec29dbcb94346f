package import Scoring

/// A pattern that makes visits without end: slots to be filled, the facts that follow from them, and the words in
/// which they are told. The core derives the key of each.
package struct Template: Sendable, Equatable {
    /// The name by which items keep it: a change of it changes what its seeds make.
    package var id: ID<Template>
    /// What its visits are about, for whoever writes and checks packs.
    package var title: String
    /// What varies, in the order in which it is drawn.
    package var slots: [Slot]
    /// What must hold between slots; a draw that breaks one is drawn anew.
    package var constraints: [Constraint]
    /// The facts, with slots in them.
    package var encounter: EncounterPattern
    /// The facts in plain sentences.
    package var stem: Phrase
    /// The same as a nurse would chart it; nil where the template has no such telling.
    package var note: Phrase?
    /// The policies that it makes sense under; empty for all of the pack.
    package var policies: [ID<Policy>]
    /// Ids of the pack's sources.
    package var sources: [String]

    package init(
        id: ID<Template>, title: String, slots: [Slot], constraints: [Constraint], encounter: EncounterPattern,
        stem: Phrase, note: Phrase? = nil, policies: [ID<Policy>], sources: [String]
    ) {
        self.id = id
        self.title = title
        self.slots = slots
        self.constraints = constraints
        self.encounter = encounter
        self.stem = stem
        self.note = note
        self.policies = policies
        self.sources = sources
    }

    /// Whether its visits make sense under a policy.
    package func isAsked(under policy: Policy) -> Bool { isAsked(under: policy.id) }

    /// The same for a policy by its id.
    package func isAsked(under policy: ID<Policy>) -> Bool { policies.isEmpty || policies.contains(policy) }

    /// One thing that varies.
    package struct Slot: Sendable, Equatable {
        /// The name by which the words of the template call for it.
        package var name: String
        /// What it may be filled with.
        package var values: Values

        package init(name: String, values: Values) {
            self.name = name
            self.values = values
        }
    }

    /// What a slot may be filled with. Times are minutes since the midnight that began the date of service, and may lie
    /// beyond the next one; dates are days since 1 January 1970.
    package enum Values: Sendable, Equatable {
        /// A row of one of the pack's word lists, by the list's position.
        case list(Int)
        case times(from: Int, through: Int, step: Int)
        case minutes(from: Int, through: Int, step: Int)
        /// A time that follows from other slots.
        case after([Amount])
        /// Minutes that follow from other slots.
        case sum([Amount])
        /// Whole numbers of anything: days, doses, hours.
        case numbers(from: Int, through: Int, step: Int)
        /// Whole numbers that follow from other slots.
        case numberSum([Amount])
        case dates(from: Int, through: Int, step: Int)
        /// A date that follows from another and days.
        case dateAfter([Amount])
        /// Thousandths of a unit.
        case amounts(from: Int, through: Int, step: Int, Scoring.Amount.Unit)
        /// How many containers of so much it takes to give an amount; both in thousandths of a unit.
        case containers(Amount, of: Int)
        /// What those containers hold beyond the amount.
        case left(Amount, of: Int, Scoring.Amount.Unit)
    }

    /// A number: of minutes, days or whatever its slot holds, fixed or by the slot's position among the slots.
    package enum Amount: Sendable, Equatable {
        case fixed(Int)
        case slot(Int)
    }

    /// Words: fixed, or a column of what a slot holds.
    package enum Word: Sendable, Equatable {
        case fixed(String)
        case slot(Int, column: Int)
    }

    /// A whole number: fixed, what a slot holds, or what a column of a slot's words spells.
    package enum Number: Sendable, Equatable {
        case fixed(Int)
        case slot(Int)
        case words(Int, column: Int)
    }

    /// How much of something: fixed, what a slot holds in a unit, or what a column of a slot's words spells.
    package enum Quantity: Sendable, Equatable {
        case fixed(Scoring.Amount)
        case slot(Int, Scoring.Amount.Unit)
        case words(Int, column: Int)
    }

    /// A day: fixed, or what a slot holds.
    package enum Date: Sendable, Equatable {
        case fixed(Day)
        case slot(Int)
    }

    /// Something that must hold between slots.
    package struct Constraint: Sendable, Equatable {
        /// How the two sides are compared.
        package enum Comparison: String, Sendable, CaseIterable {
            case less = "<"
            case lessOrEqual = "<="
            case greater = ">"
            case greaterOrEqual = ">="
            case equal = "="
            case different = "!="
        }

        /// Minutes, added up.
        package var left: [Amount]
        /// What must hold of the sides.
        package var comparison: Comparison
        /// Minutes, added up.
        package var right: [Amount]

        package init(left: [Amount], comparison: Comparison, right: [Amount]) {
            self.left = left
            self.comparison = comparison
            self.right = right
        }
    }
}

/// Rows of words that fit each other, which the templates of a pack share.
package struct WordList: Sendable, Equatable {
    /// Empty where the list holds single words.
    package var columns: [String]
    /// Never empty, and none of them is; a single word is a row of one.
    package var rows: [[String]]

    package init(columns: [String], rows: [[String]]) {
        self.columns = columns
        self.rows = rows
    }
}

/// A text with slots in it, cut into pieces once so that filling it is fast.
package struct Phrase: Sendable, Equatable {
    /// Words, or a slot.
    package enum Piece: Sendable, Equatable {
        case text(String)
        case slot(Int, Form, isCapitalized: Bool)
    }

    /// How a slot reads.
    package enum Form: Sendable, Equatable {
        /// Words as they are, numbers in digits, times as `14:05`, dates as `2026-03-09`, amounts as `345 mg`.
        case plain
        case column(Int)
        /// `2:05 pm`
        case twelveHour
        /// `1405`
        case fourDigits
        /// `2 hours 30 minutes`
        case hours
        /// `2 h 30 min`
        case shortHours
        /// A number to twelve as a word: `four`.
        case numberWord
        /// `9 March 2026`
        case longDate
        /// `3/9`
        case shortDate
    }

    /// In the order in which they are told.
    package var pieces: [Piece]

    package init(pieces: [Piece]) {
        self.pieces = pieces
    }
}
