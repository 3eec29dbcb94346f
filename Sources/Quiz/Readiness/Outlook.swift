package import Content

/// What awaits a learner in an exam: the probability of passing today, and what to do until then.
package struct Outlook: Sendable {
    /// The exam.
    package let blueprint: Blueprint
    /// How likely it is passed today.
    package let readiness: Readiness
    /// What to do until it is sat.
    package let plan: StudyPlan

    package init(blueprint: Blueprint, readiness: Readiness, plan: StudyPlan) {
        self.blueprint = blueprint
        self.readiness = readiness
        self.plan = plan
    }
}
