extension Unicode.Scalar {
    /// Controls, marks that turn the direction of writing, and characters that nobody sees: none has a place on a
    /// learner's screen. The joiners U+200C and U+200D stay, which some scripts and signs need.
    package var isUnprintable: Bool {
        switch value {
        case 0x00..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        case 0xAD, 0x180E, 0x200B, 0x2060...0x2065, 0x206A...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
        default: value & 0xFFFE == 0xFFFE
        }
    }

    /// `U+202E`
    package var name: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

extension String {
    /// The first character that must not be shown; most texts are plain ASCII, which is seen at a glance.
    package var firstUnprintable: Unicode.Scalar? {
        utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } ? nil : unicodeScalars.first(where: \.isUnprintable)
    }

    /// The text as it may be shown: what a terminal would obey becomes U+FFFD, and what is very long is cut.
    package func shown(limit: Int = 1_500) -> String {
        let scalars = unicodeScalars
        let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex)
        if end == nil || end == scalars.endIndex, firstUnprintable == nil { return self }
        var shown = UnicodeScalarView()
        for scalar in scalars[..<(end ?? scalars.endIndex)] { shown.append(scalar.isUnprintable ? "\u{FFFD}" : scalar) }
        if let end, end < scalars.endIndex { shown.append("…") }
        return String(shown)
    }

    /// The text in quotes, cut to what fits into a message.
    package var quoted: String { "\"\(shown(limit: 40))\"" }
}
