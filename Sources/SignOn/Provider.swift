import Couriers
import Signatures
package import Team
import WebTokens

/// Somebody who vouches for people, by OpenID Connect, and what this house is called there.
package struct Provider: Sendable, Equatable {
    /// Its address, which its tokens name.
    package let issuer: String
    /// What this house is called there.
    package let client: String
    /// What proves that; nil where nothing has to.
    let secret: String?
    /// What people call it.
    package let name: String

    /// - Parameters:
    ///   - issuer: Its address, such as `https://login.example.org/realms/house`.
    ///   - client: What this house is called there.
    ///   - secret: What proves that; nil where nothing has to.
    ///   - name: What people call it.
    /// - Throws: `TeamError` where the address is none that is asked.
    package init(_ issuer: String, client: String, secret: String?, named name: String) throws(TeamError) {
        guard WebClient.isAsked(issuer), !issuer.contains("?"), !issuer.contains("#"), !client.isEmpty else {
            throw TeamError(.invalid, "who vouches for people has an https address, and a name for this house")
        }
        self.issuer = issuer
        self.client = client
        self.secret = secret
        self.name = name
    }
}

/// Where a provider does what, as it says itself (OpenID Connect Discovery 1.0).
struct ProviderPlaces: Sendable, Equatable {
    let authorization: String
    let token: String
    let keys: String
    /// Whether the secret goes into the form, and not into the header.
    let takesSecretInForm: Bool

    /// - Throws: `TeamError` where it is another's document, or names an address that is not asked.
    init(_ document: JSONValue, of provider: Provider) throws(TeamError) {
        guard document["issuer"]?.text == provider.issuer, let authorization = document["authorization_endpoint"]?.text,
            let token = document["token_endpoint"]?.text, let keys = document["jwks_uri"]?.text,
            [authorization, token, keys].allSatisfy(WebClient.isAsked)
        else { throw TeamError(.unavailable, "\(provider.name) does not say where people sign in") }
        self.authorization = authorization
        self.token = token
        self.keys = keys
        let ways = document["token_endpoint_auth_methods_supported"]?.texts ?? ["client_secret_basic"]
        takesSecretInForm = !ways.contains("client_secret_basic") && ways.contains("client_secret_post")
    }
}
