/// How many columns of a terminal text takes up; marks of emphasis take none.
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

/// A piece of text that cannot be divided: a character as it is read, or a mark of emphasis.
struct Glyph {
    let text: Substring
    let width: Int
}

/// The pieces that text is made of.
func glyphs(of text: some StringProtocol) -> [Glyph] {
    text.indices.map { start in
        Glyph(text: Substring(text[start...start]), width: width(of: text[start]))
    }
}

/// The width of a character as it is read, which may be made of several scalars.
private func width(of character: Character) -> Int {
    var width = 0
    var isJoined = false
    for (position, scalar) in character.unicodeScalars.enumerated() {
        // What a joiner ties to an emoji, or a skin tone changes, is drawn in its place.
        let isDrawnOver = isJoined || position > 0 && (0x1F3FB...0x1F3FF).contains(scalar.value)
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
    case _ where Emphasis.marks.contains(scalar.value): return 0
    // The later letters of a Korean syllable are drawn into its first.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return scalar.isWide ? 2 : 1
    }
}
