extension Edit {
    /// Two modifiers that contradict each other do not stand on one line, such as those of a second and of a third
    /// therapy.
    static let modifierCombination = Edit(
        .modifierCombination,
        law: "No line bears two modifiers that contradict each other.",
        denials: [.modifierCombination], source: "X12 remittance advice remark codes; HCPCS Level II modifiers",
        check: { claim, findings in
            guard claim.hasModifiers else { return }
            for line in claim.lines {
                let modifiers = claim.modifiers(of: line)
                guard modifiers.count > 1 else { continue }
                for rivals in claim.codes.rivalModifiers {
                    let both = rivals.filter(modifiers.contains)
                    if both.count > 1 { findings.diagnose(.contradict(both, on: line.code), .denied, on: line) }
                }
            }
        })
}

extension Finding.Message {
    fileprivate static func contradict(_ modifiers: [Modifier], on code: Code) -> Self {
        Self("\(list(modifiers.map(\.description))) contradict each other on \(code).")
    }
}
