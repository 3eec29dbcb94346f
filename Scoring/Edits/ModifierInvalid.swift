extension Edit {
    /// A modifier goes only with the codes that list it, and says only what is so: one that is due under some
    /// circumstance is wrong where that is not given. A modifier for a distinct service is at home on any code of a pair
    /// that it may unbundle.
    static let modifierInvalid = Edit(
        .modifierInvalid,
        law: "Every modifier goes with its code.",
        denials: [.modifierInvalid], source: "X12 claim adjustment reason codes; HCPCS Level II modifiers",
        check: { claim, findings in
            guard claim.hasModifiers else { return }
            for line in claim.lines {
                let modifiers = claim.modifiers(of: line)
                guard !modifiers.isEmpty, let definition = line.definition else { continue }
                let surplus = line.due > 0 ? claim.surplus(of: line) : nil
                for modifier in modifiers {
                    if !claim.mayBear(modifier, definition) {
                        findings.diagnose(.doesNotGo(modifier, with: line.code), .denied, on: line)
                    } else if claim.saysWhatIsNotSo(modifier, line) {
                        findings.diagnose(.isNotDue(modifier, on: line.code), .denied, on: line)
                    } else if let surplus, !surplus.due.contains(modifier), claim.mayBeDue(modifier, line) {
                        let units = unitsQuantity(surplus.units, inTenths: line.inTenths)
                        findings.diagnose(.isNotDue(modifier, on: line.code, for: units), .reduced, on: line)
                    }
                }
            }
        })
}

extension ScrubbedClaim {
    /// Whether a modifier may stand on a line of the code of a definition at all.
    fileprivate func mayBear(_ modifier: Modifier, _ definition: Int) -> Bool {
        rules.mayGo(modifier, with: definition) || rules.mayBeDue(modifier, on: codes.codes[definition])
    }

    /// Whether a modifier states a circumstance that the key's lines of the code do not bear out, though they are due.
    fileprivate func saysWhatIsNotSo(_ modifier: Modifier, _ line: Line) -> Bool {
        line.due > 0 && mayBeDue(modifier, line)
            && !key.claim.lines.contains { $0.code == line.code && $0.modifiers.contains(modifier) }
    }

    fileprivate func mayBeDue(_ modifier: Modifier, _ line: Line) -> Bool { rules.mayBeDue(modifier, on: line.code) }
}

extension Finding.Message {
    fileprivate static func doesNotGo(_ modifier: Modifier, with code: Code) -> Self {
        Self("Modifier \(modifier) does not go with \(code).")
    }

    fileprivate static func isNotDue(_ modifier: Modifier, on code: Code) -> Self {
        Self("Nothing on record calls for modifier \(modifier) on \(code).")
    }

    fileprivate static func isNotDue(_ modifier: Modifier, on code: Code, for units: String) -> Self {
        Self("Nothing on record calls for modifier \(modifier) on \(units) of \(code).")
    }
}
