import Quiz
package import Scoring

/// Something that was added to an attempt after its log was closed. Nothing is overwritten: addenda stand in a log of
/// their own, which goes on from the signed end of the attempt's, and each is signed.
package struct Addendum: Sendable, Equatable {
    /// What was done.
    package let deed: Deed
    /// When.
    package let at: Moment
    /// Who answers for it.
    package let by: String
    /// Why, as the candidate is told.
    package let reason: String

    /// What can be added.
    package enum Deed: Sendable, Equatable {
        /// The answers were scored anew.
        case regrade(RegradeRecord)
        /// Points were given for an item or taken by somebody: the item's number in the form, from 1, and millionths of
        /// its worth, less than 0 where they were taken.
        case credit(item: Int, points: Int)
        /// An earlier addendum, by its number from 1, no longer counts.
        case undo(Int)
    }

    package init(_ deed: Deed, at moment: Moment, by person: String, because reason: String) {
        self.deed = deed
        at = moment
        by = person
        self.reason = reason
    }
}

/// As a line of a log holds it: the name of the deed, and the members that belong to it.
extension Addendum: Codable {
    private enum Member: String, CodingKey {
        case event, at, by, reason, item, points, undoes, regrade
    }

    private enum Name: String, Codable {
        case regrade, credit, undo
    }

    package init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Member.self)
        at = Moment(milliseconds: try members.decode(.at, in: ClockReading.range))
        by = try members.decode(String.self, forKey: .by)
        reason = try members.decode(String.self, forKey: .reason)
        deed =
            switch try members.decode(Name.self, forKey: .event) {
            case .regrade: .regrade(try members.decode(RegradeRecord.self, forKey: .regrade))
            case .credit:
                .credit(
                    item: try members.decode(.item, in: 1...FormRecord.mostItems),
                    points: try members.decode(.points, in: -1_000_000...1_000_000))
            case .undo: .undo(try members.decode(Int.self, forKey: .undoes))
            }
    }

    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Member.self)
        try members.encode(at, forKey: .at)
        try members.encode(by, forKey: .by)
        try members.encode(reason, forKey: .reason)
        switch deed {
        case .regrade(let regrade):
            try members.encode(Name.regrade, forKey: .event)
            try members.encode(regrade, forKey: .regrade)
        case .credit(let item, let points):
            try members.encode(Name.credit, forKey: .event)
            try members.encode(item, forKey: .item)
            try members.encode(points, forKey: .points)
        case .undo(let number):
            try members.encode(Name.undo, forKey: .event)
            try members.encode(number, forKey: .undoes)
        }
    }
}

/// Addenda in their order.
extension [Addendum] {
    /// Whether each counts: it does unless a later one that counts undoes it.
    package var areInForce: [Bool] {
        var inForce = [Bool](repeating: true, count: count)
        for (position, addendum) in enumerated().reversed() where inForce[position] {
            if case .undo(let number) = addendum.deed, (1...count).contains(number), number <= position {
                inForce[number - 1] = false
            }
        }
        return inForce
    }

    private var inForce: [Addendum] { zip(self, areInForce).compactMap { $1 ? $0 : nil } }

    /// The last regrade that counts; nil where there is none.
    package var regrade: RegradeRecord? {
        inForce.compactMap { if case .regrade(let regrade) = $0.deed { regrade } else { nil } }.last
    }

    /// The fractions to which scoring leads, before anything is credited, in millionths.
    package func scored(from sealed: [Int]) -> [Int] { regrade?.fractions ?? sealed }

    /// The fractions in force, in millionths: what the items were scored, and on top of it what was given or taken. An
    /// item is worth no more than 1 and no less than 0.
    package func fractions(from sealed: [Int]) -> [Int] {
        var fractions = scored(from: sealed)
        for addendum in inForce {
            guard case .credit(let item, let points) = addendum.deed, fractions.indices.contains(item - 1) else {
                continue
            }
            fractions[item - 1] += points
        }
        return fractions.map { Swift.min(Swift.max($0, 0), 1_000_000) }
    }

    /// What does not follow from what was before; empty where all does.
    ///
    /// - Parameter items: How many items the form has.
    /// - Returns: A clause for each.
    package func problems(items: Int) -> [String] {
        enumerated().compactMap { position, addendum in
            let isSound =
                switch addendum.deed {
                case .regrade(let regrade): regrade.fractions.count == items
                case .credit(let item, _): (1...Swift.max(items, 1)).contains(item)
                case .undo(let number): number >= 1 && number <= position
                }
            return isSound ? nil : "addendum \(position + 1) does not follow from what was before it"
        }
    }
}
