extension Edit {
    /// The claim bills every unit that the time supports and the payer allows. No payer objects to fewer.
    static let unitsBelowTime = Edit(
        .unitsBelowTime,
        law: "The claim bills every unit that was earned.",
        denials: [], source: "CPT introduction, time",
        check: { claim, findings in
            for line in claim.lines {
                guard line.units > 0, line.due > line.units else { continue }
                let billed = claim.units(of: line.code)
                let isFirst = !claim.lines[..<(line.number - 1)].contains { $0.code == line.code }
                guard billed < line.due, isFirst else { continue }
                findings.diagnose(.tooFew(billed, of: line.code, due: line.due), .underbilled, on: line)
            }
        })
}

extension Finding.Message {
    fileprivate static func tooFew(_ billed: Int, of code: Code, due: Int) -> Self {
        Self("\(quantity(due, "unit")) of \(code) \(isOrAre(due)) due and only \(billed) \(isOrAre(billed)) billed.")
    }
}
