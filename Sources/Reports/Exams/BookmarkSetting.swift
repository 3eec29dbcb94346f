package import Content
package import Examining
package import Measurement
import Quiz

/// What raters' bookmarks come to on an exam.
package struct BookmarkSetting: Sendable {
    /// The ability at which the raters set the cut.
    package let bookmark: Bookmark
    /// Who rated.
    package let raters: [String]
    /// How many items the booklet had.
    package let items: Int
    /// What share of the exam is expected of an ability.
    private let scale: AbilityScale

    package init(_ bookmark: Bookmark, raters: [String], items: Int, on scale: AbilityScale) {
        self.bookmark = bookmark
        self.raters = raters
        self.items = items
        self.scale = scale
    }

    /// What of 100 is expected of who has an ability, to the nearest whole.
    package func percent(of ability: Double) -> Int { (scale.share(of: ability) + 5_000) / 10_000 }

    /// The pass mark to set, of 100.
    package var passMark: Int { percent(of: bookmark.cut) }

    /// Why the pass mark is what it is, in sentences for a blueprint.
    package func justification(for pack: Pack) -> String {
        "Set by bookmarks: \(raters.count) raters went through \(items) items of \(pack.id) \(pack.edition) in the order "
            + "of their calibrated difficulty, and marked the first that somebody only just qualified would not answer "
            + "rightly two times in three. The mean of their cuts is an ability of \(hundredths(bookmark.cut)), with a "
            + "standard deviation of \(hundredths(bookmark.deviation)) between raters and a standard error of "
            + "\(hundredths(bookmark.standardError)); \(passMark) of 100 is expected there."
    }

    /// What a program reads of it.
    package func json(for pack: Pack) -> JSON {
        .object([
            ("passMark", .integer(passMark)), ("justification", .string(justification(for: pack))),
            ("cut", .fraction(bookmark.cut)), ("deviation", .fraction(bookmark.deviation)),
            ("standardError", .fraction(bookmark.standardError)),
            (
                "raters",
                .array(
                    zip(raters, bookmark.cuts).map { rater, cut in
                        .object([("rater", .string(rater)), ("cut", .fraction(cut))])
                    })
            ),
        ])
    }
}
