package import Couriers
package import Scoring
import SignOn
import Signatures
import Synchronization
package import Team
package import WebTokens

/// Takes in whom learning systems send, by LTI 1.3.
package final class LaunchDesk: Sendable {
    /// Those that may send people.
    package let store: any PlatformStore
    /// How the addresses of the house begin.
    package let origin: String
    let signer: TokenSigner
    let client: WebClient
    let clock: @Sendable () -> Moment
    private let keys = Mutex<[String: PublishedKeys]>([:])
    private let gate = Gate()

    /// - Parameters:
    ///   - store: The learning systems that may send people.
    ///   - origin: How the addresses of the house begin, such as `https://exams.example.org`.
    ///   - signer: Signs what they are told.
    ///   - client: Asks them.
    ///   - clock: Tells the time.
    package init(
        of store: any PlatformStore, at origin: String, signingBy signer: TokenSigner,
        asking client: WebClient = WebClient(), clock: @escaping @Sendable () -> Moment
    ) {
        self.store = store
        self.origin = origin
        self.signer = signer
        self.client = client
        self.clock = clock
    }

    /// Where launches begin.
    package var login: String { "\(origin)/lti/login" }
    /// Where they end, and links lead to.
    package var launch: String { "\(origin)/lti/launch" }
    /// Where links to this house are chosen.
    package var choice: String { "\(origin)/lti/choose" }
    /// Where the keys are by which what is sent is verified.
    package var keySet: String { "\(origin)/lti/keys" }
    /// What is there.
    package var publishedKeys: [UInt8] { JSONValue.object(["keys": .list([signer.published])]).bytes }

    /// Where somebody is sent whom a learning system sends, to ask it for a token.
    ///
    /// - Parameter fields: What it sent along, by name; empty for those that it did not.
    /// - Returns: The address, what the browser keeps meanwhile, and who sends.
    /// - Throws: `TeamError` where it is not known here, or leads to another server.
    package func begin(
        _ fields: (String) -> String
    ) throws(TeamError) -> (address: String, flow: LaunchFlow, platform: Platform) {
        let (issuer, client) = (fields("iss"), fields("client_id"))
        let known = try store.platforms().filter {
            $0.issuer == issuer && (client.isEmpty || $0.client == client)
        }
        guard known.count == 1, let platform = known.first else {
            throw TeamError(
                .notFound, "this learning system is not known here", mend: "an administrator can let it send people")
        }
        let target = fields("target_link_uri")
        guard target == launch || target == choice || target == "\(origin)/" || target == origin else {
            throw TeamError(.invalid, "this link does not lead to \(launch)", mend: "correct it in the learning system")
        }
        let hint = fields("login_hint")
        guard !hint.isEmpty, hint.utf8.count <= 2_000, fields("lti_message_hint").utf8.count <= 4_000 else {
            throw failure("it does not say who comes", platform)
        }
        let flow = LaunchFlow(to: platform.id)
        var asked = [
            ("scope", "openid"), ("response_type", "id_token"), ("response_mode", "form_post"), ("prompt", "none"),
            ("client_id", platform.client), ("redirect_uri", launch), ("login_hint", hint), ("state", flow.state),
            ("nonce", flow.nonce),
        ]
        let message = fields("lti_message_hint")
        if !message.isEmpty { asked.append(("lti_message_hint", message)) }
        let joint = platform.authorization.contains("?") ? "&" : "?"
        return (platform.authorization + joint + WebClient.form(asked), flow, platform)
    }

    /// Who was sent, and what for.
    ///
    /// - Parameters:
    ///   - flow: As the browser kept it; nil where it kept none.
    ///   - answer: The fields that the learning system sent, by name; empty for those that it did not.
    /// - Returns: What the learning system says.
    /// - Throws: `TeamError` that says why nobody was.
    package func launched(for flow: LaunchFlow?, by answer: (String) -> String) throws(TeamError) -> Launch {
        guard let flow else {
            throw TeamError(
                .invalid, "this browser has not begun to come here, or keeps no cookie of it",
                mend: "open the link in the learning system again")
        }
        guard let platform = try store.platforms().first(where: { $0.id == flow.platform }) else {
            throw TeamError(.notFound, "this learning system is not known here")
        }
        guard isSame(answer("state"), flow.state) else { throw failure("the way here began somewhere else", platform) }
        guard answer("error").isEmpty else { throw failure("it was broken off there", platform) }
        let token: WebToken
        do { token = try WebToken(answer("id_token")) } catch { throw failure(error.rawValue, platform) }
        let keys = try gate.passing { () throws(TeamError) in try publishedKeys(of: platform).keys(for: token) }
        do { try token.verify(by: keys) } catch { throw failure(error.rawValue, platform) }
        let check = TokenCheck(issuer: platform.issuer, client: platform.client, nonce: flow.nonce, now: clock())
        let subject: String
        do { subject = try check.identity(of: token).subject } catch { throw failure(error.rawValue, platform) }
        do { return try Launch(token.claims, of: subject, from: platform) } catch {
            throw failure(error.rawValue, platform)
        }
    }

    /// What a learning system is sent where a link to an exam was chosen, or to the first page.
    ///
    /// - Throws: `TeamError` where it cannot be signed.
    package func answer(
        to choosing: Choosing, of platform: Platform, _ exam: String?, titled title: String
    ) throws(TeamError) -> String {
        guard
            let token = choosing.answer(
                exam, titled: title, leadingTo: launch, to: platform, by: signer, at: clock())
        else { throw TeamError(.defect, "what was chosen cannot be signed") }
        return token
    }

    private func publishedKeys(of platform: Platform) -> PublishedKeys {
        keys.withLock { keys in
            if let known = keys[platform.id] { return known }
            let new = PublishedKeys(of: platform.name, at: platform.keys, asking: client, clock: clock)
            keys[platform.id] = new
            return new
        }
    }

    private func failure(_ problem: String, _ platform: Platform) -> TeamError {
        TeamError(
            .invalid, "coming from \(platform.name) did not work: \(problem)",
            mend: "open the link there again")
    }
}

extension Platform {
    /// The pages that may show one of this house within theirs.
    package var origins: [String] {
        Set([authorization, issuer].compactMap { WebClient.origin(of: $0) }).sorted()
    }

    /// Reads what an administrator typed of a learning system.
    ///
    /// - Throws: `TeamError` where an address is none that is asked.
    package init(typed name: String, _ field: (String) -> String) throws(TeamError) {
        let (issuer, client) = (field("issuer"), field("client"))
        let addresses = [field("authorization"), field("token"), field("keys")]
        guard !issuer.isEmpty, !client.isEmpty, [issuer, client].allSatisfy({ $0.utf8.count <= 500 }) else {
            throw TeamError(.invalid, "a learning system has an issuer, and a client id for this house")
        }
        guard addresses.allSatisfy({ WebClient.isAsked($0) && $0.utf8.count <= 1_000 && !$0.contains("#") }) else {
            throw TeamError(.invalid, "the addresses of a learning system are https addresses")
        }
        self.init(
            id: randomName(), name: name, issuer: issuer, client: client,
            deployments: field("deployments").split(whereSeparator: \.isWhitespace).prefix(100).map(String.init),
            authorization: addresses[0], token: addresses[1], keys: addresses[2])
    }
}
