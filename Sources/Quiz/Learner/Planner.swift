package import Content
import Scoring

/// A term or a fact whose review is scheduled. Times are milliseconds since 1970.
package struct ScheduledReview: Sendable {
    /// The item's identity, as `ItemID` prints it.
    package let item: String
    /// When the review is due.
    package let due: Int64
    /// When the item was asked last; nil where nobody knows.
    package let lastSeen: Int64?

    package init(item: String, due: Int64, lastSeen: Int64?) {
        self.item = item
        self.due = due
        self.lastSeen = lastSeen
    }
}

/// An item to ask, and why.
package struct PlannedItem: Sendable {
    /// What to ask.
    package let item: Item
    /// Why it was chosen.
    package let reason: Reason
}

/// Chooses what a learner is asked next.
///
/// Terms and facts come between visits, those first whose review is due. Among visits that were never asked, drawn
/// from scenarios and templates, policies and kinds, it takes the one that tells most about what the learner may
/// believe and exercises what the learner has not mastered; kinds change, and no visit comes twice. A beginner's first
/// visits are told in plain sentences, charts come after them. The same seed and the same learner give the same items.
package struct Planner: Sendable {
    private let request: PracticeRequest
    private let book: RecipeBook
    /// The terms and facts to ask, in the order in which new ones come; made when the first of them is wanted.
    private lazy var entries: [Item] = {
        let items = book.pack.termItems
        return order.map { items[$0] }
    }()
    private let order: [Int]
    private var generator: SeededGenerator
    private var asked: [PastItem] = []
    private var askedIdentities: Set<String> = []

    /// What is remembered of an item that was asked.
    private struct PastItem {
        let kind: ItemKind
        /// The visit under its policy.
        let visit: String
        let heading: String
    }

    /// Visits that are compared at each choice.
    package static let candidates = 48

    /// A planner for whoever may hold what the space knows of.
    package init(of pack: Pack, for request: PracticeRequest, in space: BeliefSpace, seed: UInt64) {
        let book = RecipeBook(of: pack, for: request, variants: Int(Int32.max), under: space.payers)
        self.init(with: book, for: request, seed: seed)
    }

    /// A planner that draws from what the pack can make for this request.
    init(with book: RecipeBook, for request: PracticeRequest, seed: UInt64) {
        self.request = request
        self.book = book
        generator = SeededGenerator(seed: seed)
        let hasEntries = (request.kinds.isEmpty || request.kinds.contains(.term)) && request.allow([.term])
        order = hasEntries ? generator.order(of: book.pack.terms.count + book.pack.facts.count) : []
    }

    /// The next item; nil once there are as many as wished for, or the pack has nothing that is wished for.
    ///
    /// - Parameters:
    ///   - learner: Who is asked.
    ///   - reviews: Terms and facts with the times at which they are due.
    ///   - now: In milliseconds since 1970.
    ///   - seen: Which of some items were asked before, by their identities.
    /// - Returns: The item and why it was chosen.
    package mutating func next(
        for learner: LearnerModel, reviews: [ScheduledReview] = [], at now: Int64, seen: ([String]) -> Set<String>
    ) -> PlannedItem? {
        guard asked.count < request.count else { return nil }
        let due = reviews.filter { $0.due <= now }.sorted { ($0.due, $0.item) < ($1.due, $1.item) }
        var bank = CandidateBank(of: book, in: learner.beliefs.space, isKeeping: false)
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
        guard let visit = visit(for: learner, seen: { _ in [] }, from: &bank) else { return nil }
        remember(visit.candidate.item)
        return visit.candidate
    }

    private mutating func remember(_ item: Item) {
        asked.append(PastItem(kind: item.kind, visit: item.id.visit, heading: item.heading))
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
        _ due: [ScheduledReview], at now: Int64, seen: ([String]) -> Set<String>
    ) -> PlannedItem? {
        for review in due where !askedIdentities.contains(review.item) {
            guard let item = entries.first(where: { $0.id.description == review.item }) else { continue }
            return PlannedItem(item: item, reason: .due(ago: review.lastSeen.map { max(0, now - $0) }))
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

// MARK: - Visits

extension Planner {
    private mutating func visit(
        for learner: LearnerModel, seen: ([String]) -> Set<String>, from bank: inout CandidateBank
    ) -> (candidate: Candidate, reason: Reason, isFresh: Bool)? {
        let live = learner.beliefs.live
        var weights = [Double](repeating: 0, count: learner.beliefs.space.hypotheses.count)
        let probabilities = learner.beliefs.probabilities
        for place in live { weights[place] = probabilities[place] }
        let (all, areFresh) = drawCandidates(
            live: live, plainFirst: learner.isBeginner, seen: seen, from: &bank)
        let plain = learner.isBeginner ? all.filter { !$0.item.id.subject.isCharted } : []
        let drawn = plain.isEmpty ? all : plain
        let changing = drawn.filter { !isWorn($0.item.kind) }
        var best: (candidate: Candidate, utility: ItemUtility)?
        for candidate in changing.isEmpty ? drawn : changing {
            let utility = ItemUtility(
                candidate, for: learner, weights: weights, monotony: monotony(of: candidate.item))
            if best.map({ utility.value > $0.utility.value }) ?? true { best = (candidate, utility) }
        }
        guard let (candidate, utility) = best else { return nil }
        let reason = utility.reason(for: candidate, learner, weights: weights, words: book.pack.words)
        return (candidate, reason, areFresh)
    }

    /// Visits that were never asked; where a draw finds none, whatever else there is that was not; else old ones.
    private mutating func drawCandidates(
        live: [Int], plainFirst: Bool, seen: ([String]) -> Set<String>, from bank: inout CandidateBank
    ) -> (candidates: [Candidate], areFresh: Bool) {
        var old: [Candidate] = []
        var drawn: Set<Recipe> = []
        func fresh(among recipes: [Recipe]) -> [Candidate] {
            // What a beginner would not be asked need not be made.
            let plain = plainFirst ? made(of: recipes.filter { !$0.isCharted }) : []
            return plain.isEmpty ? made(of: recipes) : plain
        }
        func made(of recipes: [Recipe]) -> [Candidate] {
            let candidates = recipes.compactMap { recipe in
                drawn.insert(recipe).inserted ? bank.candidate(recipe, live: live) : nil
            }
            let wanted = candidates.filter { request.allow($0.skills) }
            let known = askedIdentities.union(seen(wanted.map(\.identity)))
            old += wanted.filter { known.contains($0.identity) }
            return wanted.filter { !known.contains($0.identity) }
        }
        var found = fresh(among: draw(Self.candidates))
        if found.isEmpty { found = fresh(among: generator.shuffled(book.ofScenarios)) }
        for _ in 0..<4 where found.isEmpty && book.hasTemplates { found = fresh(among: draw(Self.candidates)) }
        return found.isEmpty ? (old, false) : (found, true)
    }

    private mutating func draw(_ count: Int) -> [Recipe] {
        (0..<count).compactMap { _ in book.draw(with: &generator) }
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
