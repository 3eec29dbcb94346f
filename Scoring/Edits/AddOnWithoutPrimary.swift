extension Edit {
    /// An add-on code is paid only with one of its primary codes on the same claim, same day, same practitioner
    /// (CMS add-on code edits, type 1; 99602's only primary is 99601).
    static let addOnWithoutPrimary = Edit(
        .addOnWithoutPrimary,
        law: "Every add-on code stands beside one of its primary codes.",
        denials: [.addOnWithoutPrimary], source: "CMS NCCI add-on code edits",
        check: { claim, findings in
            for line in claim.lines {
                guard let definition = line.definition, claim.lacksPrimary(definition) else { continue }
                let primaries = claim.codes.definitions[definition].addOnTo
                findings.diagnose(.needsPrimary(line.code, among: primaries), .denied, on: line)
            }
        })
}

extension ScrubbedClaim {
    /// Whether the code of a definition is an add-on and the claim bills none of the primaries that it needs.
    func lacksPrimary(_ definition: Int) -> Bool {
        rules.lacksPrimary(definition) { primary in
            lines.contains { $0.units > 0 && $0.code == primary }
                && codes.isInEffect(primary, on: key.encounter.date)
        }
    }
}

extension Finding.Message {
    fileprivate static func needsPrimary(_ code: Code, among primaries: [Code]) -> Self {
        Self(
            "\(code) is an add-on: it is never paid unless \(list(primaries.map(\.description), "or")) is paid beside it."
        )
    }
}
