import Scoring

/// How what was done becomes units: families, the pools and hierarchies that relate them, and conditions.
extension Shape {
    /// What of the facts a family counts, as its file names it.
    enum MeasureWord: String, CaseIterable {
        case minutes, days, doses, occurrences, sites
        case milligrams = "mg"
        case millilitres = "mL"
        case units, miles
        case centimetres = "cm"
        case squareCentimetres = "sq cm"

        var measure: Measure {
            switch self {
            case .minutes: .minutes
            case .days: .days
            case .doses: .doses
            case .occurrences: .occurrences
            case .sites: .sites
            case .milligrams: .amount(.milligrams)
            case .millilitres: .amount(.millilitres)
            case .units: .amount(.units)
            case .miles: .amount(.miles)
            case .centimetres: .amount(.centimetres)
            case .squareCentimetres: .amount(.squareCentimetres)
            }
        }
    }

    static let family = Shape(
        "family", "a family", anyOf: ["first", "further"],
        [
            .id("the family"),
            .title(),
            .required("services", .few(.id, limit: 100), "The kinds of service, drug or therapy that it pays for."),
            .optional("measure", .choice(of: MeasureWord.self), "What of them is counted; minutes unless said."),
            .optional(
                "scope", .choice(of: Scope.self),
                "Over what it is added up; unless said, a visit or a day as the policy says, and each dose by itself."),
            .optional("first", .few(of: .firstCode, limit: 50), "Codes of which what is counted chooses one."),
            .optional("further", .few(of: .furtherCode, limit: 50), "Codes billed for each block beyond."),
            .optional(
                "instead", .few(of: .otherCode, limit: 50), "Codes that are billed in place of those, by circumstance."),
            .optional("bundled", .few(.id, limit: 100), "Kinds of service whose minutes count with these."),
            .optional(
                "apart", .few(.id, limit: 100), "Kinds of service that are billed apart: their minutes come off."),
            .optional("ranked", .flag, "Whether the therapies of a day are put in order: first, second, third."),
        ])

    static let firstCode = Shape(
        "first-code", "a first code",
        [
            .required("code", .code, "The code for this range of what is counted."),
            .required("from", .measured(from: 1), "The least at which it may be reported."),
            .optional("to", .measured(from: 1), "The most at which it is the right code."),
            .optional("covers", .measured(from: 1), "What it pays for, where further blocks follow."),
            .optional("units", .units(1...99), "The units it is billed for, such as a base; 1 unless said."),
        ])

    static let furtherCode = Shape(
        "further-code", "a further code",
        [
            .required("code", .code, "The code of a block."),
            .required("each", .measured(from: 1), "How much is in a block."),
            .optional(
                "after", .measured(from: 0),
                "After how much blocks begin; nothing unless said, where there is no first code."),
            .optional("credit", .credit, "How a part of a block counts, where the code says so for itself."),
            .optional("from", .measured(from: 1), "The least in all at which it is billed."),
            .optional("to", .measured(from: 1), "The most in all at which it is billed."),
        ])

    static let otherCode = Shape(
        "other-code", "another code",
        [
            .required("of", .code, "The code that it is billed in place of."),
            .required("bill", .code, "The code that is billed."),
            .required("when", .mapping(.condition), "What must be so."),
        ])

    static let condition = Shape(
        "condition", "a condition",
        [
            .optional("performer", .few(.id, limit: 50), "One of these gave the care."),
            .optional("together", .few(.id, limit: 10), "All of these gave the care together."),
            .optional("place", .few(.place, limit: 50), "It took place at one of these."),
            .optional("kind", .few(.id, limit: 50), "One of these kinds of service was given with it."),
            .optional("route", .few(.id, limit: 50), "It was given by one of these ways."),
            .optional(
                "site", .few(.id, limit: 50), "It was given at one of these accesses, or done at one of these sites."),
            .optional("beside", .few(.code, limit: 100), "One of these codes is billed on the same day."),
            .optional(
                "order", .numbers(1...99, unit: ""), "The place of a therapy among those of the day: 2, or 3 or more."),
            .optional("every", .numbers(1...720, unit: "hours"), "Hours from one dose to the next: 8, or 9 to 12."),
            .optional("a-day", .amounts, "What is infused in a day: 1 L, or over 1 L to 2 L."),
            .optional("portion", .choice(of: Portion.self), "Which part of a single-dose drug a line bills."),
            .optional(
                "days-since-last-visit", .numbers(0...3_660, unit: "days"),
                "Days since the visit before; a first visit is beyond any number."),
            .optional("age", .numbers(0...150, unit: "years"), "The patient's age on the date, in whole years."),
            .optional(
                "month", .numbers(1...999, unit: "months"),
                "The month of a rental, of a family with scope: anniversary; the first is 1."),
            .optional(
                "share", .text(limit: 40), "Over 10, in the hundred: more of the minutes are the performer's than that."
            ),
            .optional("units-this-week", .numbers(0...99_999, unit: "units"), soFar("week")),
            .optional("units-this-month", .numbers(0...99_999, unit: "units"), soFar("month")),
            .optional("units-this-year", .numbers(0...99_999, unit: "units"), soFar("year")),
        ])

    private static func soFar(_ period: String) -> String {
        "Units of the codes under due-on: in the \(period) so far, a line's own among them; for modifiers."
    }

    static let pool = Shape(
        "pool", "a pool",
        [
            .id("the pool"),
            .title(),
            .required("families", .few(.id, limit: 50), "The families that share their minutes, each of one code."),
            .required("credit", .credit, "How a part of a block counts in the total."),
        ])

    static let hierarchy = Shape(
        "hierarchy", "a hierarchy",
        [
            .id("the hierarchy"),
            .title(),
            .required(
                "tiers", .few(of: .tier, limit: 20), "The kinds of service, the one that comes before all others first."
            ),
            .optional("second-site", .modifier, "The modifier of what is initial at another access."),
        ])

    static let tier = Shape(
        "tier", "a tier",
        [
            .required("kind", .id, "The kind of service."),
            .optional("initial", .code, "Its code where it is the initial service; needed unless a family says it."),
            .optional(
                "family", .id,
                "The family that bills it, as a visit of its own, where it is the initial service of the first access."),
            .optional("from", .minutes(1...1_440), "The fewest minutes at which it is what it is; none for a push."),
            .optional("shorter", .id, "The kind that it is billed as where it is shorter; else it is not billed then."),
            .optional("further", .mapping(.furtherCode), "The code of each further block of minutes."),
            .optional("later", .code, "Its code where another service is the initial one."),
            .optional("concurrent", .code, "Its code, once a day, while another infusion runs."),
            .optional("again", .code, "Its code where the same drug is given again."),
            .optional(
                "again-after", .minutes(0...1_440), "The same drug is billed again only after more minutes than this."),
            .optional("yields", .flag, "Whether minutes during which another service runs do not count."),
        ])
}
