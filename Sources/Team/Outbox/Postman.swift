package import Scoring
import Signatures

/// Carries one kind of what leaves the house. It blocks until it knows, in less time than a lease lasts.
package protocol Carrier: Sendable {
    /// What it carries.
    var kind: Outgoing.Kind { get }

    /// Carries something.
    func carry(_ outgoing: Outgoing) -> Carriage
}

/// What came of carrying something.
package enum Carriage: Sendable, Equatable {
    case carried
    /// It may go well later: what stood in the way.
    case notNow(String)
    /// It will never go well: why.
    case never(String)
}

/// Sends what waits in the outbox. Every node has one, and it does not matter which of them sends what.
package struct Postman: Sendable {
    private let outbox: any OutboxStore
    private let carrier: any Carrier
    private let clock: @Sendable () -> Moment

    /// How long a node may take before others take something up, in milliseconds.
    static let lease: Int64 = 5 * 60_000
    /// How often something is tried before it is given up, which takes four days.
    static let most = 25

    /// - Parameters:
    ///   - outbox: What waits.
    ///   - carrier: Who carries it.
    ///   - clock: Tells the time.
    package init(_ outbox: any OutboxStore, _ carrier: any Carrier, clock: @escaping @Sendable () -> Moment) {
        self.outbox = outbox
        self.carrier = carrier
        self.clock = clock
    }

    /// Carries what is due, one after the other.
    ///
    /// - Parameter most: How many at most.
    /// - Returns: How many were carried.
    /// - Throws: `TeamError` where the outbox cannot be reached.
    @discardableResult
    package func deliver(atMost most: Int = 200) throws(TeamError) -> Int {
        var carried = 0
        for _ in 0..<most {
            let now = clock()
            guard
                let taken = try outbox.takeUp(
                    carrier.kind, at: now, until: now.adding(milliseconds: Self.lease))
            else { break }
            switch carrier.carry(taken.outgoing) {
            case .carried: carried += try outbox.carried(taken, at: clock()) ? 1 : 0
            case .never(let problem): try outbox.putBack(taken, until: nil, problem)
            case .notNow(let problem):
                let due = clock().adding(milliseconds: Self.pause(after: taken.tries))
                try outbox.putBack(taken, until: taken.tries < Self.most ? due : nil, problem)
            }
        }
        return carried
    }

    /// How long to wait after so many tries: half a minute, and twice as long each time, up to six hours.
    static func pause(after tries: Int) -> Int64 {
        min(30_000 << Int64(min(max(tries - 1, 0), 20)), 6 * 3_600_000)
    }
}
