/// Where the server is, as browsers see it.
package struct PublicAddress: Sendable, Equatable {
    /// `http` or `https`.
    package let scheme: String
    /// The host's name, with the port where it is not the scheme's own.
    package let authority: String

    /// Reads an address such as `https://exams.example.org`; nil of anything with a path, or of another kind.
    package init?(_ address: String) {
        let halves = address.split(separator: "://", maxSplits: 1)
        guard halves.count == 2 else { return nil }
        scheme = halves[0].lowercased()
        let rest = halves[1]
        authority = (rest.hasSuffix("/") ? rest.dropLast() : rest).lowercased()
        guard scheme == "http" || scheme == "https", !authority.isEmpty,
            authority.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), !authority.contains(where: { "/?#@\\".contains($0) })
        else { return nil }
    }

    /// What a browser calls the address when it sends a form.
    package var origin: String { "\(scheme)://\(authority)" }

    /// Whether what is sent there is encrypted, so that cookies may be kept to that.
    package var isSecure: Bool { scheme == "https" }

    /// The name of the cookie that holds a session. Where there is encryption, its name binds it to this host alone.
    var sessionCookie: String { isSecure ? "__Host-preceptor" : "preceptor" }
}
