package import Content
package import Scoring

extension Step {
    /// Whether following this step is to read the clock: which minutes there are, before they become units.
    var readsClock: Bool {
        switch skill {
        case nil, .overlap, .activity, .midnight, .sameDay: true
        default: false
        }
    }

    /// The skill that following this step takes; nil for steps that only read the clock.
    package var skill: Skill? {
        switch self {
        case .timed, .untimed, .counted, .visitOf: nil
        case .noQualifyingService, .serviceNotPaid, .nextFamily: .service
        case .placeNotPaid: .place
        case .performerNotPaid: .performer
        case .undocumented, .durationUnknown: .documentation
        case .overlap, .jointTime: .overlap
        case .leftOut: .activity
        case .afterMidnight: .midnight
        case .visitsCombined, .visitSeparate, .visitLater: .sameDay
        case .cameOff: .activity
        case .excluded, .limit(.excludedOn): .exclusion
        case .minutesCapped, .unitsCapped, .limit: .cap
        case .therapy(let step): step.skill
        case .pool: .pool
        case .hierarchy: .hierarchy
        case .line(let step): step.skill
        case .first, .firstRepeated, .belowMinimum: .firstCode
        case .further(_, let left, let each, _, _, _), .furtherInTenths(_, let left, let each, _, _, _):
            left % each == 0 ? .furtherCode : .part
        case .nothingFurther, .addOnWithoutPrimary: .furtherCode
        case .policyNotInForce, .codeNotInEffect: .edition
        }
    }
}

extension TherapyStep {
    fileprivate var skill: Skill {
        switch self {
        case .drugGiven, .amountsAdded: .amount
        case .discarded: .discarded
        case .therapyRan(_, _, let order, _, _): (order ?? 1) > 1 ? .concurrent : .perDiem
        case .dosesTooRare: .perDiem
        }
    }
}

extension LineStep {
    fileprivate var skill: Skill {
        switch self {
        case .modifierDue, .unitsSoFar: .modifier
        case .stoodIn: .codeChoice
        case .distinct: .exclusion
        case .repeated, .inWholeUnits: .amount
        case .ownCredit: .part
        }
    }
}

extension Edit.Name {
    /// The skill whose rule it is; nil where a claim is only written wrongly.
    var skill: Skill? {
        switch self {
        case .unknownCode, .unitsInvalid, .duplicateLine, .missingCode: nil
        case .notInEffect: .edition
        case .modifierInvalid, .modifierCombination, .modifierMissing: .modifier
        case .addOnWithoutPrimary, .unitsExceedTime, .unitsExceedRecord, .unitsBelowTime: .furtherCode
        case .primaryRepeated: .firstCode
        case .mutuallyExclusive: .exclusion
        case .serviceDoesNotQualify: .service
        case .ineligiblePerformer: .performer
        case .placeOfService: .place
        case .documentationMissing: .documentation
        case .unitCap, .benefitMaximum, .notSeparatelyPayable, .timelyFiling, .authorisationMissing,
            .authorisationExceeded:
            .cap
        }
    }
}
