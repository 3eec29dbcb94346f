package import Content
package import Quiz
import Terminal

extension CutScore {
    /// Why the pass mark is what it is, in sentences for a blueprint.
    package func justification(for pack: Pack) -> String {
        let held = rounds.count == 1 ? "one round" : "\(rounds.count) rounds"
        var text =
            "Set by a modified Angoff procedure: \(last.raters.count) raters judged \(last.items.count) items of "
            + "\(pack.id) \(pack.edition) in \(held). The mean of their ratings is \(tenths(last.cut)) of 100, with a "
            + "standard deviation of \(tenths(last.deviation)) between raters and a standard error of "
            + "\(tenths(last.standardError))."
        if let agreement = last.agreement {
            text += " The raters' mean has an intraclass correlation of \(hundredths(agreement.agreementOfMean))."
        }
        if let change {
            text +=
                " After the first round it was \(tenths(rounds[0].cut)); "
                + "\(percent(change.share)) of the ratings were changed."
        }
        return text
    }
}

extension Console {
    /// Shows what raters made of items, how far they agree, and what a second round changed.
    package func show(_ score: CutScore) {
        for (place, round) in score.rounds.enumerated() {
            if place > 0 { line() }
            line(style.bold(score.rounds.count == 1 ? "One round" : "Round \(place + 1)"))
            if place + 1 == score.rounds.count { show(itemsOf: round) }
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

extension CutScore {
    /// What a program reads of it.
    package func json(justification: String) -> JSON {
        .object([
            ("passMark", .integer(passMark)), ("justification", .string(justification)),
            ("rounds", .array(rounds.map(\.json))),
            (
                "change",
                change.map { change in
                    .object([
                        ("cut", .fraction(change.cut)), ("deviation", .fraction(change.deviation)),
                        ("share", .fraction(change.share)), ("distance", .fraction(change.distance)),
                    ])
                } ?? .null
            ),
        ])
    }
}

extension AngoffRound {
    fileprivate var json: JSON {
        let items = items.map { item in
            JSON.object([
                ("item", .string(item.name)), ("mean", .fraction(item.mean)), ("deviation", .fraction(item.deviation)),
                ("lowest", .fraction(item.lowest)), ("highest", .fraction(item.highest)),
                ("discuss", .bool(item.isToDiscuss)),
            ])
        }
        let raters = raters.map { rater in
            JSON.object([
                ("rater", .string(rater.name)), ("cut", .fraction(rater.cut)),
                ("correlation", rater.correlation.map(JSON.fraction) ?? .null),
            ])
        }
        return .object([
            ("cut", .fraction(cut)), ("deviation", .fraction(deviation)), ("standardError", .fraction(standardError)),
            ("agreement", agreement?.json ?? .null), ("raters", .array(raters)), ("items", .array(items)),
        ])
    }
}

extension IntraclassCorrelation {
    fileprivate var json: JSON {
        .object([
            ("ICC(1,1)", .fraction(oneWay)), ("ICC(2,1)", .fraction(agreement)), ("ICC(3,1)", .fraction(consistency)),
            ("ICC(1,k)", .fraction(oneWayOfMean)), ("ICC(2,k)", .fraction(agreementOfMean)),
            ("ICC(3,k)", .fraction(consistencyOfMean)),
        ])
    }
}

private func tenths(_ number: Double) -> String { decimal(number, 1) }
private func hundredths(_ number: Double) -> String { decimal(number, 2) }

/// A number with so many decimals, rounded.
private func decimal(_ number: Double, _ places: Int) -> String {
    let factor = places == 1 ? 10 : 100
    let whole = Int((abs(number) * Double(factor)).rounded())
    let rest = String(whole % factor)
    let padding = String(repeating: "0", count: places - rest.count)
    return "\(number < 0 && whole > 0 ? "-" : "")\(whole / factor).\(padding)\(rest)"
}
