import Content
import Scoring

extension Shape {
    static let termsFile = Shape(
        "terms", "a terms file",
        [
            .optional("terms", .list(of: .term), "Words that a coder needs."),
            .optional("facts", .list(of: .fact), "Short answers round a visit."),
            .optional("abbreviations", .list(of: .abbreviation), "Short forms that notes use."),
        ])

    private static let accept = Key.optional("accept", .list(.text(limit: 200)), "Other right answers.")

    static let term = Shape(
        "term", "a term",
        [
            .id("the term"),
            .required("term", .text(limit: 80), "The word."),
            accept,
            .required("definition", .text(limit: 400), "What it means, without the word itself."),
            .source,
        ])

    static let fact = Shape(
        "fact", "a fact",
        [
            .id("the fact"),
            .required("topic", .choice(of: Fact.Topic.self), "What part of a visit's business it belongs to."),
            .required("question", .text(limit: 400), "Answered in a word or a short phrase."),
            .required("answer", .text(limit: 120), "The answer."),
            accept,
            .optional(
                "wrong", .list(.text(limit: 120)),
                "Wrong answers; where there are some, learners choose among them all."),
            .required("explanation", .text(limit: 600), "Why it is so."),
            .source,
        ])

    static let abbreviation = Shape(
        "abbreviation", "an abbreviation",
        [
            .required("short", .text(limit: 20), "As notes write it."),
            .required("long", .text(limit: 120), "What it stands for."),
        ])

    static let circumstancesFile = Shape(
        "circumstances", "a circumstances file",
        [.optional("circumstances", .list(of: .circumstance), "What must hold before an add-on is reportable.")])

    static let circumstance = Shape(
        "circumstance", "a circumstance",
        [
            .id("the circumstance"),
            .required("test", .choice(of: Circumstances.Test.self), "What the core decides it by."),
            .required("question", .text(limit: 300), "As it is asked; yes means that it is met."),
            .required("met", .text(limit: 300), "What is said when it holds."),
            .required("unmet", .text(limit: 300), "What is said when it does not."),
            .source,
        ])

    static let misconceptionsFile = Shape(
        "misconceptions", "a misconceptions file",
        [.optional("misconceptions", .list(of: .misconception), "Rules that people wrongly apply.")])

    static let misconception = Shape(
        "misconception", "a misconception",
        [
            .id("the misconception"),
            .required("belief", .text(limit: 300), "Reads after: you may be thinking."),
            .required("correction", .text(limit: 600), "What is so instead."),
            .required("change", .mapping(.change), "What the believer does to the rules."),
            .optional(
                "families", .few(.id, limit: 40),
                "The families whose counting it is about; else those that measure what the pack's own does."),
            .source,
        ])

    static let change = Shape(
        "change", "a change",
        [
            .optional("bills", .choice(of: Misconception.Bills.self), "Which codes of a family are billed at all."),
            .optional("further-after", .measured(from: 0), "Add-on blocks begin after this minute."),
            .optional("further-each", .measured(from: 1), "An add-on unit takes so many minutes."),
            .optional("first-each", .measured(from: 1), "The first code is billed for each so many minutes."),
            .optional(
                "first-from", .measured(from: 1),
                "The code of the longest range is due from here on, the one before up to it."),
            .optional("credit", .credit, "How a part of a block counts."),
            .optional("counts", .choice(["all"]), "Every activity counts."),
            .optional("exclusions", .choice(["ignored"]), "What may not be paid is added."),
            .optional("services", .choice(["any"]), "The pack's family is billed for any kind of service."),
            .optional("caps", .choice(["ignored"]), "The payer's limits in minutes and units are overlooked."),
            .optional("authorisation", .choice(["ignored"]), "Nothing needs an authorisation."),
            .optional("months", .choice(["ignored"]), "Lines go on beyond the end of a month."),
            .optional("same-day", .choice(of: Policy.SameDay.self), "How visits of a day are billed."),
            .optional("midnight", .choice(of: Policy.Midnight.self), "How a visit past midnight is billed."),
            .optional("joint-time", .choice(["each"]), "Minutes of two people count for each of them."),
            .optional("bundled", .choice(["left-out"]), "Minutes of work that is part of a service come off."),
            .optional("apart", .choice(["counted"]), "Minutes of work that is billed apart count."),
            .optional("instead", .choice(["ignored"]), "A code is billed itself where another stands in its place."),
            .optional("not-paid-apart", .choice(["ignored"]), "What is never paid by itself is billed."),
            .optional("scope", .choice(of: Scope.self), "Over what a family's measure is added up."),
            .optional("therapy-days", .choice(of: Policy.TherapyDays.self), "Which days of a therapy are billed."),
            .optional("discarded", .choice(of: Policy.Discarded.self), "What of a discarded drug is billed."),
            .optional("forgets", .modifier, "A modifier that is never billed."),
            .optional("swaps", .row(.modifier, count: 2), "Two modifiers, each billed for the other."),
            .optional("pooling", .choice(of: Policy.Pooling.self), "How codes that share their minutes are counted."),
            .optional("initial", .choice(of: Policy.InitialService.self), "Which service is the initial one."),
            .optional(
                "hierarchy", .choice(of: Misconception.HierarchyError.self),
                "How services wrongly follow the initial one."),
        ])
}
