import Scoring

/// What an encounter holds besides visits.
extension Shape {
    /// The keys of an encounter for drugs, therapies and what was paid before.
    static let episode: [Key] = [
        .optional("drugs", .few(of: .drug, limit: 40), "Drugs that were given, by amount."),
        .optional("therapies", .few(of: .therapy, limit: 8), "Therapies that ran over days."),
        .optional("paid", .mapping(.paid), "What the payer has paid before."),
        .optional(
            "authorised", .named(keys: .code, values: .units(0...9_999)),
            "Units of each code that are authorised and not used up."),
        .optional("received", .day, "The day on which the payer receives the claim; else in time."),
    ]

    /// What a drug comes in.
    enum Container: String, CaseIterable {
        case singleDose = "single-dose"
        case multiDose = "multi-dose"
    }

    static let drug = Shape(
        "drug", "a drug",
        [
            .required("kind", .id, "The drug, from services: in codes.yaml."),
            .optional("given", .amount, "What each dose gave the patient."),
            .optional("discarded", .amount, "What each dose left in its containers and was thrown away."),
            .optional("doses", .integer(1...9_999, unit: "doses"), "How many doses, all alike; 1 unless said."),
            .optional("container", .choice(of: Container.self), "What it comes in; single-dose unless said."),
            .optional("date", .day, "The day on which it was given; else the encounter's."),
            .optional("from", .day, "The first day of several, with to:."),
            .optional("to", .day, "The last day."),
            .optional("route", .id, "The way by which it was given, where codes go by it."),
        ])

    static let therapy = Shape(
        "therapy", "a therapy",
        [
            .required("kind", .id, "The therapy, from services: in codes.yaml."),
            .required("from", .day, "The first day on which the patient had access to it."),
            .required("to", .day, "The last day."),
            .optional("every", .integer(1...720, unit: "hours"), "Hours from one dose to the next."),
            .optional("a-day", .amount, "What is infused in a day."),
            .optional(
                "infused", .few(.day, limit: DaySpan.limit),
                "The days on which it was infused, where the record lists them."),
            .optional("place", .place, "CMS's two-digit place of service, where codes go by it."),
            .optional(
                "since", .day, "The day on which it began, where that was before from:, as of a rental that goes on."),
        ])

    static let paid = Shape(
        "paid", "what was paid before",
        [
            .optional("units-this-week", unitsByCode, "Units of each code in the week of the encounter's date."),
            .optional("units-this-month", unitsByCode, "Units of each code in the month of the encounter's date."),
            .optional("units-this-year", unitsByCode, "Units of each code in the year of the encounter's date."),
            .optional("last-visit", .day, "The last visit that was paid before the encounter."),
        ])

    static let unitsByCode = Form.named(keys: .code, values: .units(0...9_999))
}
