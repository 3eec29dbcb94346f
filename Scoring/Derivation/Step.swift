/// One step from the facts to the key, kept so that the key can be explained.
package enum Step: Sendable, Equatable {
    /// The policy is not in force on the date of service.
    case policyNotInForce(policy: String, date: Day)
    /// No family pays for any of the services that were given.
    case noQualifyingService(kinds: [ID<ServiceKind>])
    /// Kinds of service that this payer does not pay for, though others do.
    case serviceNotPaid(kinds: [ID<ServiceKind>], paid: [ID<ServiceKind>])
    /// What follows is about another family.
    case nextFamily(title: String)
    /// What follows is about a visit of this day, where the encounter may have several.
    case visitOf(date: Day)
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
    /// Minutes that somebody else spent with the patient at the same time, which count once.
    case jointTime(minutes: Int)
    /// All minutes of a visit that count.
    case counted(minutes: Int)
    /// What several visits come to, billed as one.
    case visitsCombined(amounts: [Int], of: Measure = .minutes, over: Scope? = nil)
    /// A second visit of the day, billed by itself.
    case visitSeparate
    /// A second visit of the day, all of which is billed as further blocks.
    case visitLater
    /// Minutes of a service that is billed apart.
    case cameOff(kind: ID<ServiceKind>, minutes: Int)
    /// Minutes brought down to what the payer's caps leave; `used` are those of the same week before, and `today` those
    /// of the same day before.
    case minutesCapped(counted: Int, allowed: Int, aDay: Int?, aWeek: Int?, used: Int, today: Int = 0)
    /// Fewer minutes, or whatever is measured, than any first code of the family needs.
    case belowMinimum(minutes: Int, least: Int, of: Measure = .minutes)
    /// The first code that the minutes, or whatever is measured, call for, and how many of them it pays for, or the range
    /// of them that chose it among others.
    case first(code: Code, minutes: Int, covers: Int?, range: ClosedRange<Int>? = nil, of: Measure = .minutes)
    /// A first code billed for each block of minutes, or of whatever is measured.
    case firstRepeated(code: Code, minutes: Int, each: Int, units: Int, of: Measure = .minutes)
    /// The units of a further code: the minutes, or whatever is measured, that are left for it, those of a block, and
    /// the fewest that earn one.
    case further(code: Code, left: Int, each: Int, threshold: Int, units: Int, of: Measure = .minutes)
    /// Blocks of what is left of a code whose units are billed in tenths, with how a part of a tenth counts.
    indirect case furtherInTenths(
        code: Code, left: Int, each: Int, tenths: Int, credit: Credit? = nil, of: Measure = .minutes)
    /// Nothing is left for a further code, whose blocks begin after so many minutes, or so much of what is measured.
    case nothingFurther(code: Code, minutes: Int, after: Int, of: Measure = .minutes)
    /// Something of a drug or a therapy.
    indirect case therapy(TherapyStep)
    /// Something of minutes that several codes share.
    indirect case pool(PoolStep)
    /// Something of a service that is the initial one or follows it.
    indirect case hierarchy(HierarchyStep)
    /// A modifier that is due, or a code that stands in for another.
    indirect case line(LineStep)
    /// A limit over more than a day.
    indirect case limit(LimitStep)
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
        case .noQualifyingService, .serviceNotPaid, .nextFamily: "service"
        case .placeNotPaid: "place"
        case .performerNotPaid: "performer"
        case .undocumented, .durationUnknown: "documentation"
        case .timed, .untimed, .counted, .visitOf: "time"
        case .overlap, .jointTime: "overlap"
        case .leftOut: "activity"
        case .afterMidnight: "midnight"
        case .visitsCombined, .visitSeparate, .visitLater: "same-day"
        case .cameOff: "billed-apart"
        case .minutesCapped: "minute-cap"
        case .belowMinimum: "minimum"
        case .first, .firstRepeated: "first-code"
        case .further, .furtherInTenths, .nothingFurther: "further-code"
        case .unitsCapped: "unit-cap"
        case .excluded: "exclusion"
        case .codeNotInEffect: "code-in-effect"
        case .addOnWithoutPrimary: "add-on"
        case .therapy(let step): step.rule
        case .pool: "pool"
        case .hierarchy: "hierarchy"
        case .line(let step): step.rule
        case .limit(let step): step.rule
        }
    }

    /// Whether the step takes something off the claim that the service itself would have earned.
    package var forbids: Bool {
        switch self {
        case .noQualifyingService, .serviceNotPaid, .placeNotPaid, .performerNotPaid, .undocumented, .durationUnknown,
            .minutesCapped, .belowMinimum, .unitsCapped, .excluded, .codeNotInEffect, .addOnWithoutPrimary, .limit,
            .therapy(.dosesTooRare), .hierarchy(.tooShort):
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

    /// Steps that are not kept.
    static var none: Steps { Steps(areKept: false) }

    /// Keeps a step unless it is the last of its rule already, as where a hierarchy has told it before a family does.
    mutating func noteOnce(_ step: @autoclosure () -> Step) {
        guard areKept else { return }
        let step = step()
        if all.last(where: { $0.rule == step.rule }) != step { all.append(step) }
    }

    /// Keeps a step unless it was told already.
    mutating func noteNew(_ step: @autoclosure () -> Step) {
        guard areKept else { return }
        let step = step()
        if !all.contains(step) { all.append(step) }
    }

    /// Keeps that one code is billed in place of another, unless that was told of what is billed just now.
    mutating func noteStandIn(_ code: Code, for other: Code) {
        guard areKept else { return }
        search: for step in all.reversed() {
            switch step {
            case .line(.stoodIn(code, other)): return
            case .line(.stoodIn(_, other)): break search
            case .first, .firstRepeated, .further, .furtherInTenths, .nothingFurther, .line: continue
            default: break search
            }
        }
        all.append(.line(.stoodIn(code: code, of: other)))
    }

    /// Keeps a step, which is not even made where nobody asks for it.
    mutating func note(_ step: @autoclosure () -> Step) {
        if areKept { all.append(step()) }
    }
}
