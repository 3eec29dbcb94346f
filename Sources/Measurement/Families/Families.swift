/// Which family each item is of: items made from one template are variants of one another, about as hard as their family.
package struct Families: Sendable, Equatable {
    /// How many families there are; they are told apart by numbers from 0.
    package let count: Int
    /// The family of each item.
    package let ofItem: [Int]

    /// Families; nil where an item is of one that there is not.
    package init?(count: Int, ofItem: [Int]) {
        guard ofItem.allSatisfy({ (0..<count).contains($0) }) else { return nil }
        self.init(count, ofItem)
    }

    /// Families that are known to be whole.
    init(_ count: Int, _ ofItem: [Int]) {
        self.count = count
        self.ofItem = ofItem
    }

    /// The items of each family that somebody answered.
    func variants(in responses: ItemResponses) -> [[Int]] {
        var variants = [[Int]](repeating: [], count: count)
        for (item, own) in responses.counts.enumerated() where own.answered > 0 { variants[ofItem[item]].append(item) }
        return variants
    }
}
