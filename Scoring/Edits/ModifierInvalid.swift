extension Edit {
    /// A modifier goes only with the codes that list it. A modifier for a distinct service is at home on any code
    /// of a pair that it may unbundle.
    static let modifierInvalid = Edit(
        .modifierInvalid,
        law: "Every modifier goes with its code.",
        carc: "4", rarc: "N519", source: "X12 claim adjustment reason codes; HCPCS Level II modifiers",
        check: { claim, findings in
            for line in claim.lines {
                let modifiers = claim.modifiers(of: line)
                guard !modifiers.isEmpty, let definition = line.definition else { continue }
                let allowed = claim.codes.definitions[definition].modifiers
                let mayBeUnbundled = claim.codes.relations[definition].mayBeUnbundled
                for modifier in modifiers where !allowed.contains(modifier) {
                    if mayBeUnbundled, Modifier.distinctService.contains(modifier) { continue }
                    findings.diagnose(.doesNotGo(modifier, with: line.code), .denied, on: line)
                }
            }
        })
}

extension Finding.Message {
    fileprivate static func doesNotGo(_ modifier: Modifier, with code: Code) -> Self {
        Self("Modifier \(modifier) does not go with \(code).")
    }
}
