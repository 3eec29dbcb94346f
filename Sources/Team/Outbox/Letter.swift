import Learning

/// What is said to somebody by mail, in plain words.
package struct Letter: Sendable, Codable, Equatable {
    /// Where it goes.
    package let address: String
    /// To whom.
    package let name: String
    /// What it is about.
    package let title: String
    /// What it says, in paragraphs.
    package let paragraphs: [String]

    package init(to name: String, at address: MailAddress, _ title: String, _ paragraphs: [String]) {
        self.address = address.text
        self.name = name
        self.title = title
        self.paragraphs = paragraphs
    }

    /// As the outbox keeps it.
    var text: String { MarkText.written(self) }

    /// Reads what the outbox keeps; nil where it is none.
    package init?(_ text: String) {
        guard let letter: Letter = MarkText.read(text) else { return nil }
        self = letter
    }
}
