import Content

/// The visits that exams may tell: all that learners meet, and those that are kept for exams.
struct ExamPool {
    let scenarios: [Scenario]
    let templates: [Template]

    init(of pack: Pack) {
        scenarios = pack.scenarios + pack.examScenarios
        templates = pack.templates + pack.examTemplates
    }
}
