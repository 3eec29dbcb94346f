package import Scoring

/// What an exam must contain, and how it is sat.
package struct Blueprint: Sendable, Equatable {
    /// The name by which commands call it, and attempts keep it.
    package var id: ID<Blueprint>
    /// What the exam is called.
    package var title: String
    /// What it shows about whoever passes.
    package var summary: String
    /// The parts of the exam, in order.
    package var sections: [Section]
    /// How long a candidate has, in minutes.
    package var minutes: Int
    /// How many attempts a candidate has.
    package var attempts: Int
    /// Hours from the end of one attempt to the beginning of the next.
    package var waitingHours: Int
    /// What passes.
    package var passMark: PassMark
    /// How a candidate may move from item to item.
    package var navigation: Navigation
    /// When a candidate is shown what an attempt came to.
    package var results: Results
    /// What is asked of the exam itself before anybody is certified by it; nil where nothing is.
    package var evidence: Evidence?

    package init(
        id: ID<Blueprint>, title: String, summary: String, sections: [Section], minutes: Int, attempts: Int,
        waitingHours: Int, passMark: PassMark, navigation: Navigation, results: Results, evidence: Evidence? = nil
    ) {
        self.id = id
        self.title = title
        self.summary = summary
        self.sections = sections
        self.minutes = minutes
        self.attempts = attempts
        self.waitingHours = waitingHours
        self.passMark = passMark
        self.navigation = navigation
        self.results = results
        self.evidence = evidence
    }

    /// What one part of an exam asks.
    package struct Section: Sendable, Equatable {
        /// The name by which problems call it.
        package var id: ID<Section>
        /// What the part is called.
        package var title: String
        /// How many items.
        package var count: Int
        /// The kinds that its items may be of; never empty.
        package var kinds: [ItemKind]
        /// Every item exercises one of these; empty for any.
        package var skills: [Skill]
        /// Empty for every policy of the pack.
        package var policies: [ID<Policy>]
        /// Empty for every way of telling.
        package var tellings: [Register]
        /// Empty for any.
        package var difficulties: [Difficulty]

        package init(
            id: ID<Section>, title: String, count: Int, kinds: [ItemKind], skills: [Skill], policies: [ID<Policy>],
            tellings: [Register], difficulties: [Difficulty]
        ) {
            self.id = id
            self.title = title
            self.count = count
            self.kinds = kinds
            self.skills = skills
            self.policies = policies
            self.tellings = tellings
            self.difficulties = difficulties
        }
    }

    /// The least result that passes, and why it is that.
    package struct PassMark: Sendable, Equatable {
        /// The least result that passes, in percent.
        package var percent: Int
        /// Why the mark is that, as standard setting asks.
        package var justification: String
        /// Whether it stands until raters have set one, and certifies nobody before.
        package var isProvisional: Bool

        package init(percent: Int, justification: String, isProvisional: Bool = false) {
            self.percent = percent
            self.justification = justification
            self.isProvisional = isProvisional
        }

        /// The mark as a share, 0 to 1.
        package var fraction: Double { Double(percent) / 100 }
    }

    /// What must be known of an exam before anybody is certified by it.
    package struct Evidence: Sendable, Equatable, Codable {
        /// The least reliability (alpha), in hundredths.
        package var reliability: Int
        /// The least number of candidates that it is reckoned from.
        package var candidates: Int

        package init(reliability: Int, candidates: Int) {
            self.reliability = reliability
            self.candidates = candidates
        }
    }

    /// How a candidate may move.
    package enum Navigation: String, Sendable, CaseIterable {
        /// Back and forth, and change answers.
        case free
        /// Forward only.
        case forward
    }

    /// When a candidate is shown what an attempt came to. A team's report shows it at any time.
    package enum Results: String, Sendable, CaseIterable {
        /// As soon as it is handed in.
        case atOnce = "at-once"
        /// Once the time is over in which the candidate may sit the exam; at once where no end of it is set.
        case afterWindow = "after-window"
        case never
    }

    /// How hard an item is by prediction.
    package enum Difficulty: String, Sendable, CaseIterable {
        case easy, medium, hard
    }

    /// How many items a form has.
    package var count: Int { sections.reduce(0) { $0 + $1.count } }
}
