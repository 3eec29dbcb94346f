package import Couriers
import FoundationEssentials
package import Scoring
import Signatures
import Synchronization
package import Team
import WebTokens

/// Lets people sign in at a provider, by the authorization code flow with PKCE.
package final class SignOnDesk: Sendable {
    /// Who vouches for people.
    package let provider: Provider
    /// Where the provider sends people back to.
    private let back: String
    private let client: WebClient
    private let clock: @Sendable () -> Moment
    /// What was last read of the provider, and when.
    private let known = Mutex<(places: ProviderPlaces, keys: PublishedKeys, at: Moment)?>(nil)
    private let gate = Gate()

    /// What a provider says of somebody.
    package struct Vouched: Sendable, Equatable {
        /// Who it is.
        package let identity: Identity
        /// What they are called; nil where it does not say.
        package let name: String?
        /// The mail address, where the provider has seen that it is theirs.
        package let address: String?

        package init(identity: Identity, name: String?, address: String?) {
            self.identity = identity
            self.name = name
            self.address = address
        }
    }

    /// How long what was read of a provider is believed, in milliseconds.
    private static let lasts: Int64 = 60 * 60_000

    /// - Parameters:
    ///   - provider: Who vouches for people.
    ///   - back: The address that it sends them back to.
    ///   - client: Asks it.
    ///   - clock: Tells the time.
    package init(
        at provider: Provider, comingBackTo back: String, by client: WebClient = WebClient(),
        clock: @escaping @Sendable () -> Moment
    ) {
        self.provider = provider
        self.back = back
        self.client = client
        self.clock = clock
    }

    /// Where somebody is sent who begins.
    ///
    /// - Throws: `TeamError` of kind `unavailable` where the provider cannot be asked.
    package func address(for flow: SignOnFlow) throws(TeamError) -> String {
        let places = try gate.passing { () throws(TeamError) in try self.places().places }
        var fields = [
            ("response_type", "code"), ("client_id", provider.client), ("redirect_uri", back),
            ("scope", "openid profile email"), ("state", flow.state), ("nonce", flow.nonce),
            ("code_challenge", flow.challenge), ("code_challenge_method", "S256"),
        ]
        if flow.purpose == .connect { fields.append(("prompt", "login")) }
        return places.authorization + (places.authorization.contains("?") ? "&" : "?") + WebClient.form(fields)
    }

    /// Who came back.
    ///
    /// - Parameters:
    ///   - flow: As the browser kept it.
    ///   - answer: The fields that the provider sent along, by name; empty for those that it did not.
    /// - Returns: Who it is, as the provider says.
    /// - Throws: `TeamError` that says why nobody did.
    package func vouched(for flow: SignOnFlow, by answer: (String) -> String) throws(TeamError) -> Vouched {
        guard isSame(answer("state"), flow.state) else { throw failure("the way there began somewhere else") }
        let issuer = answer("iss")
        guard issuer.isEmpty || issuer == provider.issuer else { throw failure("somebody else answered") }
        guard answer("error").isEmpty else { throw failure("it was broken off there") }
        let code = answer("code")
        guard !code.isEmpty, code.utf8.count <= 4_096 else { throw failure("nothing came back") }
        return try gate.passing { () throws(TeamError) in try self.vouched(for: flow, code) }
    }

    private func vouched(for flow: SignOnFlow, _ code: String) throws(TeamError) -> Vouched {
        let (places, published) = try places()
        let token = try token(for: code, flow, at: places)
        let keys = try published.keys(for: token)
        do { try token.verify(by: keys) } catch { throw failure(error.rawValue) }
        let check = TokenCheck(issuer: provider.issuer, client: provider.client, nonce: flow.nonce, now: clock())
        let identity: Identity
        do { identity = try check.identity(of: token) } catch { throw failure(error.rawValue) }
        let claims = token.claims
        let isTheirs = claims["email_verified"] == .flag(true)
        return Vouched(
            identity: identity, name: claims["name"]?.text, address: isTheirs ? claims["email"]?.text : nil)
    }

    private func token(for code: String, _ flow: SignOnFlow, at places: ProviderPlaces) throws(TeamError) -> WebToken {
        var fields = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", back),
            ("code_verifier", flow.verifier),
        ]
        var header = ["content-type: application/x-www-form-urlencoded", "accept: application/json"]
        if let secret = provider.secret, !places.takesSecretInForm {
            let pair = "\(provider.client.encodedWithPercents):\(secret.encodedWithPercents)"
            header.append("authorization: Basic \(Data(pair.utf8).base64EncodedString())")
        } else {
            fields.append(("client_id", provider.client))
            if let secret = provider.secret { fields.append(("client_secret", secret)) }
        }
        let reply = try asking { () throws(TransferFault) in
            try self.client.post(places.token, Array(WebClient.form(fields).utf8), header)
        }
        guard reply.status == 200, let text = JSONValue(reply.body)?["id_token"]?.text else {
            throw failure("it does not say who you are")
        }
        do { return try WebToken(text) } catch { throw failure(error.rawValue) }
    }

    private func places() throws(TeamError) -> (places: ProviderPlaces, keys: PublishedKeys) {
        let now = clock()
        if let (places, keys, at) = known.withLock(\.self), (0..<Self.lasts).contains(now.milliseconds(since: at)) {
            return (places, keys)
        }
        let issuer = provider.issuer.hasSuffix("/") ? String(provider.issuer.dropLast()) : provider.issuer
        let reply = try asking { () throws(TransferFault) in
            try self.client.get("\(issuer)/.well-known/openid-configuration")
        }
        guard reply.status == 200, let document = JSONValue(reply.body) else {
            throw TeamError(.unavailable, "\(provider.name) does not say where people sign in")
        }
        let places = try ProviderPlaces(document, of: provider)
        let keys = PublishedKeys(of: provider.name, at: places.keys, asking: client, clock: clock)
        known.withLock { $0 = (places, keys, now) }
        return (places, keys)
    }

    private func asking(_ ask: () throws(TransferFault) -> WebClient.Reply) throws(TeamError) -> WebClient.Reply {
        do { return try ask() } catch {
            throw TeamError(.unavailable, "\(provider.name) does not answer", mend: "try again in a moment")
        }
    }

    private func failure(_ problem: String) -> TeamError {
        TeamError(.invalid, "signing in by \(provider.name) did not work: \(problem)", mend: "try again")
    }
}
