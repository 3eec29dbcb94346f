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
    default: return isWide(scalar.value) ? 2 : 1
    }
}

/// Unicode's East Asian Width W and F, the unassigned gaps between wide neighbours counted in.
private func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0, 0x23F3: true
    case 0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653, 0x267F, 0x2693, 0x26A1, 0x26AA...0x26AB: true
    case 0x26BD...0x26BE, 0x26C4...0x26C5, 0x26CE, 0x26D4, 0x26EA, 0x26F2...0x26F3, 0x26F5, 0x26FA: true
    case 0x26FD, 0x2705, 0x270A...0x270B, 0x2728, 0x274C, 0x274E, 0x2753...0x2755, 0x2757: true
    case 0x2795...0x2797, 0x27B0, 0x27BF, 0x2B1B...0x2B1C, 0x2B50, 0x2B55: true
    case 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3: true
    case 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6: true
    case 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F004, 0x1F0CF, 0x1F18E, 0x1F191...0x1F19A: true
    case 0x1F200...0x1F265, 0x1F300...0x1F320, 0x1F32D...0x1F335, 0x1F337...0x1F37C: true
    case 0x1F37E...0x1F393, 0x1F3A0...0x1F3CA, 0x1F3CF...0x1F3D3, 0x1F3E0...0x1F3F0, 0x1F3F4: true
    case 0x1F3F8...0x1F43E, 0x1F440, 0x1F442...0x1F4FC, 0x1F4FF...0x1F53D, 0x1F54B...0x1F54E: true
    case 0x1F550...0x1F567, 0x1F57A, 0x1F595...0x1F596, 0x1F5A4, 0x1F5FB...0x1F64F: true
    case 0x1F680...0x1F6C5, 0x1F6CC, 0x1F6D0...0x1F6D2, 0x1F6D5...0x1F6DF, 0x1F6EB...0x1F6EC: true
    case 0x1F6F4...0x1F6FC, 0x1F7E0...0x1F7EB, 0x1F7F0, 0x1F90C...0x1F93A, 0x1F93C...0x1F945: true
    case 0x1F947...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD: true
    default: false
    }
}
