package import Content
package import Scoring

/// Chooses what a learner is asked next.
///
/// Terms and facts come between visits, those first whose review is due. Among visits that were never asked, drawn
/// from scenarios and templates, policies and kinds, it takes the one that tells most about what the learner may
/// believe and exercises what the learner has not mastered; kinds change, and no visit comes twice. Nobody is asked for
/// what rests on a skill that they have not shown, unless they ask for it. A belief that led an answer astray is probed by
/// fresh visits, at once and then again at a growing distance. A beginner's first visits are told in plain
/// sentences, charts come after them. The same seed and the same learner give the same items.
package struct Planner: Sendable {
    private let request: PracticeRequest
    private let book: RecipeBook
    /// Which skills rest on which.
    private let order: SkillOrder
    /// The answer that stands in the header for an example, so that nobody is asked for just that at first.
    private let example: String
    /// The terms and facts to ask, in the order in which new ones come; made when the first of them is wanted.
    private lazy var entries: [Item] = {
        let items = book.pack.termItems
        return entryOrder.map { items[$0] }
    }()
    private let entryOrder: [Int]
    private var generator: SeededGenerator
    private var asked: [PastItem] = []
    private var askedIdentities: Set<String> = []
    /// Items that were answered wrong by somebody who was sure, with how many were asked by then.
    private var mistaken: [(item: Item, position: Int)] = []

    /// What is remembered of an item that was asked.
    private struct PastItem {
        let kind: ItemKind
        /// The visit under its policy.
        let visit: String
        let heading: String
        /// The belief for whose sake it was asked; nil where it was for none's.
        let probes: ID<Misconception>?
        let isOfPapers: Bool
    }

    /// Visits that are compared at the first choice, for which a learner waits, and at each later one.
    package static let candidates = 48
    private static let laterCandidates = 144

    /// A planner for whoever may hold what the space knows of.
    package init(of pack: Pack, for request: PracticeRequest, in space: BeliefSpace, seed: UInt64) {
        let book = RecipeBook(of: pack, for: request, variants: Int(Int32.max), under: space.payers)
        self.init(with: book, for: request, seed: seed)
    }

    /// A planner that draws from what the pack can make for this request.
    init(with book: RecipeBook, for request: PracticeRequest, seed: UInt64) {
        self.request = request
        self.book = book
        order = SkillOrder(of: book.pack)
        example = book.pack.example
        generator = SeededGenerator(seed: seed)
        let hasEntries = (request.kinds.isEmpty || request.kinds.contains(.term)) && request.allow([.term])
        entryOrder = hasEntries ? generator.order(of: book.pack.terms.count + book.pack.facts.count) : []
    }

    /// The next item; nil once there are as many as wished for, or the pack has nothing that is wished for.
    ///
    /// - Parameters:
    ///   - learner: Who is asked.
    ///   - reviews: Terms and facts with the times at which they are due.
    ///   - now: The present moment.
    ///   - seen: Which of some items were asked before, by their identities.
    /// - Returns: The item and why it was chosen.
    package mutating func next(
        for learner: LearnerModel, reviews: [ScheduledReview] = [], at now: Moment, seen: ([String]) -> Set<String>
    ) -> PlannedItem? {
        guard asked.count < request.count else { return nil }
        let due = reviews.filter { $0.due <= now }.sorted { ($0.due, $0.item) < ($1.due, $1.item) }
        var bank = CandidateBank(of: book, in: learner.beliefs.space, isKeeping: false)
        if let item = comeback(for: learner, seen: seen, from: &bank) {
            remember(item)
            return PlannedItem(item: item, reason: .wasSure)
        }
        if let (item, belief) = probe(for: learner, seen: seen, from: &bank) {
            remember(item, probing: belief)
            return PlannedItem(item: item, reason: .probes(book.pack.misconception(belief)?.belief ?? belief.text))
        }
        var planned = isTurnOfEntry(whenDue: !due.isEmpty) ? entry(due, at: now, seen: seen) : nil
        if planned == nil {
            let visit = visit(for: learner, seen: seen, from: &bank)
            let visited = visit.map { PlannedItem(item: $0.candidate.item, reason: $0.reason) }
            // A term that was never asked, or is due, comes before a visit that was.
            planned = visit?.isFresh == true ? visited : entry(due, at: now, seen: seen) ?? visited ?? repeatedEntry()
        }
        if let item = planned?.item { remember(item) }
        return planned
    }

    /// The next visit for a learner of whom only this planner's items are known, from a bank that others draw from too.
    mutating func nextVisit(for learner: LearnerModel, from bank: inout CandidateBank) -> Candidate? {
        if let (item, belief) = probe(for: learner, seen: { _ in [] }, from: &bank) {
            remember(item, probing: belief)
            return bank.candidate(item, live: learner.beliefs.live)
        }
        guard let visit = visit(for: learner, seen: { _ in [] }, from: &bank) else { return nil }
        remember(visit.candidate.item)
        return visit.candidate
    }

    /// Takes in that the item asked last was answered wrong by somebody who was sure: it comes back soon.
    package mutating func bringBack(_ item: Item) { mistaken.append((item, asked.count)) }

    /// Takes in what was asked in a session that is gone on with: of what went wrong just now, some may come back.
    package mutating func recall(_ items: [Item], _ outcomes: [TrainingSession.Outcome]) {
        for (position, item) in items.enumerated() {
            remember(item)
            let isLate = position + 2 >= items.count && position < outcomes.count
            if isLate, outcomes[position].isMistaken { bringBack(item) }
        }
    }

    private mutating func remember(_ item: Item, probing belief: ID<Misconception>? = nil) {
        asked.append(
            PastItem(
                kind: item.kind, visit: item.id.visit, heading: item.heading, probes: belief,
                isOfPapers: item.id.subject.isOfPapers))
        askedIdentities.insert(item.id.description)
    }
}

