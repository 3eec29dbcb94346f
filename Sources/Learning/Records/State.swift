package import Scoring

extension Records {
    /// What follows from a learner's answers in one pack.
    package struct State: Equatable, Sendable {
        /// Counts what was done to the answers; 0 before the first. Who changes the state says which one was read.
        package var revision: Int
        /// Whether it follows from all answers. It does not where two processes answered for one learner at once:
        /// `rebuild` mends that.
        package var isCurrent: Bool
        /// How well terms and facts are remembered, by the identity of the item.
        package var memory: [String: Memory]
        /// How well skills are mastered, by skill.
        package var mastery: [String: Mastery]
        /// The log weight of each hypothesis: "" for none, a misconception, or two joined by a plus.
        package var beliefs: [String: Double]
        /// How cures go, by misconception.
        package var cures: [String: Cure]

        package init(
            revision: Int = 0, isCurrent: Bool = true, memory: [String: Memory] = [:],
            mastery: [String: Mastery] = [:], beliefs: [String: Double] = [:], cures: [String: Cure] = [:]
        ) {
            self.revision = revision
            self.isCurrent = isCurrent
            self.memory = memory
            self.mastery = mastery
            self.beliefs = beliefs
            self.cures = cures
        }
    }

    /// How well an item is remembered.
    package struct Memory: Equatable, Sendable {
        /// In days: the time in which the chance of recalling it falls to 90 %.
        package var stability: Double
        /// How hard it is to remember, from 1 to 10.
        package var difficulty: Double
        /// The beginning of the day on which it is due again.
        package var due: Moment
        /// The beginning of the day on which it was last reviewed.
        package var last: Moment
        /// How often it was reviewed.
        package var reviews: Int

        package init(stability: Double, difficulty: Double, due: Moment, last: Moment, reviews: Int) {
            self.stability = stability
            self.difficulty = difficulty
            self.due = due
            self.last = last
            self.reviews = reviews
        }
    }

    /// How the cure of a misconception goes.
    package struct Cure: Equatable, Sendable {
        /// Answers that it led astray.
        package var met: Int
        /// Probes from which it stayed away since.
        package var withstood: Int
        /// Answers to come before the next probe.
        package var wait: Int

        package init(met: Int, withstood: Int, wait: Int) {
            self.met = met
            self.withstood = withstood
            self.wait = wait
        }
    }

    /// How well a skill is mastered.
    package struct Mastery: Equatable, Sendable {
        /// Right answers, the earlier the less they weigh.
        package var successes: Double
        /// Wrong answers, weighed the same.
        package var failures: Double
        /// Answers in all.
        package var answers: Int
        /// Those that were not wholly right.
        package var missed: Int
        /// When it was last exercised.
        package var updated: Moment

        package init(successes: Double, failures: Double, answers: Int, missed: Int, updated: Moment) {
            self.successes = successes
            self.failures = failures
            self.answers = answers
            self.missed = missed
            self.updated = updated
        }
    }
}

extension Records.State {
    /// Refuses a state that no answers can lead to.
    ///
    /// - Throws: ``RecordsError`` of kind `defect` where a count is less than none, or more were missed than answered.
    package func check(_ operation: Records.Operation) throws(RecordsError) {
        let isSound =
            memory.values.allSatisfy { $0.reviews >= 0 }
            && cures.values.allSatisfy { $0.met >= 0 && $0.withstood >= 0 && $0.wait >= 0 }
            && mastery.values.allSatisfy { row in
                row.successes >= 0 && row.failures >= 0 && row.answers >= 0 && (0...row.answers).contains(row.missed)
            }
        guard isSound else { throw .defect(operation, "a count of the state is less than none or too many") }
    }

    /// Takes rows in place of those under the same names.
    package mutating func put(_ rows: Records.State) {
        memory.merge(rows.memory) { $1 }
        mastery.merge(rows.mastery) { $1 }
        beliefs.merge(rows.beliefs) { $1 }
        cures.merge(rows.cures) { $1 }
    }
}
