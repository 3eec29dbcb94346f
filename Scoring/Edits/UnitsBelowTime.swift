extension Edit {
    /// The claim bills every unit that the time supports and the payer allows. No payer objects to fewer.
    static let unitsBelowTime = Edit(
        name: .unitsBelowTime,
        law: "The claim bills every unit that was earned.",
        carc: nil, rarc: nil, source: "CPT introduction, time",
        check: { review, _, findings in
            for line in review.lines where line.units > 0 && line.due > line.units {
                let billed = review.claim.units(of: line.code)
                guard billed < line.due, !review.lines[..<(line.number - 1)].contains(where: { $0.code == line.code })
                else { continue }
                findings.append(
                    Finding(.unitsBelowTime, .underbilled, on: line, .units(billed: billed, allowed: line.due)))
            }
        },
        message: { code, fact in
            guard case .units(let billed, let due) = fact else { return "" }
            return
                "\(quantity(due, "unit")) of \(code) \(due == 1 ? "is" : "are") due and only \(billed) \(billed == 1 ? "is" : "are") billed."
        })
}
