/// Holds a claim against every edit; nothing is found when it is the claim that the facts and the policy call for.
package func validate(_ claim: Claim, for encounter: Encounter, under rules: Rules) -> [Finding] {
    validate(claim, against: derive(encounter, under: rules))
}

/// Holds a claim against every edit where the key is already known.
package func validate(_ claim: Claim, against key: Key) -> [Finding] {
    let claim = ScrubbedClaim(key.withDueModifiers(claim), against: key)
    var findings = Findings()
    for check in checks {
        findings.edit = check.edit
        check.run(claim, &findings)
    }
    return findings.all
}

/// What an edit checks, without all that there is to say of the edit.
private struct Check {
    let edit: Edit.Name
    let run: @Sendable (ScrubbedClaim, inout Findings) -> Void
}

/// In the order in which a scrubber runs them.
private let checks = Edit.all.map { Check(edit: $0.name, run: $0.check) }

/// What was found in a claim so far.
struct Findings {
    private(set) var all: [Finding] = []
    /// The edit under way.
    var edit = Edit.Name.unknownCode

    /// States that a line fails the edit under way, for which the payer sends what the edit leads to or, where it is
    /// given, another denial.
    mutating func diagnose(
        _ message: Finding.Message, _ severity: Finding.Severity, on line: ScrubbedClaim.Line, as denial: Denial? = nil
    ) {
        all.append(
            Finding(
                edit: edit, severity: severity, line: line.number, code: line.code, words: message, ownDenial: denial))
    }

    /// States that the claim fails the edit under way by a code that is not on it.
    mutating func diagnose(_ message: Finding.Message, _ severity: Finding.Severity, lacking code: Code) {
        all.append(Finding(edit: edit, severity: severity, line: nil, code: code, words: message, ownDenial: nil))
    }
}
