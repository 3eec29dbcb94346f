/// What sentences call the kinds of service, drug and therapy, and the people who give care.
package struct Wording: Sendable {
    private let kinds: @Sendable (ID<ServiceKind>) -> String?
    private let performers: @Sendable (ID<Performer>) -> String?

    /// Each by its label; nil where there is none. An article that a label begins with is left out: a sentence has its
    /// own.
    package init(
        kinds: @escaping @Sendable (ID<ServiceKind>) -> String?,
        performers: @escaping @Sendable (ID<Performer>) -> String?
    ) {
        self.kinds = kinds
        self.performers = performers
    }

    /// Each by the words of its name.
    package static let plain = Wording(kinds: { _ in nil }, performers: { _ in nil })

    /// What a kind of service, drug or therapy is called.
    package subscript(kind: ID<ServiceKind>) -> String { kinds(kind).map(withoutArticle) ?? kind.words }
    /// What whoever gives care is called.
    package subscript(performer: ID<Performer>) -> String {
        performers(performer).map(withoutArticle) ?? performer.words
    }
}

private func withoutArticle(_ label: String) -> String {
    ["a ", "an ", "the "].first { label.hasPrefix($0) }.map { String(label.dropFirst($0.count)) } ?? label
}
