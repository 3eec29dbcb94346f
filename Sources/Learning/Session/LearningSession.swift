package import Content
package import Machine
package import Quiz
package import Scoring

/// A training session that is kept: what is asked and why, how answers are judged and explained, and what is written
/// down of it before a word is said.
///
/// Any face can drive it. What it has to say it says as values; it shows nothing, and knows the time and the store that
/// it was handed. The same seed gives the same items to the same learner.
package final class LearningSession {
    /// What is learned.
    package let pack: Pack
    /// Where the learner stood at the beginning.
    package let beginning: LearnerProgress
    /// Where it stands; over before the first item.
    package private(set) var phase = Phase.over
    let journal: Journal
    let time: any TimeSource
    var session: TrainingSession
    private var planner: Planner
    /// The item that an undo put aside.
    private(set) var shelved: TrainingSession.Asked?
    /// When the open item was asked, in milliseconds of uptime.
    private(set) var shown: Int64 = 0
    /// When the last item was answered or skipped, in milliseconds of uptime.
    private(set) var closed: Int64 = 0
    /// What is held against the belief that led the last answer astray.
    private(set) var refutation: Refutation?

    /// How long a slip of the keyboard may be taken back, in milliseconds: the key is on the screen meanwhile.
    package static let undoable: Int64 = 20_000

    /// Where a session stands.
    package enum Phase: Sendable {
        /// An item is open.
        case asking(TrainingSession.Asked)
        /// An item was answered or skipped, and the next one waits.
        case reviewing(TrainingSession.Outcome)
        /// There is nothing more to ask.
        case over
    }

    /// What became of an item: what was just answered or skipped, or what an undo has just taken back.
    package struct Entry: Sendable {
        /// The item, what was typed and what was said of it.
        package let outcome: TrainingSession.Outcome
        /// What is held against a belief that led the answer astray; nil where none did for all that is known.
        package let refutation: Refutation?
        /// Why it could not be kept; nil where it is kept, and where nothing is kept of the session.
        package let notKept: RecordsError?
    }

    /// A session in which nothing was asked yet.
    ///
    /// - Parameters:
    ///   - pack: What is learned.
    ///   - request: What the learner asks to practise, and how many items.
    ///   - seed: Settles what is drawn by chance.
    ///   - journal: Of the learner, in the same pack.
    ///   - time: Tells when things happen.
    package init(in pack: Pack, for request: PracticeRequest, seed: UInt64, journal: Journal, time: any TimeSource) {
        self.pack = pack
        self.journal = journal
        self.time = time
        beginning = journal.progress
        session = TrainingSession(goal: request.count)
        planner = Planner(of: pack, for: request, in: journal.progress.model.beliefs.space, seed: seed)
    }

    /// Goes on with a session as it was left.
    ///
    /// - Parameters:
    ///   - left: What was asked, and what became of it.
    ///   - isOver: Whether there was nothing more to ask.
    ///   - shelved: The item that an undo had put aside.
    ///   - since: When the open item was asked, or the last one answered.
    ///   - refutation: What was held against the belief that led the last answer astray.
    func resume(
        _ left: TrainingSession, isOver: Bool, shelved: TrainingSession.Asked?, since: Moment,
        refuting refutation: Refutation?
    ) {
        session = left
        planner.recall(left.items.map(\.item), left.outcomes)
        self.shelved = shelved
        self.refutation = refutation
        if let open = left.open {
            phase = .asking(open)
        } else if let last = left.outcomes.last, !isOver {
            phase = .reviewing(last)
        } else {
            phase = .over
        }
        shown = time.uptime - max(0, time.now.milliseconds(since: since))
        closed = shown
    }

    // MARK: Where it stands

    /// How many items it is meant to have.
    package var goal: Int { session.goal }

    /// What became of the items so far, in order.
    package var outcomes: [TrainingSession.Outcome] { session.outcomes }

    /// Where the learner stands now.
    package var progress: LearnerProgress { journal.progress }

    /// The item that is open or being looked at, with why it was chosen; nil before the first and after the last.
    package var atHand: TrainingSession.Asked? {
        switch phase {
        case .asking(let asked): asked
        case .reviewing: session.items.last
        case .over: nil
        }
    }

    /// What became of the item that is being looked at; nil where none is.
    package var review: Entry? {
        guard case .reviewing(let outcome) = phase else { return nil }
        return Entry(outcome: outcome, refutation: refutation, notKept: nil)
    }

    /// The hints to the open item that were shown.
    package var hintsShown: [String] {
        guard case .asking(let asked) = phase else { return [] }
        return Array(asked.item.hints.prefix(session.hints))
    }

    /// Whether the learner never answered an item of the pack.
    package var isNew: Bool { beginning.model.mastery.isEmpty && beginning.reviews.isEmpty }

    /// Reviews that are due today.
    package var due: Int { journal.progress.forecast(from: journal.today.ordinal, days: 1)[0] }

    /// Items answered today in the pack, in this session and others; 0 where nothing is kept.
    package var answersToday: Int { journal.answersToday }

    // MARK: Going on

    /// Asks the first item.
    ///
    /// - Throws: `LearningError.nothingToAsk`.
    package func begin() throws(LearningError) {
        next()
        if case .over = phase { throw .nothingToAsk }
    }

    /// Asks the next item, once the open one was answered or skipped; or ends, where there is none.
    package func next() {
        if case .asking = phase { return }
        plan()
        settle()
    }

    /// Chooses the next item, unless the session has all it should.
    private func plan() {
        guard !session.isComplete else { return }
        if let item = shelved {
            shelved = nil
            return session.ask(item.item, because: item.reason)
        }
        let planned = planner.next(
            for: journal.progress.model, reviews: journal.reviews, at: time.now, seen: journal.seen)
        if let planned { session.ask(planned.item, because: planned.reason.description) }
    }

    private func settle() {
        refutation = nil
        phase = session.open.map { .asking($0) } ?? .over
        shown = time.uptime
    }

    // MARK: Answering

    /// Judges an answer to the open item and keeps it.
    ///
    /// - Returns: What came of it; nil where no item is open.
    /// - Throws: `UnreadableAnswer`; the item then stays open, and nothing is kept.
    package func answer(_ text: String) throws(UnreadableAnswer) -> Entry? {
        try session.answer(text).map(close)
    }

    /// Closes the open item unanswered; nil where none is open.
    package func skip() -> Entry? { session.skip().map(close) }

    private func close(_ outcome: TrainingSession.Outcome) -> Entry {
        phase = .reviewing(outcome)
        if outcome.isMistaken { planner.bringBack(outcome.item) }
        defer { closed = time.uptime }
        return keeping(outcome) { () throws(RecordsError) in
            try journal.note(outcome, position: session.outcomes.count - 1, took: time.uptime - shown)
        }
    }

    /// Judges a further try at the item that is being looked at, which is not counted; nil where none is.
    ///
    /// - Throws: `UnreadableAnswer`.
    package func retry(_ text: String) throws(UnreadableAnswer) -> Feedback? {
        guard case .reviewing(let outcome) = phase else { return nil }
        return try outcome.item.judge(text)
    }

    /// Takes the last answer back, for a slip: its item is open again, and the one that was open comes later. Its key
    /// was seen, so that a new answer counts as one after every hint.
    ///
    /// - Returns: What is no more; nil where nothing was answered yet.
    /// - Throws: `LearningError.tooLateToUndo`.
    package func undo() throws(LearningError) -> Entry? {
        guard session.outcomes.isEmpty || time.uptime - closed <= Self.undoable else { throw .tooLateToUndo }
        let open = session.open
        guard let outcome = session.undo() else { return nil }
        if let open { shelved = open }
        settle()
        return keeping(outcome) { () throws(RecordsError) in try journal.undo() }
    }

    private func keeping(
        _ outcome: TrainingSession.Outcome, _ body: () throws(RecordsError) -> Void
    ) -> Entry {
        let before = journal.progress.model
        do {
            try body()
            refutation = refutation(after: outcome, before)
            return Entry(outcome: outcome, refutation: refutation, notKept: nil)
        } catch {
            return Entry(outcome: outcome, refutation: nil, notKept: error)
        }
    }

    private func refutation(after outcome: TrainingSession.Outcome, _ before: LearnerModel) -> Refutation? {
        let now = journal.progress.model
        guard let belief = now.met(since: before).first, let situation = outcome.item.situation else { return nil }
        let refutation = Refutation(
            belief, about: situation, outcome.feedback, times: now.cures[belief]?.met ?? 1,
            among: now.beliefs.space.payers)
        return journal.isTaughtInWords ? refutation?.inWords : refutation
    }

    // MARK: Help

    /// The next hint for the open item, which costs a part of it; nil where there is none left.
    package func hint() -> String? { session.hint() }

    /// What there is to read of some words. Where the open item asks which rule a claim broke, to look rules up counts
    /// as a hint; what a word means may be looked up at any time.
    ///
    /// - Returns: What fits best, and whether it counted.
    package func lookUp(_ words: String) -> (entries: [Content.Entry], isCounted: Bool) {
        let entries = pack.lookUp(words)
        return (entries, entries.contains(where: \.isRule) && session.consult())
    }

    /// How a payer counts; where the open item asks which rule a claim broke, that counts as a hint.
    ///
    /// - Parameter id: A policy of the pack; nil for that of the item at hand.
    /// - Returns: The policy; with the key that the claim at hand has under it, where another policy is asked for and the
    ///   claim was answered already; and whether it counted.
    /// - Throws: `LearningError`.
    package func policy(_ id: String?) throws(LearningError) -> (policy: Policy, key: Key?, isCounted: Bool) {
        let item = atHand?.item
        guard let id else {
            guard let policy = item?.id.policy.flatMap(pack.policy) else { throw .noPolicy }
            return (policy, nil, session.consult())
        }
        guard let policy = pack.policy(ID(id.lowercased())) else { throw .unknownPolicy(id) }
        guard case .reviewing = phase, case .claim(let claim) = item else { return (policy, nil, session.consult()) }
        return (policy, derive(claim.situation.encounter, under: pack.rules(under: policy)), false)
    }

    /// Keeps a word to the educator about the item at hand.
    ///
    /// - Returns: Whether it was kept.
    /// - Throws: `RecordsError` where it should have been.
    package func flag(_ note: String) throws(RecordsError) -> Bool {
        guard let item = atHand?.item else { return false }
        return try journal.flag(item, note: note)
    }

    // MARK: Looking back

    /// How the learner stands now; where nothing is kept, only what this session showed.
    ///
    /// - Throws: `RecordsError` where it cannot be read.
    package func progressReport() throws(RecordsError) -> ProgressReport { try journal.report() }

    /// What the session showed so far. What is known of earlier ones is read before they end.
    package var report: SessionReport {
        SessionReport(
            of: session.summary, in: pack, from: beginning, to: journal.progress, on: journal.today,
            pace: journal.pace, earlier: journal.earlierPace)
    }

    /// Ends the session and lets go of the store. No call may follow but to look back.
    ///
    /// - Throws: `RecordsError` where its end could not be kept.
    package func end() throws(RecordsError) { try journal.end() }
}

extension Entry {
    /// Whether it states a rule that claims are held against, and not what a word means.
    fileprivate var isRule: Bool {
        switch kind {
        case .edit, .reason, .policy, .code, .modifier, .misconception: true
        case .term, .fact, .scenario, .abbreviation: false
        }
    }
}
