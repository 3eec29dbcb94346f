/// Reads XML as question banks are written in it: elements, attributes, text, CDATA and the five named characters.
///
/// A document type is passed over and never fetched; one with declarations of its own is refused, and with it every
/// entity: nothing grows in the reading. There is no library at hand for this that a static program could be linked with.
///
/// - Parameter file: A document in UTF-8, or in ISO 8859-1 or Windows-1252 where it says so.
/// - Returns: Its root.
/// - Throws: `ImportProblem` with the position of what is not well formed or not allowed.
func readXML(_ file: [UInt8]) throws(ImportProblem) -> Element {
    guard file.count <= importByteLimit else { throw .tooLarge }
    if isUTF16(file) { throw .isUTF16 }
    var reader = XMLReader(try TextInput(inUTF8(file)).bytes)
    return try reader.read()
}

private struct XMLReader {
    private static let depthLimit = 64
    private static let elementLimit = 500_000

    private let bytes: [UInt8]
    private var position = 0
    private var line = 1
    /// In characters, counted from 1.
    private var column = 1
    private var open: [Element] = []
    private var count = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func read() throws(ImportProblem) -> Element {
        var root: Element?
        while position < bytes.count {
            if starts(with: "<!--") {
                try skip(through: "-->", what: "the comment")
            } else if starts(with: "<?") {
                try checkDeclaration()
                try skip(through: "?>", what: "the instruction")
            } else if starts(with: "<![CDATA[") {
                try readCDATA()
            } else if starts(with: "<!") {
                try skipDocumentType(isBeforeRoot: root == nil && open.isEmpty)
            } else if starts(with: "</") {
                if let closed = try readEnd() { root = closed }
            } else if bytes[position] == UInt8(ascii: "<") {
                guard root == nil else { throw problem("there is a second root", "put one element round both") }
                if let whole = try readStart() { root = whole }
            } else {
                try readText(isAfterRoot: root != nil)
            }
        }
        if let last = open.last {
            throw problem(
                "<\(last.name)> of line \(last.position.line ?? 0) is never closed", "the file may be cut off")
        }
        guard let root else { throw problem("there is no XML here", "give a file of questions in XML") }
        return root
    }

    // MARK: Parts

    private func checkDeclaration() throws(ImportProblem) {
        guard position == 0, let encoding = declaredEncoding(of: bytes) else { return }
        guard ["utf-8", "utf8", "us-ascii"].contains(encoding) || encodingsOfBytes.contains(encoding) else {
            throw problem(
                "the file says that it is in \(encoding.prefix(40))", "save it as UTF-8, and say so in its first line")
        }
    }

    /// Passes over `<!DOCTYPE quiz>`, which names a type that is looked up nowhere.
    private mutating func skipDocumentType(isBeforeRoot: Bool) throws(ImportProblem) {
        let refusal = problem("a document type or entity is not taken in", "remove everything in <!...> at the top")
        guard isBeforeRoot, starts(with: "<!DOCTYPE") else { throw refusal }
        while let byte = peek, byte != UInt8(ascii: ">") {
            guard byte != UInt8(ascii: "["), byte != UInt8(ascii: "<") || starts(with: "<!DOCTYPE") else {
                throw refusal
            }
            advance()
        }
        guard peek != nil else { throw problem("the document type is never closed", "the file may be cut off") }
        advance()
    }

    private mutating func readCDATA() throws(ImportProblem) {
        guard !open.isEmpty else { throw problem("text stands outside the root", "remove it") }
        let start = position + 9
        try skip(through: "]]>", what: "the CDATA section")
        append(bytes.text(start..<position - 3))
    }

    private mutating func readText(isAfterRoot: Bool) throws(ImportProblem) {
        var text: [UInt8] = []
        let isOutside = open.isEmpty
        while position < bytes.count, bytes[position] != UInt8(ascii: "<") {
            if isOutside, !isSpace(bytes[position]) {
                throw problem("text stands outside the root", isAfterRoot ? "remove it" : "give a file in XML")
            }
            try readCharacter(into: &text)
        }
        if !isOutside { append(String(decoding: text, as: UTF8.self)) }
    }

