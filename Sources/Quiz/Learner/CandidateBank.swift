import Content

/// An item that may be asked next, with what there is to know before choosing.
struct Candidate: Sendable {
    let item: Item
    let identity: String
    let skills: Set<Skill>
    /// Nil where beliefs have no part in the item.
    let predictions: Predictions?
}

/// Makes candidates, and keeps them where many learners are asked from the same bank.
package struct CandidateBank: Sendable {
    private let book: RecipeBook
    private let space: BeliefSpace
    private let isKeeping: Bool
    private var items: [Recipe: Item?] = [:]
    /// The candidates that are kept, by the identity of the item.
    private var candidates: [String: Candidate] = [:]

    init(of book: RecipeBook, in space: BeliefSpace, isKeeping: Bool) {
        self.book = book
        self.space = space
        self.isKeeping = isKeeping
    }

    /// The item that a recipe makes; nil where it makes none.
    mutating func item(_ recipe: Recipe) -> Item? {
        guard isKeeping else { return book.item(recipe) }
        if let known = items[recipe] { return known }
        let made = book.item(recipe)
        items[recipe] = .some(made)
        return made
    }

    /// An item of the bank with the answers that the live hypotheses predict, or all of them where the bank keeps its
    /// candidates.
    mutating func candidate(_ item: Item, live: [Int]) -> Candidate {
        let identity = item.id.description
        guard isKeeping else { return make(item, identity, live: live) }
        if let known = candidates[identity] { return known }
        let made = make(item, identity, live: Array(space.hypotheses.indices))
        candidates[identity] = made
        return made
    }

    /// The same of the item that a recipe makes; nil where it makes none.
    mutating func candidate(_ recipe: Recipe, live: [Int]) -> Candidate? {
        item(recipe).map { candidate($0, live: live) }
    }

    private func make(_ item: Item, _ identity: String, live: [Int]) -> Candidate {
        Candidate(
            item: item, identity: identity, skills: item.skills, predictions: Predictions(item, in: space, for: live))
    }
}
