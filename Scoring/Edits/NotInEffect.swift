extension Edit {
    /// A code is valid from its effective date to its deletion date, by the date of service and not of billing.
    static let notInEffect = Edit(
        name: .notInEffect,
        law: "Every code is in effect on the date of service.",
        carc: "181", rarc: "N56", source: "X12 claim adjustment reason codes",
        check: { review, basis, findings in
            let date = basis.encounter.date
            for line in review.lines {
                guard let place = line.definition, !basis.rules.codes.definitions[place].effective.contains(date) else {
                    continue
                }
                findings.append(Finding(.notInEffect, .denied, on: line, .date(date)))
            }
        },
        message: { code, fact in
            guard case .date(let date) = fact else { return "" }
            return "\(code) was not in effect on the date of service, \(date)."
        })
}
