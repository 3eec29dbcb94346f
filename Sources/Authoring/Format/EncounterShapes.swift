import Scoring

extension Shape {
    static let scenariosFile = Shape(
        "scenarios", "a scenarios file", [.optional("scenarios", .list(of: .scenario), "Visits to code.")])

    static let scenario = Shape(
        "scenario", "a scenario",
        [
            .id("the scenario"),
            .title(),
            .required("stem", .text(limit: 1_500), "The facts in words; no code, no key."),
            .required("encounter", .mapping(.dated), "The facts."),
            .optional("policies", .list(.id), "The policies that it makes sense under; else all."),
            .optional(
                "expect", .named(keys: .id, values: .claim), "The claim under each policy, as a proof of the facts."),
            .examsOnly,
            .source,
        ])

    static let dated = encounter("dated-encounter", isDated: true)
    static let undated = encounter("encounter", isDated: false)

    private static func encounter(_ name: String, isDated: Bool) -> Shape {
        let date = "The date of service."
        return Shape(
            name, "an encounter", anyOf: ["services", "visits", "drugs", "therapies"],
            notAll: ["services", "visits"],
            [
                isDated ? .required("date", .day, date) : .optional("date", .day, date),
                .optional("place", .place, "The place of service."),
                .optional("performer", .id, "Who performed it; else the pack's first performer."),
                missing,
                .optional("minutes-used-this-week", .minutes(0...10_080), "Minutes already paid for this week."),
                .optional(
                    "age", .integer(0...150, unit: "years"), "The patient's age on the date, where codes go by it."),
                .optional("visits", .few(of: .visit, limit: 100), "Several visits, in place of services:."),
                .optional("services", .few(of: .service, limit: 50), "What was done in the one visit."),
            ] + episode)
    }

    static let missing = Key.optional("missing", .list(.choice(of: RecordItem.self)), "What nobody wrote down.")

    static let visit = Shape(
        "visit", "a visit",
        [
            .optional("place", .place, "The place of service, where it differs."),
            .optional("performer", .id, "Who performed it, where it differs."),
            missing,
            .optional("date", .day, "The day on which it began, where it differs."),
            .optional("group", .id, "The group and specialty of whoever gave the care, as the payer knows them."),
            .required("services", .few(of: .service, limit: 50), "What was done."),
        ])

    static let service = Shape(
        "service", "a service",
        [
            .required("kind", .id, "The kind of service, from codes.yaml."),
            activity,
            .optional("next-day", .flag, "Whether it began after the midnight that followed the date."),
            .optional("start", .time, "When it started, in quotes."),
            .optional("stop", .time, "When it stopped; at or before the start means past midnight."),
            .optional("minutes", .minutes(0...ClockTime.minutesADay), "How long it took, in place of start and stop."),
            .optional("drug", .id, "The drug that was given, where it matters whether it is the same again."),
            .optional("site", .id, "The access through which it was given, where there are several."),
            .optional("route", .id, "The way by which it was given, where codes go by it."),
            .optional("main-reason", .flag, "Whether it is what the patient came for."),
        ])

    static let activity = Key.optional(
        "activity", .choice(of: Activity.self), "What the minutes went into; patient care unless said.")
}
