/// The words of a piece of HTML, paragraph by paragraph, as far as plain text can carry them.
struct HTMLText {
    private(set) var paragraphs: [String] = []
    /// What plain text cannot carry.
    private(set) var lost: Set<String> = []
    /// The same in words; nil where nothing is lost.
    var loss: String? { notice(of: lost) }

    /// - Parameters:
    ///   - html: A piece of HTML.
    ///   - keepsLines: Whether each of its lines is one, as it is where people write without thinking of HTML.
    init(_ html: String, keepsLines: Bool = false) {
        guard html.unicodeScalars.contains(where: { $0 == "<" || $0 == "&" }) else {
            paragraphs = keepsLines ? lines(html) : Interchange.paragraphs(html)
            return
        }
        var reader = HTMLReader(html, keepsLines: keepsLines)
        reader.read()
        paragraphs = Interchange.paragraphs(reader.words.text)
        lost = reader.words.lost
    }
}

private struct HTMLReader {
    /// How far the end of a tag is looked for, in bytes, so that signs without an end take no longer than their number.
    private static let tagLimit = 10_000
    /// The longest name of a character that is known, in bytes.
    private static let nameLimit = 12

    var words: ProseOfHTML
    private let bytes: [UInt8]
    private var position = 0
    /// False once it is known that no tag ends any more.
    private var mayEnd = true

    init(_ html: String, keepsLines: Bool) {
        bytes = Array(html.utf8)
        words = ProseOfHTML(keepsLines: keepsLines)
    }

    mutating func read() {
        while position < bytes.count {
            let start = position
            while let byte = byte(at: position), byte != UInt8(ascii: "<"), byte != UInt8(ascii: "&") { position += 1 }
            words.add(bytes.text(start..<position))
            switch byte(at: position) {
            case UInt8(ascii: "<"): readTag()
            case UInt8(ascii: "&"): readCharacter()
            default: return
            }
        }
    }

    private func byte(at position: Int) -> UInt8? { position < bytes.count ? bytes[position] : nil }

    // MARK: Tags

    private mutating func readTag() {
        if bytes[position...].starts(with: "<!--".utf8) { return skip(past: "-->") }
        let isEnd = byte(at: position + 1) == UInt8(ascii: "/")
        let start = position + (isEnd ? 2 : 1)
        let name = bytes.dropFirst(start).prefix { isLetter($0) || (0x30...0x39).contains($0) || $0 >= 0x80 }
        guard let first = name.first, isLetter(first), let close = endOfTag(from: start) else { return readOther() }
        let tag = String(decoding: name, as: UTF8.self).lowercased()
        let isEmpty = bytes[close - 1] == UInt8(ascii: "/")
        position = close + 1
        if htmlUnsaid.contains(tag) {
            if !isEnd, !isEmpty { skip(past: "</\(tag)") }
            return
        }
        let attributes = bytes.text(start + name.count..<close)
        words.pass(tag, isEnd: isEnd) { attributeOfHTML($0, in: attributes) }
        if isEmpty, !isEnd, ProseOfMath.elements.contains(tag) { words.pass(tag, isEnd: true) }
    }

    /// A document type or an instruction, which says nothing, or the sign itself.
    private mutating func readOther() {
        let next = byte(at: position + 1)
        if next == UInt8(ascii: "!") || next == UInt8(ascii: "?"), mayEnd {
            mayEnd = bytes[position...].contains(UInt8(ascii: ">"))
            if mayEnd { return skip(past: ">") }
        }
        words.add("<")
        position += 1
    }

    /// Where the tag at hand closes; what stands in quotes may hold the sign.
    private func endOfTag(from start: Int) -> Int? {
        var quote: UInt8?
        for position in start..<min(start + Self.tagLimit, bytes.count) {
            let byte = bytes[position]
            if byte == quote {
                quote = nil
            } else if quote == nil {
                if byte == UInt8(ascii: ">") { return position }
                if byte == UInt8(ascii: "<") { return nil }
                let isQuote = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
                if isQuote, bytes[position - 1] == UInt8(ascii: "=") { quote = byte }
            }
        }
        return nil
    }

    /// Passes over what nobody is shown; to the end where it is never closed.
    private mutating func skip(past end: String) {
        let signs = Array(end.utf8)
        while position < bytes.count, !isAhead(signs) { position += 1 }
        position = min(position + signs.count, bytes.count)
        // The tag that ends a script goes on to its own sign.
        if end.hasPrefix("</") {
            position = (bytes[position...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1) + 1
        }
    }

    /// Whether signs come next, in capitals or not.
    private func isAhead(_ signs: [UInt8]) -> Bool {
        signs.indices.allSatisfy { offset in
            guard let byte = byte(at: position + offset) else { return false }
            return byte == signs[offset] || isLetter(byte) && byte | 0x20 == signs[offset]
        }
    }

    private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    // MARK: Characters

    private mutating func readCharacter() {
        let name = bytes[(position + 1)...].prefix(Self.nameLimit).prefix { $0 != UInt8(ascii: ";") }
        guard byte(at: position + 1 + name.count) == UInt8(ascii: ";"),
            let character = characterOfHTML(String(decoding: name, as: UTF8.self))
        else {
            words.add("&")
            position += 1
            return
        }
        words.add(String(character))
        position += name.count + 2
    }

    /// As browsers read it: numbers at which no text has a character mean those of Windows-1252.
    private func characterOfHTML(_ name: String) -> Unicode.Scalar? {
        guard let character = characterNamed(name) else { return charactersOfHTML[name[...]] }
        return UInt8(exactly: character.value).flatMap { scalarsOfWindows1252[$0] } ?? character
    }
}

/// The value of an attribute that is a number or a word, in the text behind a tag's name.
private func attributeOfHTML(_ name: String, in text: String) -> String? {
    for match in text.matches(of: /(?:^|[ \n\t])([A-Za-z]+)[ \n\t]*=[ \n\t]*["']?([-A-Za-z0-9]+)/)
    where match.output.1.lowercased() == name {
        return String(match.output.2)
    }
    return nil
}

/// The elements of HTML that begin a paragraph.
let htmlBlocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "ol",
    "p",
    "pre", "section", "table", "tbody", "tfoot", "thead", "tr", "ul",
]

/// The elements of which nobody is shown the words.
let htmlUnsaid: Set<String> = [
    "annotation", "annotation-xml", "head", "noscript", "script", "style", "stylesheet", "template", "title",
]

/// What is lost of an element of HTML within a paragraph.
func lossOfHTML(_ name: String) -> String {
    let pictures: Set = ["img", "video", "audio", "object", "iframe", "svg"]
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
