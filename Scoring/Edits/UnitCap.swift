extension Edit {
    /// The units billed stay within the most that the payer allows: a cap in units (as in a medically unlikely
    /// edit), or in minutes a day or a week, though the time itself would support more.
    static let unitCap = Edit(
        name: .unitCap,
        law: "No line bills more units than the payer allows.",
        carc: "222", rarc: "N362", source: "CMS medically unlikely edits; the policy's own caps",
        check: { review, _, findings in
            for line in review.lines where line.supported > line.due && line.unitsSoFar > line.due {
                guard line.repeated == nil, !line.isBarred else { continue }
                findings.append(
                    Finding(
                        .unitCap, line.due == 0 ? .denied : .reduced, on: line,
                        .units(billed: line.unitsSoFar, allowed: line.due)))
            }
        },
        message: { code, fact in
            guard case .units(let billed, let allowed) = fact else { return "" }
            let verb = billed == 1 ? "is" : "are"
            let left = allowed == 0 ? "none" : "\(allowed)"
            return "\(quantity(billed, "unit")) of \(code) \(verb) over the payer's cap, which leaves \(left)."
        })
}
