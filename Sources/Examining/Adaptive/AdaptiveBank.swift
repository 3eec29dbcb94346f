package import Content
package import Measurement
import Quiz
import Scoring
import Synchronization

/// All that an adaptive exam can ask, with how hard it is.
///
/// What a calibration found counts; where there is none, the share of new coders who are likely to miss an item by
/// prediction stands for its difficulty.
package struct AdaptiveBank: Sendable {
    let forms: FormBank
    /// What items are drawn from, as the pool numbers them.
    let sources: [FormBank.ItemSource]
    /// The families, as the pool numbers them.
    let families: [ItemFamily]
    /// What is known of each item.
    package let pool: AdaptivePool
    /// By which items are chosen, and the exam ends.
    package let rules: AdaptiveRules
    let record: AdaptiveRecord

    /// - Throws: `ExamError` where no exam can be as the blueprint wants it.
    init(_ adaptive: Blueprint.Adaptive, of forms: FormBank) throws(ExamError) {
        let blueprint = forms.blueprint
        let known = CalibratedPool(of: forms, by: forms.pack.calibration)
        let sources = known.entries.map(\.source)
        let families = Set(sources.map(\.family)).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: families.enumerated().map { ($1, $0) })
        let items = known.entries.map { entry in
            AdaptivePool.Item(
                parameters: entry.parameters, family: numbers[entry.source.family] ?? 0, section: entry.source.section)
        }
        let record = AdaptiveRecord(
            least: adaptive.length.lowerBound, most: adaptive.length.upperBound, error: adaptive.error,
            indifference: adaptive.indifference, cut: known.scale.ability(ofShare: blueprint.passMark.fraction),
            calibrated: known.calibratedPercent, scale: known.scale)
        let pool = AdaptivePool(items, familyCount: families.count, sectionCount: blueprint.sections.count)
        guard let pool else { throw ExamError(.defect, "the pool of \(blueprint.id) is not whole") }
        let rules = AdaptiveRules(
            sections: blueprint.sections.map { $0.count...max($0.count, $0.most ?? $0.count) }, length: adaptive.length,
            standardError: adaptive.error.map { Double($0) / 100 }, classification: record.classification,
            exposure: Double(adaptive.exposure) / 100)
        if let obstacle = rules.obstacle(in: pool) {
            throw ExamError(.unreadable, "\(blueprint.id) cannot be sat: \(obstacle.words)")
        }
        (self.forms, self.sources, self.families) = (forms, sources, families)
        (self.pool, self.rules, self.record) = (pool, rules, record)
    }
}

extension AdaptiveBank {
    /// The bank of an adaptive exam; nil where the exam is none.
    ///
    /// - Throws: `ExamError` where no exam can be as the blueprint wants it.
    package init?(of blueprint: Blueprint, in pack: Pack) throws(ExamError) {
        guard let adaptive = blueprint.adaptive else { return nil }
        try self.init(adaptive, of: FormBank(for: blueprint, of: pack))
    }
}

extension AdaptiveRules.Obstacle {
    /// Why no exam can be so, as a clause.
    fileprivate var words: String {
        switch self {
        case .figures: "a figure is out of its range"
        case .sections(let rules, let pool): "it has \(rules) sections, and its items \(pool)"
        case .length(let least, let most):
            "its sections together have \(least) items at least and \(most) at most, which its length does not allow"
        case .families: "the pack has too few scenarios, templates, terms and facts that go together"
        }
    }
}

/// What keeps an adaptive exam from being as its blueprint wants it, as a clause; nil where nothing does, and of an exam
/// whose forms are fixed.
package func adaptiveObstacle(of blueprint: Blueprint, in pack: Pack) -> String? {
    do {
        _ = try AdaptiveBank(of: blueprint, in: pack)
        return nil
    } catch { return error.problem }
}

// MARK: - While it is sat

extension AdaptiveBank {
    /// An item that comes next.
    struct Next: Sendable {
        let given: GivenItem
        let item: Item
    }

    /// Where an exam stands after what was given, and whether each answer was right.
    ///
    /// - Throws: `ExamError` where the pack no longer has what an item was drawn from.
    func sitting(
        _ eligible: [String], after given: [GivenItem], _ isRight: [Bool]
    ) throws(ExamError) -> AdaptiveSitting {
        let allowed = Set(eligible)
        var sitting: AdaptiveSitting
        do {
            sitting = try AdaptiveSitting(
                rules, from: pool, eligible: families.map { allowed.contains($0.description) }, spare: [])
        } catch { throw ExamError(.unreadable, error.words) }
        for (item, isRight) in zip(given, isRight) {
            guard let position = position(of: item) else {
                throw ExamError(
                    .unreadable, "the pack no longer has what \(item.item) was drawn from", mend: "put its edition back"
                )
            }
            sitting.take(position, isRight: isRight)
        }
        return sitting
    }

    private func position(of item: GivenItem) -> Int? {
        guard let id = ItemID(item.item) else { return nil }
        return sources.firstIndex { $0.section == item.section && $0.family == id.family && $0.kind == id.kind }
    }

    /// The item that comes next; nil once the exam is over.
    ///
    /// - Parameters:
    ///   - sitting: Where the exam stands.
    ///   - items: Those so far.
    ///   - seed: The attempt's: the same seed and answers lead to the same item.
    ///   - salt: Something that nobody can guess.
    /// - Returns: The item, as it is kept and as it is asked.
    func next(after sitting: AdaptiveSitting, _ items: [Item], seed: UInt64, salt: String) -> Next? {
        var generator = SeededGenerator(seed: seed &+ UInt64(items.count))
        var refused: Set<Int> = []
        while let position = sitting.next(using: &generator, besides: refused) {
            let source = sources[position]
            if let item = forms.draw(source, beside: items, with: &generator) {
                return Next(
                    given: GivenItem(item, section: source.section, pool.items[position].parameters, salt: salt),
                    item: item)
            }
            refused.insert(position)
        }
        return nil
    }
}

// MARK: - Made once

/// Banks that were made in this process: to take stock of a pack takes longer than to choose an item.
final class AdaptiveBanks: Sendable {
    private let made = Mutex<[AdaptiveBank]>([])
    private static let most = 16

    /// The bank of an adaptive exam; nil where the exam is none.
    func bank(of blueprint: Blueprint, in pack: Pack) throws(ExamError) -> AdaptiveBank? {
        try bank(of: blueprint, in: pack) { FormBank(for: blueprint, of: pack) }
    }

    /// The same, of stock that may have been taken before.
    func bank(
        of blueprint: Blueprint, in pack: Pack, stocked forms: () throws(ExamError) -> FormBank
    ) throws(ExamError) -> AdaptiveBank? {
        guard let adaptive = blueprint.adaptive else { return nil }
        let known = made.withLock { $0.first { $0.forms.blueprint == blueprint && $0.forms.pack == pack } }
        if let known { return known }
        let bank = try AdaptiveBank(adaptive, of: forms())
        made.withLock { $0 = [bank] + $0.prefix(Self.most - 1) }
        return bank
    }
}
