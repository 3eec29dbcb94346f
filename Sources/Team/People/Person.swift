package import Scoring
import Signatures

/// Somebody who may sign in.
package struct Person: Sendable, Equatable {
    /// What everything of this person is kept under, for ever.
    package let id: ID
    /// As people write it.
    package var name: String
    /// The mail address, by which a person signs in; in small letters, and nobody else's.
    package var address: MailAddress
    /// What the person does in the house.
    package var roles: Set<Role>
    /// Whether the person may not sign in any more.
    package var isShutOut: Bool
    /// When the person was taken in.
    package let since: Moment

    /// Names a person: 32 hexadecimal digits, which tell nothing.
    package struct ID: Sendable, Hashable, Codable, CustomStringConvertible {
        /// The digits.
        package let text: String

        package init(_ text: String) { self.text = text }

        /// An id that nobody has.
        package static func new() -> ID { ID(randomName()) }

        package var description: String { text }
    }

    package init(
        id: ID, name: String, address: MailAddress, roles: Set<Role>, isShutOut: Bool = false, since: Moment
    ) {
        self.id = id
        self.name = name
        self.address = address
        self.roles = roles
        self.isShutOut = isShutOut
        self.since = since
    }
}

/// A mail address as people are known by it.
package struct MailAddress: Sendable, Hashable, CustomStringConvertible {
    /// In small letters.
    package let text: String

    /// Reads an address in any letters and with spaces round it; nil of what cannot be one.
    package init?(_ text: String) {
        let word = text.lowercased().split(whereSeparator: \.isWhitespace)
        guard word.count == 1, let address = word.first, address.utf8.count <= 254 else { return nil }
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), parts[0].utf8.count <= 64,
            address.unicodeScalars.allSatisfy({ !Self.strange.contains($0) && !$0.isUnseen }),
            !parts[1].hasPrefix("."), !parts[1].hasSuffix(".")
        else { return nil }
        self.text = String(address)
    }

    private static let strange: Set<Unicode.Scalar> = ["<", ">", "\"", "(", ")", ",", ";", ":", "\\", "[", "]"]

    package var description: String { text }
}

extension Unicode.Scalar {
    /// Whether nobody sees it, or it turns the direction of writing: two texts would look alike.
    var isUnseen: Bool {
        switch properties.generalCategory {
        case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: true
        default: properties.isBidiControl
        }
    }
}