    private mutating func readStart() throws(ImportProblem) -> Element? {
        guard open.count < Self.depthLimit, count < Self.elementLimit else {
            throw problem("there are more elements than are taken in", "cut the file into several")
        }
        count += 1
        var element = Element("")
        element.position = ImportPosition(line: line, column: column)
        advance()
        element.name = try readName()
        var names: Set<String> = []
        while true {
            let hadSpace = skipSpace()
            guard let byte = peek else { throw problem("<\(element.name)> is never closed", "the file may be cut off") }
            if byte == UInt8(ascii: ">") {
                advance()
                open.append(element)
                return nil
            }
            if starts(with: "/>") {
                advance(2)
                return close(element)
            }
            guard hadSpace else { throw problem("a space belongs here", "part attributes with spaces") }
            let (name, value) = try readAttribute()
            guard names.insert(name).inserted else { throw problem("\(name) stands here twice", "keep one") }
            element.attributes.append((name, value))
        }
    }

    private mutating func readEnd() throws(ImportProblem) -> Element? {
        advance(2)
        let name = try readName()
        _ = skipSpace()
        guard let element = open.popLast(), element.name == name, peek == UInt8(ascii: ">") else {
            throw problem("</\(name)> closes what is not open", "close elements in the order in which they opened")
        }
        advance()
        return close(element)
    }

    private mutating func readAttribute() throws(ImportProblem) -> (String, String) {
        let name = try readName()
        _ = skipSpace()
        guard peek == UInt8(ascii: "=") else { throw problem("\(name) has no value", "write \(name)=\"...\"") }
        advance()
        _ = skipSpace()
        guard let quote = peek, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            throw problem("the value of \(name) has no quotes", "write \(name)=\"...\"")
        }
        advance()
        var value: [UInt8] = []
        while let byte = peek, byte != quote {
            guard byte != UInt8(ascii: "<") else { throw problem("< stands in a value", "write &lt;") }
            try readCharacter(into: &value)
        }
        guard peek != nil else { throw problem("the value of \(name) is never closed", "close the quotes") }
        advance()
        return (name, String(decoding: value, as: UTF8.self))
    }

    private mutating func readName() throws(ImportProblem) -> String {
        let start = position
        while let byte = peek, byte > 0x7F || isNamed(byte) { advance() }
        guard position > start, bytes[start] != UInt8(ascii: "-"), bytes[start] != UInt8(ascii: "."),
            !(0x30...0x39).contains(bytes[start])
        else { throw problem("a name belongs here", "write < as &lt; where it is no tag") }
        return bytes.text(start..<position)
    }

    /// Reads one byte of text, or the character that a reference stands for.
    private mutating func readCharacter(into text: inout [UInt8]) throws(ImportProblem) {
        guard bytes[position] == UInt8(ascii: "&") else {
            text.append(bytes[position])
            return advance()
        }
        let name = bytes[(position + 1)...].prefix(12).prefix { $0 != UInt8(ascii: ";") }
        let word = String(decoding: name, as: UTF8.self)
        guard position + 1 + name.count < bytes.count, bytes[position + 1 + name.count] == UInt8(ascii: ";"),
            let character = characterNamed(word)
        else { throw problem("& begins no character that is known", "write &amp; for the sign itself") }
        text += String(character).utf8
        advance(name.count + 2)
    }

    // MARK: The tree

    /// Puts an element into the one round it; gives it back where it is the root.
    private mutating func close(_ element: Element) -> Element? {
        guard !open.isEmpty else { return element }
        open[open.count - 1].content.append(.element(element))
        return nil
    }

    private mutating func append(_ text: String) {
        if !text.isEmpty, !open.isEmpty { open[open.count - 1].content.append(.text(text)) }
    }

    // MARK: Characters

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }
    private func starts(with text: StaticString) -> Bool {
        text.withUTF8Buffer { bytes[position...].starts(with: $0) }
    }

    private mutating func advance(_ count: Int = 1) {
        for _ in 0..<count {
            if bytes[position] == 0x0A {
                line += 1
                column = 1
            } else if bytes[position] & 0xC0 != 0x80 {
                column += 1
            }
            position += 1
        }
    }

    private mutating func skip(through end: StaticString, what: String) throws(ImportProblem) {
        let begin = line
        advance(2)
        while position < bytes.count, !starts(with: end) { advance() }
        guard position < bytes.count else {
            throw problem("\(what) of line \(begin) is never closed", "the file may be cut off")
        }
        advance(end.utf8CodeUnitCount)
    }

    private mutating func skipSpace() -> Bool {
        let start = position
        while let byte = peek, isSpace(byte) { advance() }
        return position > start
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }
    private func isNamed(_ byte: UInt8) -> Bool {
        (0x30...0x3A).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }

    private func problem(_ message: String, _ mend: String) -> ImportProblem {
        ImportProblem(message, at: ImportPosition(line: line, column: column), mend: mend)
    }
}
