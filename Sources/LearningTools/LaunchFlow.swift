import Signatures

/// Somebody's way from a learning system to its sign-in and back here. All of it is made of one secret that the browser
/// keeps in a cookie, so that no token works that another browser fetched, and any node knows the way again.
package struct LaunchFlow: Sendable, Equatable {
    private let secret: String
    /// The learning system, by its id here.
    package let platform: String

    /// Begins one.
    package init(to platform: String) {
        secret = randomToken()
        self.platform = platform
    }

    /// Reads what a browser kept; nil of what is none.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 43, Base64URL.decode(parts[0]) != nil, !parts[1].isEmpty else {
            return nil
        }
        secret = String(parts[0])
        platform = String(parts[1])
    }

    /// What the browser keeps of it.
    package var text: String { "\(secret).\(platform)" }
    /// By which an answer is known to be one to this browser.
    package var state: String { derived("state") }
    /// By which a token is known to be made for it.
    package var nonce: String { derived("nonce") }

    private func derived(_ what: String) -> String {
        Base64URL.encode(sha256(Array("preceptor launch \(what) 1\n\(text)".utf8)))
    }
}
