import Foundation
import PseudoTerminal
import Testing

@testable import Measurement

/// A pool of families whose items are for given sections, each a little harder than the one before.
private func pool(_ families: [[Int]], sections: Int) throws -> AdaptivePool {
    var items: [AdaptivePool.Item] = []
    for (family, own) in families.enumerated() {
        for section in own {
            let parameters = ItemParameters(discrimination: 1, difficulty: Double(items.count % 9) / 2 - 2)
            items.append(AdaptivePool.Item(parameters: parameters, family: family, section: section))
        }
    }
    return try #require(AdaptivePool(items, familyCount: families.count, sectionCount: sections))
}

@Suite struct `A way to end an exam` {
    /// Whether families can be put to sections so that each has what it must, tried one by one.
    private func exists(_ need: Need, _ families: [[Int]], _ free: [Bool]) -> Bool {
        func put(_ family: Int, _ counts: [Int]) -> Bool {
            if family == families.count {
                return need.total.contains(counts.reduce(0, +))
                    && zip(counts, zip(need.least, need.most)).allSatisfy { $0 >= $1.0 && $0 <= $1.1 }
            }
            if put(family + 1, counts) { return true }
            guard free[family] else { return false }
            return families[family].contains { section in
                var more = counts
                more[section] += 1
                return put(family + 1, more)
            }
        }
        return put(0, need.least.map { _ in 0 })
    }

    @Test(arguments: 1...60 as ClosedRange<UInt64>) func `is found where there is one`(seed: UInt64) throws {
        var chance = Seeded(seed)
        for _ in 0..<8 {
            let count = Int.random(in: 1...6, using: &chance)
            let families = (0..<count).map { _ in
                Array(
                    Set((0..<Int.random(in: 1...2, using: &chance)).map { _ in Int.random(in: 0..<3, using: &chance) }))
            }
            let sections = (0..<3).map { _ in
                let least = Int.random(in: 0...2, using: &chance)
                return least...least + Int.random(in: 0...2, using: &chance)
            }
            let least = Int.random(in: 0...5, using: &chance)
            let rules = AdaptiveRules(sections: sections, length: least...least + Int.random(in: 0...2, using: &chance))
            let used = (0..<3).map { _ in Int.random(in: 0...1, using: &chance) }
            let need = Need(rules: rules, used: used)
            let free = families.map { _ in Int.random(in: 0..<5, using: &chance) > 0 }
            let found = Completion(of: need, from: try pool(families, sections: 3), free: free) != nil
            #expect(found == exists(need, families, free), "\(families) \(sections) \(rules.length) \(used) \(free)")
        }
    }
}

@Suite struct `The rules of an adaptive exam` {
    private func obstacle(
        _ sections: [ClosedRange<Int>] = [1...2, 1...2], _ length: ClosedRange<Int> = 2...4, error: Double? = nil,
        exposure: Double = 1, start: Ability = Ability(value: 0, error: 1), cut: Classification? = nil
    ) throws -> AdaptiveRules.Obstacle? {
        AdaptiveRules(
            sections: sections, length: length, standardError: error, classification: cut, exposure: exposure,
            start: start
        ).obstacle(in: try pool([[0], [0], [1], [1]], sections: 2))
    }

    @Test func `say what stands in the way`() throws {
        #expect(try obstacle() == nil)
        #expect(try obstacle([1...2]) == .sections(rules: 1, pool: 2))
        #expect(try obstacle([1...2, 1...2], 5...6) == .length(least: 2, most: 4))
        #expect(try obstacle([2...2, 2...2], 1...3) == .length(least: 4, most: 4))
        #expect(try obstacle([3...3, 1...1], 4...4) == .families)
        for (error, exposure) in [(0.0, 1.0), (-1, 1), (0.5, 0), (0.5, 1.01), (0.5, -0.1), (.nan, 1), (0.5, .nan)] {
            #expect(try obstacle(error: error, exposure: exposure) == .figures, "\(error) \(exposure)")
        }
        for start in [Ability(value: 0, error: 0), Ability(value: .infinity, error: 1), Ability(value: .nan, error: 1)]
        {
            #expect(try obstacle(start: start) == .figures)
        }
        for (cut, indifference, passes, failures) in [
            (0.0, 0.0, 0.05, 0.05), (.nan, 0.3, 0.05, 0.05), (0, 0.3, 0, 0.05), (0, 0.3, 0.5, 0.05),
            (0, 0.3, 0.05, 0.5),
        ] {
            let cut = Classification(cut: cut, indifference: indifference, falsePasses: passes, falseFailures: failures)
            #expect(try obstacle(cut: cut) == .figures)
        }
        #expect(throws: AdaptiveRules.Obstacle.families) {
            try AdaptiveSitting(
                AdaptiveRules(sections: [3...3], length: 3...3), from: pool([[0], [0]], sections: 1),
                eligible: [true, true], spare: [])
        }
        #expect(
            AdaptivePool(
                [.init(parameters: .init(discrimination: 1, difficulty: 0), family: 1, section: 0)], familyCount: 1,
                sectionCount: 1) == nil)
        #expect(
            AdaptivePool(
                [.init(parameters: .init(discrimination: 1, difficulty: 0), family: 0, section: -1)], familyCount: 1,
                sectionCount: 1) == nil)
    }
}

