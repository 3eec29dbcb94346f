extension Edit {
    /// What the policy requires is on record. Without the duration nothing beyond the first code is supported,
    /// whatever the policy requires.
    static let documentationMissing = Edit(
        .documentationMissing,
        law: "The record holds what the policy requires for each code billed.",
        denials: [.documentationMissing], source: "X12 claim adjustment reason codes",
        check: { claim, findings in
            for line in claim.lines {
                guard line.due == 0, let tally = line.tally, claim.key.tallies[tally].isPaid else { continue }
                let lacking = claim.key.tallies[tally].lacking
                if !lacking.isEmpty { findings.diagnose(.notOnRecord(lacking, for: line.code), .denied, on: line) }
            }
        })
}

extension Finding.Message {
    fileprivate static func notOnRecord(_ items: [RecordItem], for code: Code) -> Self {
        Self("The record lacks \(list(items.map(\.words))), so it does not support \(code).")
    }
}
