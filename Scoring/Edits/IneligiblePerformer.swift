extension Edit {
    /// Someone whom the payer pays for it gave the care.
    static let ineligiblePerformer = Edit(
        .ineligiblePerformer,
        law: "Someone gave the care whom the payer pays for it.",
        denials: [.ineligiblePerformer], source: "X12 claim adjustment reason codes",
        check: { claim, findings in
            for line in claim.lines where line.isRefused {
                guard let performer = line.tally.flatMap({ claim.key.tallies[$0].refusedPerformer }) else { continue }
                findings.diagnose(.notPaid(line.code, by: performer), .denied, on: line)
            }
        })
}

extension Finding.Message {
    fileprivate static func notPaid(_ code: Code, by performer: ID<Performer>) -> Self {
        Self { "\(code) is not paid when \(article($0[performer])) gives the care." }
    }
}
