package import Content
package import Quiz

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
