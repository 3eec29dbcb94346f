/// Lines of at most so many characters, broken at spaces; what does not fit on the last line is left out.
func lines(of text: String, width: Int, atMost count: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
        if let last = lines.last, last.count + 1 + word.count <= width {
            lines[lines.count - 1] += " " + word
        } else {
            lines.append(String(word))
        }
    }
    var shown = lines.prefix(count).map { $0.count > width ? $0.prefix(width - 1) + "…" : $0 }
    if lines.count > count, let last = shown.popLast() {
        shown.append(last.hasSuffix("…") ? last : last.prefix(width - 1) + "…")
    }
    return shown
}
