package import Scoring

extension Records {
    /// What became of an item.
    package enum Verdict: String, Sendable, CaseIterable {
        case correct, partial, incorrect, skipped
    }

    /// An answer as it is handed over.
    package struct Answer: Equatable, Sendable {
        /// The number under which it is kept.
        package typealias ID = RowID<Answer>

        /// The item's position in the session, from 0.
        package var position: Int
        /// When it was given.
        package var at: Moment
        /// How long the learner took, in milliseconds.
        package var responseMilliseconds: Int
        /// How many hints were shown before it.
        package var hints: Int
        /// As it was typed; empty where the item was skipped. A null character comes back as `U+FFFD`.
        package var text: String
        /// What was said of it.
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
            position: Int, at: Moment, responseMilliseconds: Int, hints: Int = 0, text: String, verdict: Verdict,
            fraction: Double, skills: [String], findings: [String] = [], beliefs: [[String]] = []
        ) {
            self.position = position
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
        /// The order in which answers came.
        package let id: Answer.ID
        /// Whose it is.
        package let learner: Learner.ID
        /// The session in which it was given.
        package let session: Session.ID
        /// The id of the pack that was learned.
        package let pack: String
        /// The identity of the item that it answers.
        package let item: String
        /// The answer, as it was handed over.
        package let answer: Answer
        /// When it was undone; nil where it stands.
        package let undone: Moment?

        package init(
            id: Answer.ID, learner: Learner.ID, session: Session.ID, pack: String, item: String, answer: Answer,
            undone: Moment?
        ) {
            self.id = id
            self.learner = learner
            self.session = session
            self.pack = pack
            self.item = item
            self.answer = answer
            self.undone = undone
        }
    }
}

extension Records.Answer {
    /// Refuses an answer that could not be kept and read again as it is.
    ///
    /// - Throws: ``RecordsError`` of kind `defect` where a number is less than none, the fraction is not within 0 to 1,
    ///   an id is empty or holds a space or a plus, or an explanation names no misconception.
    package func check() throws(RecordsError) {
        guard position >= 0, hints >= 0, responseMilliseconds >= 0 else {
            throw .defect(.answer, "a number of the answer is less than none")
        }
        guard (0...1).contains(fraction) else { throw .defect(.answer, "\(fraction) is no fraction of an item") }
        for id in skills + findings + beliefs.joined()
        where id.isEmpty || id.contains(where: { $0 == " " || $0 == "+" }) {
            throw .defect(.answer, "“\(id)” is no id")
        }
        if beliefs.contains([]) { throw .defect(.answer, "an explanation names no misconception") }
    }
}
