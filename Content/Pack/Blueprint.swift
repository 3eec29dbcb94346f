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
    /// How each candidate's items follow from the answers before; nil where all forms are of one length and made at once.
    package var adaptive: Adaptive?
    /// Seconds after the end of the time in which a server takes in answers that were written before it; 0 for none.
    package var grace: Int

    package init(
        id: ID<Blueprint>, title: String, summary: String, sections: [Section], minutes: Int, attempts: Int,
        waitingHours: Int, passMark: PassMark, navigation: Navigation, results: Results, evidence: Evidence? = nil,
        adaptive: Adaptive? = nil, grace: Int = 0
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
        self.adaptive = adaptive
        self.grace = grace
    }

    /// What one part of an exam asks.
    package struct Section: Sendable, Equatable {
        /// The name by which problems call it.
        package var id: ID<Section>
        /// What the part is called.
        package var title: String
        /// How many items; in an adaptive exam at least.
        package var count: Int
        /// How many items at most, in an adaptive exam; nil for as many as the least.
        package var most: Int?
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
            id: ID<Section>, title: String, count: Int, most: Int? = nil, kinds: [ItemKind], skills: [Skill],
            policies: [ID<Policy>], tellings: [Register], difficulties: [Difficulty]
        ) {
            self.id = id
            self.title = title
            self.count = count
            self.most = most
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

    /// How an exam goes by a candidate's answers: each next item is the one that tells most of somebody as able as the
    /// answers so far show.
    package struct Adaptive: Sendable, Equatable {
        /// The least and the most items.
        package var length: ClosedRange<Int>
        /// It ends once ability is known as well as this, in hundredths of a standard deviation; nil where it does not.
        package var error: Int?
        /// It ends once it is clear on which side of the pass mark the candidate is, so many hundredths to either side of
        /// it left open; nil where it does not.
        package var indifference: Int?
        /// The largest share of candidates who get an item of one scenario, template, term or fact, in percent.
        package var exposure: Int

        package init(length: ClosedRange<Int>, error: Int? = nil, indifference: Int? = nil, exposure: Int = 25) {
            self.length = length
            self.error = error
            self.indifference = indifference
            self.exposure = exposure
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

    /// How many items a form has; in an adaptive exam what its sections have at least.
    package var count: Int { sections.reduce(0) { $0 + $1.count } }

    /// The same in words: `50`, or `15 to 30` where the exam has as many as it takes.
    package var itemsInWords: String {
        guard let length = adaptive?.length else { return "\(count)" }
        return length.count == 1 ? "\(length.lowerBound)" : "\(length.lowerBound) to \(length.upperBound)"
    }
}
