/// What a page's template is filled with. Text is escaped where it is shown.
package enum PageValue: Sendable, Equatable {
    case text(String)
    case flag(Bool)
    case list([PageValue])
    case group([String: PageValue])

    /// A text, or nothing.
    static func optional(_ text: String?) -> PageValue { text.map(PageValue.text) ?? .flag(false) }
}

extension PageValue: ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral, ExpressibleByDictionaryLiteral {
    /// A text.
    package init(stringLiteral value: String) { self = .text(value) }
    /// A flag.
    package init(booleanLiteral value: Bool) { self = .flag(value) }
    /// A group.
    package init(dictionaryLiteral elements: (String, PageValue)...) {
        self = .group(Dictionary(elements) { first, _ in first })
    }
}

/// Makes pages of templates and values.
package protocol PageRenderer: Sendable {
    /// Makes a page.
    ///
    /// - Parameters:
    ///   - template: Its name.
    ///   - values: What it is filled with.
    /// - Returns: The page.
    /// - Throws: Where there is no such template: a defect.
    func render(_ template: String, _ values: [String: PageValue]) throws -> String
}
