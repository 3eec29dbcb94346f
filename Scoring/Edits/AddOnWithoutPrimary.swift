extension Edit {
    /// An add-on code is paid only with one of its primary codes on the same claim, same day, same practitioner
    /// (CMS add-on code edits, type 1; 99602's only primary is 99601).
    static let addOnWithoutPrimary = Edit(
        name: .addOnWithoutPrimary,
        law: "Every add-on code stands beside one of its primary codes.",
        carc: "107", rarc: "N122", source: "CMS NCCI add-on code edits",
        check: { review, basis, findings in
            for line in review.lines {
                guard let place = line.definition, basis.rules.codes.definitions[place].isAddOn else { continue }
                let primaries = basis.rules.codes.definitions[place].addOnTo
                let hasPrimary = review.lines.contains { other in
                    other.units > 0 && primaries.contains(other.code)
                        && basis.rules.codes.isInEffect(other.code, on: basis.encounter.date)
                }
                if hasPrimary { continue }
                findings.append(Finding(.addOnWithoutPrimary, .denied, on: line, .primaries(primaries)))
            }
        },
        message: { code, fact in
            guard case .primaries(let codes) = fact else { return "" }
            return
                "\(code) is an add-on: it is never paid unless \(list(codes.map(\.description), "or")) is paid beside it."
        })
}
