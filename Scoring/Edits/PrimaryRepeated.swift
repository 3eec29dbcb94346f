extension Edit {
    /// A first code is billed once for each visit, however long the visit lasts.
    static let primaryRepeated = Edit(
        name: .primaryRepeated,
        law: "A first code is billed once for each visit.",
        carc: "151", rarc: "N362", source: "CMS NCCI policy manual, chapter 1",
        check: { review, basis, findings in
            for line in review.lines where line.supported > 0 && line.unitsSoFar > line.supported {
                guard line.repeated == nil, let family = line.family,
                    basis.rules.codes.families[family].billsOnceAVisit(line.code)
                else { continue }
                findings.append(
                    Finding(
                        .primaryRepeated, .reduced, on: line,
                        .units(billed: line.unitsSoFar, allowed: line.supported)))
            }
        },
        message: { code, fact in
            guard case .units(let billed, let allowed) = fact else { return "" }
            let due = allowed == 1 ? "once" : "\(allowed) times"
            return "\(code) is billed \(billed) times. It is due once for each visit, so \(due) here."
        })
}
