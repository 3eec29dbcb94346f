/// The words of a piece of HTML, paragraph by paragraph, as far as plain text can carry them.
struct HTMLText {
    private(set) var paragraphs: [String] = []
    /// What plain text cannot carry.
    private(set) var lost: Set<String> = []
    /// The same in words; nil where nothing is lost.
    var loss: String? { notice(of: lost) }

    init(_ html: String) {
        guard html.unicodeScalars.contains(where: { $0 == "<" || $0 == "&" }) else {
            paragraphs = Interchange.paragraphs(html)
            return
        }
        var reader = HTMLReader(html)
        reader.read()
        paragraphs = Interchange.paragraphs(reader.words.text)
        lost = reader.words.lost
    }
}

/// Words as they come out of elements one after the other, and what of the elements is lost.
struct ProseOfHTML {
    private(set) var text = ""
    private(set) var lost: Set<String> = []

    mutating func add(_ words: String) { text += words }
    mutating func add(_ scalar: Unicode.Scalar) { text.unicodeScalars.append(scalar) }

    /// What an element's beginning or end makes of the words before it.
    mutating func pass(_ name: String, isEnd: Bool) {
        if htmlBlocks.contains(name) {
            text += "\n\n"
        } else if ["td", "th"].contains(name) {
            // The facts of two cells stay apart.
            if !isEnd { text += text.last?.isNewline == false ? " | " : "" }
        } else if name == "sup" {
            // 10 to the power of 3 is not 103.
            if !isEnd { text += "^" }
        } else {
            lost.insert(lossOfHTML(name))
        }
    }
}

private struct HTMLReader {
    /// How far the end of a tag is looked for, so that signs without an end take no longer than their number.
    private static let tagLimit = 10_000

    var words = ProseOfHTML()
    private var rest: Substring.UnicodeScalarView
    /// False once it is known that no tag ends any more.
    private var mayEnd = true

    init(_ html: String) { rest = html.unicodeScalars[...] }

    mutating func read() {
        while let scalar = rest.popFirst() {
            switch scalar {
            case "<": readTag()
            case "&": readCharacter()
            default: words.add(scalar)
            }
        }
    }

    private mutating func readTag() {
        if rest.starts(with: "!--".unicodeScalars) { return skip(through: "-->") }
        let isEnd = rest.first == "/"
        let name = (isEnd ? rest.dropFirst() : rest).prefix {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
        guard let first = name.first, first.isASCII, first.properties.isAlphabetic, let close = endOfTag else {
            guard rest.first == "!" || rest.first == "?", mayEnd else { return words.add("<") }
            mayEnd = rest.contains(">")
            guard mayEnd else { return words.add("<") }
            return skip(through: ">")
        }
        let tag = String(Substring(name)).lowercased()
        let isEmpty = rest[..<close].last == "/"
        rest = rest[rest.index(after: close)...]
        if htmlUnsaid.contains(tag) {
            if !isEnd, !isEmpty { skip(through: "</\(tag)") }
            return
        }
        words.pass(tag, isEnd: isEnd)
    }

    /// Where the tag at hand closes; what stands in quotes may hold the sign.
    private var endOfTag: Substring.UnicodeScalarView.Index? {
        var quote: Unicode.Scalar?
        for place in rest.indices.prefix(Self.tagLimit) {
            let scalar = rest[place]
            if scalar == quote { quote = nil } else if quote == nil, scalar == ">" { return place }
            if quote == nil, scalar == "<" { return nil }
            let opens =
                (scalar == "\"" || scalar == "'") && place != rest.startIndex && rest[rest.index(before: place)] == "="
            if quote == nil, opens { quote = scalar }
        }
        return nil
    }

    /// Passes over what nobody is shown; to the end where it is never closed.
    private mutating func skip(through end: String) {
        let signs = Array(end.unicodeScalars)
        while !rest.isEmpty {
            if rest.prefix(signs.count).elementsEqual(
                signs, by: { $0 == $1 || $0.properties.lowercaseMapping == String($1) })
            {
                rest = rest.dropFirst(signs.count)
                // The tag that ends a script goes on to its own sign.
                if end.hasPrefix("</") { rest = rest.drop { $0 != ">" }.dropFirst() }
                return
            }
            rest = rest.dropFirst()
        }
    }

    private mutating func readCharacter() {
        let name = String(Substring(rest.prefix(12).prefix { $0 != ";" }))
        let length = name.unicodeScalars.count
        guard rest.dropFirst(length).first == ";", let character = characterNamed(name) ?? charactersOfHTML[name[...]]
        else { return words.add("&") }
        words.add(character)
        rest = rest.dropFirst(length + 1)
    }
}

/// The elements of HTML that begin a paragraph.
let htmlBlocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "ol",
    "p",
    "pre", "section", "table", "tbody", "tfoot", "thead", "tr", "ul",
]

/// The elements of which nobody is shown the words.
let htmlUnsaid: Set<String> = ["head", "noscript", "script", "style", "stylesheet", "template", "title"]

/// What is lost of an element of HTML within a paragraph.
func lossOfHTML(_ name: String) -> String {
    let pictures: Set = ["img", "video", "audio", "object", "iframe", "svg", "math"]
    return pictures.contains(name) ? "pictures and media" : "formatting"
}

/// What is said of losses; nil where there are none.
func notice(of losses: Set<String>) -> String? {
    losses.isEmpty ? nil : "\(losses.sorted().joined(separator: " and ")) cannot be kept"
}

/// The character that a reference of XML stands for, such as `amp` or `#38`; nil for one that is not known.
func characterNamed(_ name: String) -> Unicode.Scalar? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
        guard let digits = name.withoutPrefix("#") else { return nil }
        let value = digits.lowercased().withoutPrefix("x").map { UInt32($0, radix: 16) } ?? UInt32(digits)
        guard let scalar = value.flatMap({ $0 }).flatMap(Unicode.Scalar.init) else { return nil }
        let isText =
            scalar.value >= 0x20 && scalar.value & 0xFFFE != 0xFFFE || [0x09, 0x0A, 0x0D].contains(scalar.value)
        return isText ? scalar : nil
    }
}
