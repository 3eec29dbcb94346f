/// An edition of 1EdTech's question and test interchange. The documents are written once, in the words of 2.1, and
/// put into those of 3.0 where that is due.
enum QTIVersion {
    case v21, v30

    var namespace: String {
        switch self {
        case .v21: "http://www.imsglobal.org/xsd/imsqti_v2p1"
        case .v30: "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
        }
    }

    private var schema: String {
        switch self {
        case .v21: "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"
        case .v30: "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd"
        }
    }

    var itemType: String { self == .v21 ? "imsqti_item_xmlv2p1" : "imsqti_item_xmlv3p0" }
    var testType: String { self == .v21 ? "imsqti_test_xmlv2p1" : "imsqti_test_xmlv3p0" }

    var manifestNamespace: String {
        switch self {
        case .v21: "http://www.imsglobal.org/xsd/imscp_v1p1"
        case .v30: "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"
        }
    }

    var packageName: String { self == .v21 ? "QTIv2.1 Package" : "QTI Package" }
    var packageVersion: String { self == .v21 ? "1.0.0" : "3.0.0" }

    /// A document of this edition.
    func document(_ element: Element) -> [UInt8] {
        var root = translated(element)
        root.attributes =
            [
                ("xmlns", namespace), ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
                ("xsi:schemaLocation", "\(namespace) \(schema)"),
            ] + root.attributes
        return Array(root.document.utf8)
    }

    /// The words of 2.1 with hyphens and a prefix, as 3.0 has them; those of HTML are the same in both.
    private func translated(_ element: Element) -> Element {
        guard self == .v30 else { return element }
        var element = element
        let isHTML = ["p", "div", "ol", "li"].contains(element.name)
        if !isHTML { element.name = "qti-" + hyphenated(element.name) }
        element.attributes = element.attributes.map { (hyphenated($0.name), $0.value) }
        element.content = element.content.map { part in
            if case .element(let child) = part { .element(translated(child)) } else { part }
        }
        if ["qti-modal-feedback", "qti-rubric-block"].contains(element.name) {
            var body = Element("qti-content-body")
            body.content = element.content
            element.content = [.element(body)]
        }
        if element.name == "qti-rubric-block" {
            element.attributes.append(("use", "instructions"))
        }
        return element
    }

    private func hyphenated(_ name: String) -> String {
        name.reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
    }
}

extension Element {
    /// A document of any edition from 2.0 on, in the words of 2.1 and without prefixes.
    var inQTI21: Element {
        var element = self
        element.name = unhyphenated(localName.withoutPrefix("qti-") ?? String(localName))
        element.attributes = attributes.map { (unhyphenated($0.name), $0.value) }
        element.content = content.map { part in
            if case .element(let child) = part { .element(child.inQTI21) } else { part }
        }
        return element
    }

    private func unhyphenated(_ name: String) -> String {
        let words = name.split(separator: "-")
        return words.dropFirst().reduce(into: String(words.first ?? "")) {
            $0 += $1.prefix(1).uppercased() + $1.dropFirst()
        }
    }
}
