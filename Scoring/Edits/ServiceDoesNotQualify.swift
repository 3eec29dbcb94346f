extension Edit {
    /// A code is billed only for the kinds of service that its family pays for.
    static let serviceDoesNotQualify = Edit(
        .serviceDoesNotQualify,
        law: "Every code stands for a service that was given, by someone who may give it.",
        denials: [.serviceDoesNotQualify], source: "X12 claim adjustment reason codes",
        check: { claim, findings in
            for line in claim.lines {
                if line.definition == nil { continue }
                if line.tally == nil {
                    let kinds = line.charge == nil ? [] : claim.key.encounter.kinds
                    let unpaid = kinds.filter(claim.rules.unpaidKinds.contains)
                    findings.diagnose(
                        kinds.isEmpty
                            ? .uncalled(line.code)
                            : unpaid.isEmpty ? .doesNotPay(line.code, for: kinds) : .isNotPaid(line.code, for: unpaid),
                        .denied, on: line)
                }
            }
        })
}

extension Finding.Message {
    fileprivate static func doesNotPay(_ code: Code, for kinds: [ID<ServiceKind>]) -> Self {
        Self { wording in "\(code) does not pay for \(list(kinds.map { wording[$0] }))." }
    }

    fileprivate static func isNotPaid(_ code: Code, for kinds: [ID<ServiceKind>]) -> Self {
        Self { wording in "This payer does not pay \(code) for \(list(kinds.map { wording[$0] }))." }
    }

    fileprivate static func uncalled(_ code: Code) -> Self { Self("Nothing on record calls for \(code).") }
}
