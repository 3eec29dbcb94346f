package import Scoring
package import Team
package import WebTokens

/// What a token of a provider is held against (OpenID Connect Core 1.0, section 3.1.3.7), once its signature is verified.
package struct TokenCheck: Sendable {
    let issuer: String
    let client: String
    let nonce: String
    let now: Moment

    /// - Parameters:
    ///   - issuer: Who has to have made it.
    ///   - client: For whom.
    ///   - nonce: In answer to what.
    ///   - now: When.
    package init(issuer: String, client: String, nonce: String, now: Moment) {
        self.issuer = issuer
        self.client = client
        self.nonce = nonce
        self.now = now
    }

    /// How far two clocks may be apart, in seconds.
    private static let skew = 60.0
    /// The oldest that a token may be, in seconds.
    private static let oldest = 600.0

    /// Whom the token means.
    ///
    /// - Throws: `TokenFault` that says what is wrong with it.
    package func identity(of token: WebToken) throws(TokenFault) -> Identity {
        let claims = token.claims
        guard claims["iss"]?.text == issuer else { throw .issuer }
        let audience = claims["aud"]?.text.map { [$0] } ?? claims["aud"]?.texts ?? []
        guard audience.contains(client) else { throw .audience }
        let party = claims["azp"]?.text
        guard party == client || (party == nil && claims["azp"] == nil && audience.count == 1) else { throw .audience }
        let seconds = Double(now.milliseconds) / 1_000
        guard let end = claims["exp"]?.number, end > seconds - Self.skew else { throw .expired }
        guard let made = claims["iat"]?.number, made < seconds + Self.skew, made > seconds - Self.oldest else {
            throw .time
        }
        if let begin = claims["nbf"] {
            guard let begin = begin.number, begin < seconds + Self.skew else { throw .time }
        }
        guard claims["nonce"]?.text == nonce else { throw .nonce }
        guard let subject = claims["sub"]?.text, !subject.isEmpty, subject.utf8.count <= 255,
            subject.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F })
        else { throw .subject }
        return Identity(issuer: issuer, subject: subject)
    }
}

/// What is wrong with a token whose signature is right.
package enum TokenFault: String, Error, Sendable {
    case issuer = "somebody else made it"
    case audience = "it is for somebody else"
    case expired = "it has expired"
    case time = "it is of another time"
    case nonce = "it answers another question"
    case subject = "it says of nobody who it is"
}