@Suite struct `An adaptive sitting` {
    private func begin(_ rules: AdaptiveRules, families: Int = 12, eligible: [Bool]? = nil) throws -> AdaptiveSitting {
        try AdaptiveSitting(
            rules, from: pool((0..<families).map { [$0 % rules.sections.count] }, sections: rules.sections.count),
            eligible: eligible ?? Array(repeating: true, count: families), spare: Array(0..<families))
    }

    @Test func `ends for the reason that there is`() throws {
        var chance = Seeded(1)
        func sit(_ rules: AdaptiveRules, families: Int = 12, _ isRight: (Int) -> Bool) throws -> AdaptiveSitting {
            var sitting = try begin(rules, families: families)
            while let item = sitting.next(using: &chance) {
                sitting.take(item, isRight: isRight(sitting.answers.count))
            }
            return sitting
        }
        let long = try sit(AdaptiveRules(sections: [1...9], length: 4...6)) { $0.isMultiple(of: 2) }
        #expect(long.end == .length && long.answers.count == 6 && long.decision == nil)
        let sure = try sit(AdaptiveRules(sections: [1...9], length: 3...9, standardError: 0.8)) { $0.isMultiple(of: 2) }
        #expect(sure.end == .precision && sure.ability.error <= 0.8 && sure.answers.count < 9)
        let cut = Classification(cut: -3, indifference: 1.5)
        let passed = try sit(AdaptiveRules(sections: [1...12], length: 2...12, classification: cut)) { _ in true }
        #expect(passed.end == .classification && passed.decision == .pass && passed.answers.count < 12)
        let failed = try sit(
            AdaptiveRules(sections: [1...12], length: 2...12, classification: Classification(cut: 3, indifference: 1.5))
        ) { _ in false }
        #expect(failed.end == .classification && failed.decision == .fail)
        let short = try sit(AdaptiveRules(sections: [1...9], length: 2...9), families: 4) { _ in true }
        #expect(short.end == .exhausted && short.answers.count == 4)
        let none = try begin(AdaptiveRules(sections: [0...0], length: 0...0))
        #expect(none.end == .length)
    }

    /// By what was given so far: the mean of what is possible, as if all were answered at once.
    @Test(arguments: 1...10 as ClosedRange<UInt64>) func `knows what its answers tell, whatever is changed in them`(
        seed: UInt64
    ) throws {
        var chance = Seeded(seed)
        let rules = AdaptiveRules(
            sections: [2...6, 2...6], length: 8...8, classification: Classification(cut: 0.2, indifference: 0.3))
        var sitting = try begin(rules, families: 20)
        while let item = sitting.next(using: &chance) { sitting.take(item, isRight: .random(using: &chance)) }
        var right = sitting.answers.map(\.isRight)
        for _ in 0..<6 {
            let place = Int.random(in: right.indices, using: &chance)
            right[place].toggle()
            sitting.change(place, isRight: right[place])
            var other = try begin(rules, families: 20)
            for (answer, isRight) in zip(sitting.answers, right) { other.take(answer.item, isRight: isRight) }
            #expect(other.ability == sitting.ability && other.decision == sitting.decision)
            #expect(sitting.answers.map(\.isRight) == right)
            let answers = sitting.answers.map { answer in
                Ability.Answer(
                    item: ItemParameters(discrimination: 1, difficulty: Double(answer.item % 9) / 2 - 2),
                    isRight: answer.isRight)
            }
            let expected = Ability.expected(of: answers)
            #expect(
                abs(expected.value - sitting.ability.value) < 1e-6 && abs(expected.error - sitting.ability.error) < 1e-6
            )
        }
    }

    @Test func `is the same for the same chance, and begins with any item`() throws {
        func first(_ seed: UInt64) throws -> Int {
            var chance = Seeded(seed)
            return try #require(try begin(AdaptiveRules(sections: [1...9], length: 3...3)).next(using: &chance))
        }
        let firsts = try (1...200).map { try first($0) }
        #expect(try firsts == (1...200).map { try first($0) })
        #expect(Set(firsts).count == 12, "the whole pool comes into use")
    }

    @Test func `gives no item that was refused, and of no family twice or that is not to be had`() throws {
        var chance = Seeded(4)
        var sitting = try begin(
            AdaptiveRules(sections: [3...3, 3...3], length: 6...6), eligible: (0..<12).map { $0 != 5 && $0 != 6 })
        var given: Set<Int> = []
        while let item = sitting.next(using: &chance) {
            let other = sitting.next(using: &chance, besides: [item])
            #expect(other != item)
            #expect(given.insert(item).inserted && item != 5 && item != 6)
            sitting.take(item, isRight: true)
        }
        #expect(given.count == 6)
        #expect(
            try begin(AdaptiveRules(sections: [1...2], length: 2...2)).next(using: &chance, besides: Set(0..<12)) == nil
        )
    }

    @Test func `takes in further families where the eligible do not suffice, in their order`() throws {
        let sitting = try AdaptiveSitting(
            AdaptiveRules(sections: [4...4], length: 4...4), from: pool(Array(repeating: [0], count: 8), sections: 1),
            eligible: (0..<8).map { $0 < 2 }, spare: [7, 6, 5, 4, 3, 2])
        #expect(sitting.eligible == [true, true, false, false, false, false, true, true])
    }
}

