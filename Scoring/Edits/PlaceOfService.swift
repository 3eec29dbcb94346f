extension Edit {
    /// The service took place where the payer pays for it; 12 is the patient's home (CMS place of service codes).
    static let placeOfService = Edit(
        name: .placeOfService,
        law: "The place of service is one that the policy pays.",
        carc: "5", rarc: "M77", source: "CMS place of service codes; X12 claim adjustment reason codes",
        check: { review, basis, findings in
            for line in review.lines {
                guard let place = line.tally else { continue }
                let tally = basis.key.tallies[place]
                guard !tally.isPaid, tally.refusedPerformer == nil, let refused = tally.refusedPlace else { continue }
                let paid = basis.rules.policy.places
                findings.append(Finding(.placeOfService, .denied, on: line, .place(refused, paid: paid)))
            }
        },
        message: { code, fact in
            guard case .place(let place, let paid) = fact else { return "" }
            return "Place of service \(place) does not go with \(code): the policy pays \(list(paid, "or"))."
        })
}
