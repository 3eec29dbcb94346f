/// The claims to which each misconception, and each pair of them, leads for one encounter under one policy.
///
/// From it come the diagnosis of an answer, the wrong options of a choice, and which beliefs an item tells apart.
package struct Differential: Sendable {
    /// The answer of one belief, or of two held together.
    package struct Explanation: Sendable, Equatable {
        package let beliefs: [ID<Misconception>]
        package let claim: Claim
    }

    package let key: Key
    /// What each belief alone leads to, in the order of the pack, beliefs that give the right answer left out.
    package let singles: [Explanation]
    private let rules: Rules
    private let encounter: Encounter
    private let misconceptions: [Misconception]
    private var workedOut: [Explanation]?

    package init(_ encounter: Encounter, under rules: Rules, among misconceptions: [Misconception]) {
        let key = derive(encounter, under: rules)
        self.key = key
        self.rules = rules
        self.encounter = encounter
        self.misconceptions = misconceptions
        singles = misconceptions.compactMap { misconception in
            let claim = derive(encounter, under: misconception.applied(to: rules)).claim
            if claim.billsTheSame(as: key.claim) { return nil }
            return Explanation(beliefs: [misconception.id], claim: claim)
        }
    }

    /// The explanations of an answer: every single belief that computes exactly it; failing that, every pair.
    /// The right answer has none.
    package func explain(_ answer: Claim) -> [Explanation] {
        if answer.billsTheSame(as: key.claim) { return [] }
        let alone = singles.filter { $0.claim.billsTheSame(as: answer) }
        return alone.isEmpty ? pairs.filter { $0.claim.billsTheSame(as: answer) } : alone
    }

    /// The same with the pairs worked out once and for all, for whoever asks about many answers.
    package func withPairs() -> Differential {
        var copy = self
        copy.workedOut = pairs
        return copy
    }

    /// What two beliefs held together lead to, where that is neither the key nor what one of them alone would.
    package var pairs: [Explanation] {
        if let workedOut { return workedOut }
        var pairs: [Explanation] = []
        for (place, first) in misconceptions.enumerated() {
            for second in misconceptions[(place + 1)...] where !first.contradicts(second) {
                let claim = derive(encounter, under: second.applied(to: first.applied(to: rules))).claim
                let isNew =
                    !claim.billsTheSame(as: key.claim)
                    && !singles.contains {
                        ($0.beliefs == [first.id] || $0.beliefs == [second.id])
                            && $0.claim.billsTheSame(as: claim)
                    }
                if isNew { pairs.append(Explanation(beliefs: [first.id, second.id], claim: claim)) }
            }
        }
        return pairs
    }
}

extension Misconception {
    /// Two beliefs that change the same thing cannot be held at once.
    func contradicts(_ other: Misconception) -> Bool {
        changes.contains { change in other.changes.contains { $0.subject == change.subject } }
    }
}

extension Misconception.Change {
    /// What it is that a change is about. Billing the first code again leaves no room for add-ons at all.
    fileprivate var subject: Int {
        switch self {
        case .bills, .firstEach: 0
        case .furtherAfter: 1
        case .furtherEach: 2
        case .credit: 3
        case .countsAll: 4
        case .ignoresExclusions: 5
        case .anyService: 6
        }
    }
}

/// The beliefs, alone or in pairs, that compute exactly this answer.
package func diagnose(
    _ answer: Claim, for encounter: Encounter, under rules: Rules, among misconceptions: [Misconception]
) -> [Differential.Explanation] {
    Differential(encounter, under: rules, among: misconceptions).explain(answer)
}
