package import Content
import Scoring

/// Which skills of a pack rest on which, so that nobody is asked for what rests on something they have not shown.
package struct SkillOrder: Sendable {
    /// All that each skill rests on, directly or not.
    private let needs: [Skill: Set<Skill>]

    /// The order of a pack's skills.
    package init(of pack: Pack) {
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
}

extension Item {
    /// The skills that it takes to answer, and to make sense of the payer's rule: a limit is read before it is seen not
    /// to matter.
    var demands: Set<Skill> {
        let isLimited = situation.map { $0.policy.caps != Policy.Caps() } ?? false
        return isLimited ? skills.union([.cap]) : skills
    }
}
