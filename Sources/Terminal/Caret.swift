import Machine

/// An answer, and under it a caret at the characters that are wrong.
///
/// A long answer is cut to the part round them.
package func caretLines(under answer: String, at position: Range<Int>, width: Int, indent: Int = 2) -> [String] {
    let characters = answer.unicodeScalars.map { $0 == "\t" ? " " : printable(String($0)) }
    let start = min(position.lowerBound, characters.count)
    let room = max(width - indent - 8, 16)
    let first = start < room ? 0 : start - room / 2
    let shown = characters[first..<min(first + room, characters.count)]
    let lead = first > 0 ? "... " : ""
    let tail = shown.endIndex < characters.count ? " ..." : ""
    let before = lead + shown[..<min(start, shown.endIndex)].joined()
    let marked = shown[min(start, shown.endIndex)..<min(max(position.upperBound, start + 1), shown.endIndex)].joined()
    let margin = String(repeating: " ", count: indent)
    return [
        margin + lead + shown.joined() + tail,
        margin + String(repeating: " ", count: displayWidth(of: before))
            + String(repeating: "^", count: max(displayWidth(of: marked), 1)),
    ]
}
