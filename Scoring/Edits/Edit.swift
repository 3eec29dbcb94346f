/// A named check that a claim can fail.
///
/// Each edit has a file of its own with its law, its check and its messages. `all` lists them in the order in which a
/// scrubber runs them.
package final class Edit: Sendable {
    /// The ids of the edits; programs and packs rely on them. The law of each stands in its own file.
    package enum Name: String, Sendable, CaseIterable {
        case unknownCode = "unknown-code"
        case notInEffect = "not-in-effect"
        case unitsInvalid = "units-invalid"
        case modifierInvalid = "modifier-invalid"
        case modifierCombination = "modifier-combination"
        case modifierMissing = "modifier-missing"
        case duplicateLine = "duplicate-line"
        case addOnWithoutPrimary = "add-on-without-primary"
        case mutuallyExclusive = "mutually-exclusive"
        case notSeparatelyPayable = "not-separately-payable"
        case serviceDoesNotQualify = "service-does-not-qualify"
        case ineligiblePerformer = "ineligible-performer"
        case placeOfService = "place-of-service"
        case documentationMissing = "documentation-missing"
        case primaryRepeated = "primary-repeated"
        case timelyFiling = "timely-filing"
        case authorisationMissing = "authorisation-missing"
        case authorisationExceeded = "authorisation-exceeded"
        case benefitMaximum = "benefit-maximum"
        case unitCap = "unit-cap"
        case unitsExceedTime = "units-exceed-time"
        case unitsExceedRecord = "units-exceed-record"
        case unitsBelowTime = "units-below-time"
        case missingCode = "missing-code"
    }

    /// Its id.
    package let name: Name
    /// What the edit demands, in one sentence.
    package let law: String
    /// What payers send back, first what is sent unless a finding says otherwise; none where no payer objects.
    package let denials: [Denial]
    /// Where the law is written.
    package let source: String
    /// States where a claim fails the edit.
    let check: @Sendable (ScrubbedClaim, inout Findings) -> Void

    init(
        _ name: Name, law: String, denials: [Denial], source: String,
        check: @escaping @Sendable (ScrubbedClaim, inout Findings) -> Void
    ) {
        self.name = name
        self.law = law
        self.denials = denials
        self.source = source
        self.check = check
    }

    /// Every edit, in the order in which a scrubber runs them.
    package static let all: [Edit] = Name.allCases.map(named)

    /// The edit of an id.
    package static func named(_ name: Name) -> Edit {
        switch name {
        case .unknownCode: unknownCode
        case .notInEffect: notInEffect
        case .unitsInvalid: unitsInvalid
        case .modifierInvalid: modifierInvalid
        case .modifierCombination: modifierCombination
        case .modifierMissing: modifierMissing
        case .duplicateLine: duplicateLine
        case .addOnWithoutPrimary: addOnWithoutPrimary
        case .mutuallyExclusive: mutuallyExclusive
        case .notSeparatelyPayable: notSeparatelyPayable
        case .serviceDoesNotQualify: serviceDoesNotQualify
        case .ineligiblePerformer: ineligiblePerformer
        case .placeOfService: placeOfService
        case .documentationMissing: documentationMissing
        case .primaryRepeated: primaryRepeated
        case .timelyFiling: timelyFiling
        case .authorisationMissing: authorisationMissing
        case .authorisationExceeded: authorisationExceeded
        case .benefitMaximum: benefitMaximum
        case .unitCap: unitCap
        case .unitsExceedTime: unitsExceedTime
        case .unitsExceedRecord: unitsExceedRecord
        case .unitsBelowTime: unitsBelowTime
        case .missingCode: missingCode
        }
    }
}
