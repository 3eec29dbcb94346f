import Scoring

extension Shape {
    static let templatesFile = Shape(
        "templates", "a templates file",
        [
            .optional(
                "lists", .named(keys: slotName, values: wordList), "Words, or rows of words that fit each other."),
            .optional("templates", .list(of: .template), "Patterns that make visits without end."),
        ])

    private static let slotName = Form.text(limit: 40)
    private static let words = Form.text(limit: 300)
    private static let wordList = Form.list(.either(words, .named(keys: slotName, values: words)))

    /// A row of a list, whose columns are as its first row has them.
    static func row(_ columns: [String]) -> Shape {
        Shape("row", "a row", columns.map { .required($0, words, "") })
    }

    static let template = Shape(
        "template", "a template",
        [
            .id("the template"),
            .title(),
            .required("slots", .named(keys: slotName, values: .mapping(.slot)), "What varies, from top to bottom."),
            .optional("where", .list(.text(limit: 200)), "What must hold between slots."),
            .required("encounter", .mapping(.pattern), "The facts, with slots in braces."),
            .required("stem", .text(limit: 1_500), "The facts in plain sentences, with slots in braces."),
            .optional("note", .text(limit: 1_500), "The same as a nurse would chart it."),
            .optional("policies", .list(.id), "The policies that it makes sense under; else all."),
            .examsOnly,
            .source,
        ])

    static let slot = Shape(
        "slot", "a slot",
        oneOf: [
            "from", "one-of", "time", "minutes", "number", "date", "amount", "after", "sum", "containers", "left",
        ],
        [
            .optional("from", .text(limit: 40), "A row of a list."),
            .optional("one-of", wordList, "Words, or rows of words, of its own."),
            .optional("time", .row(.time, count: 2), "A time of day: the first and the last."),
            .optional(
                "minutes", .row(.minutes(0...ClockTime.minutesADay), count: 2), "Minutes: the fewest and the most."),
            .optional(
                "number", .row(.integer(0...9_999, unit: ""), count: 2), "Days, doses, hours: the fewest and the most."),
            .optional("date", .row(.day, count: 2), "A date: the first and the last."),
            .optional("amount", .row(.amount, count: 2), "An amount: the least and the most."),
            .optional("after", amounts, "A time that follows from another and minutes, or a date and days."),
            .optional("sum", amounts, "Minutes or numbers added up."),
            .optional("containers", takes, "How many containers an amount takes: its slot, and what one holds."),
            .optional("left", takes, "What is left in those containers."),
            .optional("step", .either(.integer(1...9_999, unit: ""), .amount), "How far apart the values are."),
        ])

    private static let takes = Form.row(.either(.text(limit: 40), .amount), count: 2)

    /// Slots, dates and numbers of minutes or days.
    private static let amounts = Form.list(.either(.text(limit: 40), .minutes(-20_160...20_160)))

    static let pattern = Shape(
        "encounter-pattern", "an encounter", anyOf: ["services", "visits", "drugs", "therapies"],
        notAll: ["services", "visits"],
        [
            .optional("date", .slotted(.day), "The date of service; else the edition's first."),
            .optional("place", .slotted(.place), "The place of service."),
            .optional("performer", .slotted(.id), "Who performed it."),
            missing,
            .optional("minutes-used-this-week", .slotted(.minutes(0...10_080)), "Minutes already paid for this week."),
            .optional("age", .slotted(.integer(0...150, unit: "years")), "The patient's age, where codes go by it."),
            .optional("visits", .few(of: .visitPattern, limit: 100), "Several visits, in place of services:."),
            .optional("services", .few(of: .servicePattern, limit: 50), "What was done in the one visit."),
        ] + episodePattern)

    static let visitPattern = Shape(
        "visit-pattern", "a visit",
        [
            .optional("place", .slotted(.place), "The place of service, where it differs."),
            .optional("performer", .slotted(.id), "Who performed it, where it differs."),
            missing,
            .optional("date", .slotted(.day), "The day on which it began, where it differs."),
            .optional("group", .slotted(.id), "The group and specialty of whoever gave the care."),
            .required("services", .few(of: .servicePattern, limit: 50), "What was done."),
        ])

    static let servicePattern = Shape(
        "service-pattern", "a service",
        [
            .required("kind", .slotted(.id), "The kind of service, from codes.yaml."),
            activity,
            .optional("start", .slotted(.time), "When it started."),
            .optional("stop", .slotted(.time), "When it stopped."),
            .optional("minutes", .slotted(.minutes(0...ClockTime.minutesADay)), "How long it took."),
            .optional("drug", .slotted(.id), "The drug that was given, where it matters whether it is the same again."),
            .optional("site", .slotted(.id), "The access through which it was given, where there are several."),
            .optional("route", .slotted(.id), "The way by which it was given, where codes go by it."),
            .optional("main-reason", .flag, "Whether it is what the patient came for."),
        ])
}
