package import Scoring

/// A short course on one matter: plain words, worked examples, examples with steps left to the learner, practice.
///
/// It states no key: whatever is worked out or asked for is derived from a visit.
package struct Lesson: Sendable, Equatable {
    /// The lesson's name, for ever.
    package var id: ID<Lesson>
    /// What it is called, in a few words.
    package var title: String
    /// The lessons whose matter it builds on; all of them stand before it in the pack.
    package var needs: [ID<Lesson>]
    /// The skills that it teaches.
    package var teaches: [Skill]
    /// The misconceptions that it takes up.
    package var beliefs: [ID<Misconception>]
    /// Never empty.
    package var steps: [Step]

    package init(
        id: ID<Lesson>, title: String, needs: [ID<Lesson>], teaches: [Skill], beliefs: [ID<Misconception>],
        steps: [Step]
    ) {
        self.id = id
        self.title = title
        self.needs = needs
        self.teaches = teaches
        self.beliefs = beliefs
        self.steps = steps
    }

    /// One step of a lesson.
    package enum Step: Sendable, Equatable {
        /// Plain words, a paragraph each, and where they are written: ids of the pack's sources.
        case page([String], sources: [String])
        /// A visit worked out step by step.
        case example(Visit)
        /// Visits of which the learner works out one value more each time, until nothing is shown; a single visit is
        /// worked out whole.
        case faded(Visit)
        case practice(Practice)
    }

    /// A visit of the pack under one of its policies.
    package struct Visit: Sendable, Equatable {
        /// What the visit is made from.
        package enum Subject: Sendable, Equatable {
            /// One scenario, or one after the other where several visits are wanted.
            case scenarios([ID<Scenario>])
            /// Where several visits are wanted, the later ones are of the seeds that follow.
            case template(ID<Template>, seed: UInt64)
        }

        /// What the visit is made from.
        package var subject: Subject
        /// The policy under which it is billed.
        package var policy: ID<Policy>

        package init(_ subject: Subject, under policy: ID<Policy>) {
            self.subject = subject
            self.policy = policy
        }
    }

    /// Items to answer, from any of some visits, under any of some policies, of any of some kinds.
    package struct Practice: Sendable, Equatable {
        /// How many must be answered right.
        package var count: Int
        /// The kinds of item, taken in turn; terms are none of them.
        package var kinds: [ItemKind]
        /// The policies under which they are asked.
        package var policies: [ID<Policy>]
        /// The scenarios that items are made of.
        package var scenarios: [ID<Scenario>]
        /// The templates that items are made of.
        package var templates: [ID<Template>]
        /// How visits that templates make are told.
        package var tellings: [Register]

        package init(
            count: Int, kinds: [ItemKind], policies: [ID<Policy>], scenarios: [ID<Scenario>],
            templates: [ID<Template>], tellings: [Register]
        ) {
            self.count = count
            self.kinds = kinds
            self.policies = policies
            self.scenarios = scenarios
            self.templates = templates
            self.tellings = tellings
        }
    }
}
