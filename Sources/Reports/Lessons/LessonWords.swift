package import Quiz

extension CourseProgress.OfLesson {
    /// How it stands with a lesson of so many stages, in a word or two.
    package func words(of stages: Int) -> String {
        if let passed = self.stages { return passed == 0 ? "begun" : "\(passed) of \(stages) stages" }
        return isMastered ? "mastered" : isDone ? "done" : ""
    }
}

extension FadedExample {
    /// How much of it is the learner's.
    package var title: String {
        let all = example.asked.count
        if asked == all { return "now you, from beginning to end" }
        return asked == 1 ? "the first step is yours" : "the first \(asked) of \(all) steps are yours"
    }
}
