import Content
package import Scoring

/// Two visits alike but for the one fact or rule that a belief gets wrong: what each bills, and what whoever holds the
/// belief would bill. Both are derived.
package struct Contrast: Sendable, Equatable {
    /// The belief that the visits tell from the truth.
    package let belief: ID<Misconception>
    /// The two visits.
    package let sides: [Side]
    /// How the second visit's key comes about, in plain words.
    package let why: String

    /// One of the two visits.
    package struct Side: Sendable, Equatable {
        /// What sets the visit apart, as a heading: `as it was`, `without the travel`, `09:00 to 11:31, 151 minutes`.
        package let words: String
        /// What it bills.
        package let key: Claim
        /// What whoever holds the belief would bill.
        package let believed: Claim

        /// Whether the belief does no harm there.
        package var isRight: Bool { key.billsTheSame(as: believed) }
    }
}

/// Finds contrasts for one belief about one visit.
struct ContrastSearch {
    private let situation: Situation
    private let payers: Payers
    private let belief: ID<Misconception>
    private let believer: Believer

    /// Minutes beyond those of the visit that are looked at.
    private static let reach = 61
    /// The longest visit that is looked at.
    private static let longest = 600

    /// Nil where the belief is none of the pack's.
    init?(_ belief: ID<Misconception>, about situation: Situation, among payers: Payers) {
        guard let believer = situation.payer.beliefs.singles.first(where: { $0.names == [belief] }) else { return nil }
        self.situation = situation
        self.payers = payers
        self.belief = belief
        self.believer = believer
    }

    /// Every contrast there is, the most telling first: another fact, other minutes, other amounts, days and limits,
    /// another payer.
    var all: [Contrast] {
        let series = situation.encounter.series(by: situation.pack.wording)
        return facts + ([minutes] + series.map(nearest)).compactMap(\.self) + policies
    }

    /// The visit without the fact that leads the believer astray: there the belief does no harm.
    private var facts: [Contrast] {
        let here = side("as it was", situation.encounter)
        guard !here.isRight else { return [] }
        return changes.compactMap { change in
            let there = side(change.words, change.encounter)
            guard there.isRight, isTelling(here, there) else { return nil }
            return contrast(here, there, of: change.encounter)
        }
    }

    /// What the visit is without each fact that the belief turns on.
    private var changes: [VisitChange] {
        let wording = situation.pack.wording
        let label = { (kind: ID<ServiceKind>) in wording[kind] }
        let encounter = situation.encounter
        let kinds = situation.pack.serviceKinds.map(\.subject)
        return (situation.pack.misconception(belief)?.changes ?? []).flatMap { change -> [VisitChange] in
            switch change {
            case .countsAll: encounter.withoutActivities
            case .ignoresExclusions: encounter.withoutKinds(named: label)
            case .anyService: encounter.withoutKinds(named: label) + encounter.ofKinds(kinds, named: label)
            default: []
            }
        }
    }

    /// Whether key and belief disagree on whether the difference matters.
    private func isTelling(_ one: Contrast.Side, _ other: Contrast.Side) -> Bool {
        one.key.billsTheSame(as: other.key) != one.believed.billsTheSame(as: other.believed)
    }

    /// The nearest two lengths, a minute apart, where the minute changes the key and not what the belief bills, or the
    /// other way round.
    private var minutes: Contrast? {
        guard let now = situation.encounter.lastMinutes else { return nil }
        let visits = (1...min(now + Self.reach, Self.longest)).compactMap(situation.encounter.lasting)
        return nearest(in: VisitSeries(visits: visits, now: now - 1))
    }

    /// The two neighbours in a series, nearest to the visit as it is, where the step between them changes the key and not
    /// what the belief bills, or the other way round.
    private func nearest(in series: VisitSeries) -> Contrast? {
        let sides = series.visits.map { (change: $0, side: side($0.words, $0.encounter)) }
        let pairs = zip(sides, sides.dropFirst()).enumerated()
        let telling = pairs.filter { isTelling($1.0.side, $1.1.side) }
        // Else a pair in which the belief gives the right answer once and a wrong one once.
        let chosen = telling.isEmpty ? pairs.filter { $1.0.side.isRight != $1.1.side.isRight } : telling
        let nearest = chosen.min { abs($0.offset - series.now) < abs($1.offset - series.now) }?.element
        return nearest.map { contrast($0.0.side, $0.1.side, of: $0.1.change.encounter) }
    }

    /// The same visit under payers whose rule the belief is.
    private var policies: [Contrast] {
        let here = side("under \(situation.policy.title)", situation.encounter)
        guard !here.isRight else { return [] }
        return payers.all.compactMap { payer in
            guard payer.policy.id != situation.policy.id, payer.policy.effective.contains(situation.encounter.date),
                let believer = payer.beliefs.singles.first(where: { $0.names == [belief] }),
                believer.rules.policy.hasSameRule(as: payer.policy)
            else { return nil }
            let key = derive(situation.encounter, under: payer.beliefs.rules)
            let there = Contrast.Side(
                words: "under \(payer.policy.title)", key: key.claim,
                believed: believer.rules.claim(for: situation.encounter))
            guard there.isRight, !there.key.billsTheSame(as: here.key) else { return nil }
            return Contrast(belief: belief, sides: [here, there], why: key.reasons(by: situation.pack.wording))
        }
    }

    private func side(_ words: String, _ encounter: Encounter) -> Contrast.Side {
        Contrast.Side(
            words: words, key: situation.judged.rules.claim(for: encounter),
            believed: believer.rules.claim(for: encounter))
    }

    private func contrast(_ one: Contrast.Side, _ other: Contrast.Side, of encounter: Encounter) -> Contrast {
        let key = derive(encounter, under: situation.judged.rules)
        return Contrast(belief: belief, sides: [one, other], why: key.reasons(by: situation.pack.wording))
    }
}

extension Policy {
    /// Whether it counts parts and activities as another does, which is what a belief may change in it.
    func hasSameRule(as other: Policy) -> Bool {
        credit == other.credit && creditByCode == other.creditByCode && counts == other.counts
    }
}

extension Key {
    /// The steps that say more than what the clock reads.
    fileprivate func reasons(by wording: Wording) -> String {
        let reasons = steps.filter { $0.skill != nil }
        return (reasons.isEmpty ? steps : reasons).text(by: wording)
    }
}

extension Situation {
    /// A contrast for a belief that leads astray here.
    ///
    /// - Parameters:
    ///   - belief: One of the pack's.
    ///   - times: How often the belief was met before. Each time another contrast is taken, as far as there are any.
    ///   - payers: The payers of the pack.
    /// - Returns: The two visits and what each bills; nil where none are found.
    package func contrast(for belief: ID<Misconception>, times: Int, among payers: Payers) -> Contrast? {
        guard let all = ContrastSearch(belief, about: self, among: payers)?.all, !all.isEmpty else { return nil }
        return all[times % all.count]
    }
}
