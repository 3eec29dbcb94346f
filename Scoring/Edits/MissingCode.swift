extension Edit {
    /// The claim bills every code of the key. A primary that is missing below its add-on is the payer's business
    /// and has an edit of its own.
    static let missingCode = Edit(
        .missingCode,
        law: "The claim bills every code that was earned.",
        denials: [], source: "CPT introduction, time",
        check: { claim, findings in
            for due in claim.key.claim.lines where !claim.bills(due.code) && !claim.misses(due.code) {
                findings.diagnose(.earned(due), .underbilled, lacking: due.code)
            }
        })
}

extension ScrubbedClaim {
    /// Whether an add-on of the claim is denied for want of its primaries, of which a code is one.
    fileprivate func misses(_ primary: Code) -> Bool {
        lines.contains { line in
            guard let definition = line.definition, codes.definitions[definition].addOnTo.contains(primary) else {
                return false
            }
            return lacksPrimary(definition)
        }
    }
}

extension Finding.Message {
    fileprivate static func earned(_ due: ClaimLine) -> Self {
        Self("\(due.code) x\(due.unitsText) was earned and is not on the claim.")
    }
}
