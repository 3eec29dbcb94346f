/// One step from the facts to the key, kept so that the key can be explained.
package enum Step: Sendable, Equatable {
    case policyNotInForce(policy: String, date: Day)
    case noQualifyingService(kinds: [ID<ServiceKind>])
    case nextFamily(title: String)
    case placeNotPaid(place: String, paid: [String])
    case performerNotPaid(performer: ID<Performer>, paid: [ID<Performer>])
    case undocumented(items: [RecordItem], then: Policy.Undocumented)
    case durationUnknown
    case timed(spans: [ClockSpan])
    case untimed(minutes: Int)
    case overlap(minutes: Int)
    case leftOut(activity: Activity, minutes: Int)
    case afterMidnight(minutes: Int)
    case counted(minutes: Int)
    case visitsCombined(minutes: [Int])
    case visitSeparate
    case minutesCapped(counted: Int, allowed: Int, aDay: Int?, aWeek: Int?, used: Int)
    case belowMinimum(minutes: Int, least: Int)
    case first(code: Code, minutes: Int, covers: Int?)
    case firstRepeated(code: Code, minutes: Int, each: Int, units: Int)
    case further(code: Code, left: Int, each: Int, threshold: Int, units: Int)
    case nothingFurther(code: Code, minutes: Int, after: Int)
    case unitsCapped(code: Code, from: Int, to: Int)
    case excluded(code: Code, beside: Code)
    case codeNotInEffect(code: Code, date: Day)
    case addOnWithoutPrimary(code: Code)

    /// The rule that the step applies, as a name that programs may rely on.
    package var rule: String {
        switch self {
        case .policyNotInForce: "policy-in-force"
        case .noQualifyingService, .nextFamily: "service"
        case .placeNotPaid: "place"
        case .performerNotPaid: "performer"
        case .undocumented, .durationUnknown: "documentation"
        case .timed, .untimed, .counted: "time"
        case .overlap: "overlap"
        case .leftOut: "activity"
        case .afterMidnight: "midnight"
        case .visitsCombined, .visitSeparate: "same-day"
        case .minutesCapped: "minute-cap"
        case .belowMinimum: "minimum"
        case .first, .firstRepeated: "first-code"
        case .further, .nothingFurther: "further-code"
        case .unitsCapped: "unit-cap"
        case .excluded: "exclusion"
        case .codeNotInEffect: "code-in-effect"
        case .addOnWithoutPrimary: "add-on"
        }
    }

    /// Whether the step takes something off the claim that the service itself would have earned.
    var forbids: Bool {
        switch self {
        case .noQualifyingService, .placeNotPaid, .performerNotPaid, .undocumented, .durationUnknown,
            .minutesCapped, .belowMinimum, .unitsCapped, .excluded, .codeNotInEffect, .addOnWithoutPrimary:
            true
        default: false
        }
    }
}
