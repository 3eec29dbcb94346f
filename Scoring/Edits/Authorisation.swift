extension Edit {
    /// A code that needs an authorisation is billed only where there is one.
    static let authorisationMissing = Edit(
        .authorisationMissing,
        law: "Every code that needs an authorisation has one.",
        denials: [.authorisationMissing], source: "X12 claim adjustment reason codes",
        check: { claim, findings in
            if claim.rules.policy.needsAuthorisation.isEmpty { return }
            for line in claim.lines where claim.isOverAuthorised(line) && claim.authorised(line.code) == nil {
                findings.diagnose(.isNotAuthorised(line.code), .denied, on: line)
            }
        })

    /// No more units of a code are billed than are authorised and not used up.
    static let authorisationExceeded = Edit(
        .authorisationExceeded,
        law: "No code is billed beyond the units that are authorised.",
        denials: [.authorisationExceeded], source: "X12 claim adjustment reason codes",
        check: { claim, findings in
            if claim.rules.policy.needsAuthorisation.isEmpty { return }
            for line in claim.lines where claim.isBeyondAuthorised(line) {
                guard let units = claim.authorised(line.code) else { continue }
                findings.diagnose(
                    .isBeyond(line.unitsSoFar, of: line.code, authorised: units), units == 0 ? .denied : .reduced,
                    on: line)
            }
        })
}

extension ScrubbedClaim {
    /// Whether a line bills units that the record supports, and none or fewer are authorised.
    func isBeyondAuthorised(_ line: Line) -> Bool {
        isOverAuthorised(line) && authorised(line.code).map { line.unitsSoFar > $0 } ?? true
    }

    /// Whether a line bills units that the record supports, of a code that needs an authorisation.
    fileprivate func isOverAuthorised(_ line: Line) -> Bool {
        rules.policy.needsAuthorisation.contains(line.code) && line.isOverLimit
    }

    /// The units of a code that are authorised; nil where none are.
    fileprivate func authorised(_ code: Code) -> Int? { key.encounter.episode?.authorised[code] }
}

extension Finding.Message {
    fileprivate static func isNotAuthorised(_ code: Code) -> Self {
        Self("\(code) needs an authorisation, and there is none.")
    }

    fileprivate static func isBeyond(_ units: Int, of code: Code, authorised: Int) -> Self {
        Self(
            "\(quantity(units, "unit")) of \(code) \(isOrAre(units)) billed and \(authorised) \(isOrAre(authorised)) authorised."
        )
    }
}
