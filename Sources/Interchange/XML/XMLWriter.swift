import Markup

extension Element {
    /// The element as a document.
    var document: String {
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        write(to: &text, indent: 0)
        return text + "\n"
    }

    /// Elements that hold only elements are indented; within those that hold text, white space would be text.
    private func write(to text: inout String, indent: Int?) {
        let margin = indent.map { String(repeating: "  ", count: $0) } ?? ""
        text += margin + "<" + name
        for (name, value) in attributes { text += " \(name)=\"\(value.escapedInXML)\"" }
        guard !content.isEmpty else {
            text += "/>"
            return
        }
        text += ">"
        let holdsText = content.contains { if case .text = $0 { true } else { false } }
        let inner = holdsText ? nil : indent.map { $0 + 1 }
        for part in content {
            if inner != nil { text += "\n" }
            switch part {
            case .element(let element): element.write(to: &text, indent: inner)
            case .text(let words): text += words.escapedInXML
            }
        }
        text += inner == nil ? "</\(name)>" : "\n\(margin)</\(name)>"
    }
}
