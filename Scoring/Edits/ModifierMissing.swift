extension Edit {
    /// A line bears the modifiers that the facts call for and the payer wants. Lines of a code that are alike but for
    /// their modifiers, as of two therapies, are each held to their own.
    static let modifierMissing = Edit(
        .modifierMissing,
        law: "Every modifier that the facts call for is on its line.",
        denials: [.modifierMissing], source: "X12 remittance advice remark codes; HCPCS Level II modifiers",
        check: { claim, findings in
            guard claim.key.claim.hasModifiers else { return }
            for line in claim.lines where line.due > 0 && line.units > 0 {
                let lacking = claim.lackingModifiers(of: line)
                for modifier in lacking { findings.diagnose(.lacks(modifier, on: line.code), .denied, on: line) }
                guard lacking.isEmpty, let surplus = claim.surplus(of: line) else { continue }
                let units = unitsQuantity(surplus.units, inTenths: line.inTenths)
                for modifier in surplus.due where !claim.modifiers(of: line).contains(modifier) {
                    findings.diagnose(.lack(modifier, units, of: line.code), .reduced, on: line)
                }
            }
        })
}

extension ScrubbedClaim {
    /// The modifiers that every line of the key for the code bears that this line may stand for, and this one lacks.
    fileprivate func lackingModifiers(of line: Line) -> [Modifier] {
        let due = key.claim.lines.filter { $0.code == line.code }
        guard due.contains(where: { !$0.modifiers.isEmpty }) else { return [] }
        let modifiers = Set(modifiers(of: line))
        if due.contains(where: { Set($0.modifiers).isSubset(of: modifiers) && !isTaken($0, before: line) }) {
            return []
        }
        let open = due.first { !isTaken($0, before: line) && !Set($0.modifiers).isSubset(of: modifiers) }
        return open?.modifiers.filter { !modifiers.contains($0) } ?? []
    }

    /// Whether earlier lines of the claim stand for as many lines of the key as are like one.
    private func isTaken(_ due: ClaimLine, before line: Line) -> Bool {
        let earlier = lines[..<(line.number - 1)].filter { $0.code == due.code }
        let same = earlier.count { Set(modifiers(of: $0)) == Set(due.modifiers) }
        return same >= key.claim.lines.count { $0.code == due.code && $0.hasSameModifiers(as: due) }
    }
}

extension Finding.Message {
    fileprivate static func lacks(_ modifier: Modifier, on code: Code) -> Self {
        Self("\(code) is billed without modifier \(modifier), which the facts call for.")
    }

    fileprivate static func lack(_ modifier: Modifier, _ units: String, of code: Code) -> Self {
        Self(
            "\(units) of \(code) \(units.isOne ? "is" : "are") billed without modifier \(modifier), which the facts call for."
        )
    }
}
