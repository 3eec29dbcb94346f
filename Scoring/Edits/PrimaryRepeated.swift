extension Edit {
    /// A first code is billed once for each visit, however long the visit lasts.
    static let primaryRepeated = Edit(
        name: .primaryRepeated,
        law: "A first code is billed once for each visit.",
        carc: "151", rarc: "N362", source: "CMS NCCI policy manual, chapter 1",
        check: { review, findings in
            for (place, line) in review.claim.lines.enumerated() {
                let supported = review.key.supported.units(of: line.code)
                guard supported > 0, line.units > supported, review.codes.isRepeatableOnlyByVisit(line.code)
                else { continue }
                findings.append(
                    Finding(
                        .primaryRepeated, .reduced, line: place + 1, code: line.code,
                        facts: .init(units: line.units, allowed: supported)))
            }
        },
        message: { finding in
            "\(finding.code) is billed \(finding.facts.units) times: it is due \(finding.facts.allowed == 1 ? "once" : "\(finding.facts.allowed) times"), once for each visit."
        })
}

extension CodeSet {
    /// Whether more of a code takes more visits, not more minutes.
    func isRepeatableOnlyByVisit(_ code: Code) -> Bool {
        families.contains { family in
            family.first.contains { $0.code == code } && !family.further.contains { $0.code == code }
        }
    }
}
