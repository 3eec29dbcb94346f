/// How many columns of a terminal text takes up; colours and other emphasis take none.
package func displayWidth(of text: String) -> Int {
    var width = 0
    for byte in text.utf8 {
        guard (0x20..<0x7F).contains(byte) else {
            return glyphs(of: text).reduce(0) { $0 + $1.width }
        }
        width += 1
    }
    return width
}

/// A piece of text that cannot be divided: a character as it is read, or an escape sequence for emphasis.
struct Glyph {
    let text: Substring
    let width: Int
}

/// The pieces that text is made of.
func glyphs(of text: some StringProtocol) -> [Glyph] {
    var rest = Substring(text)
    var result: [Glyph] = []
    while let character = rest.first {
        let emphasisEnd = character == "\u{1B}" ? endOfEmphasis(rest) : nil
        let end = emphasisEnd ?? rest.index(after: rest.startIndex)
        result.append(Glyph(text: rest[..<end], width: emphasisEnd == nil ? width(of: character) : 0))
        rest = rest[end...]
    }
    return result
}

/// The end of an `ESC [ … m` that the text starts with; a mark that follows is no part of its `m`.
private func endOfEmphasis(_ text: Substring) -> String.Index? {
    var rest = text.unicodeScalars.dropFirst()
    guard rest.popFirst() == "[" else { return nil }
    rest = rest.drop { ("0"..."9").contains($0) || $0 == ";" }
    guard rest.popFirst() == "m" else { return nil }
    return rest.startIndex
}

/// The width of a character as it is read, which may be made of several scalars.
private func width(of character: Character) -> Int {
    var width = 0
    var isJoined = false
    for (place, scalar) in character.unicodeScalars.enumerated() {
        // What a joiner ties to an emoji, or a skin tone changes, is drawn in its place.
        let isDrawnOver = isJoined || place > 0 && (0x1F3FB...0x1F3FF).contains(scalar.value)
        if !isDrawnOver {
            width += scalarWidth(scalar)
        }
        isJoined = scalar.value == 0x200D
    }
    return width
}

private func scalarWidth(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20..<0x7F: return 1
    case 0x00..<0xA0: return 0
    case 0xA0..<0x300: return 1
    // The later letters of a Korean syllable are drawn into its first.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return scalar.isWide ? 2 : 1
    }
}
