import Signatures
package import Team

/// Somebody's way to a provider and back. All of it is made of one secret that the browser keeps in a cookie: whoever
/// comes back without it has begun nothing here, and any node knows the way again.
package struct SignOnFlow: Sendable, Equatable {
    private let secret: String
    /// What it is for.
    package let purpose: Purpose
    /// Of the session in which it began, where it is about whoever is signed in.
    private let session: String

    /// What somebody goes to a provider for.
    package enum Purpose: Sendable, Equatable {
        /// To sign in, and to see a page then.
        case signIn(to: String)
        /// To take an invitation up, by what its link has in it.
        case join(String)
        /// To come in that way, too.
        case connect
    }

    /// Begins one.
    ///
    /// - Parameters:
    ///   - purpose: What it is for.
    ///   - session: The token of whoever is signed in.
    package init(_ purpose: Purpose, in session: Token? = nil) {
        secret = randomToken()
        self.purpose = purpose
        self.session = Self.session(session, for: purpose)
    }

    /// Reads what a browser kept; nil of what is none.
    package init?(_ text: String, in session: Token?) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, Token(String(parts[0])) != nil,
            let detail = Base64URL.decode(parts[2]).flatMap({ String(validating: $0, as: UTF8.self) })
        else { return nil }
        switch parts[1] {
        case "in": purpose = .signIn(to: detail)
        case "join": purpose = .join(detail)
        case "connect": purpose = .connect
        default: return nil
        }
        secret = String(parts[0])
        self.session = Self.session(session, for: purpose)
    }

    private static func session(_ session: Token?, for purpose: Purpose) -> String {
        purpose == .connect ? session?.formKey ?? "" : ""
    }

    /// What the browser keeps of it.
    package var text: String {
        switch purpose {
        case .signIn(let path): "\(secret).in.\(Base64URL.encode(path.utf8))"
        case .join(let token): "\(secret).join.\(Base64URL.encode(token.utf8))"
        case .connect: "\(secret).connect."
        }
    }

    /// By which an answer is known to be one to this browser, for this purpose, in this session.
    package var state: String { derived("state") }
    /// By which a token is known to be made for it.
    package var nonce: String { derived("nonce") }
    /// By which the provider knows who fetches the token (RFC 7636).
    var verifier: String { derived("verifier") }
    /// What is told of that before.
    var challenge: String { Base64URL.encode(sha256(Array(verifier.utf8))) }

    private func derived(_ what: String) -> String {
        Base64URL.encode(sha256(Array("preceptor sign-on \(what) 1\n\(text)\n\(session)".utf8)))
    }
}
