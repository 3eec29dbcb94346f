import Signatures

/// What opens a door to whoever holds it: a session, an invitation. It is told once, and only its digest is kept.
package struct Token: Sendable, Equatable {
    /// 43 signs that addresses and cookies can hold.
    package let text: String

    /// A token that nobody has: 256 bits.
    package static func new() -> Token { Token(unchecked: randomToken()) }

    /// A token as somebody tells it; nil of what cannot be one.
    package init?(_ text: String) {
        guard text.utf8.count == 43, Base64URL.decode(text) != nil else { return nil }
        self.text = text
    }

    private init(unchecked text: String) { self.text = text }

    /// What is kept of it: nobody can make the token of it.
    package var digest: Digest { Digest(hexadecimal(sha256(Array("preceptor token 1\n\(text)".utf8)))) }

    /// What a form of this session carries, so that no other site can send one: known to whoever has the token, and to
    /// nobody else.
    package var formKey: String { Base64URL.encode(sha256(Array("preceptor form 1\n\(text)".utf8))) }

    /// Whether a form carried what it must.
    package func isKey(_ key: String) -> Bool { isSame(key, formKey) }

    /// What is kept of a token.
    package struct Digest: Sendable, Hashable {
        /// 64 hexadecimal digits.
        package let text: String

        package init(_ text: String) { self.text = text }
    }
}
