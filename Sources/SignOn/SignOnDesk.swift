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
    private let known = Mutex(Known())

    /// What was last read of the provider, and when.
    private struct Known {
        var places: (ProviderPlaces, at: Moment)?
        var keys: (WebKeys, at: Moment)?
        var busy = 0
    }

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
    /// How soon keys are read anew for a token of an unknown one.
    private static let soonest: Int64 = 10_000
    /// How many may be on their way at once, so that a slow provider holds up nobody else.
    private static let most = 8

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
        let places = try taking { () throws(TeamError) in try self.places() }
        var fields = [
            ("response_type", "code"), ("client_id", provider.client), ("redirect_uri", back),
            ("scope", "openid profile email"), ("state", flow.state), ("nonce", flow.nonce),
            ("code_challenge", flow.challenge), ("code_challenge_method", "S256"),
        ]
        if flow.purpose == .connect { fields.append(("prompt", "login")) }
        return places.authorization + (places.authorization.contains("?") ? "&" : "?") + form(fields)
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
        return try taking { () throws(TeamError) in try self.vouched(for: flow, code) }
    }

    private func vouched(for flow: SignOnFlow, _ code: String) throws(TeamError) -> Vouched {
        let places = try places()
        let token = try token(for: code, flow, at: places)
        do { try token.verify(by: try keys(for: token, at: places)) } catch let fault as WebTokenFault {
            throw failure(fault.rawValue)
        } catch let error as TeamError { throw error } catch { throw failure("\(error)") }
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
            let pair = form([(provider.client, secret)]).replacing("=", with: ":", maxReplacements: 1)
            header.append("authorization: Basic \(Data(pair.utf8).base64EncodedString())")
        } else {
            fields.append(("client_id", provider.client))
            if let secret = provider.secret { fields.append(("client_secret", secret)) }
        }
        let reply = try asking { () throws(TransferFault) in
            try self.client.post(places.token, Array(form(fields).utf8), header)
        }
        guard reply.status == 200, let text = JSONValue(reply.body)?["id_token"]?.text else {
            throw failure("it does not say who you are")
        }
        do { return try WebToken(text) } catch { throw failure(error.rawValue) }
    }

    /// The provider's keys; read anew where a token is signed with one that was not there.
    private func keys(for token: WebToken, at places: ProviderPlaces) throws(TeamError) -> WebKeys {
        let now = clock()
        if let (keys, at) = known.withLock(\.keys) {
            let age = now.milliseconds(since: at)
            let isFresh = age >= 0 && age < Self.lasts
            if isFresh, token.isKnown(among: keys) || age < Self.soonest { return keys }
        }
        let reply = try asking { () throws(TransferFault) in try self.client.get(places.keys) }
        guard reply.status == 200, let keys = JSONValue(reply.body).flatMap({ WebKeys($0) }) else {
            throw TeamError(.unavailable, "\(provider.name) does not publish its keys", mend: "try again in a moment")
        }
        known.withLock { $0.keys = (keys, at: now) }
        return keys
    }

    private func places() throws(TeamError) -> ProviderPlaces {
        let now = clock()
        if let (places, at) = known.withLock(\.places), (0..<Self.lasts).contains(now.milliseconds(since: at)) {
            return places
        }
        let issuer = provider.issuer.hasSuffix("/") ? String(provider.issuer.dropLast()) : provider.issuer
        let reply = try asking { () throws(TransferFault) in
            try self.client.get("\(issuer)/.well-known/openid-configuration")
        }
        guard reply.status == 200, let document = JSONValue(reply.body) else {
            throw TeamError(.unavailable, "\(provider.name) does not say where people sign in")
        }
        let places = try ProviderPlaces(document, of: provider)
        known.withLock { $0.places = (places, at: now) }
        return places
    }

    private func asking(_ ask: () throws(TransferFault) -> WebClient.Reply) throws(TeamError) -> WebClient.Reply {
        do { return try ask() } catch {
            throw TeamError(.unavailable, "\(provider.name) does not answer", mend: "try again in a moment")
        }
    }

    private func taking<Result>(_ body: () throws(TeamError) -> Result) throws(TeamError) -> Result {
        let isFree = known.withLock { known in
            guard known.busy < Self.most else { return false }
            known.busy += 1
            return true
        }
        guard isFree else {
            throw TeamError(.tooMany(seconds: 2), "many people sign in right now", mend: "try again in a moment")
        }
        defer { known.withLock { $0.busy -= 1 } }
        return try body()
    }

    private func failure(_ problem: String) -> TeamError {
        TeamError(.invalid, "signing in by \(provider.name) did not work: \(problem)", mend: "try again")
    }
}

/// Fields as forms send them.
private func form(_ fields: [(String, String)]) -> String {
    fields.map { "\(encoded($0.0))=\(encoded($0.1))" }.joined(separator: "&")
}

private func encoded(_ text: String) -> String {
    text.utf8.map { byte in
        let isPlain =
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            || [0x2D, 0x2E, 0x5F, 0x7E].contains(byte)
        return isPlain
            ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
}
