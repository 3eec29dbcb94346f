import Measurement
import PseudoTerminal
import Testing

/// A pool whose families have one or two items, each for one of the sections.
private struct SamplePool {
    let pool: AdaptivePool

    init(families: Int, sections: Int, seed: UInt64) throws {
        var chance = Seeded(seed)
        var items: [AdaptivePool.Item] = []
        for family in 0..<families {
            for _ in 0...Int.random(in: 0...1, using: &chance) {
                let parameters = ItemParameters(
                    discrimination: 1 + 0.3 * normal(using: &chance).magnitude, difficulty: normal(using: &chance))
                items.append(
                    AdaptivePool.Item(
                        parameters: parameters, family: family, section: Int.random(in: 0..<sections, using: &chance)))
            }
        }
        pool = try #require(AdaptivePool(items, familyCount: families, sectionCount: sections))
    }

    /// Somebody of an ability sits the exam to its end.
    func sit(
        _ rules: AdaptiveRules, ability: Double, eligible: [Bool]? = nil, using chance: inout Seeded
    ) throws -> AdaptiveSitting {
        let all = [Bool](repeating: true, count: pool.familyCount)
        var sitting = try AdaptiveSitting(
            rules, from: pool, eligible: eligible ?? all, spare: Array(0..<pool.familyCount))
        while let item = sitting.next(using: &chance) {
            let right = Double.random(in: 0..<1, using: &chance)
            sitting.take(item, isRight: right < pool.items[item].parameters.probability(at: ability))
        }
        return sitting
    }

    func sections(of sitting: AdaptiveSitting) -> [Int] {
        (0..<pool.sectionCount).map { section in
            sitting.answers.count { pool.items[$0.item].section == section }
        }
    }

    func families(of sitting: AdaptiveSitting) -> [Int] { sitting.answers.map { pool.items[$0.item].family } }
}

@Suite struct `Adaptive exams` {
    @Test(arguments: 1...40) func `contain what their rules want, whatever the rules and the candidate`(seed: UInt64)
        throws
    {
        var chance = Seeded(seed)
        let sample = try SamplePool(families: 24, sections: 4, seed: seed)
        let sections = (0..<4).map { _ in
            let least = Int.random(in: 0...3, using: &chance)
            return least...least + Int.random(in: 0...3, using: &chance)
        }
        let least = sections.reduce(0) { $0 + $1.lowerBound }
        let length = least...least + Int.random(in: 0...4, using: &chance)
        let rules = AdaptiveRules(
            sections: sections, length: length, standardError: Bool.random(using: &chance) ? 0.5 : nil)
        guard rules.obstacle(in: sample.pool) == nil else { return }
        for _ in 0..<5 {
            let eligible = (0..<24).map { _ in Int.random(in: 0..<3, using: &chance) > 0 }
            let sitting = try sample.sit(
                rules, ability: normal(using: &chance), eligible: eligible, using: &chance)
            #expect(sitting.end != nil)
            #expect(length.contains(sitting.answers.count))
            #expect(zip(sample.sections(of: sitting), sections).allSatisfy { $1.contains($0) })
            #expect(Set(sample.families(of: sitting)).count == sitting.answers.count)
            #expect(sample.families(of: sitting).allSatisfy { sitting.eligible[$0] })
        }
    }

