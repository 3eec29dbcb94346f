package import Scoring

/// Something that is said to candidates while they sit an exam.
package struct Message: Sendable, Equatable {
    /// The order in which messages came, from 1.
    package let number: Int64
    /// What is said.
    package let text: String
    /// When it was said.
    package let at: Moment

    /// A message.
    package init(number: Int64, text: String, at moment: Moment) {
        self.number = number
        self.text = text
        at = moment
    }
}

/// A certificate that was handed out, as it is kept beside the issuer's register.
package struct KeptCertificate: Sendable, Equatable {
    /// As it says itself.
    package let id: String
    /// The attempt that it was issued for.
    package let attempt: String
    /// The text that whoever verifies needs.
    package let token: String

    /// A certificate.
    package init(id: String, attempt: String, token: String) {
        self.id = id
        self.attempt = attempt
        self.token = token
    }
}
