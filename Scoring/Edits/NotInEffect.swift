extension Edit {
    /// A code is valid from its effective date to its deletion date, by the date of service and not of billing.
    static let notInEffect = Edit(
        .notInEffect,
        law: "Every code is in effect on the date of service.",
        denials: [.notInEffect], source: "X12 claim adjustment reason codes",
        check: { claim, findings in
            for line in claim.lines {
                let date = claim.key.encounter.date
                guard let definition = line.definition, !claim.codes.definitions[definition].effective.contains(date)
                else { continue }
                findings.diagnose(.notInEffect(line.code, on: date), .denied, on: line)
            }
        })
}

extension Finding.Message {
    fileprivate static func notInEffect(_ code: Code, on date: Day) -> Self {
        Self("\(code) was not in effect on the date of service, \(date).")
    }
}
