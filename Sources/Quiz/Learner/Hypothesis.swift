package import Content
package import Scoring
private import Synchronization

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
package final class BeliefSpace: Sendable {
    /// What may be believed, no misconception first.
    package let hypotheses: [Hypothesis]
    /// The probability of each beforehand.
    package let prior: [Double]
    /// The payers of the pack, with what may be believed about the rules of each.
    package let payers: Payers
    /// The indices of the hypotheses among all who hold beliefs about a payer's rules.
    private let kept: [Int]
    /// Who holds each under the policies that were asked about: they are many, and few are under one policy.
    private let believers = Mutex<[ID<Policy>: [Believer]]>([:])
    private let positions: [String: Int]

    /// The most beliefs of a pack of which every two make a hypothesis: the pairs of more take longer to work out under
    /// every policy than anybody waits for a first prompt. Answers are explained by two of any number.
    private static let pairLimit = 24

    /// What is shared out beforehand among hypotheses of no, one and two beliefs. Most who err hold one wrong belief;
    /// a pair is rare, and there are many of them.
    private static let shares = [0.3, 0.6, 0.1]

    /// Works out, under every policy of a pack, what may be believed and told apart.
    package init(of pack: Pack) {
        payers = Payers(of: pack)
        let first = payers.all.first.map(Self.held)
        kept = Self.toldApart(first, by: Array(payers.all.dropFirst()))
        let hypotheses = kept.map { Hypothesis(first?[$0].names ?? []) }
        self.hypotheses = hypotheses
        positions = Dictionary(uniqueKeysWithValues: hypotheses.enumerated().map { ($1.text, $0) })
        prior = Self.prior(of: hypotheses)
    }

    /// Who holds the hypotheses about a payer's rules, before those go that nobody could tell apart.
    private static func held(_ payer: Payer) -> [Believer] {
        payer.pack.misconceptions.count <= pairLimit ? payer.beliefs.all : payer.beliefs.alone
    }

    /// The indices of the beliefs that come to other rules than each before them, under some payer. Most do under the
    /// first already, so that of the others only the rules of a few are asked for.
    private static func toldApart(_ first: [Believer]?, by others: [Payer]) -> [Int] {
        guard let first else { return [0] }
        var known: [[VisibleRules?]] = Array(
            repeating: Array(repeating: nil, count: first.count), count: others.count)
        func rules(of index: Int, under number: Int) -> VisibleRules {
            if let rules = known[number][index] { return rules }
            let beliefs = first[index].names.compactMap(others[number].pack.misconception)
            let rules = VisibleRules(beliefs.reduce(others[number].rules) { $1.applied(to: $0) })
            known[number][index] = rules
            return rules
        }
        var kept: [Int] = []
        // No dictionary of them, since the runtime would look for how its keys are hashed for longer than this takes.
        var alike: [(visible: VisibleRules, hash: Int, indices: [Int])] = []
        for (index, believer) in first.enumerated() {
            let visible = VisibleRules(believer.rules)
            let hash = visible.hashValue
            guard let group = alike.firstIndex(where: { $0.hash == hash && $0.visible == visible }) else {
                kept.append(index)
                alike.append((visible, hash, [index]))
                continue
            }
            let isShown = alike[group].indices.contains { earlier in
                others.indices.allSatisfy { rules(of: earlier, under: $0) == rules(of: index, under: $0) }
            }
            if isShown { continue }
            kept.append(index)
            alike[group].indices.append(index)
        }
        return kept
    }

    /// The position of no misconception.
    package var right: Int { 0 }

    /// The position of a hypothesis by the name under which it is kept.
    package func position(of text: String) -> Int? { positions[text] }

    /// Who holds each hypothesis, with the rules that they would apply under a policy; nil for a policy that the pack
    /// does not have.
    package func believers(under policy: ID<Policy>) -> [Believer]? {
        guard let payer = payers.all.first(where: { $0.policy.id == policy }) else { return nil }
        return believers.withLock { believers in
            if let known = believers[policy] { return known }
            let all = Self.held(payer)
            let held = kept.map { all[$0] }
            believers[policy] = held
            return held
        }
    }

    /// Whether a belief gives a wrong answer to an item, by the position of its hypothesis.
    func isProbe(_ item: Item, of hypothesis: Int) -> Bool {
        Predictions(item, in: self, for: [hypothesis])?.isProbe(of: hypothesis) ?? false
    }

    private static func prior(of hypotheses: [Hypothesis]) -> [Double] {
        let counts = shares.indices.map { size in hypotheses.count { $0.beliefs.count == size } }
        let weights = hypotheses.map { shares[$0.beliefs.count] / Double(max(counts[$0.beliefs.count], 1)) }
        let total = weights.reduce(0, +)
        return weights.map { $0 / total }
    }
}

/// The rules that somebody applies, without what cannot show in any answer: hypotheses with equal ones are told apart
/// by no item.
private struct VisibleRules: Hashable {
    private let rules: Rules
    /// How a part of a block is credited; nil where no block is ever counted, so that nobody sees it.
    private let credit: Credit?

    init(_ rules: Rules) {
        self.rules = rules
        let countsBlocks = rules.codes.families.contains { family in
            !family.further.isEmpty || family.first.contains { $0.each != nil }
        }
        credit = countsBlocks ? rules.policy.credit : nil
    }

    static func == (left: VisibleRules, right: VisibleRules) -> Bool {
        left.credit == right.credit && left.rules.codes.chargesAlike(right.rules.codes)
            && left.rules.policy.crediting(left.credit) == right.rules.policy.crediting(right.credit)
    }

    /// What most beliefs change, of the families that are changed most; the rest is for equality to tell.
    func hash(into hasher: inout Hasher) {
        hasher.combine(credit)
        hasher.combine(rules.policy.counts)
        for family in rules.codes.families where family.measure == .minutes {
            hasher.combine(family.furtherReplacesFirst)
            for further in family.further {
                hasher.combine(further.each)
                hasher.combine(further.after)
            }
            for first in family.first {
                hasher.combine(first.from)
                hasher.combine(first.each)
            }
        }
    }
}

extension Policy {
    /// The policy without what cannot show of how it credits parts, where it shows nothing.
    fileprivate func crediting(_ credit: Credit?) -> Policy {
        guard credit == nil else { return self }
        var policy = self
        policy.credit = .started
        policy.creditByCode = [:]
        return policy
    }
}
