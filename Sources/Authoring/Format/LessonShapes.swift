import Content

extension Shape {
    static let lessonsFile = Shape(
        "lessons", "a lessons file",
        [
            .optional("prerequisites", .list(of: .prerequisite), "What each skill rests on."),
            .optional(
                "lessons", .list(of: .lesson), "The course for whoever begins, in the order in which it is taken."),
        ])

    static let prerequisite = Shape(
        "prerequisite", "what a skill rests on",
        [
            .required("skill", .choice(of: Skill.self), "The skill."),
            .required(
                "needs", .list(.choice(of: Skill.self)),
                "The skills it rests on: who has not shown these is not asked for it yet."),
        ])

    static let lesson = Shape(
        "lesson", "a lesson",
        [
            .id("the lesson"),
            .title(limit: 80),
            .optional("needs", .list(.id), "The lessons it builds on, all of which stand before it."),
            .optional("teaches", .list(.choice(of: Skill.self)), "The skills it teaches."),
            .optional("beliefs", .list(.id), "The misconceptions it takes up."),
            .required("steps", .list(of: .lessonStep), "What it is made of, in order."),
        ])

    static let lessonStep = Shape(
        "lesson-step", "a step", oneOf: ["page", "example", "faded", "practice"],
        [
            .optional("page", .list(.text(limit: 900)), "Plain words, a paragraph each."),
            .optional("source", .list(.id), "Where a page's words are written: ids from pack.yaml."),
            .optional("example", .mapping(.lessonVisit), "A visit that is worked out step by step."),
            .optional("faded", .mapping(.lessonVisit), "Visits that the learner works out, one step more each time."),
            .optional("practice", .mapping(.practice), "Items to answer."),
        ])

    static let lessonVisit = Shape(
        "lesson-visit", "a visit of a lesson", oneOf: ["scenario", "template"],
        [
            .optional("scenario", .list(.id), "A scenario of the pack; of a faded example, several in their order."),
            .optional("template", .id, "A template of the pack."),
            .optional(
                "seed", .integer(0...999_999, unit: ""), "Which of the template's visits, the first of them; else 0."),
            .required("policy", .id, "The policy under which it is billed."),
        ])

    static let practice = Shape(
        "practice", "a practice", anyOf: ["scenarios", "templates"],
        [
            .required("count", .integer(1...50, unit: "items"), "How many must be answered right."),
            .required("kinds", .list(.choice(of: ItemKind.self)), "The kinds of item."),
            .required("policies", .list(.id), "The policies they are asked under."),
            .optional("scenarios", .list(.id), "The scenarios they are made of."),
            .optional("templates", .list(.id), "The templates they are made of."),
            .optional("tellings", .list(.choice(of: Register.self)), "How visits are told; plain unless said."),
        ])
}
