extension Records {
    /// What became of an item.
    package enum Verdict: String, Sendable, CaseIterable {
        case correct, partial, incorrect, skipped
    }

    /// An answer as it is handed over.
    package struct Answer: Equatable, Sendable {
        /// The item's place in the session, from 0.
        package var place: Int
        package var at: Moment
        /// How long the learner took.
        package var responseMilliseconds: Int
        package var hints: Int
        /// As it was typed; empty where the item was skipped. A null character comes back as `U+FFFD`.
        package var text: String
        package var verdict: Verdict
        /// 0 to 1 of what the item is worth.
        package var fraction: Double
        /// What the item exercises.
        package var skills: [String]
        /// The edits that the answer failed.
        package var findings: [String]
        /// The misconceptions that explain it: each explanation is one, or two held together.
        package var beliefs: [[String]]

        package init(
            place: Int, at: Moment, responseMilliseconds: Int, hints: Int = 0, text: String, verdict: Verdict,
            fraction: Double, skills: [String], findings: [String] = [], beliefs: [[String]] = []
        ) {
            self.place = place
            self.at = at
            self.responseMilliseconds = responseMilliseconds
            self.hints = hints
            self.text = text
            self.verdict = verdict
            self.fraction = fraction
            self.skills = skills
            self.findings = findings
            self.beliefs = beliefs
        }
    }

    /// An answer as it was kept.
    package struct RecordedAnswer: Equatable, Sendable {
        package let id: RowID<Answer>
        package let learner: RowID<Learner>
        package let session: RowID<Session>
        package let pack: String
        /// The identity of the item that it answers.
        package let item: String
        package let answer: Answer
        /// When it was undone; nil where it stands.
        package let undone: Moment?
    }
}
