/// The words of a piece of HTML, paragraph by paragraph, as far as plain text can carry them.
struct HTMLText {
    private(set) var paragraphs: [String] = []
    /// What plain text cannot carry; nil where nothing is lost.
    private(set) var loss: String?

    init(_ html: String) {
        var words = ""
        var rest = html.unicodeScalars[...]
        var lost: Set<String> = []
        while let scalar = rest.popFirst() {
            switch scalar {
            case "<":
                let tag = String(Substring(rest.prefix { $0 != ">" }))
                guard tag.utf8.count < rest.count || rest.contains(">"), let name = Self.name(of: tag) else {
                    words.append("<")
                    continue
                }
                rest = rest.dropFirst(tag.unicodeScalars.count + 1)
                if htmlBlocks.contains(name) {
                    words.append("\n\n")
                } else {
                    lost.insert(lossOfHTML(name))
                }
            case "&":
                let name = String(Substring(rest.prefix(12).prefix { $0 != ";" }))
                guard rest.dropFirst(name.unicodeScalars.count).first == ";", let character = characterNamed(name)
                else {
                    words.append("&")
                    continue
                }
                words.unicodeScalars.append(character)
                rest = rest.dropFirst(name.unicodeScalars.count + 1)
            default: words.unicodeScalars.append(scalar)
            }
        }
        paragraphs = Interchange.paragraphs(words)
        loss = notice(of: lost)
    }

    /// The name of a tag, without what closes it or follows it; nil where it is none.
    private static func name(of tag: String) -> String? {
        let name = tag.drop { $0 == "/" || $0 == "!" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
        return name.isEmpty && !tag.hasPrefix("!") ? nil : name
    }
}

/// The elements of HTML that begin a paragraph.
let htmlBlocks: Set<String> = [
    "p", "br", "div", "li", "ul", "ol", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote",
]

/// What is lost of an element of HTML within a paragraph.
func lossOfHTML(_ name: String) -> String {
    let pictures: Set = ["img", "video", "audio", "object", "iframe", "svg", "math"]
    return pictures.contains(name) ? "pictures and media" : "formatting"
}

/// What is said of losses; nil where there are none.
func notice(of losses: Set<String>) -> String? {
    losses.isEmpty ? nil : "\(losses.sorted().joined(separator: " and ")) cannot be kept"
}

/// The character that a reference stands for, such as `amp` or `#38`; nil for one that is not known.
func characterNamed(_ name: String) -> Unicode.Scalar? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    case "nbsp": return "\u{A0}"
    default:
        guard let digits = name.withoutPrefix("#") else { return nil }
        let value = digits.lowercased().withoutPrefix("x").map { UInt32($0, radix: 16) } ?? UInt32(digits)
        guard let scalar = value.flatMap({ $0 }).flatMap(Unicode.Scalar.init) else { return nil }
        let isText =
            scalar.value >= 0x20 && scalar.value & 0xFFFE != 0xFFFE || [0x09, 0x0A, 0x0D].contains(scalar.value)
        return isText ? scalar : nil
    }
}
