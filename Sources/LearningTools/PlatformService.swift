import Couriers
import Scoring
import Signatures
import Synchronization
import Team
import WebTokens

/// Asks learning systems for what their services know. What lets the house ask is fetched by a signed token (IMS Security
/// Framework 1.0, section 4.1), and used until it ends.
final class PlatformService: Sendable {
    private let signer: TokenSigner
    private let client: WebClient
    private let clock: @Sendable () -> Moment
    private let passes = Mutex<[String: Pass]>([:])

    private struct Pass {
        let text: String
        let end: Moment
    }

    init(signingBy signer: TokenSigner, asking client: WebClient, clock: @escaping @Sendable () -> Moment) {
        self.signer = signer
        self.client = client
        self.clock = clock
    }

    /// Asks for something.
    func get(
        _ address: String, _ type: String, allowedBy scope: Scope, of platform: Platform
    ) throws(TransferFault) -> WebClient.Reply {
        let pass = try pass(for: scope, of: platform)
        return seen(try client.get(address, ["accept: \(type)", "authorization: Bearer \(pass)"]), scope, platform)
    }

    /// Sends something.
    func post(
        _ address: String, _ value: JSONValue, _ type: String, allowedBy scope: Scope, of platform: Platform
    ) throws(TransferFault) -> WebClient.Reply {
        let pass = try pass(for: scope, of: platform)
        let fields = ["content-type: \(type)", "authorization: Bearer \(pass)"]
        return seen(try client.post(address, value.bytes, fields), scope, platform)
    }

    /// What is not taken any more is not used again.
    private func seen(_ reply: WebClient.Reply, _ scope: Scope, _ platform: Platform) -> WebClient.Reply {
        if reply.status == 401 { passes.withLock { $0[Self.name(scope, platform)] = nil } }
        return reply
    }

    private static func name(_ scope: Scope, _ platform: Platform) -> String { "\(platform.id) \(scope.rawValue)" }

    private func pass(for scope: Scope, of platform: Platform) throws(TransferFault) -> String {
        let (name, now) = (Self.name(scope, platform), clock())
        if let known = passes.withLock({ $0[name] }), known.end > now { return known.text }
        let second = Double(now.milliseconds / 1_000)
        let assertion = signer.token(
            .object([
                "iss": .text(platform.client), "sub": .text(platform.client), "aud": .text(platform.token),
                "iat": .number(second), "exp": .number(second + 300), "jti": .text(randomToken()),
            ]))
        guard let assertion else { throw TransferFault("nothing can be signed") }
        let form = WebClient.form([
            ("grant_type", "client_credentials"),
            ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
            ("client_assertion", assertion), ("scope", scope.rawValue),
        ])
        let reply = try client.post(
            platform.token, Array(form.utf8),
            ["content-type: application/x-www-form-urlencoded", "accept: application/json"])
        guard reply.status == 200, let answer = JSONValue(reply.body), let text = answer["access_token"]?.text,
            text.utf8.count <= 16_000
        else { throw TransferFault("\(platform.name) does not let this server ask (\(reply.status))") }
        let seconds = min(max(answer["expires_in"]?.number ?? 60, 0), 3_600) - 30
        let end = now.adding(milliseconds: Int64(max(seconds, 0) * 1_000))
        passes.withLock { $0[name] = Pass(text: text, end: end) }
        return text
    }
}
