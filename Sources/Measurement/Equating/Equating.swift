/// Two calibrations brought to one scale by what they have in common, and which of that has drifted.
///
/// An anchor has drifted when, on the one scale, its difficulty moved by more than what matters and by more than chance
/// explains; it then no longer measures the same, and the scales are brought together without it. The one that moved
/// most is left out first, and the others are looked at again.
package struct Equating: Sendable, Equatable {
    /// The change from the new scale to the one that stays.
    package let change: ScaleChange
    /// How each anchor moved, those that drifted too.
    package let anchors: [Drift]

    /// How an anchor moved on the scale that stays.
    package struct Drift: Sendable, Equatable {
        /// The anchor's.
        package let name: String
        /// By how much it became harder, in standard deviations of ability; less than 0 where it became easier.
        package let difference: Double
        /// How far differences would scatter by chance; nil where an error is not known.
        package let error: Double?
        /// Whether it was left out.
        package let hasDrifted: Bool
    }

    /// Less than this does not matter, in standard deviations of ability: a third of a logit is a usual bound.
    package static let matters = 0.3
    /// Differences beyond so many errors come by chance once in a hundred times.
    private static let errors = 2.576
    /// A scale that rests on fewer anchors than this rests on chance.
    package static let fewest = 3

    /// Brings a calibration's scale to another's; nil for fewer than three anchors that hold together, or where these do
    /// not differ in difficulty.
    package init?(_ anchors: [Anchor]) {
        var kept = anchors
        while true {
            guard kept.count >= Self.fewest, let change = ScaleChange.stockingLord(kept) else { return nil }
            let moved = kept.filter { Move(of: $0, change).isDrift }
            guard let worst = moved.max(by: { Move(of: $0, change).size < Move(of: $1, change).size }) else {
                self.change = change
                let names = Set(kept.map(\.name))
                self.anchors = anchors.map { anchor in
                    let move = Move(of: anchor, change)
                    return Drift(
                        name: anchor.name, difference: move.difference, error: move.error,
                        hasDrifted: !names.contains(anchor.name))
                }
                return
            }
            kept.removeAll { $0.name == worst.name }
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
        var isDrift: Bool { size > Equating.matters && size > Equating.errors * (error ?? 0) }
    }
}
