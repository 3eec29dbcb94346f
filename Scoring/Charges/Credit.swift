/// How a part of a block of minutes is credited.
package enum Credit: Hashable, Sendable {
    /// Any part counts as a whole unit.
    case started
    /// A part counts once more than half of the block has passed (CPT introduction, time: an hour at 31 minutes).
    case midpoint
    /// Only a whole block counts (Medicare's way with add-on units).
    case complete
    /// A part counts from so many minutes on.
    case atLeast(Int)

    /// Units of service for so many minutes in blocks of so many; none where either is 0 or less.
    package func units(in minutes: Int, each block: Int) -> Int {
        guard minutes > 0, block > 0 else { return 0 }
        let whole = minutes / block
        let part = minutes % block
        return whole + (part > 0 && part >= threshold(of: block) ? 1 : 0)
    }

    /// The fewest minutes of a block of so many that earn its unit.
    package func threshold(of block: Int) -> Int {
        switch self {
        case .started: 1
        case .midpoint: block / 2 + 1
        case .complete: block
        case .atLeast(let minutes): min(max(minutes, 1), block)
        }
    }
}

extension Credit: CustomStringConvertible {
    /// Reads `started`, `midpoint`, `complete` or `at-least N`.
    package init?(_ text: some StringProtocol) {
        switch String(text) {
        case "started": self = .started
        case "midpoint": self = .midpoint
        case "complete": self = .complete
        case let other:
            let prefix = "at-least "
            guard other.hasPrefix(prefix), let minutes = Int(other.dropFirst(prefix.count)), minutes > 0 else {
                return nil
            }
            self = .atLeast(minutes)
        }
    }

    /// As it reads back.
    package var description: String {
        switch self {
        case .started: "started"
        case .midpoint: "midpoint"
        case .complete: "complete"
        case .atLeast(let minutes): "at-least \(minutes)"
        }
    }
}