// MARK: - Terms and facts

extension Planner {
    /// Every second item is a review while any is due, every fifth a term or a fact otherwise.
    private func isTurnOfEntry(whenDue isDue: Bool) -> Bool {
        isDue ? asked.count % 2 == 1 : asked.count % 5 == 4
    }

    private mutating func entry(
        _ due: [ScheduledReview], at now: Moment, seen: ([String]) -> Set<String>
    ) -> PlannedItem? {
        for review in due where !askedIdentities.contains(review.item) {
            guard let item = entries.first(where: { $0.id.description == review.item }) else { continue }
            return PlannedItem(
                item: item, reason: .due(ago: review.lastSeen.map { max(0, now.milliseconds(since: $0)) }))
        }
        let old = askedIdentities.union(seen(entries.map(\.id.description)))
        let fresh = entries.first { !old.contains($0.id.description) }
        return fresh.map { PlannedItem(item: $0, reason: .new) }
    }

    /// An entry that was seen before, where there is nothing else to ask.
    private mutating func repeatedEntry() -> PlannedItem? {
        let old = askedIdentities
        let fresh = entries.first { !old.contains($0.id.description) }
        let item = fresh ?? (entries.isEmpty ? nil : entries[asked.count % entries.count])
        return item.map { PlannedItem(item: $0, reason: .due(ago: nil)) }
    }
}

// MARK: - Sure and wrong

extension Planner {
    /// What was answered wrong by somebody who was sure, once another item stood between: the same term, or a fresh
    /// visit that takes the same skills.
    private mutating func comeback(
        for learner: LearnerModel, seen: ([String]) -> Set<String>, from bank: inout CandidateBank
    ) -> Item? {
        guard let (item, position) = mistaken.first, asked.count > position else { return nil }
        mistaken.removeFirst()
        guard item.kind != .term else { return item }
        let skills = item.skills
        let (items, areFresh) = drawItems(for: learner, seen: seen, from: &bank) { skills.isSubset(of: $0.skills) }
        guard areFresh else { return nil }
        return items.min { monotony(of: $0) < monotony(of: $1) }
    }
}

// MARK: - Probes

extension Planner {
    /// Probes of one belief that may follow each other: after them something else clears the head.
    private static let probesInARow = 2

    /// A fresh visit in another guise that shows whether a belief is cured, where one is due to be probed.
    private mutating func probe(
        for learner: LearnerModel, seen: ([String]) -> Set<String>, from bank: inout CandidateBank
    ) -> (item: Item, belief: ID<Misconception>)? {
        let space = learner.beliefs.space
        let last = asked.last { $0.kind != .term }?.heading
        for belief in learner.probed where !isTiresome(belief) {
            guard let position = space.position(of: belief.text) else { continue }
            let (items, areFresh) = drawItems(for: learner, seen: seen, from: &bank) { item in
                item.heading != last && space.isProbe(item, of: position)
            }
            if areFresh, let item = items.min(by: { monotony(of: $0) < monotony(of: $1) }) { return (item, belief) }
        }
        return nil
    }

    /// Whether the items just asked were all for the sake of a belief.
    private func isTiresome(_ belief: ID<Misconception>) -> Bool {
        asked.count >= Self.probesInARow && asked.suffix(Self.probesInARow).allSatisfy { $0.probes == belief }
    }
}

// MARK: - Visits

