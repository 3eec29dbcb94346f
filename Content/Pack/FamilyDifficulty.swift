package import Scoring

/// How hard the items of one kind that are made from one scenario, template, term or fact turned out to be, as a calibration
/// of what was sat found it.
package struct FamilyDifficulty: Sendable, Equatable {
    /// What the items are made from, by its id.
    package var subject: Subject
    /// What they ask for.
    package var kind: ItemKind
    /// The ability at which half are right, in thousandths of a standard deviation of those who were calibrated on.
    package var difficulty: Int
    /// By how many thousandths of a logit the chance of a right answer rises with a standard deviation of ability.
    package var discrimination: Int

    package init(subject: Subject, kind: ItemKind, difficulty: Int, discrimination: Int = 1_000) {
        self.subject = subject
        self.kind = kind
        self.difficulty = difficulty
        self.discrimination = discrimination
    }

    /// Tells it apart from all others.
    package struct Key: Hashable, Sendable {
        private let subject: Subject
        private let kind: ItemKind

        package init(_ subject: Subject, _ kind: ItemKind) {
            self.subject = subject
            self.kind = kind
        }
    }

    /// What it is found by: each family and way of asking has one.
    package var key: Key { Key(subject, kind) }

    /// What items are made from.
    package enum Subject: Hashable, Sendable {
        case scenario(ID<Scenario>)
        case template(ID<Template>)
        /// A term or a fact.
        case entry(String)
    }
}
