/// A text as one line: every run of white space becomes a space, and what a terminal would obey or nobody would see
/// is left out.
func plainLine(_ text: String) -> String {
    if isPlainLine(text) { return text }
    var line = String.UnicodeScalarView()
    var isParted = false
    for scalar in text.unicodeScalars {
        if scalar.properties.isWhitespace {
            isParted = true
        } else if scalar.isShown {
            if isParted, !line.isEmpty { line.append(" ") }
            isParted = false
            line.append(scalar)
        }
    }
    return String(line)
}

/// Whether a text is printable ASCII with single spaces within it, as most are.
private func isPlainLine(_ text: String) -> Bool {
    var last = UInt8(ascii: " ")
    for byte in text.utf8 {
        guard byte >= 0x20, byte < 0x7F, byte != 0x20 || last != 0x20 else { return false }
        last = byte
    }
    return text.isEmpty || last != 0x20
}

/// A number in digits, with a sign, a point and a power of ten where it has them; nil for anything else that Swift would
/// take for one, such as `0x10`, `inf` and `nan`.
func decimal(_ text: some StringProtocol) -> Double? {
    let isPlain = text.utf8.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || "+-.eE".utf8.contains($0)
    }
    guard isPlain, let value = Double(text), value.isFinite else { return nil }
    return value
}

/// The lines of a text that say something, where each stands by itself.
func lines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map { plainLine(String($0)) }.filter { !$0.isEmpty }
}

/// The paragraphs of a text: what empty lines part.
func paragraphs(_ text: String) -> [String] {
    var paragraphs: [String] = []
    var current: [Substring] = []
    for row in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
        if row.allSatisfy(\.isWhitespace) {
            if !current.isEmpty { paragraphs.append(plainLine(current.joined(separator: " "))) }
            current = []
        } else {
            current.append(row)
        }
    }
    if !current.isEmpty { paragraphs.append(plainLine(current.joined(separator: " "))) }
    return paragraphs.filter { !$0.isEmpty }
}

extension Unicode.Scalar {
    /// Controls, marks that turn the direction of writing, and characters that nobody sees are not shown. The joiners
    /// stay, which some scripts and signs need.
    fileprivate var isShown: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: false
        case .format: value == 0x200C || value == 0x200D
        default: true
        }
    }
}

extension StringProtocol {
    func withoutPrefix(_ prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
    }
}
