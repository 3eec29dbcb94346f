/// A number of JSON (RFC 8259), kept as it is written: nothing is rounded.
struct JSONNumber {
    private var isNegative = false
    /// The digits of whole and fraction, one after the other.
    private var digits: [UInt8] = []
    /// The power of ten by which they are multiplied.
    private var exponent = 0

    /// Nil where the bytes are no number.
    init?(_ bytes: ArraySlice<UInt8>) {
        var rest = bytes
        if rest.first == UInt8(ascii: "-") {
            isNegative = true
            rest.removeFirst()
        }
        let whole = Self.digits(&rest)
        guard !whole.isEmpty, whole.count == 1 || whole.first != UInt8(ascii: "0") else { return nil }
        digits = Array(whole)
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            let fraction = Self.digits(&rest)
            guard !fraction.isEmpty else { return nil }
            digits += fraction
            exponent = -fraction.count
        }
        if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
            rest.removeFirst()
            let sign = rest.first
            if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest.removeFirst() }
            let power = Self.digits(&rest)
            guard !power.isEmpty else { return nil }
            // No line is long enough for so many digits that a larger power would change what the number is.
            let size = power.reduce(0) { min($0 * 10 + Int($1 - 0x30), 1_000_000) }
            exponent += sign == UInt8(ascii: "-") ? -size : size
        }
        guard rest.isEmpty else { return nil }
    }

    private static func digits(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        rest = rest.dropFirst(digits.count)
        return digits
    }

    /// The number, where it is whole and a computer counts as far.
    var whole: Int? {
        guard let last = digits.lastIndex(where: { $0 != 0x30 }) else { return 0 }
        let zeros = digits.count - 1 - last + exponent
        guard zeros >= 0 else { return nil }
        let significant = digits[...last].drop { $0 == 0x30 }
        guard significant.count + zeros <= 18 else { return nil }
        var number = significant.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        for _ in 0..<zeros { number *= 10 }
        return isNegative ? -number : number
    }
}
