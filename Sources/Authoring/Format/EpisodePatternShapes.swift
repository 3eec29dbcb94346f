import Scoring

/// What an encounter holds besides visits, with slots in it.
extension Shape {
    /// The keys of a template's encounter for drugs, therapies and what was paid before.
    static let episodePattern: [Key] = [
        .optional("drugs", .few(of: .drugPattern, limit: 40), "Drugs that were given, by amount."),
        .optional("therapies", .few(of: .therapyPattern, limit: 8), "Therapies that ran over days."),
        .optional("paid", .mapping(.paidPattern), "What the payer has paid before."),
        .optional(
            "authorised", .named(keys: .code, values: .slotted(.units(0...9_999))),
            "Units of each code that are authorised and not used up."),
        .optional("received", .slotted(.day), "The day on which the payer receives the claim; else in time."),
    ]

    static let drugPattern = Shape(
        "drug-pattern", "a drug",
        [
            .required("kind", .slotted(.id), "The drug, from services: in codes.yaml."),
            .optional("given", .slotted(.amount), "What each dose gave the patient."),
            .optional("discarded", .slotted(.amount), "What each dose left in its containers and was thrown away."),
            .optional(
                "doses", .slotted(.integer(1...9_999, unit: "doses")), "How many doses, all alike; 1 unless said."),
            .optional("container", .choice(of: Container.self), "What it comes in; single-dose unless said."),
            .optional("date", .slotted(.day), "The day on which it was given; else the encounter's."),
            .optional("from", .slotted(.day), "The first day of several, with to:."),
            .optional("to", .slotted(.day), "The last day."),
            .optional("route", .slotted(.id), "The way by which it was given, where codes go by it."),
        ])

    static let therapyPattern = Shape(
        "therapy-pattern", "a therapy",
        [
            .required("kind", .slotted(.id), "The therapy, from services: in codes.yaml."),
            .required("from", .slotted(.day), "The first day on which the patient had access to it."),
            .required("to", .slotted(.day), "The last day."),
            .optional("every", .slotted(.integer(1...720, unit: "hours")), "Hours from one dose to the next."),
            .optional("a-day", .slotted(.amount), "What is infused in a day."),
            .optional(
                "infused", .few(.slotted(.day), limit: DaySpan.limit),
                "The days on which it was infused, where the record lists them."),
            .optional("place", .place, "CMS's two-digit place of service, where codes go by it."),
            .optional(
                "since", .slotted(.day),
                "The day on which it began, where that was before from:, as of a rental that goes on."),
        ])

    static let paidPattern = Shape(
        "paid-pattern", "what was paid before",
        [
            .optional(
                "units-this-week", slottedUnitsByCode, "Units of each code in the week of the encounter's date."),
            .optional(
                "units-this-month", slottedUnitsByCode, "Units of each code in the month of the encounter's date."),
            .optional("units-this-year", slottedUnitsByCode, "Units of each code in the year of the encounter's date."),
            .optional("last-visit", .slotted(.day), "The last visit that was paid before the encounter."),
        ])

    private static let slottedUnitsByCode = Form.named(keys: .code, values: .slotted(.units(0...9_999)))
}
