/// A named check that a claim can fail.
///
/// Each edit has a file of its own with its law, its check and its message. `all` lists them in the order in
/// which a scrubber runs them.
package struct Edit: Sendable {
    /// The ids of the edits; programs and packs rely on them.
    package enum Name: String, Sendable, Codable, CaseIterable {
        case unknownCode = "unknown-code"
        case notInEffect = "not-in-effect"
        case unitsInvalid = "units-invalid"
        case modifierInvalid = "modifier-invalid"
        case duplicateLine = "duplicate-line"
        case addOnWithoutPrimary = "add-on-without-primary"
        case mutuallyExclusive = "mutually-exclusive"
        case serviceDoesNotQualify = "service-does-not-qualify"
        case placeOfService = "place-of-service"
        case documentationMissing = "documentation-missing"
        case primaryRepeated = "primary-repeated"
        case unitCap = "unit-cap"
        case unitsExceedTime = "units-exceed-time"
        case unitsBelowTime = "units-below-time"
        case missingCode = "missing-code"
    }

    package let name: Name
    /// What the edit demands, in one sentence.
    package let law: String
    package let carc: String?
    package let rarc: String?
    package let source: String
    let check: @Sendable (Review, inout [Finding]) -> Void
    let message: @Sendable (Finding) -> String

    package static let all: [Edit] = Name.allCases.map(named)

    package static func named(_ name: Name) -> Edit {
        switch name {
        case .unknownCode: unknownCode
        case .notInEffect: notInEffect
        case .unitsInvalid: unitsInvalid
        case .modifierInvalid: modifierInvalid
        case .duplicateLine: duplicateLine
        case .addOnWithoutPrimary: addOnWithoutPrimary
        case .mutuallyExclusive: mutuallyExclusive
        case .serviceDoesNotQualify: serviceDoesNotQualify
        case .placeOfService: placeOfService
        case .documentationMissing: documentationMissing
        case .primaryRepeated: primaryRepeated
        case .unitCap: unitCap
        case .unitsExceedTime: unitsExceedTime
        case .unitsBelowTime: unitsBelowTime
        case .missingCode: missingCode
        }
    }
}

/// A claim under review, with all that an edit may look at.
struct Review: Sendable {
    let claim: Claim
    let key: Key
    let encounter: Encounter
    let rules: Rules

    var codes: CodeSet { rules.codes }
    var policy: Policy { rules.policy }

    /// The visits that gave a service of the code's family.
    func visits(giving family: Family) -> [Visit] {
        encounter.visits.filter { visit in visit.services.contains { family.services.contains($0.kind) } }
    }

    /// Whether one of the circumstance edits speaks for a line, so that its units need no finding of their own.
    func isBarred(_ line: ClaimLine) -> Bool {
        guard let family = codes.family(billing: line.code) else { return true }
        let visits = visits(giving: family)
        if visits.isEmpty || !visits.contains(where: policy.pays) { return true }
        return !key.undocumented.isEmpty && key.claim.units(of: line.code) == 0
            || codes.exclusions.contains { key.claim.bills($0.pays) && $0.denies.contains(line.code) }
    }
}

extension Policy {
    /// Whether the place and the performer of a visit are ones that the payer pays.
    func pays(_ visit: Visit) -> Bool { paysPlace(of: visit) && paysPerformer(of: visit) }
    func paysPlace(of visit: Visit) -> Bool { places.isEmpty || places.contains(visit.place) }
    func paysPerformer(of visit: Visit) -> Bool { performers.isEmpty || performers.contains(visit.performer) }
}

/// Holds a claim against every edit; nothing is found when it is the claim that the facts and the policy call for.
package func validate(_ claim: Claim, for encounter: Encounter, under rules: Rules) -> [Finding] {
    validate(claim, against: derive(encounter, under: rules), for: encounter, under: rules)
}

/// The same where the key is already known.
package func validate(
    _ claim: Claim, against key: Key, for encounter: Encounter, under rules: Rules
) -> [Finding] {
    let review = Review(claim: claim, key: key, encounter: encounter, rules: rules)
    var findings: [Finding] = []
    for edit in Edit.all { edit.check(review, &findings) }
    return findings
}
