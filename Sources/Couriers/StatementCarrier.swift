import FoundationEssentials
package import Team

/// Carries statements to a learning record store (xAPI 1.0.3).
package struct StatementCarrier: Carrier {
    private let endpoint: String
    private let authorization: String
    private let client: WebClient

    /// - Parameters:
    ///   - endpoint: The store's, such as `https://lrs.example.org/xapi`.
    ///   - key: By which it knows the house.
    ///   - secret: What proves that.
    ///   - client: Asks it.
    /// - Throws: `TransferFault` where it is no address that is asked.
    package init(
        to endpoint: String, key: String, secret: String, by client: WebClient = WebClient(within: 30)
    ) throws(TransferFault) {
        guard WebClient.isAsked(endpoint), !endpoint.contains("?"), !endpoint.contains("#") else {
            throw TransferFault("a learning record store has an https address")
        }
        self.endpoint = endpoint.hasSuffix("/") ? String(endpoint.dropLast()) : endpoint
        authorization = "Basic \(Data("\(key):\(secret)".utf8).base64EncodedString())"
        self.client = client
    }

    /// What it carries.
    package var kind: Outgoing.Kind { .statements }

    /// Carries something; it blocks until it knows.
    package func carry(_ outgoing: Outgoing) -> Carriage {
        let header = [
            "content-type: application/json", "x-experience-api-version: 1.0.3", "authorization: \(authorization)",
        ]
        do {
            let reply = try client.post("\(endpoint)/statements", Array(outgoing.body.utf8), header)
            switch reply.status {
            // 409: they are there already, as they were sent the first time.
            case 200..<300, 409: return .carried
            // What the store does not understand now it never will; all else may be mended there.
            case 400, 413, 415, 422: return .never("the learning record store said \(reply.status)")
            default: return .notNow("the learning record store said \(reply.status)")
            }
        } catch { return .notNow(error.message) }
    }
}
