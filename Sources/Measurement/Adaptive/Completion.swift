/// How many more items an exam must and may have of each section.
struct Need {
    let least: [Int]
    let most: [Int]
    /// How many more at least and at most in all.
    let total: ClosedRange<Int>

    /// - Parameters:
    ///   - rules: The exam's.
    ///   - used: How many items of each section it has.
    ///   - length: By how many items in all it is to have what it must; nil for as many as it may have.
    init(rules: AdaptiveRules, used: [Int], within length: Int? = nil) {
        let all = used.reduce(0, +)
        least = zip(rules.sections, used).map { max(0, $0.lowerBound - $1) }
        most = zip(rules.sections, used).map { max(0, $0.upperBound - $1) }
        let upper = max(0, (length ?? rules.length.upperBound) - all)
        total = min(upper, max(0, rules.length.lowerBound - all))...upper
    }
}

/// A way to end an exam as its rules want it: the families of which its further items can be.
///
/// Sets of families that can be completed are independent sets of a matroid, since sections take turns like the ends of a
/// matching. The most informative full exam that holds the items so far, the shadow test of W. J. van der Linden and L. M.
/// Reese ("A model for optimal constrained adaptive testing", Applied Psychological Measurement 22 (1998)), is therefore
/// found by taking the most informative item first, as long as there is a completion; and the item to be given next, the
/// most informative one of the shadow test that is free, is the first of these (D. Gale, "Optimal assignments in an ordered
/// set", Journal of Combinatorial Theory 4 (1968)). Where a family has items for several sections this holds but for
/// differences between them.
struct Completion {
    private let pool: AdaptivePool
    /// The section that each family is put to; -1 for none, -2 where it may not be.
    private var section: [Int]
    private var isTried: [Bool]

    /// A completion; nil where there is none.
    ///
    /// - Parameters:
    ///   - need: What is to come.
    ///   - pool: What there is.
    ///   - free: Whether each family may be used.
    init?(of need: Need, from pool: AdaptivePool, free: [Bool]) {
        guard need.least.reduce(0, +) <= need.total.upperBound else { return nil }
        self.pool = pool
        section = free.map { $0 ? -1 : -2 }
        isTried = free.map { _ in false }
        var count = 0
        for index in need.least.indices {
            for _ in 0..<need.least[index] {
                guard fill(index) else { return nil }
                count += 1
            }
        }
        // What sections must have leaves the rest to any that may have more.
        for index in need.most.indices {
            var more = need.most[index] - need.least[index]
            while count < need.total.lowerBound, more > 0, fill(index) {
                count += 1
                more -= 1
            }
        }
        guard count >= need.total.lowerBound else { return nil }
    }

    /// Finds a family for one more item of a section, for which others may change places.
    private mutating func fill(_ index: Int) -> Bool {
        if let free = pool.families[index].first(where: { section[$0] == -1 }) {
            section[free] = index
            return true
        }
        for family in isTried.indices { isTried[family] = false }
        return exchange(index)
    }

    private mutating func exchange(_ index: Int) -> Bool {
        for family in pool.families[index] where section[family] != -2 && !isTried[family] {
            isTried[family] = true
            let other = section[family]
            if other == index { continue }
            if other == -1 || exchange(other) {
                section[family] = index
                return true
            }
        }
        return false
    }
}
