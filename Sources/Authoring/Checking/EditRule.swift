import Content
import Scoring

/// An edit for which a pack may have rules, and whether a visit puts them to the test.
enum EditRule: CaseIterable {
    case exclusion, place, performer, documentation, cap, authorisation, filing, apart

    var name: Edit.Name {
        switch self {
        case .exclusion: .mutuallyExclusive
        case .place: .placeOfService
        case .performer: .serviceDoesNotQualify
        case .documentation: .documentationMissing
        case .cap: .unitCap
        case .authorisation: .authorisationExceeded
        case .filing: .timelyFiling
        case .apart: .notSeparatelyPayable
        }
    }

    var mend: String {
        switch self {
        case .exclusion: "add a scenario in which both are done on one day"
        case .place: "add a scenario at a place that is not paid"
        case .performer: "add a scenario by someone who is not paid"
        case .documentation: "add a scenario whose record lacks what is required"
        case .cap: "add a scenario that goes past a cap"
        case .authorisation: "add a scenario that goes beyond what is authorised"
        case .filing: "add a scenario that is received: too late"
        case .apart: "add a scenario with a code that is not paid apart"
        }
    }

    func hasRule(in pack: Pack) -> Bool {
        self == .exclusion ? !pack.codes.exclusions.isEmpty : pack.policies.contains(where: isRuled)
    }

    /// Whether a policy has such a rule.
    func isRuled(by policy: Policy) -> Bool {
        switch self {
        case .exclusion: false
        case .place: !policy.places.isEmpty
        case .performer: !policy.performers.isEmpty
        case .documentation: !policy.requires.isEmpty
        case .cap: policy.caps != Policy.Caps()
        case .authorisation: !policy.needsAuthorisation.isEmpty
        case .filing: policy.filingDays != nil
        case .apart: !policy.notPaidApart.isEmpty
        }
    }

    func isTested(by steps: [Step]) -> Bool {
        steps.contains { step in
            switch (self, step) {
            case (.exclusion, .excluded), (.exclusion, .limit(.excludedOn)), (.place, .placeNotPaid),
                (.performer, .performerNotPaid),
                (.documentation, .undocumented), (.cap, .minutesCapped), (.cap, .unitsCapped),
                (.cap, .limit(.unitsCappedOver)), (.authorisation, .limit(.authorised)),
                (.filing, .limit(.filedLate)), (.apart, .limit(.notPaidApart)):
                true
            default: false
            }
        }
    }
}

extension FilePositions {
    /// Where a pack has the rules of an edit first.
    func position(of edit: EditRule, in pack: Pack) -> FilePosition? {
        edit == .exclusion ? exclusions : pack.policies.first(where: edit.isRuled).flatMap { policies[$0.id] }
    }
}
