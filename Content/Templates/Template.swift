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
    package func isAsked(under policy: Policy) -> Bool { policies.isEmpty || policies.contains(policy.id) }

    /// One thing that varies.
    package struct Slot: Sendable, Equatable {
        /// By which the words of the template name it.
        package var name: String
        /// What it may be filled with.
        package var values: Values

        package init(name: String, values: Values) {
            self.name = name
            self.values = values
        }
    }

    /// What a slot may be filled with. Amounts are minutes; times are minutes since the midnight that began the date
    /// of service, and may lie beyond the next one.
    package enum Values: Sendable, Equatable {
        /// A row of one of the pack's word lists, by the list's place.
        case list(Int)
        case times(from: Int, through: Int, step: Int)
        case minutes(from: Int, through: Int, step: Int)
        /// A time that follows from other slots.
        case after([Amount])
        /// Minutes that follow from other slots.
        case sum([Amount])
    }

    /// A number of minutes: fixed, or what a slot holds, by its place among the slots.
    package enum Amount: Sendable, Equatable {
        case fixed(Int)
        case slot(Int)
    }

    /// Words: fixed, or a column of what a slot holds.
    package enum Word: Sendable, Equatable {
        case fixed(String)
        case slot(Int, column: Int)
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

/// The facts of an encounter with slots in them.
package struct EncounterPattern: Sendable, Equatable {
    /// The day of service.
    package var date: Day
    /// In the order of the day.
    package var visits: [VisitPattern]
    /// Minutes of the week that the payer has paid already; 0 where none were.
    package var minutesUsedThisWeek: Template.Amount

    package init(date: Day, visits: [VisitPattern], minutesUsedThisWeek: Template.Amount) {
        self.date = date
        self.visits = visits
        self.minutesUsedThisWeek = minutesUsedThisWeek
    }

    /// A visit with slots in it.
    package struct VisitPattern: Sendable, Equatable {
        /// What was done, in the order in which it is told.
        package var services: [ServicePattern]
        /// CMS's two digits for the place of service.
        package var place: Template.Word
        /// Who performed it, by the pack's id.
        package var performer: Template.Word
        /// What the record lacks.
        package var missing: Set<RecordItem>

        package init(
            services: [ServicePattern], place: Template.Word, performer: Template.Word, missing: Set<RecordItem>
        ) {
            self.services = services
            self.place = place
            self.performer = performer
            self.missing = missing
        }
    }

    /// A service with slots in it.
    package struct ServicePattern: Sendable, Equatable {
        /// Its kind, by the pack's id.
        package var kind: Template.Word
        /// What its minutes were spent on.
        package var activity: Activity
        /// How long it took.
        package var time: TimePattern

        package init(kind: Template.Word, activity: Activity, time: TimePattern) {
            self.kind = kind
            self.activity = activity
            self.time = time
        }
    }

    /// How long a service took, with slots in it, as `Service.Time` says.
    package enum TimePattern: Sendable, Equatable {
        case minutes(Template.Amount)
        case clock(start: Template.Amount, stop: Template.Amount)
        case open(start: Template.Amount)
        case unknown
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
        /// Words as they are, minutes as a number, times as `14:05`.
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
    }

    /// In the order in which they are told.
    package var pieces: [Piece]

    package init(pieces: [Piece]) {
        self.pieces = pieces
    }
}
