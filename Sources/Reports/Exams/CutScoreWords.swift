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
