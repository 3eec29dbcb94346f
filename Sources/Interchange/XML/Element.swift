/// An element of an XML document.
struct Element: Sendable, Equatable {
    enum Content: Sendable, Equatable {
        case element(Element)
        case text(String)
    }

    var name: String
    /// In the order in which they are written.
    var attributes: [(name: String, value: String)]
    var content: [Content]
    /// Where it begins, where it was read.
    var position = ImportPosition()

    init(_ name: String, _ attributes: [(name: String, value: String)] = [], _ children: [Element] = []) {
        self.name = name
        self.attributes = attributes
        content = children.map(Content.element)
    }

    init(_ name: String, _ attributes: [(name: String, value: String)] = [], text: String) {
        self.name = name
        self.attributes = attributes
        content = text.isEmpty ? [] : [.text(text)]
    }

    subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }

    var children: [Element] {
        content.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// The text that stands directly in it.
    var text: String {
        content.reduce(into: "") { if case .text(let text) = $1 { $0 += text } }
    }

    /// The text that stands in it at any depth.
    var allText: String {
        content.reduce(into: "") { text, part in
            switch part {
            case .text(let words): text += words
            case .element(let element): text += element.allText
            }
        }
    }

    /// The name without the prefix of its namespace, which every program picks for itself.
    var localName: Substring { name.split(separator: ":", maxSplits: 1).last ?? "" }

    func part(_ name: String) -> Element? { children.first { $0.localName == name } }
    func parts(_ name: String) -> [Element] { children.filter { $0.localName == name } }

    func first(_ name: String) -> Element? { children.first { $0.name == name } }
    func all(_ name: String) -> [Element] { children.filter { $0.name == name } }

    /// Every element within it, at any depth, that is called so, in the order in which they begin.
    func everywhere(_ isMeant: (String) -> Bool) -> [Element] {
        children.flatMap { (isMeant($0.name) ? [$0] : []) + $0.everywhere(isMeant) }
    }

    static func == (left: Element, right: Element) -> Bool {
        left.name == right.name && left.content == right.content
            && left.attributes.elementsEqual(right.attributes) { $0 == $1 }
    }
}
