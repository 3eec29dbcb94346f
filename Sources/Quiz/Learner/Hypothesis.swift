package import Content
package import Scoring

/// What somebody may believe: no misconception, one, or two at once.
package struct Hypothesis: Sendable, Hashable {
    /// In the order of the pack; empty for somebody without a misconception.
    package let beliefs: [ID<Misconception>]

    package init(_ beliefs: [ID<Misconception>] = []) { self.beliefs = beliefs }

    /// The name under which it is kept: empty for none, `never-rounds`, or `counts-travel+never-rounds`.
    package var text: String { beliefs.map(\.text).joined(separator: "+") }
}

/// All that may be believed about a pack, with how likely each is before anything is known of a learner.
///
/// The hypotheses are no misconception, every single one, and every pair that can be held at once. Left out are those
/// that nobody could tell from one before them, because they come to the same rules under every policy: who never
/// bills the add-on cannot also be seen to misjudge its size.
package struct BeliefSpace: Sendable {
    package let hypotheses: [Hypothesis]
    /// The probability of each beforehand.
    package let prior: [Double]
    /// The rules that each would apply, under each policy.
    private let rules: [ID<Policy>: [Rules]]
    private let places: [String: Int]

    /// What is shared out beforehand among hypotheses of no, one and two beliefs. Most who err hold one wrong belief;
    /// a pair is rare, and there are many of them.
    private static let shares = [0.3, 0.6, 0.1]

    package init(of pack: Pack) {
        var hypotheses: [Hypothesis] = []
        var rules: [[Rules]] = []
        var shown: [[Rules]] = []
        for beliefs in Self.combinations(of: pack.misconceptions) {
            let applied = pack.policies.map { policy in
                beliefs.reduce(pack.rules(under: policy)) { $1.applied(to: $0) }
            }
            let visible = applied.map(\.withoutIdleParts)
            guard !shown.contains(visible) else { continue }
            hypotheses.append(Hypothesis(beliefs.map(\.id)))
            rules.append(applied)
            shown.append(visible)
        }
        self.hypotheses = hypotheses
        self.rules = Dictionary(
            uniqueKeysWithValues: pack.policies.enumerated().map { place, policy in
                (policy.id, rules.map { $0[place] })
            })
        places = Dictionary(uniqueKeysWithValues: hypotheses.enumerated().map { ($1.text, $0) })
        prior = Self.prior(of: hypotheses)
    }

    /// The place of no misconception.
    package var right: Int { 0 }

    /// The place of a hypothesis by the name under which it is kept.
    package func place(of text: String) -> Int? { places[text] }

    /// What somebody with a hypothesis applies under a policy; nil for a policy that the pack does not have.
    package func rules(of hypothesis: Int, under policy: ID<Policy>) -> Rules? { rules[policy]?[hypothesis] }

    private static func combinations(of misconceptions: [Misconception]) -> [[Misconception]] {
        let pairs = misconceptions.indices.flatMap { first in
            misconceptions[(first + 1)...]
                .filter { !misconceptions[first].contradicts($0) }
                .map { [misconceptions[first], $0] }
        }
        return [[]] + misconceptions.map { [$0] } + pairs
    }

    private static func prior(of hypotheses: [Hypothesis]) -> [Double] {
        let counts = shares.indices.map { size in hypotheses.count { $0.beliefs.count == size } }
        let weights = hypotheses.map { shares[$0.beliefs.count] / Double(counts[$0.beliefs.count]) }
        let total = weights.reduce(0, +)
        return weights.map { $0 / total }
    }
}

extension Rules {
    /// The rules without what can never show in an answer: blocks of add-ons for somebody who bills none, and how a
    /// part of a block is credited where no block is ever counted.
    fileprivate var withoutIdleParts: Rules {
        guard habits.bills == .firstOnly || habits.firstEach != nil else { return self }
        var rules = self
        let families = codes.families.map { family in
            var family = family
            if !family.first.isEmpty { family.further = [] }
            return family
        }
        rules.codes = CodeSet(
            definitions: codes.definitions, families: families, exclusions: codes.exclusions,
            mainFamily: codes.mainFamily)
        if habits.firstEach == nil, codes.families.allSatisfy({ !$0.first.isEmpty }) {
            rules.policy.credit = .started
            rules.policy.creditByCode = [:]
        }
        return rules
    }
}
