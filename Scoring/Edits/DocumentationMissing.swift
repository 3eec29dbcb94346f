extension Edit {
    /// What the policy requires is on record. Without the duration nothing beyond the first code is supported,
    /// whatever the policy requires.
    static let documentationMissing = Edit(
        name: .documentationMissing,
        law: "The record holds what the policy requires for each code billed.",
        carc: "16", rarc: "N29", source: "X12 claim adjustment reason codes",
        check: { review, basis, findings in
            for line in review.lines where line.due == 0 {
                guard let place = line.tally else { continue }
                let tally = basis.key.tallies[place]
                guard tally.isPaid, !tally.lacking.isEmpty else { continue }
                findings.append(Finding(.documentationMissing, .denied, on: line, .record(tally.lacking)))
            }
        },
        message: { code, fact in
            guard case .record(let items) = fact else { return "" }
            return "The record lacks \(list(items.map(\.words))), so it does not support \(code)."
        })
}
