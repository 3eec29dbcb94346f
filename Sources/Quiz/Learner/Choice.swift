/// Items among which one is chosen: those that rest on the fewest skills that the learner has not shown.
struct Choice {
    /// How many such skills they rest on.
    private(set) var missing = Int.max
    private(set) var items: [Item] = []

    /// Whether there is anything that the learner is ready for.
    var isReady: Bool { missing == 0 }

    mutating func take(_ item: Item, missing count: Int) {
        if count < missing {
            missing = count
            items = []
        }
        if count == missing { items.append(item) }
    }
}
