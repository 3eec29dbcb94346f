/// Text that a terminal shows and does not obey.
///
/// Control characters become `^[` and the like; those that turn the direction of writing, hide, or break lines
/// become `<U+202E>` and the like. Line feeds and tabs stay if `keepingLayout`. What is written through `Output` is made
/// so there; this tells beforehand whether text would stay as it is.
package func printable(_ text: String, keepingLayout: Bool = false) -> String {
    let isPlain = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
    guard !isPlain else { return text }
    var result = String.UnicodeScalarView()
    let scalars = text.unicodeScalars
    for position in scalars.indices {
        let scalar = scalars[position]
        let isLayout = keepingLayout && (scalar == "\n" || scalar == "\t")
        if isLayout || !scalar.isObeyed && !isHiddenJoiner(at: position, in: scalars) {
            result.append(scalar)
        } else {
            result.append(contentsOf: visibleForm(scalar).unicodeScalars)
        }
    }
    return String(result)
}

/// Whether a joiner stands where it joins nothing: beside ASCII, or at an end.
private func isHiddenJoiner(at position: String.Index, in scalars: String.UnicodeScalarView) -> Bool {
    guard scalars[position].value == 0x200C || scalars[position].value == 0x200D else { return false }
    let next = scalars.index(after: position)
    guard position > scalars.startIndex, next < scalars.endIndex else { return true }
    return scalars[scalars.index(before: position)].isASCII || scalars[next].isASCII
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
