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
            .optional(
                "services", .few(.id, limit: 40),
                "Kinds of service that are paid, of the families that pay for any of them; else all that they pay for."),
            .optional("families", .few(.id, limit: 200), "Families that are paid; else all."),
            .optional("performers", .list(.id), "Who is paid; else anyone."),
            .optional("requires", .list(.choice(of: RecordItem.self)), "What must be on record."),
            .optional("undocumented", .choice(of: Policy.Undocumented.self), "What is billed without it."),
            .optional("caps", .mapping(.caps), "The most that is paid."),
            .optional(
                "joint-time", .choice(of: JointTime.self), "Minutes of two people with one patient; once unless said."),
            .optional("therapy-days", .choice(of: Policy.TherapyDays.self), "Which days of a therapy are paid."),
            .optional(
                "longest-interval", .integer(1...720, unit: "hours"),
                "The most hours between two doses of a therapy whose days are paid."),
            .optional("month-end", .choice(of: MonthEnd.self), "A line that goes on into the next month."),
            .optional("discarded", .choice(of: Policy.Discarded.self), "What is paid of a drug that was thrown away."),
            .optional("pooling", .choice(of: Policy.Pooling.self), "How codes that share a pool are counted."),
            .optional(
                "initial-service", .choice(of: Policy.InitialService.self),
                "Which service of a hierarchy is the initial one."),
            .optional("instead", .few(of: .payersCode, limit: 100), "Codes that this payer takes in place of others."),
            .optional("modifiers", .few(of: .payersModifier, limit: 100), "Modifiers that this payer wants besides."),
            .optional(
                "takes", .few(of: .alternative, limit: 20), "Modifiers for which it takes others as well."),
            .optional("pays", .few(of: .reduction, limit: 20), "Lines of which it pays a part alone."),
            .optional("not-paid-apart", .few(.code, limit: 500), "Codes that it never pays by themselves."),
            .optional(
                "needs-authorisation", .few(.code, limit: 500), "Codes that it pays as far as units are authorised."),
            .optional(
                "filing-days", .integer(1...3_660, unit: "days"),
                "Days from the last service to the receipt of the claim."),
            .effective,
            .source,
        ])

    static let alternative = Shape(
        "alternative", "what is taken for a modifier",
        [
            .required("modifier", .modifier, "The modifier that is due."),
            .required("or", .few(.modifier, limit: 10), "What may stand in its place."),
        ])

    static let reduction = Shape(
        "reduction", "what is paid of a line",
        [
            .required("modifier", .modifier, "The modifier that the line bears."),
            .required("percent", .integer(0...99, unit: "percent"), "What is paid of it, in the hundred."),
        ])

    static let caps = Shape(
        "caps", "caps",
        [
            .optional("minutes-a-day", .minutes(1...1_440), "The most minutes on one day."),
            .optional("minutes-a-week", .minutes(1...10_080), "The most minutes in one week."),
            .optional("units-a-day", .named(keys: .code, values: .units(0...9_999)), "The most units of a code a day."),
            .optional(
                "units-a-week", .named(keys: .code, values: .units(0...9_999)), "The same from Sunday to Saturday."),
            .optional("units-a-month", .named(keys: .code, values: .units(0...9_999)), "The same in a calendar month."),
            .optional("units-a-year", .named(keys: .code, values: .units(0...9_999)), "The same in a calendar year."),
            .optional(
                "units-a-span", .named(keys: .code, values: .units(0...9_999)), "The same over all days of a claim."),
        ])

    /// Whether minutes that two people spend together count once, or for each of them.
    enum JointTime: String, CaseIterable { case once, each }

    /// What becomes of a line at the end of a month.
    enum MonthEnd: String, CaseIterable { case split, whole }

    static let payersCode = Shape(
        "payers-code", "a payer's code",
        [
            .required("of", .code, "The code that others take."),
            .required("bill", .code, "The code that this payer takes."),
            .optional("when", .mapping(.condition), "What must be so; else always."),
        ])

    static let payersModifier = Shape(
        "payers-modifier", "a payer's modifier",
        [
            .required("modifier", .modifier, "Two letters or digits, listed in codes.yaml."),
            .required("due-on", .few(.code, limit: 500), "The codes on whose lines it is due."),
            .optional("when", .mapping(.condition), "What must be so; else always."),
        ])
}