extension Planner {
    private mutating func visit(
        for learner: LearnerModel, seen: ([String]) -> Set<String>, from bank: inout CandidateBank
    ) -> (candidate: Candidate, reason: Reason, isFresh: Bool)? {
        let live = learner.beliefs.live
        var weights = [Double](repeating: 0, count: learner.beliefs.space.hypotheses.count)
        let probabilities = learner.beliefs.probabilities
        for position in live { weights[position] = probabilities[position] }
        let (drawn, isFresh) = drawItems(for: learner, seen: seen, from: &bank)
        let papers = wantsPapers(learner) ? drawn.filter(\.id.subject.isOfPapers) : []
        let suited = papers.isEmpty ? drawn : papers
        let changing = suited.filter { !isWorn($0.kind) }
        var best: (candidate: Candidate, utility: ItemUtility)?
        for item in changing.isEmpty ? suited : changing {
            let candidate = bank.candidate(item, live: live)
            let utility = ItemUtility(candidate, for: learner, weights: weights, monotony: monotony(of: item))
            if best.map({ utility.value > $0.utility.value }) ?? true { best = (candidate, utility) }
        }
        guard let (candidate, utility) = best else { return nil }
        let reason = utility.reason(for: candidate, learner, weights: weights, in: order, words: book.pack.words)
        return (candidate, reason, isFresh)
    }

    /// Visits that were never asked and rest on nothing that the learner has not shown; where draws find none, those
    /// that rest on least; else old ones.
    private mutating func drawItems(
        for learner: LearnerModel, seen: ([String]) -> Set<String>, from bank: inout CandidateBank,
        where suits: ((Item) -> Bool)? = nil
    ) -> (items: [Item], areFresh: Bool) {
        let isBeginner = learner.isBeginner
        // Whoever asks for a skill is asked for it.
        let isOrdered = request.isOrdered && request.skills.isEmpty
        var (plain, charted, old) = (Choice(), Choice(), Choice())
        var drawn: Set<Recipe> = []
        func take(_ recipes: [Recipe]) {
            let items = recipes.compactMap { drawn.insert($0).inserted ? bank.item($0) : nil }
                .filter { request.allow($0.skills) && !(learner.isNew && $0.key == example) && suits?($0) ?? true }
            let known = askedIdentities.union(seen(items.map(\.id.description)))
            for item in items {
                let missing = isOrdered ? order.missing(for: item, of: learner).count : 0
                if known.contains(item.id.description) {
                    old.take(item, missing: missing)
                } else if isBeginner, item.id.subject.isCharted {
                    charted.take(item, missing: missing)
                } else {
                    plain.take(item, missing: missing)
                }
            }
        }
        take(draw(asked.isEmpty ? Self.candidates : Self.laterCandidates, inPapers: !isBeginner))
        if suits == nil, plain.items.isEmpty, charted.items.isEmpty { take(generator.shuffled(book.ofScenarios)) }
        for _ in 0..<4 where !plain.isReady && book.hasTemplates {
            take(draw(Self.candidates, inPapers: !isBeginner))
        }
        let fresh = plain.items.isEmpty ? charted.items : plain.items
        return fresh.isEmpty ? (old.items, false) : (fresh, true)
    }

    private mutating func draw(_ count: Int, inPapers mayBePapers: Bool) -> [Recipe] {
        (0..<count).compactMap { _ in book.draw(with: &generator, inPapers: mayBePapers) }
    }

    /// Whether a visit in papers is due: of whoever has mastered what they met, every third visit is one at least.
    private func wantsPapers(_ learner: LearnerModel) -> Bool {
        guard learner.isSeasoned else { return false }
        let visits = asked.filter { $0.kind != .term }
        return 3 * visits.count(where: \.isOfPapers) < visits.count + 1
    }

    /// How tiresome an item would be now: more so if its kind came up too often of late, if it tells the visit of the
    /// item before, or if its visit was asked before as another kind of item.
    private func monotony(of item: Item) -> Double {
        let visit = item.id.visit
        let isKnown = asked.contains { $0.visit == visit }
        let isAlike = asked.last { $0.kind != .term }?.heading == item.heading
        return max(0, excess(of: item.kind)) * 2 + (isKnown ? 1 : 0) + (isAlike ? 0.1 : 0)
    }

    /// Whether a kind came up so often of late that another is due, however much an item of it would tell: typed claims
    /// tell most about beliefs, and would come up all the time.
    private func isWorn(_ kind: ItemKind) -> Bool { excess(of: kind) > 1.0 / 8 }

    /// By how much the share of a kind among the last eight items is above the share it should have.
    private func excess(of kind: ItemKind) -> Double {
        Double(asked.suffix(8).count { $0.kind == kind }) / 8 - book.share(of: kind)
    }
}

extension ItemID {
    /// The visit under its policy, whatever is asked about it.
    fileprivate var visit: String { "\(subject)/\(policy?.text ?? "")" }
}
