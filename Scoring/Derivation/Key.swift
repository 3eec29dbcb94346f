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
    /// What the policy requires and nobody wrote down.
    package internal(set) var undocumented: [RecordItem] = []

    /// Why nothing is billed; nil when something is.
    package var reasonForNothing: Step? {
        claim.isEmpty ? steps.last { $0.forbids } ?? steps.last : nil
    }
}

/// What must hold before an add-on is reportable. Each is met when at least one visit of the day meets it.
package struct Circumstances: Sendable, Equatable {
    /// The circumstances that the core can decide, in the order in which a coder asks.
    package enum Test: String, Sendable, Codable, CaseIterable {
        case service, place, performer, documented
        case beyondFirst = "beyond-first"
        case firstCode = "first-code"
    }

    package private(set) var met: Set<Test> = []

    mutating func meet(_ test: Test) { met.insert(test) }
    package func holds(_ test: Test) -> Bool { met.contains(test) }

    /// The first circumstance that fails; nil when the add-on is reportable.
    package var firstUnmet: Test? { Test.allCases.first { !met.contains($0) } }
}
