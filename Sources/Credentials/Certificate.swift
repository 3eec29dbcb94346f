/// The facts of a certificate: who achieved what, how well, until when, and by which attempt.
package struct Certificate: Sendable, Equatable {
    /// What can be achieved.
    package struct Achievement: Sendable, Equatable {
        /// Tells it apart from the issuer's other achievements: lower-case letters, digits and hyphens.
        package let id: String
        /// What it is called.
        package let name: String
        /// What it takes.
        package let criteria: String

        /// An achievement.
        ///
        /// - Throws: `InvalidFact` for what cannot stand in a certificate.
        package init(id: String, name: String, criteria: String) throws(InvalidFact) {
            let isPlain = id.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
            }
            guard !id.isEmpty, id.utf8.count <= 100, isPlain else {
                throw InvalidFact(
                    message: "the achievement's id is not of a-z, 0-9 and hyphens; give one as home-infusion-1")
            }
            self.id = id
            self.name = try InvalidFact.checked(name, "the achievement's name")
            self.criteria = try InvalidFact.checked(criteria, "what the achievement takes", longest: 2_000)
        }
    }

    /// Where it is said whether a certificate was taken back.
    package struct Status: Sendable, Equatable {
        /// The address of the issuer's status list.
        package let list: String
        /// The position of the certificate in it, from 0.
        package let index: Int

        /// - Throws: `InvalidFact` for what is no web address.
        package init(list: String, index: Int) throws(InvalidFact) {
            self.list = try InvalidFact.checkedAddress(list, "the status list's address")
            guard index >= 0 else { throw InvalidFact(message: "a place in a status list is 0 or more") }
            self.index = index
        }
    }

    /// `urn:uuid:` and a random UUID.
    package let id: String
    /// The name of whoever achieved it.
    package let candidate: String
    /// Binds the certificate to a mailbox; nil where the name has to do.
    package let email: String?
    /// What was achieved.
    package let achievement: Achievement
    /// Such as `80 to 89 %`: exact scores promise more than a test can measure.
    package let scoreBand: String
    /// The head of the attempt's log, in hexadecimal digits.
    package let logHead: String
    /// The first second in which it is good.
    package let validFrom: Timestamp
    /// The first second in which it is good no more.
    package let validUntil: Timestamp
    /// Nil where the issuer has no status list.
    package let status: Status?

    /// A certificate of facts.
    ///
    /// - Throws: `InvalidFact` for the first of them that cannot stand in a certificate.
    package init(
        id: String, candidate: String, email: String? = nil, achievement: Achievement, scoreBand: String,
        logHead: String, validFrom: Timestamp, validUntil: Timestamp, status: Status? = nil
    ) throws(InvalidFact) {
        guard Self.isID(id) else { throw InvalidFact(message: "the certificate's id is no urn:uuid:; make one") }
        self.id = id
        self.candidate = try InvalidFact.checked(candidate, "the candidate's name")
        if let email {
            let parts = try InvalidFact.checked(email, "the candidate's mail address").split(separator: "@")
            guard parts.count == 2, !email.contains(where: \.isWhitespace) else {
                throw InvalidFact(message: "the candidate's mail address is none; write it as name@example.org")
            }
        }
        self.email = email
        self.achievement = achievement
        self.scoreBand = try InvalidFact.checked(scoreBand, "the score band")
        guard logHead.utf8.count >= 16, logHead.utf8.count <= 200, logHead.allSatisfy(\.isHexDigit) else {
            throw InvalidFact(
                message: "the log's head is not of 16 to 200 hexadecimal digits; give it as the log has it")
        }
        self.logHead = logHead
        guard validFrom < validUntil else {
            throw InvalidFact(message: "the certificate would end before it begins; give a later end")
        }
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.status = status
    }

    /// Whether a text is the id of a certificate, as they are made here.
    package static func isID(_ text: String) -> Bool {
        guard text.hasPrefix("urn:uuid:") else { return false }
        let parts = text.dropFirst(9).split(separator: "-", omittingEmptySubsequences: false)
        return parts.map(\.utf8.count) == [8, 4, 4, 4, 12]
            && parts.allSatisfy { $0.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) } }
    }

    /// An id for a new certificate, with the version and variant bits of RFC 9562.
    package static func newID(using generator: inout some RandomNumberGenerator) -> String {
        var digits = (0..<32).map { _ in Int.random(in: 0..<16, using: &generator) }
        digits[12] = 4
        digits[16] = digits[16] & 3 | 8
        let text = digits.map { String($0, radix: 16) }
        let parts = [text[0..<8], text[8..<12], text[12..<16], text[16..<20], text[20..<32]].map { $0.joined() }
        return "urn:uuid:" + parts.joined(separator: "-")
    }
}
