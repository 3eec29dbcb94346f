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
                let words = unitsWords(billed, inTenths: line.inTenths)
                findings.diagnose(
                    .tooFew(words, of: line.code, due: unitsQuantity(line.due, inTenths: line.inTenths)), .underbilled,
                    on: line)
            }
        })
}

extension Finding.Message {
    fileprivate static func tooFew(_ billed: String, of code: Code, due: String) -> Self {
        Self(
            "\(due) of \(code) \(due == "1 unit" ? "is" : "are") due and only \(billed) \(billed == "1" ? "is" : "are") billed."
        )
    }
}
