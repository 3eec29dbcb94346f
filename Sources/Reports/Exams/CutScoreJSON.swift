package import Quiz

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
