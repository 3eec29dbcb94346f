private import Synchronization

/// The rules as those apply them who hold misconceptions, worked out once for every encounter under one policy. They
/// never change, so that all who ask about the policy can share them.
package final class Beliefs: Sendable {
    /// The rules of whoever is right.
    package let rules: Rules
    /// The rules of each believer, in the order of the pack.
    package let singles: [Believer]
    private let misconceptions: [Misconception]
    private let workedOut = Mutex<[Believer]?>(nil)

    /// Works out what some misconceptions make of rules, one by one.
    package init(_ misconceptions: [Misconception], about rules: Rules) {
        self.rules = rules
        self.misconceptions = misconceptions
        let main = rules.codes.mainCharges
        singles = misconceptions.map { misconception in
            let counted = misconception.families.isEmpty ? main : rules.codes.charges(changedBy: misconception)
            return Believer(
                [misconception.id], rules: misconception.applied(to: rules, counted: counted),
                reaches: [misconception.reaches(under: rules, counted: counted)])
        }
    }

    /// The rules of those who hold two beliefs at once. There are many of them, and most who ask about a policy never
    /// need them: so they are worked out when somebody first does.
    var pairs: [Believer] {
        workedOut.withLock { workedOut in
            let pairs = workedOut ?? everyPair
            workedOut = pairs
            return pairs
        }
    }

    private var everyPair: [Believer] {
        misconceptions.indices.flatMap { first in
            misconceptions.indices.dropFirst(first + 1).compactMap { second in
                misconceptions[first].contradicts(misconceptions[second]) ? nil : pair(first, second)
            }
        }
    }

    private func pair(_ first: Int, _ second: Int) -> Believer {
        Believer(
            singles[first].names + singles[second].names,
            rules: misconceptions[second].applied(to: singles[first].rules),
            reaches: singles[first].reaches + singles[second].reaches)
    }

    /// Who holds no belief, then who holds one.
    package var alone: [Believer] { [Believer([], rules: rules, reaches: [])] + singles }

    /// Who holds no belief, then who holds one, then who holds two.
    package var all: [Believer] { alone + pairs }
}
