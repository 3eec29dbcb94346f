/// Breaks text into lines no wider than `width`.
///
/// A line feed in the text ends a line; other white space only parts words. The first line is moved in by
/// `indent`, every other by `hanging`, or as the first if that is nil. A word longer than
/// its line is broken.
package func wrap(_ text: String, width: Int, indent: Int = 0, hanging: Int? = nil) -> [String] {
    var filler = LineFiller(width: max(width, 1), indent: indent, hanging: hanging ?? indent)
    for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" }) {
        for word in paragraph.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\r" }) {
            filler.add(word)
        }
        filler.endLine()
    }
    return filler.lines
}

/// Lines being filled word by word.
private struct LineFiller {
    let width: Int
    let hanging: Int
    private(set) var lines: [String] = []
    private var margin: Int
    private var current = ""
    private var used = 0

    init(width: Int, indent: Int, hanging: Int) {
        self.width = width
        self.hanging = max(hanging, 0)
        margin = max(indent, 0)
    }

    /// The columns a line has for words; one at least, however far it is moved in.
    private var room: Int { max(width - margin, 1) }

    mutating func add(_ word: Substring) {
        let wordWidth = displayWidth(of: String(word))
        if used > 0, used + 1 + wordWidth > room {
            endLine()
        }
        if used > 0 {
            current += " "
            used += 1
        }
        guard wordWidth > room else {
            current += word
            used += wordWidth
            return
        }
        for glyph in glyphs(of: word) {
            if used > 0, used + glyph.width > room {
                endLine()
            }
            current += glyph.text
            used += glyph.width
        }
    }

    mutating func endLine() {
        lines.append(current.isEmpty ? "" : String(repeating: " ", count: margin) + current)
        current = ""
        used = 0
        margin = hanging
    }
}
