import Content

extension Shape.Key {
    /// The key of whatever only exams tell, so that no learner has met it before.
    static let examsOnly = Shape.Key.optional(
        "exams-only", .flag, "Whether only exams tell it, and nothing that learners see.")
}

extension Shape {
    static let blueprintsFile = Shape(
        "blueprints", "a blueprints file",
        [
            .optional("blueprints", .list(of: .blueprint), "What the exams of the pack must contain."),
            .optional(
                "calibration", .list(of: .familyDifficulty),
                "How hard items are, as exam calibrate --lines tells it of what was sat."),
        ])

    static let blueprint = Shape(
        "blueprint", "a blueprint",
        [
            .id("the blueprint"),
            .title(),
            .optional("summary", .text(limit: 600), "What it shows about whoever passes."),
            .required("minutes", .minutes(1...1_440), "How long a candidate has."),
            .optional("attempts", .integer(1...100, unit: "attempts"), "How many a candidate has; 1 unless said."),
            .optional("wait", .mapping(.wait), "How long from the end of one attempt to the next."),
            .required("pass-mark", .mapping(.passMark), "The least result that passes, and why."),
            .optional(
                "navigation", .choice(of: Blueprint.Navigation.self), "How a candidate may move; free unless said."),
            .optional(
                "results", .choice(of: Blueprint.Results.self),
                "When a candidate sees the result; at-once unless said."),
            .optional(
                "grace", .integer(0...600, unit: "seconds"),
                "How long after the end of the time a team server takes in answers written before it; 0 unless said."),
            .optional(
                "evidence", .mapping(.evidence), "What must be known of the exam before anybody is certified by it."),
            .optional(
                "adaptive", .mapping(.adaptive),
                "How each next item follows from the answers before; else forms are fixed."),
            .required("sections", .list(of: .section), "The parts of a form, in order."),
        ])

    static let adaptive = Shape(
        "adaptive", "how an exam adapts",
        [
            .required(
                "length", .numbers(1...200, unit: "items"), "The least and the most items, such as \"15 to 30\"."),
            .optional(
                "error", .integer(10...99, unit: "hundredths"),
                "It ends once ability is known so well, in hundredths of a standard deviation."),
            .optional(
                "indifference", .integer(5...100, unit: "hundredths"),
                "It ends once it is clear on which side of the pass mark a candidate is, but for so much to either side."
            ),
            .optional(
                "exposure", .integer(5...100, unit: "percent"),
                "The largest share of candidates who get an item of one scenario, template, term or fact; 25 unless said."
            ),
        ])

    static let familyDifficulty = Shape(
        "family-difficulty", "how hard items are", oneOf: ["scenario", "template", "term"],
        [
            .optional("scenario", .id, "The scenario that they are about."),
            .optional("template", .id, "The template that makes them."),
            .optional("term", .id, "The term or fact that they ask for."),
            .required("kind", .choice(of: ItemKind.self), "What they ask for."),
            .required(
                "difficulty", .integer(-9_999...9_999, unit: "thousandths"),
                "The ability at which half are right, in thousandths of a standard deviation."),
            .optional(
                "discrimination", .integer(100...9_999, unit: "thousandths"),
                "How well they tell apart, in thousandths; 1000 unless said."),
        ])

    static let wait = Shape(
        "wait", "a waiting time", anyOf: ["days", "hours"],
        [
            .optional("days", .integer(0...366, unit: "days"), "Whole days of 24 hours."),
            .optional("hours", .integer(0...8_784, unit: "hours"), "Hours beside them."),
        ])

    static let passMark = Shape(
        "pass-mark", "a pass mark",
        [
            .required("percent", .integer(1...100, unit: "percent"), "The least result that passes, of 100."),
            .required("justification", .text(limit: 1_500), "How it was set, and by whom."),
            .optional(
                "provisional", .flag, "Whether it stands until raters have set one, and certifies nobody before."),
        ])

    static let evidence = Shape(
        "evidence", "what must be known of an exam",
        [
            .required("reliability", .integer(1...99, unit: "hundredths"), "The least reliability, in hundredths."),
            .required("candidates", .integer(2...10_000, unit: "candidates"), "Of how many candidates, at least."),
        ])

    static let section = Shape(
        "section", "a section",
        [
            .id("the section"),
            .title(),
            .required(
                "count", .integer(1...200, unit: "items"), "How many items, exactly; in an adaptive exam at least."),
            .optional("at-most", .integer(1...200, unit: "items"), "How many items at most, in an adaptive exam."),
            .required("kinds", .list(.choice(of: ItemKind.self)), "The kinds of item."),
            .optional("skills", .list(.choice(of: Skill.self)), "Every item exercises one of these; else any."),
            .optional("policies", .list(.id), "The policies it asks under; else all."),
            .optional("tellings", .list(.choice(of: Register.self)), "How visits are told; else in every way."),
            .optional(
                "difficulty", .list(.choice(of: Blueprint.Difficulty.self)), "How hard by prediction; else any."),
        ])
}
