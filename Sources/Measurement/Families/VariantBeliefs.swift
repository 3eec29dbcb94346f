/// What is known of how far each item's logit lies above its family's, as normal distributions.
///
/// Abilities and items are both unknown, and each answer ties one to the other: the expectations that the EM algorithm
/// needs are found by expectation propagation (T. Minka, "Expectation propagation for approximate Bayesian inference",
/// 2001). Each answer has its say about its item; what an item is believed to be is the family's spread and what all of
/// its answers say, and an answer's own say is left out while it is reconsidered. Where every item is answered once this
/// is exact but for the normal shape, and as answers grow in number the shape becomes normal.
struct VariantBeliefs: Sendable {
    /// A normal distribution, or a factor of one, by its precision and its precision times its mean.
    struct Normal: Sendable {
        var precision = 0.0
        var pull = 0.0

        var mean: Double { precision > 0 ? pull / precision : 0 }
        var variance: Double { precision > 0 ? 1 / precision : 0 }

        static func + (one: Normal, other: Normal) -> Normal {
            Normal(precision: one.precision + other.precision, pull: one.pull + other.pull)
        }
        static func - (one: Normal, other: Normal) -> Normal {
            Normal(precision: one.precision - other.precision, pull: one.pull - other.pull)
        }
    }

    /// What each of a person's answers says, person by person.
    private(set) var says: [[Normal]]
    /// What all answers together say of each item.
    private(set) var said: [Normal]
    /// Whether an item can lie off its family's mean: where a family has one item only, that item is the mean.
    let varies: [Bool]
    /// The items that can and that several people answered.
    let comparable: [Int]

    init(of responses: ItemResponses, variants: [[Int]]) {
        says = responses.people.map { Array(repeating: Normal(), count: $0.count) }
        said = Array(repeating: Normal(), count: responses.itemCount)
        var varies = [Bool](repeating: false, count: responses.itemCount)
        for items in variants where items.count > 1 { for item in items { varies[item] = true } }
        self.varies = varies
        comparable = responses.counts.enumerated().filter { varies[$0.offset] && $0.element.answered > 1 }.map(\.offset)
    }

    /// What is believed of an item, given the variance of items within families.
    func belief(of item: Int, variance: Double) -> Normal {
        varies[item] ? said[item] + Normal(precision: 1 / variance) : Normal()
    }

    /// The same without what one answer says.
    func belief(of item: Int, withoutAnswer index: Int, of person: Int, variance: Double) -> Normal {
        varies[item] ? belief(of: item, variance: variance) - says[person][index] : Normal()
    }

    /// Lets an answer say that, with all else, its item has a mean and a variance.
    mutating func reconsider(
        item: Int, answer index: Int, of person: Int, others: Normal, mean: Double, variance: Double
    ) {
        guard varies[item], variance > 0 else { return }
        // An answer cannot make an item less certain by more than rounding.
        let precision = max(1 / variance - others.precision, 0)
        let pull = (others.precision + precision) * mean - others.pull
        said[item] = said[item] - says[person][index]
        says[person][index] = Normal(precision: precision, pull: pull)
        said[item] = said[item] + says[person][index]
    }
}
