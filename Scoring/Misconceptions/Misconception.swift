/// A named wrong belief: a change that someone makes to the rules without knowing it.
///
/// Its answer is computed by deriving under the changed rules, never written down.
package struct Misconception: Sendable, Equatable {
    package var id: ID<Misconception>
    /// What the believer holds, as a clause.
    package var belief: String
    /// What is so instead.
    package var correction: String
    package var changes: [Change]
    package var sources: [String]

    package init(
        id: ID<Misconception>, belief: String = "", correction: String = "", changes: [Change],
        sources: [String] = []
    ) {
        self.id = id
        self.belief = belief
        self.correction = correction
        self.changes = changes
        self.sources = sources
    }

    /// One change to the rules. Minutes are whole minutes.
    package enum Change: Sendable, Equatable {
        case bills(Habits.Bills)
        /// Add-on blocks begin after this minute.
        case furtherAfter(Int)
        /// An add-on unit takes so many minutes.
        case furtherEach(Int)
        /// The first code is billed for each block of so many minutes, and no add-on.
        case firstEach(Int)
        /// The first code of the longest range is reported from this minute on, and the range before it up to there.
        case firstFrom(Int)
        case credit(Credit)
        /// Every activity counts.
        case countsAll
        case ignoresExclusions
        case anyService
    }

    /// The rules as the believer applies them.
    package func applied(to rules: Rules) -> Rules {
        changes.reduce(into: rules) { rules, change in change.apply(to: &rules) }
    }
}

extension Misconception.Change {
    func apply(to rules: inout Rules) {
        switch self {
        case .bills(let bills): rules.habits.bills = bills
        case .furtherAfter(let minute): rules.changeFurther { $0.after = minute }
        case .furtherEach(let minutes): rules.changeFurther { $0.each = minutes }
        case .firstEach(let minutes): rules.habits.firstEach = minutes
        case .firstFrom(let minute): rules.changeFirst { $0.beginLongest(at: minute) }
        case .credit(let credit):
            rules.policy.credit = credit
            rules.policy.creditByCode = [:]
            rules.changeFurther { $0.credit = nil }
        case .countsAll: rules.policy.counts = Set(Activity.allCases)
        case .ignoresExclusions: rules.habits.ignoresExclusions = true
        case .anyService: rules.habits.anyService = true
        }
    }
}

extension [Family.First] {
    /// Lets the range that reaches furthest begin at a minute, and the one before it end there; ranges that would begin
    /// later go.
    fileprivate mutating func beginLongest(at minute: Int) {
        guard let longest = indices.max(by: { self[$0].from < self[$1].from }) else { return }
        self[longest].from = minute
        let code = self[longest]
        self = filter { $0 == code || $0.from < minute }
        let others = indices.filter { self[$0] != code }
        if let last = others.max(by: { self[$0].from < self[$1].from }) { self[last].through = minute - 1 }
    }
}

extension Rules {
    fileprivate mutating func changeFirst(_ change: (inout [Family.First]) -> Void) {
        for family in codes.families.indices { change(&codes.families[family].first) }
    }

    fileprivate mutating func changeFurther(_ change: (inout Family.Further) -> Void) {
        for family in codes.families.indices {
            for further in codes.families[family].further.indices {
                change(&codes.families[family].further[further])
            }
        }
    }
}
