import Measurement
package import Quiz
package import Reports
package import Terminal

extension Console {
    /// Shows what raters made of items, how far they agree, and what a second round changed.
    package func show(_ score: CutScore) {
        for (position, round) in score.rounds.enumerated() {
            if position > 0 { line() }
            line(style.bold(score.rounds.count == 1 ? "One round" : "Round \(position + 1)"))
            if position + 1 == score.rounds.count { show(itemsOf: round) }
            show(ratersOf: round)
        }
        let wide = score.last.items.filter(\.isToDiscuss).map(\.name)
        if !wide.isEmpty {
            entry(
                "To talk about",
                "\(wide.joined(separator: ", ")): ratings more than \(Int(AngoffRound.Item.widest)) apart")
        }
        if let change = score.change { show(change) }
        line()
        entry("Pass mark", "\(score.passMark) of 100")
    }

    private func show(itemsOf round: AngoffRound) {
        let rows = round.items.map { item in
            [tenths(item.mean), tenths(item.deviation), tenths(item.lowest), tenths(item.highest), item.name]
        }
        table([["mean", "apart", "from", "to", "item"]] + rows, rightAligned: [0, 1, 2, 3])
        line()
    }

    private func show(ratersOf round: AngoffRound) {
        for rater in round.raters {
            let alike = rater.correlation.map { ", correlation with the others \(hundredths($0))" } ?? ""
            entry(rater.name, "\(tenths(rater.cut))\(alike)")
        }
        let scatter = "raters \(tenths(round.deviation)) apart, standard error \(tenths(round.standardError))"
        entry("Cut score", "\(tenths(round.cut)) of 100; \(scatter)")
        if let agreement = round.agreement {
            let one = "one rater \(hundredths(agreement.agreement))"
            entry("Intraclass correlation", "\(one), their mean \(hundredths(agreement.agreementOfMean))")
        }
    }

    private func show(_ change: CutScore.Change) {
        let cut = "the cut \(change.cut < 0 ? "fell" : "rose") by \(tenths(abs(change.cut)))"
        let near = "raters are \(tenths(abs(change.deviation))) \(change.deviation <= 0 ? "nearer" : "further apart")"
        let share = "\(percent(change.share)) of the ratings changed, by \(tenths(change.distance)) in the mean of all"
        line()
        entry("From round 1", "\(cut); \(near); \(share)")
    }
}

extension Console {
    /// Shows what bookmarks come to.
    package func show(_ setting: BookmarkSetting) {
        table(
            [["", "ability", "of 100"]]
                + zip(setting.raters, setting.bookmark.cuts).map { rater, cut in
                    [rater, hundredths(cut), "\(setting.percent(of: cut))"]
                }, rightAligned: [1, 2])
        line()
        let scatter =
            "raters \(hundredths(setting.bookmark.deviation)) apart, standard error "
            + hundredths(setting.bookmark.standardError)
        entry("Cut score", "an ability of \(hundredths(setting.bookmark.cut)); \(scatter)")
        entry("Pass mark", "\(setting.passMark) of 100")
    }
}
