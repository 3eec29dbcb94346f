extension Edit {
    /// An add-on code is paid only with one of its primary codes on the same claim, same day, same practitioner
    /// (CMS add-on code edits, type 1; 99602's only primary is 99601).
    static let addOnWithoutPrimary = Edit(
        name: .addOnWithoutPrimary,
        law: "Every add-on code stands beside one of its primary codes.",
        carc: "107", rarc: "N122", source: "CMS NCCI add-on code edits",
        check: { review, findings in
            for (place, line) in review.claim.lines.enumerated() {
                guard let definition = review.codes.definition(of: line.code), definition.isAddOn,
                    !definition.addOnTo.contains(where: review.claim.bills)
                else { continue }
                findings.append(
                    Finding(
                        .addOnWithoutPrimary, .denied, line: place + 1, code: line.code,
                        facts: .init(words: definition.addOnTo.map(\.description))))
            }
        },
        message: { finding in
            "\(finding.code) is an add-on: it is never paid without \(list(finding.facts.words, "or")) on the claim."
        })
}