    @Test func `say why they cannot be`() throws {
        let pool = try SamplePool(families: 6, sections: 2, seed: 1).pool
        func obstacle(_ sections: [ClosedRange<Int>], _ length: ClosedRange<Int>) -> AdaptiveRules.Obstacle? {
            AdaptiveRules(sections: sections, length: length).obstacle(in: pool)
        }
        #expect(obstacle([1...2], 2...2) == .sections(rules: 1, pool: 2))
        #expect(obstacle([3...3, 3...3], 2...5) == .length(least: 6, most: 6))
        #expect(obstacle([0...1, 0...1], 3...4) == .length(least: 0, most: 2))
        #expect(obstacle([4...4, 4...4], 8...8) == .families)
        #expect(obstacle([1...6, 1...6], 2...6) == nil)
        let undecided = AdaptiveRules(
            sections: [0...1, 0...1], length: 1...2, classification: Classification(cut: 0, indifference: 0))
        #expect(undecided.obstacle(in: pool) == .figures)
        #expect(AdaptiveRules(sections: [0...1, 0...1], length: 1...2, exposure: 0).obstacle(in: pool) == .figures)
        #expect(
            AdaptiveRules(sections: [0...1, 0...1], length: 1...2, standardError: 0).obstacle(in: pool) == .figures)
        let rules = AdaptiveRules(sections: [4...4, 4...4], length: 8...8)
        #expect(throws: AdaptiveRules.Obstacle.families) {
            try AdaptiveSitting(rules, from: pool, eligible: Array(repeating: true, count: 6), spare: [])
        }
    }

    @Test(arguments: 1...10) func `give the most informative item with which the exam can still be whole`(seed: UInt64)
        throws
    {
        var chance = Seeded(seed)
        let sample = try SamplePool(families: 11, sections: 3, seed: seed)
        let rules = AdaptiveRules(sections: [3...3, 2...4, 2...4], length: 9...9)
        guard rules.obstacle(in: sample.pool) == nil else { return }
        var sitting = try AdaptiveSitting(
            rules, from: sample.pool, eligible: Array(repeating: true, count: 11), spare: [])
        while let item = sitting.next(using: &chance) {
            // By now chance weighs less than a thousandth.
            if sitting.answers.count >= 5 {
                let given = sitting.answers.map { sample.pool.items[$0.item] }
                let best =
                    sample.pool.items.filter { candidate in
                        !given.contains { $0.family == candidate.family }
                            && canBeWhole(given + [candidate], sample.pool, rules)
                    }.map { $0.parameters.information(at: sitting.ability.value) }.max() ?? 0
                let chosen = sample.pool.items[item].parameters.information(at: sitting.ability.value)
                #expect(chosen > best - 0.002)
            }
            sitting.take(item, isRight: Bool.random(using: &chance))
        }
        #expect(sitting.answers.count == 9)
    }

    /// Tries everything.
    private func canBeWhole(
        _ given: [AdaptivePool.Item], _ pool: AdaptivePool, _ rules: AdaptiveRules, from first: Int = 0
    ) -> Bool {
        let counts = rules.sections.indices.map { section in given.count { $0.section == section } }
        guard zip(counts, rules.sections).allSatisfy({ $0 <= $1.upperBound }) else { return false }
        if given.count == rules.length.upperBound {
            return zip(counts, rules.sections).allSatisfy { $0 >= $1.lowerBound }
        }
        return pool.items.indices.dropFirst(first).contains { place in
            let item = pool.items[place]
            return !given.contains { $0.family == item.family }
                && canBeWhole(given + [item], pool, rules, from: place + 1)
        }
    }

    @Test func `keep every family from more than a quarter of candidates, and use all of them`() throws {
        let sample = try SamplePool(families: 60, sections: 3, seed: 4)
        let rules = AdaptiveRules(sections: [2...3, 2...3, 2...3], length: 8...8)
        var chance = Seeded(5)
        var exposure = ExposureControl(families: 60, limit: rules.exposure)
        for _ in 0..<400 {
            let eligible = exposure.draw(using: &chance)
            let sitting = try sample.sit(
                rules, ability: normal(using: &chance), eligible: eligible, using: &chance)
            exposure.note(sample.families(of: sitting), free: sitting.eligible)
        }
        #expect(exposure.candidates == 400 && exposure.used.reduce(0, +) == 400 * 8)
        #expect((0..<60).allSatisfy { exposure.share(of: $0) <= 0.25 })
        #expect(exposure.used.count { $0 > 0 } == 60)
    }

    @Test func `end once ability is known as well as wanted, and score as the answers do`() throws {
        let sample = try SamplePool(families: 80, sections: 1, seed: 6)
        let rules = AdaptiveRules(sections: [0...60], length: 5...60, standardError: 0.35)
        var chance = Seeded(7)
        var differences: [Double] = []
        var items = 0
        for _ in 0..<60 {
            let ability = normal(using: &chance)
            let sitting = try sample.sit(rules, ability: ability, using: &chance)
            #expect(sitting.end == .precision && sitting.ability.error <= 0.35)
            items += sitting.answers.count
            let answers = sitting.answers.map {
                Ability.Answer(item: sample.pool.items[$0.item].parameters, isRight: $0.isRight)
            }
            let again = Ability.expected(of: answers)
            #expect(abs(again.value - sitting.ability.value) < 1e-6)
            #expect(abs(again.error - sitting.ability.error) < 1e-6)
            differences.append(sitting.ability.value - ability)
        }
        #expect(rootMeanSquare(differences) < 0.45 && (10...25).contains(items / 60))
    }

    @Test func `have what their sections must have by the time they may end`() throws {
        let sample = try SamplePool(families: 90, sections: 3, seed: 12)
        let rules = AdaptiveRules(sections: [2...20, 3...20, 4...20], length: 9...30, standardError: 0.45)
        var chance = Seeded(13)
        var lengths: [Int] = []
        for _ in 0..<40 {
            let sitting = try sample.sit(rules, ability: normal(using: &chance), using: &chance)
            #expect(sitting.end == .precision)
            let first = sitting.answers.prefix(9).map { sample.pool.items[$0.item].section }
            #expect((0..<3).allSatisfy { section in first.count { $0 == section } == section + 2 })
            lengths.append(sitting.answers.count)
        }
        #expect(lengths.reduce(0, +) < 18 * lengths.count)
    }

    @Test func `decide who passes with no more errors than allowed, and sooner the clearer it is`() throws {
        let sample = try SamplePool(families: 90, sections: 1, seed: 8)
        let rules = AdaptiveRules(
            sections: [0...80], length: 5...80, classification: Classification(cut: -0.3, indifference: 0.4))
        var chance = Seeded(9)
        func decide(_ ability: Double) throws -> (wrong: Int, items: Int) {
            var (wrong, items) = (0, 0)
            for _ in 0..<80 {
                let sitting = try sample.sit(rules, ability: ability, using: &chance)
                wrong += (sitting.decision == .pass) == (ability >= -0.3) ? 0 : 1
                items += sitting.answers.count
            }
            return (wrong, items)
        }
        let (below, above, clear) = (try decide(-0.7), try decide(0.1), try decide(1.3))
        // A twentieth of 80 are 4; 9 or more come by chance in fewer than one of fifty.
        #expect(below.wrong < 9 && above.wrong < 9 && clear.wrong == 0)
        #expect(clear.items * 3 < above.items * 2)
    }

    @Test func `let an answer be changed, after which all is as if it had been given so`() throws {
        let pool = try SamplePool(families: 20, sections: 2, seed: 10).pool
        let rules = AdaptiveRules(sections: [2...6, 2...6], length: 8...8)
        let all = [Bool](repeating: true, count: 20)
        var (one, other) = (
            try AdaptiveSitting(rules, from: pool, eligible: all, spare: []),
            try AdaptiveSitting(rules, from: pool, eligible: all, spare: [])
        )
        var chance = Seeded(11)
        for place in 0..<8 {
            let item = try #require(one.next(using: &chance))
            one.take(item, isRight: place != 2)
            other.take(item, isRight: true)
        }
        one.change(2, isRight: true)
        #expect(one.answers == other.answers)
        #expect(abs(one.ability.value - other.ability.value) < 1e-9)
        #expect(one.end == .length && one.next(using: &chance) == nil)
    }
}
