import Content
package import Scoring

/// A visit worked out part by part, the claim being the last: what a lesson shows, and what it leaves to the learner.
///
/// Every value that is asked for is a value of the key's own derivation.
package struct WorkedExample: Sendable {
    /// The visit under its payer.
    package let situation: Situation
    /// The parts, in the order of the derivation.
    package let parts: [Part]

    /// A part of the derivation: what is worked out in it, and the words that lead there.
    package struct Part: Sendable, Equatable {
        /// Nil for a part that is only told.
        package let value: Value?
        /// How the core says it.
        package let text: String
    }

    /// Something on the way to the claim that a learner can work out. Minutes are whole minutes.
    package enum Value: Sendable, Equatable {
        /// The minutes that count.
        case counted(Int)
        /// Those of them that the payer's limits leave.
        case allowed(Int)
        /// The minutes that are left for a further code.
        case left(Int, for: Code)
        case units(Int, of: Code)
        case claim(Claim)
    }

    /// Works a visit out.
    package init(_ situation: Situation) {
        self.situation = situation
        parts = Self.parts(of: situation.key, by: situation.pack.wording)
    }

    /// The parts that a learner can work out, in order.
    package var asked: [Part] { parts.filter { $0.value != nil } }

    /// The parts of a derivation. Where several visits or families are billed apart, only the claim is asked for: a
    /// question for "the minutes" would have several answers.
    static func parts(of key: Key, by wording: Wording = .plain) -> [Part] {
        var telling = Telling(
            isPlain: !key.steps.contains { $0.beginsAnother }, counted: key.countedMinutes,
            wording: wording)
        for step in key.steps { telling.take(step) }
        telling.endClock()
        let claim = key.claim.isEmpty ? "So nothing is billed." : "So the claim is \(key.claim)."
        return telling.parts + [Part(value: .claim(key.claim), text: claim)]
    }
}

/// The parts that are made of steps as they come.
private struct Telling {
    /// Whether there is one visit and one family, so that each value can be asked for.
    let isPlain: Bool
    /// The minutes that count.
    let counted: Int
    /// What kinds of service and people are called.
    let wording: Wording
    private(set) var parts: [WorkedExample.Part] = []
    /// The steps that add up time and are not told yet.
    private var clock: [Step] = []
    /// What the first code pays for, told with what is left.
    private var first: (text: String, minutes: Int)?

    init(isPlain: Bool, counted: Int, wording: Wording) {
        self.isPlain = isPlain
        self.counted = counted
        self.wording = wording
    }

    mutating func take(_ step: Step) {
        switch step {
        case .timed, .untimed, .overlap, .jointTime, .leftOut, .afterMidnight, .cameOff, .counted, .visitsCombined:
            clock.append(step)
        case .minutesCapped(_, let allowed, _, _, _, _):
            endClock()
            add(.allowed(allowed), step.text(by: wording))
        case .first(_, let minutes, _, _, .minutes):
            endClock()
            first = (step.text(by: wording), minutes)
        case .further(let code, let left, _, _, let units, .minutes):
            if first == nil { endClock() }
            let rest = first.map { "\($0.text) Of \($0.minutes), \(left) \(left == 1 ? "is" : "are") left." }
            if let rest { add(.left(left, for: code), rest) }
            first = nil
            add(.units(units, of: code), step.text(by: wording))
        case .nothingFurther(let code, _, _, .minutes):
            if first == nil { endClock() }
            add(.left(0, for: code), first?.text ?? step.text(by: wording))
            first = nil
        default:
            endClock()
            add(nil, step.text(by: wording))
        }
    }

    /// Tells the minutes that count, and of a first code that nothing follows.
    mutating func endClock() {
        if let first { add(nil, first.text) }
        first = nil
        guard !clock.isEmpty else { return }
        add(counted > 0 ? .counted(counted) : nil, clock.text(by: wording))
        clock = []
    }

    private mutating func add(_ value: WorkedExample.Value?, _ text: String) {
        parts.append(WorkedExample.Part(value: isPlain ? value : nil, text: text))
    }
}

extension Step {
    /// Whether what follows is about another visit or family than what came before.
    fileprivate var beginsAnother: Bool {
        switch self {
        case .visitSeparate, .nextFamily: true
        default: false
        }
    }
}
