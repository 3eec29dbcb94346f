package import Team

/// One thing that can be asked: where, by whom, and what is then done.
package struct Route: Sendable {
    /// How it is asked.
    package let method: WebRequest.Method
    /// `exams/:attempt/answer`: a part that begins with a colon stands for any one part, and names it.
    package let pattern: String
    /// Who may ask.
    package let access: Access
    /// The most bytes that may be sent.
    let mostBytes: Int
    /// Does it.
    let handle: @Sendable (Visit) throws -> WebAnswer

    /// Who may ask.
    package enum Access: Sendable, Equatable {
        /// Everybody, signed in or not.
        case anyone
        /// Whoever is signed in.
        case signedIn
        /// Whoever the table of permissions gives this to.
        case permission(Permission)
        /// Other servers' pages and programs: what they send proves itself, and no session of ours counts.
        case elsewhere
        /// A program with a key, which allows a scope where one is named.
        case key(KeyScope?)
    }

    init(
        _ method: WebRequest.Method, _ pattern: String, _ access: Access, mostBytes: Int = 1 << 20,
        _ handle: @escaping @Sendable (Visit) throws -> WebAnswer
    ) {
        self.method = method
        self.pattern = pattern
        self.access = access
        self.mostBytes = mostBytes
        self.handle = handle
    }

    /// The named parts of a path; nil where the path is not this route's.
    func match(_ path: [String]) -> [String: String]? {
        let parts = pattern.split(separator: "/")
        guard parts.count == path.count else { return nil }
        var named: [String: String] = [:]
        for (part, asked) in zip(parts, path) {
            if part.hasPrefix(":") {
                guard !asked.isEmpty else { return nil }
                named[String(part.dropFirst())] = asked
            } else if part != asked {
                return nil
            }
        }
        return named
    }
}

/// A request on its way: what was asked, and by whom.
package struct Visit: Sendable {
    let request: WebRequest
    /// The named parts of the path.
    let parts: [String: String]
    /// Who asks; nil where nobody is signed in.
    let actor: Actor?
    /// What the browser holds of the session; nil where nobody is signed in.
    let token: Token?
    /// By which key a program asks; nil where a browser does.
    var key: AccessKey?
    /// What a form sent; empty where it sent none.
    let form: FormFields

    /// A named part of the path.
    func part(_ name: String) -> String { parts[name] ?? "" }

    /// Who asks.
    ///
    /// - Throws: `TeamError` of kind `signedOut` where nobody is signed in.
    func person() throws(TeamError) -> Actor {
        guard let actor else { throw TeamError(.signedOut, "you are not signed in") }
        return actor
    }
}
