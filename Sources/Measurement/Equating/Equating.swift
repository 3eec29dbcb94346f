/// Two calibrations brought to one scale by what they have in common, and which of that has drifted.
///
/// Scales rest on anchors that enough people answered in either calibration, and of whose difficulties it is known how sure
/// they are; of others nothing is said. An anchor has drifted when, on the one scale, its difficulty moved by more than
/// what matters and by more than chance explains; it then no longer measures the same, and the scales are brought together
/// without it. The one that moved most is left out first, and the others are looked at again; one that was left out while
/// another pulled the scale away, and that lies where it did once that is gone, comes back.
package struct Equating: Sendable, Equatable {
    /// The change from the new scale to the one that stays.
    package let change: ScaleChange
    /// How each anchor moved, those that scales do not rest on too.
    package let anchors: [Drift]

    /// How an anchor moved on the scale that stays.
    package struct Drift: Sendable, Equatable {
        /// The anchor's.
        package let name: String
        /// By how much it became harder, in standard deviations of ability; less than 0 where it became easier.
        package let difference: Double
        /// How far differences would scatter by chance; nil where an error is not known.
        package let error: Double?
        /// Whether the scales rest on it.
        package let isKept: Bool
        /// Whether it was left out because it moved.
        package let hasDrifted: Bool
    }

    /// Less than this does not matter, in standard deviations of ability: a third of a logit is a usual bound.
    package static let matters = 0.3
    /// Differences beyond so many errors come by chance once in a hundred times.
    private static let errors = 2.576
    /// A scale that rests on fewer anchors than this rests on chance.
    package static let fewest = 3
    /// An anchor that fewer people answered in either calibration carries no scale.
    package static let fewestAnswers = BankCalibration.fewestAnswers

    /// Brings a calibration's scale to another's; nil for fewer than three anchors that hold together, or where these do
    /// not differ in difficulty.
    package init?(_ anchors: [Anchor]) {
        let usable = anchors.indices.filter { anchors[$0].isUsable }
        guard let (kept, change) = Self.holdingTogether(anchors, usable) else { return nil }
        self.change = change
        self.anchors = anchors.indices.map { index in
            let move = Move(of: anchors[index], change)
            let isKept = kept.contains(index)
            return Drift(
                name: anchors[index].name, difference: move.difference, error: move.error, isKept: isKept,
                hasDrifted: !isKept && anchors[index].isUsable)
        }
    }

    /// Those of some anchors that hold together, and the change that they lead to.
    private static func holdingTogether(_ anchors: [Anchor], _ usable: [Int]) -> (kept: Set<Int>, ScaleChange)? {
        var kept = Set(usable)
        var before: Set<Set<Int>> = [kept]
        while true {
            guard kept.count >= fewest, let change = ScaleChange.stockingLord(kept.sorted().map { anchors[$0] }) else {
                return nil
            }
            func size(_ index: Int) -> Double { Move(of: anchors[index], change).size }
            let moved = kept.filter { Move(of: anchors[$0], change).isDrift }
            let back = usable.filter { !kept.contains($0) && !Move(of: anchors[$0], change).isDrift }
            var next = kept
            if let worst = moved.max(by: { (size($0), $1) < (size($1), $0) }) {
                next.remove(worst)
            } else if let nearest = back.min(by: { (size($0), $0) < (size($1), $1) }) {
                next.insert(nearest)
            }
            // Where leaving out and taking back would go round, what was left out last stays so.
            guard next != kept, before.insert(next).inserted else { return (kept, change) }
            kept = next
        }
    }

    private struct Move {
        let difference: Double
        let error: Double?

        init(of anchor: Anchor, _ change: ScaleChange) {
            difference = change(anchor.new.parameters).difficulty - anchor.base.parameters.difficulty
            error = anchor.base.difficultyError.flatMap { base in
                anchor.new.difficultyError.map { new in
                    (base * base + change.slope * change.slope * new * new).squareRoot()
                }
            }
        }

        var size: Double { abs(difference) }
        /// Where it is not known how sure difficulties are, chance may explain anything.
        var isDrift: Bool { size > Equating.matters && error.map { size > Equating.errors * $0 } == true }
    }
}

extension Anchor {
    /// Whether a scale can rest on it.
    fileprivate var isUsable: Bool {
        [base, new].allSatisfy { $0.difficultyError != nil && $0.responses >= Equating.fewestAnswers }
    }
}
