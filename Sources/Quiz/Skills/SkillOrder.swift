package import Content
import Scoring

/// Which skills of a pack need which others: nobody is asked for a skill before they have shown those that it needs.
package struct SkillOrder: Sendable {
    /// The skills that each skill needs, directly or not.
    private let needs: [Skill: Set<Skill>]
    /// The skills that lessons of the pack teach.
    private let taught: Set<Skill>

    /// The order of a pack's skills.
    package init(of pack: Pack) {
        taught = Set(pack.lessons.flatMap(\.teaches))
        var needs = pack.prerequisites.reduce(into: [:]) { $0[$1.skill] = Set($1.needs) }
        var isGrowing = true
        while isGrowing {
            isGrowing = false
            for (skill, known) in needs {
                let all = known.reduce(into: known) { $0.formUnion(needs[$1] ?? []) }
                isGrowing = isGrowing || all.count > known.count
                needs[skill] = all
            }
        }
        self.needs = needs
    }

    /// All that a skill rests on, directly or not.
    package func needs(of skill: Skill) -> Set<Skill> { needs[skill] ?? [] }

    /// What some skills rest on that a learner has not shown.
    package func missing(for skills: Set<Skill>, of learner: LearnerModel) -> Set<Skill> {
        let needed = skills.reduce(into: Set<Skill>()) { $0.formUnion(needs(of: $1)) }
        return needed.filter { !learner.mastery(of: $0).isShown }
    }

    /// What an item rests on that a learner has not shown, the rules that its options name among it.
    func missing(for item: Item, of learner: LearnerModel) -> Set<Skill> {
        let named = named(in: item).filter { !learner.mastery(of: $0).isShown }
        return missing(for: item.demands, of: learner).union(named)
    }

    /// The rules that the options of an item name, as far as lessons teach them: nobody tells apart what they were not
    /// taught.
    func named(in item: Item) -> Set<Skill> { item.namedSkills.intersection(taught) }
}

extension Item {
    /// The skills whose rules its options name.
    fileprivate var namedSkills: Set<Skill> {
        switch self {
        case .audit(let item): Set(item.choice.edits.compactMap(\.skill))
        case .denial(let item): Set(item.choice.edits.compactMap(\.skill))
        case .claim, .choice, .clock, .circumstance, .term: []
        }
    }

    /// The skills that it takes to answer, and to make sense of the payer's rule: a limit is read before it is seen not
    /// to matter.
    var demands: Set<Skill> {
        let isLimited = situation.map { $0.policy.caps != Policy.Caps() } ?? false
        return isLimited ? skills.union([.cap]) : skills
    }
}
