package import Couriers
package import Scoring
import Synchronization
package import Team
package import WebTokens

/// The keys that somebody publishes at an address, as they were read last.
package final class PublishedKeys: Sendable {
    private let name: String
    private let address: String
    private let client: WebClient
    private let clock: @Sendable () -> Moment
    private let known = Mutex<(keys: WebKeys, at: Moment)?>(nil)

    /// How long what was read is believed, in milliseconds.
    private static let lasts: Int64 = 60 * 60_000
    /// How soon keys are read anew for a token of an unknown one.
    private static let soonest: Int64 = 10_000

    /// - Parameters:
    ///   - name: What people call whoever publishes them.
    ///   - address: Where.
    ///   - client: Asks for them.
    ///   - clock: Tells the time.
    package init(
        of name: String, at address: String, asking client: WebClient, clock: @escaping @Sendable () -> Moment
    ) {
        self.name = name
        self.address = address
        self.client = client
        self.clock = clock
    }

    /// The keys; read anew where a token is signed with one that was not there.
    ///
    /// - Throws: `TeamError` of kind `unavailable` where nobody tells them.
    package func keys(for token: WebToken) throws(TeamError) -> WebKeys {
        let now = clock()
        if let (keys, at) = known.withLock(\.self) {
            let age = now.milliseconds(since: at)
            let isFresh = age >= 0 && age < Self.lasts
            if isFresh, token.isKnown(among: keys) || age < Self.soonest { return keys }
        }
        let reply = try? client.get(address)
        guard let reply, reply.status == 200, let keys = JSONValue(reply.body).flatMap({ WebKeys($0) }) else {
            throw TeamError(.unavailable, "\(name) does not publish its keys", mend: "try again in a moment")
        }
        known.withLock { $0 = (keys, at: now) }
        return keys
    }
}
