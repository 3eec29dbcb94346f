/// Why something cannot stand in a certificate.
package struct InvalidFact: Error, Equatable {
    /// What is wrong and how to mend it.
    package let message: String

    private static let longest = 200

    /// The text, which is neither empty nor long and has no control characters.
    static func checked(_ text: String, _ what: String, longest: Int = longest) throws(InvalidFact) -> String {
        guard !text.allSatisfy(\.isWhitespace) else { throw InvalidFact(message: "\(what) is empty; give one") }
        guard text.count <= longest else {
            throw InvalidFact(message: "\(what) has more than \(longest) characters; shorten it")
        }
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse, .surrogate:
                throw InvalidFact(message: "\(what) has a character that cannot be seen; remove it")
            default: continue
            }
        }
        return text
    }

    /// The address, which begins with https:// and goes on without white space, quotes, brackets and a fragment.
    static func checkedAddress(_ text: String, _ what: String) throws(InvalidFact) -> String {
        let text = try checked(text, what)
        let isPlain = text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"\"<>\\^`{|}#".utf8.contains($0) }
        guard text.hasPrefix("https://"), text.utf8.count > 8, isPlain else {
            throw InvalidFact(message: "\(what) is no web address; write it as https://example.org/certificates")
        }
        return text
    }
}
