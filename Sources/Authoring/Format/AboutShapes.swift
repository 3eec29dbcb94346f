extension Shape {
    static let packFile = Shape(
        "pack", "a pack file",
        [
            .required("format", .integer(1...99, unit: ""), "The version of the files' format."),
            .id("the pack"),
            .title(limit: 80),
            .required("edition", .text(limit: 40), "The edition, in quotes, such as \"2026.1\"."),
            .optional("effective", .mapping(.dates), "The days of service that the edition speaks for."),
            .optional("summary", .text(limit: 2_000), "What the pack teaches, in one or two sentences."),
            .required("licence", .text(limit: 80), "The licence of the pack's own words."),
            .required("notice", .text(limit: 2_000), "The copyright notice shown with the pack."),
            .required("sources", .list(of: .source), "What everything else cites."),
            .required("default-policy", .id, "The policy that is meant where none is named."),
            .optional("family", .id, "The family that plain minutes are of; the first unless said."),
            .optional("place", .place, "The place of service of a visit that names none; 12, the home, unless said."),
        ])

    static let source = Shape(
        "source", "a source",
        [
            .id("the source"),
            .title(limit: 300),
            .optional("note", .text(limit: 300), "Where to find it."),
            .optional(
                "covers", .few(.text(limit: 5), limit: 500),
                "The codes that it speaks of, S9* for all that begin so; unless said, it may speak of any."),
            .optional("until", .day, "The last day for which its figures hold."),
        ])
}
