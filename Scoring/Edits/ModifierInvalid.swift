extension Edit {
    /// A modifier goes only with the codes that list it. A modifier for a distinct service is at home on any code
    /// of a pair that it may unbundle.
    static let modifierInvalid = Edit(
        name: .modifierInvalid,
        law: "Every modifier goes with its code.",
        carc: "4", rarc: "N519", source: "X12 claim adjustment reason codes; HCPCS Level II modifiers",
        check: { review, findings in
            for (place, line) in review.claim.lines.enumerated() where !line.modifiers.isEmpty {
                guard let definition = review.codes.definition(of: line.code) else { continue }
                for modifier in line.modifiers where !definition.modifiers.contains(modifier) {
                    if Modifier.distinctService.contains(modifier), review.codes.mayUnbundle(line.code) { continue }
                    findings.append(
                        Finding(
                            .modifierInvalid, .denied, line: place + 1, code: line.code,
                            facts: .init(modifier: modifier)))
                }
            }
        },
        message: { finding in
            "Modifier \(finding.facts.modifier?.description ?? "") does not go with \(finding.code)."
        })
}

extension CodeSet {
    fileprivate func mayUnbundle(_ code: Code) -> Bool {
        exclusions.contains { $0.modifierMayUnbundle && ($0.pays == code || $0.denies.contains(code)) }
    }
}
