import ArgumentParser
import Content
import Interchange
import Quiz
import Scoring
import Terminal

/// Makes a pass mark of the sheets that raters filled in.
struct ExamCutScoreReadCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Make a pass mark of the sheets that raters filled in.",
        discussion: """
            Shows what raters made of each item, how far they agree, the items to talk about before the next round, what a \
            second round changed, and the lines to put into the blueprint. Ratings that are missing or none, and unknown \
            items, are all told at once; the exit status is then 65.
            """)

    @Argument(help: "One sheet that all filled in, or a copy for each.", completion: .file())
    var files: [String]

    @OptionGroup var pack: PackOptions

    @Flag(help: "Write JSON.")
    var json = false

    func perform(_ console: Console) throws {
        let pack = try pack.load()
        var sheets: [(name: String, bytes: [UInt8])] = []
        for file in files { sheets.append((file, try readFile(file))) }
        let beliefs = Dictionary(
            pack.policies.map { ($0.id, pack.beliefs(under: $0)) }, uniquingKeysWith: { first, _ in first })
        let ratings = Ratings(sheets) { text in
            ItemID(text).flatMap { id in
                pack.item(id, among: { beliefs[$0.id] ?? pack.beliefs(under: $0) })
            } != nil
        }
        guard ratings.problems.isEmpty else {
            throw Failure(.unreadable, ratings.problems.joined(separator: "\n"))
        }
        guard let score = CutScore(rounds: ratings.rounds, items: ratings.items, raters: ratings.raters) else {
            throw Failure(.unreadable, "a cut score takes two items and two raters at least")
        }
        let text = score.justification(for: pack)
        if json { return console.json(score.json(justification: text)) }
        console.show(score)
        console.line()
        console.line("    pass-mark:")
        console.line("      percent: \(score.passMark)")
        console.line("      justification: >-")
        for line in wrap(text, width: 100, indent: 8) { console.line(line) }
    }
}

extension CutScore {
    /// Why the pass mark is what it is, in sentences for a blueprint.
    fileprivate func justification(for pack: Pack) -> String {
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
                + "\(Int((change.share * 100).rounded())) % of the ratings were changed."
        }
        return text
    }
}

extension Console {
    fileprivate func show(_ score: CutScore) {
        for (place, round) in score.rounds.enumerated() {
            if place > 0 { line() }
            line(style.bold(score.rounds.count == 1 ? "One round" : "Round \(place + 1)"))
            let isLast = place + 1 == score.rounds.count
            if isLast {
                table(
                    [["mean", "apart", "from", "to", "item"]]
                        + round.items.map { item in
                            [
                                tenths(item.mean), tenths(item.deviation), tenths(item.lowest), tenths(item.highest),
                                item.name,
                            ]
                        }, rightAligned: [0, 1, 2, 3])
                line()
            }
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
            let wide = round.items.filter(\.isToDiscuss)
            if isLast, !wide.isEmpty {
                entry("To talk about", "\(wide.map(\.name).joined(separator: ", ")): ratings more than 30 apart")
            }
        }
        if let change = score.change {
            line()
            let cut = "the cut \(change.cut < 0 ? "fell" : "rose") by \(tenths(abs(change.cut)))"
            let near =
                "raters are \(tenths(abs(change.deviation))) \(change.deviation <= 0 ? "nearer" : "further apart")"
            let share =
                "\(Int((change.share * 100).rounded())) % of the ratings changed, by \(tenths(change.distance)) in the mean of all"
            entry("From round 1", "\(cut); \(near); \(share)")
        }
        line()
        entry("Pass mark", "\(score.passMark) of 100")
    }
}

extension CutScore {
    /// What a program reads of it.
    fileprivate func json(justification: String) -> JSON {
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
