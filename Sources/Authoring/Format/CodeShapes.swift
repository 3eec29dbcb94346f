import Scoring

extension Shape {
    static let codesFile = Shape(
        "codes", "a codes file",
        [
            .optional(
                "services", .list(of: .serviceKind),
                "The kinds of service, drug and therapy that an encounter may name."),
            .optional("performers", .list(of: .performer), "Who may perform a service."),
            .optional("modifiers", .list(of: .modifierLabel), "The modifiers that codes may carry."),
            .optional("codes", .list(of: .code), "The codes, in the order in which a claim lists them."),
            .optional("families", .list(of: .family), "How what was done becomes units of codes."),
            .optional("pools", .few(of: .pool, limit: 20), "Families that share one total of minutes."),
            .optional(
                "hierarchies", .few(of: .hierarchy, limit: 10), "Services of which one a day is the initial one."),
            .optional("exclusions", .list(of: .exclusion), "What may not be paid beside what."),
        ])

    private static let label = Key.required("label", .text(limit: 200), "What it is called.")

    static let serviceKind = Shape("service-kind", "a service", [.id("the kind of service"), label])
    static let performer = Shape("performer", "a performer", [.id("the performer"), label])
    static let modifierLabel = Shape(
        "modifier", "a modifier",
        [
            .required("modifier", .modifier, "Two letters or digits."),
            label,
            .optional("due-on", .few(.code, limit: 500), "The codes on whose lines it is due, whoever pays."),
            .optional("when", .mapping(.condition), "What must be so for it to be due; else it always is."),
            .optional("not-with", .few(.modifier, limit: 20), "Modifiers of which a line bears one at most."),
            .source,
        ])

    static let code = Shape(
        "code", "a code",
        [
            .required("code", .code, "Five letters or digits, in quotes."),
            .required("label", .text(limit: 300), "What it is, in your own words, never the owner's descriptor."),
            .required("system", .choice(of: CodeSet.System.self), "Who keeps the code."),
            .effective,
            .optional("modifiers", .list(.modifier), "Those that may go with it."),
            .optional("most-a-day", .units(0...9_999), "The most units a day, whoever pays."),
            .optional("in-tenths", .flag, "Whether its units are billed in tenths, as anaesthesia time is."),
            .optional(
                "whole-from", .units(1...9_999),
                "From so many units on it is billed in whole ones, as miles are from 100."),
            .optional("add-on-to", .list(.code), "The primary codes of which an add-on needs one."),
            .source,
        ])

    static let exclusion = Shape(
        "exclusion", "an exclusion",
        [
            .required("pays", .code, "The code that is paid."),
            .required("denies", .list(.code), "The codes that are not paid beside it."),
            .required("modifier", .choice(of: Unbundling.self), "Whether a modifier may unbundle them."),
            .optional(
                "distinct", .modifier,
                "Both are paid where they were done at different sites; the denied code bears this modifier."),
            .optional("ncci", .flag, "Whether NCCI has the pair, so that it comes back with 236 and not with 97."),
            .source,
        ])

    /// Whether a modifier for a distinct service lets both codes of an exclusion be paid.
    enum Unbundling: String, CaseIterable { case never, allowed }
}
