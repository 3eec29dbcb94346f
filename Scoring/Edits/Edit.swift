/// A named check that a claim can fail.
///
/// Each edit has a file of its own with its law, its check and its message. `all` lists them in the order in
/// which a scrubber runs them.
package struct Edit: Sendable {
    /// The ids of the edits; programs and packs rely on them.
    package enum Name: String, Sendable, CaseIterable {
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
    let check: @Sendable (Review, Basis, inout [Finding]) -> Void
    let message: @Sendable (Code, Finding.Fact) -> String

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
