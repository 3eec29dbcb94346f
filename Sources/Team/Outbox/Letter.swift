import FoundationEssentials

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
    var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// Reads what the outbox keeps; nil where it is none.
    package init?(_ text: String) {
        guard let letter = try? JSONDecoder().decode(Letter.self, from: Data(text.utf8)) else { return nil }
        self = letter
    }
}
