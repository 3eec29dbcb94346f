/// The rules as those apply them who hold misconceptions, worked out once for every encounter under one policy. They
/// never change, so that all who ask about the policy can share them.
package final class Beliefs: Sendable {
    /// The rules of whoever is right.
    package let rules: Rules
    /// The rules of each believer, in the order of the pack.
    package let singles: [Believer]
    /// The rules of those who hold two beliefs at once.
    let pairs: [Believer]

    /// Who holds no belief, then who holds one, then who holds two.
    package var all: [Believer] { [Believer([], rules: rules, reaches: [])] + singles + pairs }

    /// Works out what some misconceptions make of rules, one by one and in pairs.
    package init(_ misconceptions: [Misconception], about rules: Rules) {
        self.rules = rules
        let reaches = misconceptions.map { $0.reaches(under: rules) }
        let singles = zip(misconceptions, reaches).map {
            Believer([$0.id], rules: $0.applied(to: rules), reaches: [$1])
        }
        var pairs: [Believer] = []
        for (index, first) in misconceptions.enumerated() {
            for (other, second) in misconceptions.enumerated().dropFirst(index + 1) where !first.contradicts(second) {
                pairs.append(
                    Believer(
                        [first.id, second.id], rules: second.applied(to: singles[index].rules),
                        reaches: [reaches[index], reaches[other]]))
            }
        }
        self.singles = singles
        self.pairs = pairs
    }
}
