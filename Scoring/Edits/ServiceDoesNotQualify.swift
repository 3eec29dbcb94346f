extension Edit {
    /// A code is billed only for the kinds of service that its family pays for, performed by someone whom the
    /// payer pays for it.
    static let serviceDoesNotQualify = Edit(
        name: .serviceDoesNotQualify,
        law: "Every code stands for a service that was given, by someone who may give it.",
        carc: "96", rarc: "N130", source: "X12 claim adjustment reason codes",
        check: { review, findings in
            for (place, line) in review.claim.lines.enumerated() {
                guard let family = review.codes.family(billing: line.code) else { continue }
                let visits = review.visits(giving: family)
                if visits.isEmpty {
                    let given = Set(review.encounter.visits.flatMap { $0.services.map(\.kind) })
                    findings.append(
                        Finding(
                            .serviceDoesNotQualify, .denied, line: place + 1, code: line.code,
                            facts: .init(words: given.sorted().map(\.words))))
                } else if let visit = visits.first(where: review.policy.paysPlace),
                    !visits.contains(where: review.policy.pays)
                {
                    findings.append(
                        Finding(
                            .serviceDoesNotQualify, .denied, line: place + 1, code: line.code,
                            facts: .init(minutes: 1, words: [visit.performer.words])))
                }
            }
        },
        message: { finding in
            let words = finding.facts.words
            if finding.facts.minutes > 0 {
                return "\(finding.code) is not paid when \(article(words.joined())) performs the service."
            }
            return words.isEmpty
                ? "\(finding.code) is billed and no service is on record."
                : "\(finding.code) does not pay for \(list(words))."
        })
}
