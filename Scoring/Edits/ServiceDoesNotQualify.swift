extension Edit {
    /// A code is billed only for the kinds of service that its family pays for, performed by someone whom the
    /// payer pays for it.
    static let serviceDoesNotQualify = Edit(
        name: .serviceDoesNotQualify,
        law: "Every code stands for a service that was given, by someone who may give it.",
        carc: "96", rarc: "N130", source: "X12 claim adjustment reason codes",
        check: { review, basis, findings in
            for line in review.lines where line.definition != nil {
                guard let place = line.tally else {
                    let kinds = line.family == nil ? [] : basis.encounter.kinds
                    findings.append(Finding(.serviceDoesNotQualify, .denied, on: line, .services(kinds)))
                    continue
                }
                let tally = basis.key.tallies[place]
                guard !tally.isPaid, let performer = tally.refusedPerformer else { continue }
                findings.append(Finding(.serviceDoesNotQualify, .denied, on: line, .performer(performer)))
            }
        },
        message: { code, fact in
            switch fact {
            case .performer(let performer):
                "\(code) is not paid when \(article(performer.words)) gives the care."
            case .services(let kinds) where !kinds.isEmpty: "\(code) does not pay for \(list(kinds.map(\.words)))."
            default: "Nothing on record calls for \(code)."
            }
        })
}
