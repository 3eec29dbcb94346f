/// What a skill rests on: who has not shown these is not asked for it yet.
package struct Prerequisite: Sendable, Equatable {
    /// The skill that rests on others.
    package var skill: Skill
    /// Those others; never the skill itself, not even by way of another.
    package var needs: [Skill]

    package init(skill: Skill, needs: [Skill]) {
        self.skill = skill
        self.needs = needs
    }
}
