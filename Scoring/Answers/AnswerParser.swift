/// Reads an answer: `99601 x1, 99602 x2`, and the many ways in which people write the same.
///
/// A code may carry modifiers (`99601-SS`) and a count (`x2`, `*2`, `(2)`, `2 units`), or follow one
/// (`2 units of 99602`, `2x 99602`). Commas, semicolons, plus signs, `and` and spaces part the lines. A code
/// without a count is one unit; `none` is the claim that bills nothing.
///
/// - Parameters:
///   - answer: What was typed.
///   - codes: Those among which the nearest meaning of a slip is sought.
/// - Returns: The claim as it was typed, lines in that order.
/// - Throws: `AnswerError` with the place, what was expected there and the nearest meaning.
package func parseAnswer(_ answer: String, known codes: [Code] = []) throws(AnswerError) -> Claim {
    let tooLong = AnswerError(
        reason: .tooLong(limit: AnswerParser.characterLimit), offset: AnswerParser.characterLimit, length: 1)
    guard answer.utf8.count <= AnswerParser.characterLimit * AnswerText.bytesACharacter else { throw tooLong }
    let bytes = AnswerText(answer).bytes
    guard bytes.count <= AnswerParser.characterLimit else { throw tooLong }
    var parser = AnswerParser(bytes, known: codes)
    return try parser.parse()
}

/// The grammar, read from left to right. Counts and words have files of their own.
struct AnswerParser {
    static let characterLimit = 1_000
    static let lineLimit = 50
    static let unitLimit = 9_999

    let bytes: [UInt8]
    let known: [Code]
    var place = 0
    var lines: [ClaimLine] = []
    /// Whether the newest line has a count of its own.
    var isCounted = false
    /// Whether a sign or word has parted what follows from the newest line.
    var isParted = false
    /// A count that came before its code.
    var pending: (units: Int, start: Int)?
    var saysNone = false

    init(_ bytes: [UInt8], known: [Code]) {
        self.bytes = bytes
        self.known = known
    }

    mutating func parse() throws(AnswerError) -> Claim {
        while let byte = peek() {
            if byte.isASCIIDigit || byte.isASCIILetter {
                try readWord()
            } else {
                try readSign(byte)
            }
        }
        if let pending { throw error(.countWithoutCode, at: pending.start) }
        guard saysNone || !lines.isEmpty else { throw error(.empty, at: bytes.count) }
        return Claim(lines)
    }

    // MARK: Signs

    private mutating func readSign(_ sign: UInt8) throws(AnswerError) {
        switch sign {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ":"):
            place += 1
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "+"), UInt8(ascii: "&"), UInt8(ascii: "/"),
            UInt8(ascii: "\n"), UInt8(ascii: "\r"):
            place += 1
            isParted = true
        case UInt8(ascii: "*"):
            place += 1
            if pending == nil { try readCountAfterSign() }
        case UInt8(ascii: "("):
            try readBracketedCount()
        case UInt8(ascii: "-"):
            try readDash()
        case UInt8(ascii: "."):
            // A full stop may end an answer, and nothing else.
            guard !lines.isEmpty || saysNone, bytes[(place + 1)...].allSatisfy(\.isASCIISpace) else {
                throw error(.unexpected, at: place)
            }
            place = bytes.count
        default:
            throw error(.unexpected, at: place)
        }
    }

    /// A dash joins a modifier to its code, or parts one line from the next.
    private mutating func readDash() throws(AnswerError) {
        let isTight = place > 0 && !bytes[place - 1].isASCIISpace
        place += 1
        let word = word(from: place)
        guard !word.isEmpty, !lines.isEmpty, pending == nil, code(in: word.prefix(Code.length)) == nil else { return }
        guard isTight else {
            // As a minus it would make a count that nobody can bill.
            if isAllDigits(word) { throw error(.unitsNotWhole, at: place - 1, length: word.count + 1) }
            return
        }
        guard word.count == 2, let modifier = Modifier(bytes[word.lowerBound], bytes[word.lowerBound + 1]) else {
            throw error(.modifierMalformed, at: word.lowerBound, length: word.count)
        }
        lines[lines.count - 1].modifiers.append(modifier)
        place = word.upperBound
    }

    // MARK: Characters

    func peek() -> UInt8? { place < bytes.count ? bytes[place] : nil }

    mutating func skipSpaces() { place = skippingSpaces(from: place) }

    func skippingSpaces(from start: Int) -> Int {
        var place = start
        while place < bytes.count, bytes[place].isASCIISpace { place += 1 }
        return place
    }

    /// The letters and digits from a place on.
    func word(from start: Int) -> Range<Int> {
        var end = start
        while end < bytes.count, bytes[end].isASCIIDigit || bytes[end].isASCIILetter { end += 1 }
        return start..<end
    }

    func code(in word: Range<Int>) -> Code? {
        word.count == Code.length ? Code(ascii: bytes[word]) : nil
    }

    func isAllDigits(_ word: Range<Int>) -> Bool {
        !word.isEmpty && bytes[word].allSatisfy(\.isASCIIDigit)
    }

    func equal(_ word: Range<Int>, _ text: StaticString) -> Bool {
        guard word.count == text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { letters in
            zip(word, letters).allSatisfy { bytes[$0] | 0x20 == $1 }
        }
    }

    func error(_ reason: AnswerError.Reason, at offset: Int, length: Int = 1) -> AnswerError {
        AnswerError(reason: reason, offset: offset, length: max(length, 1))
    }
}

extension UInt8 {
    var isASCIISpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
}
