extension Edit {
    /// A line that repeats an earlier one, code and modifiers alike, is taken for the same service sent twice:
    /// more of a service is more units, not more lines.
    static let duplicateLine = Edit(
        .duplicateLine,
        law: "No two lines bill the same code with the same modifiers.",
        denials: [.duplicateLine], source: "X12 claim adjustment reason codes",
        check: { claim, findings in
            for line in claim.lines {
                guard let earlier = line.repeated else { continue }
                findings.diagnose(.standsAlready(line.code, on: earlier), .denied, on: line)
            }
        })
}

extension Finding.Message {
    fileprivate static func standsAlready(_ code: Code, on line: Int) -> Self {
        Self("\(code) stands on line \(line) already: more units belong on one line.")
    }
}
