package import Signatures
import Synchronization

/// How passwords are made into hashes and tried. That is work on purpose, so that only a few are tried at once, and a
/// crowd of guesses waits for itself and for nobody else.
package final class Passwords: Sendable {
    private let effort: PasswordEffort
    private let most: Int
    private let busy = Mutex(0)
    /// What the passwords of nobody are held against, so that it takes as long as somebody's.
    private let nobodys: String

    /// - Parameters:
    ///   - effort: How much work one is.
    ///   - most: How many may be tried or made at once.
    /// - Throws: `TeamError` where there is no memory for even one.
    package init(_ effort: PasswordEffort = .signIn, most: Int = 4) throws(TeamError) {
        self.effort = effort
        self.most = most
        guard let hash = passwordHash(of: randomToken(), effort) else { throw Self.noMemory }
        nobodys = hash
    }

    /// Whether a password is the one of a hash; never, where there is no hash, and then after as much work.
    ///
    /// - Throws: `TeamError` of kind `tooMany` where too many are tried now.
    func isRight(_ password: String, for hash: String?) throws(TeamError) -> Bool {
        try working { () throws(TeamError) in
            guard password.utf8.count <= Self.longest else { return false }
            return isPassword(password, hashedAs: hash ?? nobodys) && hash != nil
        }
    }

    /// The hash of a new password.
    ///
    /// - Throws: `TeamError` where it is no password to be had, or too many are tried now.
    func hash(_ password: String, for address: MailAddress) throws(TeamError) -> String {
        if let problem = Self.problem(with: password, for: address) { throw TeamError(.invalid, problem) }
        return try working { () throws(TeamError) in
            guard let hash = passwordHash(of: password, effort) else { throw Self.noMemory }
            return hash
        }
    }

    private func working<Result>(_ body: () throws(TeamError) -> Result) throws(TeamError) -> Result {
        let isFree = busy.withLock { busy in
            guard busy < most else { return false }
            busy += 1
            return true
        }
        guard isFree else {
            throw TeamError(.tooMany(seconds: 2), "many people sign in right now", mend: "try again in a moment")
        }
        defer { busy.withLock { $0 -= 1 } }
        return try body()
    }

    private static let shortest = 12
    private static let longest = 256
    private static let noMemory = TeamError(.unavailable, "there is no memory to try a password", mend: "try again")

    /// What is wrong with a new password, as a clause; nil where nothing is. Length is what makes it hard to guess.
    private static func problem(with password: String, for address: MailAddress) -> String? {
        if password.count < shortest {
            return "a password has \(shortest) characters or more; a few words that do not belong together are good"
        }
        if password.utf8.count > longest { return "a password has at most \(longest) characters" }
        if Set(password).count < 5 { return "this password repeats a few characters, and is soon guessed" }
        let name = address.text.prefix { $0 != "@" }
        let isTold = password.lowercased().contains(address.text) || (name.count > 3 && password.lowercased() == name)
        return isTold ? "this password has your address in it, and is soon guessed" : nil
    }
}
