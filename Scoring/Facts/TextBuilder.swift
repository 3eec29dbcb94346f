/// A text put together piece by piece, at a fraction of what it costs to add one string to another.
package struct TextBuilder {
    /// The text so far in UTF-8.
    package private(set) var bytes: [UInt8] = []

    /// An empty text with room for so many bytes of UTF-8, and more where they are needed.
    package init(capacity: Int) { bytes.reserveCapacity(capacity) }

    /// The text so far.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Adds a text.
    package mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// How many bytes the text has so far.
    package var length: Int { bytes.count }

    /// Begins a new text.
    package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    /// Gives what stands behind so many bytes a capital at its start.
    package mutating func capitalize(from start: Int) {
        guard start < bytes.count else { return }
        if bytes[start] < 0x80 {
            bytes[start] = bytes[start].uppercasedASCII
        } else {
            let words = String(decoding: bytes[start...], as: UTF8.self)
            bytes.removeLast(bytes.count - start)
            append(words.withCapital)
        }
    }

    /// Adds a number in digits.
    package mutating func append(_ number: Int) {
        if number < 0 { append(ascii: UInt8(ascii: "-")) }
        appendDigits(of: number.magnitude)
    }

    /// Adds a time as `HH:MM`.
    package mutating func append(_ time: ClockTime) {
        append(twoDigits: time.minute / 60)
        append(ascii: UInt8(ascii: ":"))
        append(twoDigits: time.minute % 60)
    }

    private mutating func append(twoDigits number: Int) {
        if number < 10 { append(ascii: UInt8(ascii: "0")) }
        append(number)
    }

    private mutating func appendDigits(of number: UInt) {
        if number >= 10 { appendDigits(of: number / 10) }
        append(ascii: UInt8(ascii: "0") + UInt8(number % 10))
    }

    /// Adds a character in ASCII.
    mutating func append(ascii byte: UInt8) { bytes.append(byte) }

    /// Adds a code.
    mutating func append(_ code: Code) {
        for position in 0..<Code.length { append(ascii: code.character(at: position)) }
    }

    /// Adds a modifier.
    mutating func append(_ modifier: Modifier) {
        append(ascii: UInt8(truncatingIfNeeded: modifier.bits >> 8))
        append(ascii: UInt8(truncatingIfNeeded: modifier.bits))
    }
}
