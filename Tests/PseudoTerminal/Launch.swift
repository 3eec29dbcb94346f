/// What to start, and where.
struct Launch {
    var executable: String
    var arguments: [String]
    /// Set on top of `environment`; nil takes a variable away.
    var changes: [String: String?]
    var folder: String?

    /// What a program finds set when nothing else is said; nothing of the test's own environment reaches it.
    static let environment = [
        "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm-256color", "HOME": "/nonexistent",
        "INPUTRC": "/dev/null", "TZ": "UTC",
    ]

    var environment: [String: String] {
        var result = Self.environment
        for (name, value) in changes {
            result[name] = value
        }
        return result
    }
}
