import Glibc

/// One candidate's adaptive exam: what was answered, what is known by it, and what comes next.
package struct AdaptiveSitting: Sendable {
    /// The exam's.
    package let rules: AdaptiveRules
    private let pool: AdaptivePool
    /// What was answered, in order; items by their indices in the pool.
    package private(set) var answers: [ItemResponse] = []
    /// The families that the candidate may get.
    package let eligible: [Bool]
    /// What is known of the candidate's ability.
    package private(set) var ability: Ability
    private var free: [Bool]
    private var used: [Int]
    private var shares: [Double]
    private var ratio = 0.0

    /// Points for abilities.
    private static let quadrature = Quadrature(items: 60)

    /// A sitting that has not begun.
    ///
    /// - Parameters:
    ///   - rules: The exam's.
    ///   - pool: Its items.
    ///   - eligible: Whether the candidate may get each family; where these do not suffice for the rules, further ones
    ///     are taken, in their order.
    ///   - spare: The order of families in which ones that are not eligible are taken after all.
    /// - Throws: What keeps any exam from being as the rules want it.
    package init(
        _ rules: AdaptiveRules, from pool: AdaptivePool, eligible: [Bool], spare: [Int]
    ) throws(AdaptiveRules.Obstacle) {
        if let obstacle = rules.obstacle(in: pool) { throw obstacle }
        var allowed = eligible
        let need = Need(rules: rules, used: rules.sections.map { _ in 0 })
        for family in spare where !allowed[family] {
            if Completion(of: need, from: pool, free: allowed) != nil { break }
            allowed[family] = true
        }
        self.rules = rules
        self.pool = pool
        self.eligible = allowed
        free = allowed
        used = rules.sections.map { _ in 0 }
        shares = rules.start.shares(of: Self.quadrature.points)
        ability = rules.start
    }

    /// Why an exam is over.
    package enum End: Sendable, Equatable {
        /// It is as long as it may be.
        case length
        /// Ability is known as well as wanted.
        case precision
        /// It is clear on which side of the cut the candidate is.
        case classification
        /// It has all that it must, and nothing is left that it may have.
        case exhausted
    }

    /// Why the exam is over; nil while it is not.
    package var end: End? {
        let need = Need(rules: rules, used: used)
        guard need.total.upperBound > 0, need.most.contains(where: { $0 > 0 }) else { return .length }
        guard need.total.lowerBound == 0, need.least.allSatisfy({ $0 == 0 }) else { return nil }
        if let wanted = rules.standardError, ability.error <= wanted { return .precision }
        if rules.classification?.decision(after: ratio) != nil { return .classification }
        let isLeft = pool.items.contains { free[$0.family] && need.most[$0.section] > 0 }
        return isLeft ? nil : .exhausted
    }

    /// On which side of the cut the candidate is by now; nil where the exam has none.
    package var decision: Classification.Decision? {
        guard let classification = rules.classification else { return nil }
        return classification.decision(after: ratio) ?? (ability.value >= classification.cut ? .pass : .fail)
    }

    /// The index of the next item in the pool; nil once the exam is over.
    ///
    /// The first items are chosen by chance as much as by what they tell, when little is known of the candidate and it
    /// hardly matters which they are, so that the whole pool comes into use (J. Revuelta and V. Ponsoda, "A comparison of
    /// item exposure control methods in computerized adaptive testing", Journal of Educational Measurement 35 (1998)).
    ///
    /// - Parameters:
    ///   - generator: Where chance comes from.
    ///   - refused: Items that cannot be had after all; another one takes their place.
    /// - Returns: Its index in the pool.
    package func next(
        using generator: inout some RandomNumberGenerator, besides refused: Set<Int> = []
    ) -> Int? {
        guard end == nil else { return nil }
        let target = rules.classification?.cut ?? ability.value
        let chance = exp2(-2 * Double(answers.count))
        let hasRoom = hasRoom
        var candidates = pool.items.indices.filter {
            let item = pool.items[$0]
            return free[item.family] && hasRoom[item.section] && !refused.contains($0)
        }.map { (item: $0, value: pool.items[$0].parameters.information(at: target)) }
        let most = candidates.reduce(0) { max($0, $1.value) }
        for index in candidates.indices {
            let random = most * Double(generator.next() >> 11) / Double(1 << 53)
            candidates[index].value = (1 - chance) * candidates[index].value + chance * random
        }
        while let best = candidates.indices.max(by: { candidates[$0].value < candidates[$1].value }) {
            let item = candidates[best].item
            if canTake(pool.items[item]) { return item }
            candidates.swapAt(best, candidates.count - 1)
            candidates.removeLast()
        }
        return nil
    }

    /// Whether the exam may have one more item of each section, with room left for what others must have.
    private var hasRoom: [Bool] {
        rules.sections.indices.map { section in
            guard used[section] < rules.sections[section].upperBound else { return false }
            let need = need(after: section)
            return need.least.reduce(0, +) <= need.total.upperBound
        }
    }

    private func need(after section: Int) -> Need {
        var used = used
        used[section] += 1
        return Need(rules: rules, used: used, within: horizon)
    }

    /// By how many items the exam is to have what it must: as soon as it may end, so that what its sections must have
    /// keeps no exam going that could end.
    private var horizon: Int {
        let earliest = max(rules.length.lowerBound, rules.sections.reduce(0) { $0 + $1.lowerBound })
        return answers.count < earliest ? earliest : rules.length.upperBound
    }

    /// Whether the exam can still become as the rules want it after an item of a section that has room.
    private func canTake(_ item: AdaptivePool.Item) -> Bool {
        var free = free
        free[item.family] = false
        return Completion(of: need(after: item.section), from: pool, free: free) != nil
    }

    /// Takes in the answer to the item that is next.
    package mutating func take(_ item: Int, isRight: Bool) {
        let chosen = pool.items[item]
        answers.append(ItemResponse(item: item, isRight: isRight))
        used[chosen.section] += 1
        free[chosen.family] = false
        learn(from: Ability.Answer(item: chosen.parameters, isRight: isRight))
    }

    /// Takes in another answer to an item that was answered before: what comes next follows from all answers as they
    /// stand.
    ///
    /// - Parameters:
    ///   - index: The item's index among the answers, from 0.
    ///   - isRight: Whether the new answer is.
    package mutating func change(_ index: Int, isRight: Bool) {
        answers[index] = ItemResponse(item: answers[index].item, isRight: isRight)
        shares = rules.start.shares(of: Self.quadrature.points)
        ratio = 0
        for answer in answers {
            learn(from: Ability.Answer(item: pool.items[answer.item].parameters, isRight: answer.isRight))
        }
    }

    private mutating func learn(from answer: Ability.Answer) {
        let points = Self.quadrature.points
        for point in points.indices {
            let chance = answer.item.probability(at: points[point])
            shares[point] *= answer.isRight ? chance : 1 - chance
        }
        let sum = shares.reduce(0, +)
        var mean = 0.0
        for point in points.indices {
            shares[point] /= sum
            mean += shares[point] * points[point]
        }
        var square = 0.0
        for point in points.indices { square += shares[point] * (points[point] - mean) * (points[point] - mean) }
        ability = Ability(value: mean, error: square.squareRoot())
        ratio += rules.classification?.ratio(of: answer) ?? 0
    }
}

extension Ability {
    /// The share of each point where an ability is normal with this value and error.
    fileprivate func shares(of points: [Double]) -> [Double] {
        let densities = points.map { exp(-($0 - value) * ($0 - value) / (2 * error * error)) }
        let sum = densities.reduce(0, +)
        return densities.map { $0 / sum }
    }
}
