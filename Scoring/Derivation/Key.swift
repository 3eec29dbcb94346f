/// The claim that the facts and the policy call for, with every step that led to it.
package struct Key: Sendable, Equatable {
    /// The claim, lines in the order of the code set. Empty when the encounter bills nothing.
    package internal(set) var claim = Claim()
    /// What the time supports before the payer's caps and exclusions.
    package internal(set) var supported = Claim()
    /// Minutes of every activity, and those that the payer counts.
    package internal(set) var totalMinutes = 0
    package internal(set) var countedMinutes = 0
    package internal(set) var steps: [Step] = []
    package internal(set) var circumstances = Circumstances()
    /// How the visits of each family stood up to the policy; a family without a visit has none.
    var tallies: [Tally] = []
    /// What was billed as one visit each, after the payer's caps.
    var billed: [BilledSitting] = []

    /// Whether all the minutes that were measured count.
    var countsAll: Bool { countedMinutes == totalMinutes }

    /// Why nothing is billed; nil when something is.
    package var reasonForNothing: Step? {
        claim.isEmpty ? steps.last { $0.forbids } ?? steps.last : nil
    }

    /// What the policy requires and nobody wrote down, in the order in which it was missed.
    package var undocumented: [RecordItem] { tallies.reduce(into: []) { $0.appendNew($1.lacking) } }
}

/// How the day's visits of one family stood up to the policy.
struct Tally: Sendable, Equatable {
    /// The family's place in the code set.
    let family: Int
    /// The minutes that count, over all visits that qualify.
    var minutes = 0
    /// Whether the payer pays for at least one visit, by its place and performer.
    var isPaid = false
    /// Where the first visit took place that is not paid for its place.
    var refusedPlace: String?
    /// Who performed the first visit that is not paid for its performer.
    var refusedPerformer: ID<Performer>?
    /// What the policy requires and the record of a visit lacks.
    var lacking: [RecordItem] = []
}

/// What must hold before an add-on is reportable, asked in the order in which a coder asks: a visit that fails one
/// is not asked about the rest. Each is met when at least one visit of the day meets it.
package struct Circumstances: Sendable, Equatable {
    /// The circumstances that the core can decide.
    package enum Test: String, Sendable, CaseIterable {
        case service, place, performer, documented
        case beyondFirst = "beyond-first"
        case firstCode = "first-code"

        /// Whether it is asked of the visits themselves, before any units are counted.
        var isAboutVisits: Bool {
            switch self {
            case .service, .place, .performer, .documented: true
            case .beyondFirst, .firstCode: false
            }
        }

        fileprivate var bit: UInt8 {
            switch self {
            case .service: 1
            case .place: 2
            case .performer: 4
            case .documented: 8
            case .beyondFirst: 16
            case .firstCode: 32
            }
        }
    }

    private var met: UInt8 = 0

    mutating func meet(_ test: Test) { met |= test.bit }
    package func holds(_ test: Test) -> Bool { met & test.bit != 0 }

    /// The first circumstance that fails; nil when the add-on is reportable.
    package var firstUnmet: Test? { Test.allCases.first { !holds($0) } }
}

extension [RecordItem] {
    mutating func appendNew(_ items: [RecordItem]) {
        for item in items where !contains(item) { append(item) }
    }
}
