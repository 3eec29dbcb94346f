extension Edit {
    /// A claim may only bill codes of the code set. A code that is well formed and not in it is a finding; one
    /// that is not even well formed never gets past the answer's grammar.
    static let unknownCode = Edit(
        .unknownCode,
        law: "Every code on the claim is in the code set.",
        denials: [.unknownCode], source: "X12 claim adjustment reason codes",
        check: { claim, findings in
            for line in claim.lines {
                if line.definition != nil { continue }
                findings.diagnose(.unknown(line.code, nearest: claim.codes.nearest(to: line.code)), .denied, on: line)
            }
        })
}

extension Finding.Message {
    fileprivate static func unknown(_ code: Code, nearest: Code?) -> Self {
        Self("\(code) is not in this code set\(nearest.map { "; did you mean \($0)?" } ?? ".")")
    }
}
