import Scoring

extension Shape {
    static let codesFile = Shape(
        "codes", "a codes file",
        [
            .optional("services", .list(of: .serviceKind), "The kinds of service that an encounter may name."),
            .optional("performers", .list(of: .performer), "Who may perform a service."),
            .optional("modifiers", .list(of: .modifierLabel), "The modifiers that codes may carry."),
            .optional("codes", .list(of: .code), "The codes, in the order in which a claim lists them."),
            .optional("families", .list(of: .family), "How minutes become units."),
            .optional("exclusions", .list(of: .exclusion), "What may not be paid beside what."),
        ])

    private static let label = Key.required("label", .text(limit: 200), "What it is called.")

    static let serviceKind = Shape("service-kind", "a service", [.id("the kind of service"), label])
    static let performer = Shape("performer", "a performer", [.id("the performer"), label])
    static let modifierLabel = Shape(
        "modifier", "a modifier", [.required("modifier", .modifier, "Two letters or digits."), label, .source])

    static let code = Shape(
        "code", "a code",
        [
            .required("code", .code, "Five letters or digits, in quotes."),
            .required("label", .text(limit: 300), "What it is, in your own words, never the owner's descriptor."),
            .required("system", .choice(of: CodeSet.System.self), "Who keeps the code."),
            .effective,
            .optional("modifiers", .list(.modifier), "Those that may go with it."),
            .optional("most-a-day", .units(0...9_999), "The most units a day, whoever pays."),
            .optional("add-on-to", .list(.code), "The primary codes of which an add-on needs one."),
            .source,
        ])

    static let family = Shape(
        "family", "a family", anyOf: ["first", "further"],
        [
            .id("the family"),
            .title(),
            .required("services", .list(.id), "The kinds of service that it pays for."),
            .optional("first", .list(of: .firstCode), "Codes of which the minutes choose one."),
            .optional("further", .list(of: .furtherCode), "Codes billed for each block of minutes beyond."),
        ])

    static let firstCode = Shape(
        "first-code", "a first code",
        [
            .required("code", .code, "The code for this range of minutes."),
            .required("from", .minutes(1...1_440), "The fewest minutes at which it may be reported."),
            .optional("to", .minutes(1...1_440), "The most minutes at which it is the right code."),
            .optional("covers", .minutes(1...1_440), "The minutes that it pays for, where further blocks follow."),
        ])

    static let furtherCode = Shape(
        "further-code", "a further code",
        [
            .required("code", .code, "The code of a block."),
            .required("each", .minutes(1...1_440), "Minutes in a block."),
            .required("after", .minutes(0...1_440), "The minute after which blocks begin."),
            .optional("credit", .credit, "How a part of a block counts, where the code says so for itself."),
        ])

    static let exclusion = Shape(
        "exclusion", "an exclusion",
        [
            .required("pays", .code, "The code that is paid."),
            .required("denies", .list(.code), "The codes that are not paid beside it."),
            .required("modifier", .choice(of: Unbundling.self), "Whether a modifier may unbundle them."),
            .source,
        ])

    /// Whether a modifier for a distinct service lets both codes of an exclusion be paid.
    enum Unbundling: String, CaseIterable { case never, allowed }
}
