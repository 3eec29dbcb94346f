/// Somebody who holds one misconception or two, or none, and the rules as this person applies them.
///
/// Believers are shared, since their rules are applied far more often than they are made.
package final class Believer: Sendable {
    /// What is believed, in the order of the pack; nothing for somebody who is right.
    package let names: [ID<Misconception>]
    /// The rules as the believer applies them.
    package let rules: Rules
    /// What each of the beliefs can reach.
    let reaches: [[Reach]]
    /// Whether the believer lets the main family pay for whatever was done.
    private let paysForAny: Bool
    /// Whether nothing is changed but to how many units of which codes a measure comes.
    private let convertsAlone: Bool

    init(_ names: [ID<Misconception>], rules: Rules, reaches: [[Reach]]) {
        self.names = names
        self.rules = rules
        self.reaches = reaches
        convertsAlone = reaches.allSatisfy { $0.allSatisfy(\.convertsAlone) }
        paysForAny = rules.codes.mainFamilyIndex.map { rules.codes.families[$0].paysForAnyService } ?? false
    }

    /// Whether each of the beliefs may make something of an encounter that the key does not.
    func allMatter(at stakes: Stakes) -> Bool {
        let charges = stakes.charges(payingForAny: paysForAny)
        if reaches.count == 1, reaches[0].count == 1 { return reaches[0][0].meetsAlone(stakes, charges) }
        return reaches.allSatisfy { $0.contains { $0.meets(stakes, charges) } }
    }

    /// Whether any of them may.
    func anyMatters(at stakes: Stakes) -> Bool {
        if reaches.count == 1 { return allMatter(at: stakes) }
        let charges = stakes.charges(payingForAny: paysForAny)
        return reaches.contains { $0.contains { $0.meets(stakes, charges) } }
    }

    /// What of an encounter the believer measures otherwise than its key.
    func measuresAnew(at stakes: Stakes) -> Measuring {
        var anew: Measuring = []
        for reaches in reaches {
            for reach in reaches where !reach.measuring.isDisjoint(with: stakes.occasions) {
                anew.formUnion(reach.anew)
            }
        }
        return anew
    }

    /// Whether the believer measures an encounter as its key does, and differs in nothing but to how many units of which
    /// codes this comes.
    func convertsAlone(at stakes: Stakes) -> Bool {
        // Who bills further blocks alone misses no primary either.
        let missesNone = !rules.policy.addOnsNeedPrimary && stakes.occasions.contains(.primaryLacked)
        return convertsAlone && !missesNone && !rules.hasHierarchies && rules.codes.pools.isEmpty
            && measuresAnew(at: stakes).isEmpty
    }

    /// Makes lines what the encounter of a key bills by these rules.
    func bill(_ key: Key, at stakes: Stakes, into lines: inout DueLines) {
        rules.deriveAnew(key, measuring: measuresAnew(at: stakes), into: &lines)
    }
}
