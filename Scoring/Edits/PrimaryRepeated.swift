extension Edit {
    /// A first code is billed once for each visit, however long the visit lasts.
    static let primaryRepeated = Edit(
        .primaryRepeated,
        law: "A first code is billed once for each visit.",
        denials: [.primaryRepeated], source: "CMS NCCI policy manual, chapter 1",
        check: { claim, findings in
            for line in claim.lines {
                guard line.supported > 0, line.unitsSoFar > line.supported, line.repeated == nil,
                    let charge = line.charge, claim.codes.billsOnceAVisit(line.code, by: charge)
                else { continue }
                findings.diagnose(.repeated(line.code, line.unitsSoFar, due: line.supported), .reduced, on: line)
            }
        })
}

extension Finding.Message {
    fileprivate static func repeated(_ code: Code, _ times: Int, due: Int) -> Self {
        Self(
            "\(code) is billed \(times) times. It is due once for each visit, so \(due == 1 ? "once" : "\(due) times") here."
        )
    }
}
