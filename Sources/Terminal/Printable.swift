/// Text that a terminal shows and does not obey.
///
/// Control characters become `^[` and the like; those that turn the direction of writing, hide, or break lines
/// become `<U+202E>` and the like. Line feeds and tabs stay if `keepingLayout`.
package func printable(_ text: String, keepingLayout: Bool = false) -> String {
    let isPlain = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
    guard !isPlain else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        if keepingLayout && (scalar == "\n" || scalar == "\t") || !isUnsafe(scalar) {
            result.append(scalar)
        } else {
            result.append(contentsOf: visibleForm(scalar).unicodeScalars)
        }
    }
    return String(result)
}

private func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00..<0x20, 0x7F..<0xA0: true
    case 0x2028, 0x2029: true
    // Direction of writing.
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    // Seen by nobody, though part of the text.
    case 0xAD, 0x200B, 0x2060...0x2065, 0x206A...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
    default: false
    }
}

private func visibleForm(_ scalar: Unicode.Scalar) -> String {
    if scalar.value < 0x20, let letter = Unicode.Scalar(scalar.value + 0x40) {
        return "^\(letter)"
    }
    if scalar.value == 0x7F {
        return "^?"
    }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
}
