extension Edit {
    /// The service was given where the payer pays for it; 12 is the patient's home (CMS place of service codes).
    static let placeOfService = Edit(
        .placeOfService,
        law: "The place of service is one that the policy pays.",
        denials: [.placeOfService], source: "CMS place of service codes; X12 claim adjustment reason codes",
        check: { claim, findings in
            for line in claim.lines {
                guard line.isRefused, let tally = line.tally.map({ claim.key.tallies[$0] }),
                    tally.refusedPerformer == nil, let place = tally.refusedPlace
                else { continue }
                findings.diagnose(
                    .doesNotGo(place, with: line.code, paid: claim.rules.policy.places), .denied, on: line)
            }
        })
}

extension Finding.Message {
    fileprivate static func doesNotGo(_ place: String, with code: Code, paid: [String]) -> Self {
        Self("Place of service \(place) does not go with \(code): the policy pays \(list(paid, "or")).")
    }
}
