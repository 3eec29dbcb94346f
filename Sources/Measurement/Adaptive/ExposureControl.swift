/// Keeps any family from being seen by too many: before a candidate begins, families are ineligible at random, the more
/// likely the more they were used (W. J. van der Linden and B. P. Veldkamp, "Constraining item exposure in computerized
/// adaptive testing with shadow tests", Journal of Educational and Behavioral Statistics 29 (2004)). It needs no
/// simulation beforehand and follows those who come.
package struct ExposureControl: Sendable, Equatable {
    /// The largest share of candidates.
    package let limit: Double
    /// How many candidates there were.
    package private(set) var candidates = 0
    /// How many of them got an item of each family, and for how many each family was eligible.
    package private(set) var used: [Int]
    private var eligible: [Int]

    /// Before the first candidate.
    package init(families: Int, limit: Double) {
        self.limit = limit
        used = Array(repeating: 0, count: families)
        eligible = used
    }

    /// After candidates whom others counted.
    ///
    /// - Parameters:
    ///   - limit: The largest share of candidates.
    ///   - candidates: How many there were.
    ///   - used: How many of them got an item of each family.
    ///   - eligible: For how many each family was eligible.
    package init(limit: Double, candidates: Int, used: [Int], eligible: [Int]) {
        self.limit = limit
        self.candidates = candidates
        self.used = used
        self.eligible = eligible
    }

    /// The share of candidates so far who got an item of a family.
    package func share(of family: Int) -> Double {
        candidates == 0 ? 0 : Double(used[family]) / Double(candidates)
    }

    /// Which families the next candidate may get.
    package func draw(using generator: inout some RandomNumberGenerator) -> [Bool] {
        used.indices.map { family in
            let chance = Double(generator.next() >> 11) / Double(1 << 53)
            guard used[family] > 0, limit < 1 else { return true }
            // Whatever chance says, the limit is kept.
            if Double(used[family] + 1) > limit * Double(candidates + 1) { return false }
            return chance < limit * Double(eligible[family]) / Double(used[family])
        }
    }

    /// Counts a candidate in.
    ///
    /// - Parameters:
    ///   - families: Of which the candidate got an item.
    ///   - free: Which the candidate could get.
    package mutating func note(_ families: some Sequence<Int>, free: [Bool]) {
        candidates += 1
        for family in families { used[family] += 1 }
        for family in free.indices where free[family] { eligible[family] += 1 }
    }
}
