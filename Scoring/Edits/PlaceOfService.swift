extension Edit {
    /// The service took place where the payer pays for it; 12 is the patient's home (CMS place of service codes).
    static let placeOfService = Edit(
        name: .placeOfService,
        law: "The place of service is one that the policy pays.",
        carc: "5", rarc: "M77", source: "CMS place of service codes; X12 claim adjustment reason codes",
        check: { review, findings in
            guard !review.policy.places.isEmpty else { return }
            for (place, line) in review.claim.lines.enumerated() {
                guard let family = review.codes.family(billing: line.code) else { continue }
                let visits = review.visits(giving: family)
                guard let visit = visits.first, !visits.contains(where: review.policy.paysPlace) else { continue }
                findings.append(
                    Finding(
                        .placeOfService, .denied, line: place + 1, code: line.code,
                        facts: .init(words: [visit.place] + review.policy.places)))
            }
        },
        message: { finding in
            "Place of service \(finding.facts.words.first ?? "") does not go with \(finding.code): the policy pays \(list(Array(finding.facts.words.dropFirst()), "or"))."
        })
}
