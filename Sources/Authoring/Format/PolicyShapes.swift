import Scoring

extension Shape {
    static let policiesFile = Shape(
        "policies", "a policies file", [.optional("policies", .list(of: .policy), "How each payer counts.")])

    static let policy = Shape(
        "policy", "a policy",
        [
            .id("the policy"),
            .title(),
            .required("statement", .text(limit: 600), "The rule as a learner is told it."),
            .required("credit", .credit, "How a part of a block counts."),
            .optional("credit-by-code", .named(keys: .code, values: .credit), "The same, for single codes."),
            .optional("counts", .list(.choice(of: Activity.self)), "The activities whose minutes count."),
            .optional("same-day", .choice(of: Policy.SameDay.self), "Several visits on one day."),
            .optional("midnight", .choice(of: Policy.Midnight.self), "A visit past midnight."),
            .optional("places", .list(.place), "Places of service that are paid; else any."),
            .optional("performers", .list(.id), "Who is paid; else anyone."),
            .optional("requires", .list(.choice(of: RecordItem.self)), "What must be on record."),
            .optional("undocumented", .choice(of: Policy.Undocumented.self), "What is billed without it."),
            .optional("caps", .mapping(.caps), "The most that is paid."),
            .effective,
            .source,
        ])

    static let caps = Shape(
        "caps", "caps",
        [
            .optional("minutes-a-day", .minutes(1...1_440), "The most minutes on one day."),
            .optional("minutes-a-week", .minutes(1...10_080), "The most minutes in one week."),
            .optional("units-a-day", .named(keys: .code, values: .units(0...9_999)), "The most units of a code a day."),
        ])
}
