extension Edit {
    /// A modifier goes only with the codes that list it. A modifier for a distinct service is at home on any code
    /// of a pair that it may unbundle.
    static let modifierInvalid = Edit(
        name: .modifierInvalid,
        law: "Every modifier goes with its code.",
        carc: "4", rarc: "N519", source: "X12 claim adjustment reason codes; HCPCS Level II modifiers",
        check: { review, basis, findings in
            for line in review.lines {
                let modifiers = review.claim.lines[line.number - 1].modifiers
                guard !modifiers.isEmpty, let place = line.definition else { continue }
                let allowed = basis.rules.codes.definitions[place].modifiers
                let mayBeUnbundled = basis.rules.codes.standings[place].mayBeUnbundled
                for modifier in modifiers where !allowed.contains(modifier) {
                    if mayBeUnbundled, Modifier.distinctService.contains(modifier) { continue }
                    findings.append(Finding(.modifierInvalid, .denied, on: line, .modifier(modifier)))
                }
            }
        },
        message: { code, fact in
            guard case .modifier(let modifier) = fact else { return "" }
            return "Modifier \(modifier) does not go with \(code)."
        })
}
