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
    private var kept: [Recipe: Candidate?] = [:]

    init(of book: RecipeBook, in space: BeliefSpace, isKeeping: Bool) {
        self.book = book
        self.space = space
        self.isKeeping = isKeeping
    }

    /// The item that a recipe makes, with the answers that the live hypotheses predict, or all of them where the bank
    /// keeps its candidates. Nil where the recipe makes none.
    mutating func candidate(_ recipe: Recipe, live: [Int]) -> Candidate? {
        guard isKeeping else { return make(recipe, live: live) }
        if let known = kept[recipe] { return known }
        let made = make(recipe, live: Array(space.hypotheses.indices))
        kept[recipe] = .some(made)
        return made
    }

    private func make(_ recipe: Recipe, live: [Int]) -> Candidate? {
        guard let item = book.item(recipe) else { return nil }
        return Candidate(
            item: item, identity: item.id.description, skills: item.skills,
            predictions: Predictions(item, in: space, for: live))
    }
}
