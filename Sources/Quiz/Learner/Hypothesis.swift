package import Content
package import Scoring

/// What somebody may believe: no misconception, one, or two at once.
package struct Hypothesis: Sendable, Hashable {
    /// In the order of the pack; empty for somebody without a misconception.
    package let beliefs: [ID<Misconception>]

    /// Beliefs that are held together, in the order of the pack.
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
    /// What may be believed, no misconception first.
    package let hypotheses: [Hypothesis]
    /// The probability of each beforehand.
    package let prior: [Double]
    /// The payers of the pack, with what may be believed about the rules of each.
    package let payers: Payers
    /// Who holds each, with the rules that they would apply under each policy.
    private let believers: [ID<Policy>: [Believer]]
    private let places: [String: Int]

    /// What is shared out beforehand among hypotheses of no, one and two beliefs. Most who err hold one wrong belief;
    /// a pair is rare, and there are many of them.
    private static let shares = [0.3, 0.6, 0.1]

    /// Works out, under every policy of a pack, what may be believed and told apart.
    package init(of pack: Pack) {
        payers = Payers(of: pack)
        let held = payers.all.map(\.beliefs.all)
        let names = held.first?.map(\.names) ?? [[]]
        // Most are told apart under the first policy already.
        let shown = held.first?.map { VisibleRules($0.rules) } ?? []
        var kept: [Int] = []
        for place in names.indices {
            let isShown = kept.contains { earlier in
                shown[earlier] == shown[place]
                    && held.dropFirst().allSatisfy { VisibleRules($0[earlier].rules) == VisibleRules($0[place].rules) }
            }
            if !isShown { kept.append(place) }
        }
        let hypotheses = kept.map { Hypothesis(names[$0]) }
        self.hypotheses = hypotheses
        believers = Dictionary(
            uniqueKeysWithValues: zip(pack.policies, held).map { policy, held in
                (policy.id, kept.map { held[$0] })
            })
        places = Dictionary(uniqueKeysWithValues: hypotheses.enumerated().map { ($1.text, $0) })
        prior = Self.prior(of: hypotheses)
    }

    /// The place of no misconception.
    package var right: Int { 0 }

    /// The place of a hypothesis by the name under which it is kept.
    package func place(of text: String) -> Int? { places[text] }

    /// Who holds each hypothesis, with the rules that they would apply under a policy; nil for a policy that the pack
    /// does not have.
    package func believers(under policy: ID<Policy>) -> [Believer]? { believers[policy] }

    /// Whether a belief gives a wrong answer to an item, by the place of its hypothesis.
    func isProbe(_ item: Item, of hypothesis: Int) -> Bool {
        Predictions(item, in: self, for: [hypothesis])?.isProbe(of: hypothesis) ?? false
    }

    private static func prior(of hypotheses: [Hypothesis]) -> [Double] {
        let counts = shares.indices.map { size in hypotheses.count { $0.beliefs.count == size } }
        let weights = hypotheses.map { shares[$0.beliefs.count] / Double(counts[$0.beliefs.count]) }
        let total = weights.reduce(0, +)
        return weights.map { $0 / total }
    }
}

/// The rules that somebody applies, without what cannot show in any answer: hypotheses with equal ones are told apart
/// by no item.
private struct VisibleRules: Equatable {
    let families: [Family]
    let appliesExclusions: Bool
    let addOnsNeedPrimary: Bool
    let counts: Set<Activity>
    /// Nil where no block is ever counted, so that nobody sees how a part of one is credited.
    let credit: Credit?
    let creditByCode: [Code: Credit]?

    init(_ rules: Rules) {
        families = rules.codes.families
        appliesExclusions = rules.policy.appliesExclusions
        addOnsNeedPrimary = rules.policy.addOnsNeedPrimary
        counts = rules.policy.counts
        let countsBlocks = families.contains { family in
            !family.further.isEmpty || family.first.contains { $0.each != nil }
        }
        credit = countsBlocks ? rules.policy.credit : nil
        creditByCode = countsBlocks ? rules.policy.creditByCode : nil
    }
}
