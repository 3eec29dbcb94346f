/// The claim that the facts and the policy call for, with every step that led to it. It never changes, so that all who
/// judge answers to one question can share it.
package final class Key: Sendable {
    /// The facts that it was derived from.
    package let encounter: Encounter
    /// The rules that it was derived by.
    package let rules: Rules
    /// The claim, lines in the order of the code set. Empty when the encounter bills nothing.
    package let claim: Claim
    /// What the time supports before the payer's caps and exclusions.
    package let supported: Claim
    /// Minutes of every activity.
    package let totalMinutes: Int
    /// Minutes that the payer counts.
    package let countedMinutes: Int
    /// How the facts led to the claim, in order.
    package let steps: [Step]
    /// What holds of those things that must hold before an add-on is reportable.
    package let circumstances: Circumstances
    /// The indices of the families that pay for anything that was done.
    let payingFamilies: [Int]
    /// How the facts of each charge stood up to the policy; a charge without any has none.
    let tallies: [Tally]
    /// What is billed at once each, after the payer's caps in minutes.
    let measured: [Measured]

    init(of encounter: Encounter, under rules: Rules, by derivation: consuming Derivation) {
        self.encounter = encounter
        self.rules = rules
        claim = derivation.due.claim
        supported = derivation.supported.claim
        totalMinutes = derivation.totalMinutes
        countedMinutes = derivation.countedMinutes
        steps = derivation.steps.all
        payingFamilies = derivation.payingFamilies
        tallies = derivation.tallies
        measured = derivation.measured
        var circumstances = derivation.circumstances
        if let main = rules.codes.mainFamilyIndex {
            let claim = claim
            if rules.codes.families[main].first.contains(where: { claim.bills($0.code) }) {
                circumstances.meet(.firstCode)
            }
        }
        self.circumstances = circumstances
    }

    /// Why nothing is billed; nil when something is.
    package var reasonForNothing: Step? {
        claim.isEmpty ? steps.last { $0.forbids } ?? steps.last : nil
    }

    /// What the policy requires and nobody wrote down, in the order in which it was missed.
    package var undocumented: [RecordItem] { tallies.reduce(into: []) { $0.appendNew($1.lacking) } }
}

/// How the facts of one charge stood up to the policy.
struct Tally: Sendable, Equatable {
    /// The index of the family, or of the hierarchy behind all families.
    let charge: Int
    /// The minutes that count, or what else is measured, over all that qualifies.
    var amount = 0
    /// Whether the payer pays for at least one visit, by its place of service and performer, or for any drug or therapy.
    var isPaid = false
    /// The place of service of the first visit that is not paid for it.
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
        /// A service that the main family pays for was given.
        case service
        /// It was given at a place of service that the payer pays.
        case place
        /// Someone performed it whom the payer pays for it.
        case performer
        /// The record holds what the policy requires.
        case documented
        /// A unit beyond the first code was earned.
        case beyondFirst = "beyond-first"
        /// A first code is billed beside it.
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

    /// A bit for each that is met.
    private var met: UInt8 = 0

    mutating func meet(_ test: Test) { met |= test.bit }

    /// Whether a circumstance is met.
    package func holds(_ test: Test) -> Bool { met & test.bit != 0 }

    /// The first circumstance that fails; nil when the add-on is reportable.
    package var firstUnmet: Test? { Test.allCases.first { !holds($0) } }
}

extension [RecordItem] {
    /// Adds the items that are not among them yet.
    mutating func appendNew(_ items: [RecordItem]) {
        for item in items where !contains(item) { append(item) }
    }
}
