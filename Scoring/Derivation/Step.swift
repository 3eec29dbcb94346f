/// One step from the facts to the key, kept so that the key can be explained.
package enum Step: Sendable, Equatable {
    /// The policy is not in force on the date of service.
    case policyNotInForce(policy: String, date: Day)
    /// No family pays for any of the services that were given.
    case noQualifyingService(kinds: [ID<ServiceKind>])
    /// What follows is about another family.
    case nextFamily(title: String)
    /// The payer does not pay for the place of service.
    case placeNotPaid(place: String, paid: [String])
    /// The payer does not pay for whoever gave the care.
    case performerNotPaid(performer: ID<Performer>, paid: [ID<Performer>])
    /// The record lacks what the policy requires.
    case undocumented(items: [RecordItem], then: Policy.Undocumented)
    /// The record does not say how long a visit took.
    case durationUnknown
    /// Minutes that count, by the clock.
    case timed(spans: [ClockSpan])
    /// Minutes that count and are known only as a length.
    case untimed(minutes: Int)
    /// Minutes that two pieces had in common, counted once.
    case overlap(minutes: Int)
    /// Minutes of an activity that the payer does not count.
    case leftOut(activity: Activity, minutes: Int)
    /// Minutes that belong on the next day's claim.
    case afterMidnight(minutes: Int)
    /// All minutes of a visit that count.
    case counted(minutes: Int)
    /// The minutes of several visits, billed as one.
    case visitsCombined(minutes: [Int])
    /// A second visit of the day, billed by itself.
    case visitSeparate
    /// Minutes brought down to what the payer's caps leave; `used` are those of the same week.
    case minutesCapped(counted: Int, allowed: Int, aDay: Int?, aWeek: Int?, used: Int)
    /// Fewer minutes than any first code of the family needs.
    case belowMinimum(minutes: Int, least: Int)
    /// The first code that the minutes call for, and the minutes that it pays for.
    case first(code: Code, minutes: Int, covers: Int?)
    /// A first code billed for each block of minutes.
    case firstRepeated(code: Code, minutes: Int, each: Int, units: Int)
    /// The units of a further code: the minutes left for it, those of a block, and the fewest that earn one.
    case further(code: Code, left: Int, each: Int, threshold: Int, units: Int)
    /// No minutes are left for a further code, whose blocks begin after a given minute.
    case nothingFurther(code: Code, minutes: Int, after: Int)
    /// Units brought down to the most that is paid on a day.
    case unitsCapped(code: Code, from: Int, to: Int)
    /// A code left off beside one that excludes it.
    case excluded(code: Code, beside: Code)
    /// A code that may not be reported on the date of service.
    case codeNotInEffect(code: Code, date: Day)
    /// An add-on code whose primary is not on the claim.
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

/// The steps of a derivation as they are made, where anybody asks for them.
struct Steps {
    private(set) var all: [Step] = []
    let areKept: Bool

    init() {
        areKept = true
        all.reserveCapacity(8)
    }

    private init(areKept: Bool) { self.areKept = areKept }

    /// Those that nobody asks for.
    static var none: Steps { Steps(areKept: false) }

    /// Keeps a step, which is not even made where nobody asks for it.
    mutating func note(_ step: @autoclosure () -> Step) {
        if areKept { all.append(step()) }
    }
}
