import Content
package import Quiz
package import Scoring
import Synchronization

/// The payers of a pack that comes along, with what may be believed about their rules, worked out once for all tests;
/// those of the visits of home infusion where none is named.
///
/// - Throws: `PackError` with what is wrong where the pack cannot be read.
package func bundledPayers(_ id: String? = nil) throws -> Payers {
    try payers.withLock { payers in
        if let known = payers[id ?? ""] { return known }
        let made = Payers(of: try id.map(bundledPack) ?? visitPack())
        payers[id ?? ""] = made
        return made
    }
}

/// A payer of visits of home infusion.
///
/// - Throws: Where there is none of that policy.
package func bundledPayer(_ policy: ID<Policy>) throws -> Payer {
    let payers = try bundledPayers()
    guard let payer = payers.all.first(where: { $0.policy.id == policy }) else { throw NoSuchPayer(policy: policy) }
    return payer
}

/// What may be believed about the visits of home infusion, worked out once for all tests.
///
/// - Throws: `PackError` with what is wrong where the pack cannot be read.
package func bundledBeliefs() throws -> BeliefSpace { try beliefs.get() }

private let payers = Mutex<[String: Payers]>([:])
private let beliefs = Result { BeliefSpace(of: try visitPack()) }

private struct NoSuchPayer: Error {
    let policy: ID<Policy>
}
