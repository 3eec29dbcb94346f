extension String {
    /// With a capital at the start and a full stop at the end, unless it ends as a sentence does.
    package var sentence: String { withCapital + (last.map { ".?!".contains($0) } == true ? "" : ".") }

    /// With a capital at the start. Texts mostly begin in ASCII, where that is a matter of one byte.
    package var withCapital: String {
        guard let first = utf8.first, first < 0x80 else { return prefix(1).uppercased() + dropFirst() }
        guard first >= UInt8(ascii: "a"), first <= UInt8(ascii: "z") else { return self }
        return String(Unicode.Scalar(first - 0x20)) + Substring(utf8.dropFirst())
    }
}