@Suite struct `A decision at a cut` {
    private let cut = Classification(cut: 0.5, indifference: 0.4, falsePasses: 0.05, falseFailures: 0.1)

    @Test func `falls where Wald's bounds are, and not before`() {
        let (upper, lower) = (log(0.9 / 0.05), log(0.1 / 0.95))
        for (ratio, decision) in [
            (0.0, nil), (upper - 1e-9, nil), (upper, .pass), (9, .pass), (lower + 1e-9, nil), (lower, .fail),
            (-9, .fail),
        ] as [(Double, Classification.Decision?)] {
            #expect(cut.decision(after: ratio) == decision, "\(ratio)")
        }
        #expect(cut.decision(after: []) == nil)
    }

    /// A right answer speaks for passing, the more the nearer its item is to the cut; right and wrong by their likelihoods.
    @Test(arguments: [-2.0, 0, 0.5, 1, 3]) func `rests on how likely an answer is on either side`(difficulty: Double) {
        let item = ItemParameters(discrimination: 1.3, difficulty: difficulty)
        let (above, below) = (item.probability(at: 0.9), item.probability(at: 0.1))
        let right = cut.ratio(of: Ability.Answer(item: item, isRight: true))
        let wrong = cut.ratio(of: Ability.Answer(item: item, isRight: false))
        #expect(abs(right - log(above / below)) < 1e-12 && abs(wrong - log((1 - above) / (1 - below))) < 1e-12)
        #expect(right > 0 && wrong < 0)
    }

    /// Of those at the lower end no more pass, and of those at the upper end no more fail, than was said.
    @Test(arguments: [false, true]) func `errs as often as it may`(isAbove: Bool) {
        var chance = Seeded(isAbove ? 1 : 2)
        let ability = isAbove ? 0.9 : 0.1
        let item = ItemParameters(discrimination: 1.2, difficulty: 0.5)
        var errors = 0
        for _ in 0..<1_000 {
            var ratio = 0.0
            while cut.decision(after: ratio) == nil {
                let isRight = Double.random(in: 0..<1, using: &chance) < item.probability(at: ability)
                ratio += cut.ratio(of: Ability.Answer(item: item, isRight: isRight))
            }
            if cut.decision(after: ratio) != (isAbove ? .pass : .fail) { errors += 1 }
        }
        // Three deviations of a thousand's worth beyond what was said; and not by never deciding so.
        #expect(Double(errors) < (isAbove ? 100 + 29 : 50 + 21) && errors > 10)
    }
}

@Suite struct `Exposure of families` {
    @Test(arguments: [0.1, 0.25, 0.5, 0.9]) func `is held below its limit, whoever comes`(limit: Double) {
        var chance = Seeded(7)
        var control = ExposureControl(families: 10, limit: limit)
        for candidate in 1...400 {
            let free = control.draw(using: &chance)
            // The greediest exam: it takes whatever it may.
            control.note(free.indices.filter { free[$0] }, free: free)
            for family in 0..<10 {
                #expect(Double(control.used[family]) <= max(1, limit * Double(candidate) + 1e-9))
            }
        }
        #expect(control.candidates == 400)
        let shares = (0..<10).map { control.share(of: $0) }
        #expect(shares.allSatisfy { $0 <= limit + 1e-9 && $0 > limit / 3 }, "and not kept from anybody for good")
    }

    @Test func `leaves open what has no limit, or was never used`() {
        var chance = Seeded(1)
        var open = ExposureControl(families: 3, limit: 1)
        for _ in 0..<50 { open.note([0, 1, 2], free: [true, true, true]) }
        #expect(open.draw(using: &chance) == [true, true, true] && open.share(of: 0) == 1)
        let never = ExposureControl(limit: 0.1, candidates: 1_000, used: [0, 400], eligible: [1_000, 1_000])
        #expect(never.draw(using: &chance) == [true, false] && never.share(of: 1) == 0.4)
        #expect(ExposureControl(families: 1, limit: 0.2).share(of: 0) == 0)
    }

    @Test func `goes on from what others counted`() {
        var (one, chance) = (ExposureControl(families: 4, limit: 0.3), Seeded(3))
        for number in 0..<40 { one.note([number % 4], free: [true, true, true, number.isMultiple(of: 2)]) }
        #expect(one.used == [10, 10, 10, 10] && one.share(of: 2) == 0.25)
        let eligible = [40, 40, 40, 20]
        let other = ExposureControl(limit: 0.3, candidates: 40, used: one.used, eligible: eligible)
        #expect(one == other)
        #expect((0..<20).allSatisfy { _ in one.draw(using: &chance).count == 4 })
    }
}
