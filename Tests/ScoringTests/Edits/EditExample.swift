import Testing

@testable import Scoring

/// A claim held against an encounter, and what one edit finds in it.
struct EditExample: Sendable, CustomTestStringConvertible {
    let claim: String
    let encounter: Encounter
    let rules: Rules
    /// Severity, line, reason codes and message of each finding, in order; empty where the edit must not fire.
    let findings: [String]

    var testDescription: String { claim }

    static func breaks(
        _ claim: String, _ findings: String..., in encounter: Encounter = .minutes(180),
        under rules: Rules = Sample.rules(.started)
    ) -> EditExample {
        EditExample(claim: claim, encounter: encounter, rules: rules, findings: findings)
    }

    static func keeps(
        _ claim: String, in encounter: Encounter = .minutes(180), under rules: Rules = Sample.rules(.started)
    ) -> EditExample {
        EditExample(claim: claim, encounter: encounter, rules: rules, findings: [])
    }

    static func of(_ edit: Edit.Name) -> [EditExample] {
        switch edit {
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

// MARK: - Encounters and rules of the examples

extension EditExample {
    static let injected = Encounter.of(
        Service("infusion", time: .minutes(180)), Service("injection", time: .minutes(10)))
    static let wounded = Encounter.of(Service("wound-care", time: .minutes(60)))
    static let elsewhere = Encounter.of(Service("infusion", time: .minutes(180))) { $0.place = "11" }
    static let byFamily = Encounter.of(Service("infusion", time: .minutes(180))) {
        $0.performer = "family-member"
    }
    static let untimed = Encounter.of(Service("infusion", time: .unknown))
    static let twoVisits = Encounter.visits(
        .of(.infusion("08:00", "09:00")), .of(.infusion("18:00", "19:00")))

    static let expired: Rules = {
        var definitions = Sample.codes.definitions
        definitions[1].effective = Effective(to: "2025-12-31")
        return Rules(
            codes: CodeSet(definitions: definitions, families: Sample.codes.families), policy: Sample.policy(.started))
    }()

    static let unbundled = Rules(
        codes: CodeSet(
            definitions: Sample.codes.definitions, families: Sample.codes.families,
            exclusions: [.init(pays: "99601", denies: ["99506"], modifierMayUnbundle: true)]),
        policy: Sample.policy(.started))

    static let ncciPair = Rules(
        codes: CodeSet(
            definitions: Sample.codes.definitions, families: Sample.codes.families,
            exclusions: [.init(pays: "99601", denies: ["99506"], modifierMayUnbundle: true, isNCCI: true)]),
        policy: Sample.policy(.started))

    static let capped = Sample.rules(.started) { $0.caps.unitsADay = ["99602": 1] }
    static let full = Sample.rules(.started) { $0.caps.minutesAWeek = 720 }
    static let separate = Sample.rules(.started) { $0.sameDay = .separate }
    static let timesNeeded = Sample.rules(.started) { $0.requires = [.start, .stop] }
    static let unsigned = Encounter.of(Service("infusion", time: .minutes(60))) { $0.missing = [.response, .followUp] }
    static let fullRecord = Sample.rules(.started) {
        $0.requires = [.observations, .response, .followUp]
        $0.undocumented = .nothing
    }
    static let nothingWithoutTimes = Sample.rules(.started) {
        $0.requires = [.start, .stop]
        $0.undocumented = .nothing
    }
    static let manyPlaces = Sample.rules(.started) { $0.places = ["12", "13", "49"] }
    static let anyPlace = Sample.rules(.started) { $0.places = [] }
    static let addOnsAlone = Sample.rules(.started) { $0.addOnsNeedPrimary = false }
    static let withoutExclusions = Sample.rules(.started) { $0.appliesExclusions = false }

    /// The first code of the visit in effect from one day to another.
    static func effective(from: Day? = nil, to: Day? = nil) -> Rules {
        var definitions = Sample.codes.definitions
        definitions[0].effective = Effective(from: from, to: to)
        return Rules(
            codes: CodeSet(definitions: definitions, families: Sample.codes.families), policy: Sample.policy(.started))
    }

    /// The add-on beside an injection visit as well.
    static let twoPrimaries: Rules = {
        var definitions = Sample.codes.definitions
        definitions[1].addOnTo = ["99601", "99506"]
        return Rules(
            codes: CodeSet(definitions: definitions, families: Sample.codes.families), policy: Sample.policy(.started))
    }()
}
