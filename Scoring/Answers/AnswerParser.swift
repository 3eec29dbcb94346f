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

    private func next(is byte: UInt8) -> Bool { peek() == byte }

    // MARK: Counts

    private mutating func readCountAfterSign() throws(AnswerError) {
        skipSpaces()
        let start = place
        while let byte = peek(), byte.isASCIIDigit { place += 1 }
        guard place > start else { throw error(.unitsNotWhole, at: start) }
        try count(start..<place)
    }

    /// Takes a count that follows its code.
    private mutating func count(_ digits: Range<Int>) throws(AnswerError) {
        let units = try number(digits)
        guard !lines.isEmpty, pending == nil else { throw error(.countWithoutCode, at: digits.lowerBound) }
        guard !isCounted else { throw error(.countTwice, at: digits.lowerBound, length: digits.count) }
        lines[lines.count - 1].units = units
        isCounted = true
    }

    private func number(_ digits: Range<Int>) throws(AnswerError) -> Int {
        let follows = digits.upperBound < bytes.count ? bytes[digits.upperBound] : 0x20
        let digitFollows = digits.upperBound + 1 < bytes.count && bytes[digits.upperBound + 1].isASCIIDigit
        if follows == UInt8(ascii: "."), digitFollows {
            throw error(.unitsNotWhole, at: digits.lowerBound, length: digits.count + 2)
        }
        var units = 0
        for place in digits {
            units = units * 10 + Int(bytes[place] - 0x30)
            guard units <= Self.unitLimit else {
                throw error(.unitsTooMany(limit: Self.unitLimit), at: digits.lowerBound, length: digits.count)
            }
        }
        return units
    }

    // MARK: Words

    private mutating func readWord() throws(AnswerError) {
        let word = word(from: place)
        if let code = code(in: word.prefix(Code.length)), try readCode(code, in: word) { return }
        if isAllDigits(word), word.count < Code.length { return try readBareNumber(word) }
        if bytes[word.lowerBound] | 0x20 == UInt8(ascii: "x"), isAllDigits(word.dropFirst()) {
            place = word.lowerBound + 1
            return try readCountAfterSign()
        }
        if isMultiple(word) { return try readMultiple(word) }
        if try readKeyword(word) { return }
        if let modifier = spacedModifier(word) {
            lines[lines.count - 1].modifiers.append(modifier)
            place = word.upperBound
            return
        }
        throw malformed(word)
    }

    /// A code at the start of a word; false where the rest of the word is no count.
    private mutating func readCode(_ code: Code, in word: Range<Int>) throws(AnswerError) -> Bool {
        if isLookalike(code, in: word.prefix(Code.length)) { throw malformed(word.prefix(Code.length)) }
        let rest = word.dropFirst(Code.length)
        if !rest.isEmpty {
            guard bytes[rest.lowerBound] | 0x20 == UInt8(ascii: "x"), isAllDigits(rest.dropFirst()) else {
                return false
            }
        }
        guard lines.count < Self.lineLimit else {
            throw error(.tooManyLines(limit: Self.lineLimit), at: word.lowerBound, length: word.count)
        }
        lines.append(ClaimLine(code))
        isCounted = false
        if let pending {
            lines[lines.count - 1].units = pending.units
            isCounted = true
            self.pending = nil
        }
        place = word.lowerBound + Code.length
        if rest.count > 1 {
            place += 1
            try readCountAfterSign()
        }
        return true
    }

    /// A number without a sign belongs to the code before it, or to the one after where none is waiting for it or
    /// an `of` follows.
    private mutating func readBareNumber(_ word: Range<Int>) throws(AnswerError) {
        place = word.upperBound
        let units = try number(word)
        if peek() == UInt8(ascii: "-"), place + 1 < bytes.count { throw error(.unexpected, at: place) }
        var ahead = place
        let next = followingWord(&ahead)
        let isUnit = isUnitWord(next)
        let after = isUnit ? followingWord(&ahead) : next
        if lines.isEmpty || isCounted || equal(after, "of") {
            guard pending == nil else { throw error(.countWithoutCode, at: word.lowerBound) }
            pending = (units, word.lowerBound)
        } else {
            try count(word)
        }
        if isUnit { place = next.upperBound }
    }

    /// `2x 99602`: a count with its sign behind it.
    private func isMultiple(_ word: Range<Int>) -> Bool {
        guard let last = word.last, bytes[last] | 0x20 == UInt8(ascii: "x") else { return false }
        return word.count > 1 && word.count < Code.length && isAllDigits(word.dropLast())
    }

    private mutating func readMultiple(_ word: Range<Int>) throws(AnswerError) {
        guard pending == nil else { throw error(.countWithoutCode, at: word.lowerBound) }
        pending = (try number(word.dropLast()), word.lowerBound)
        place = word.upperBound
    }

    /// Words that say nothing by themselves; false where the word is none of them.
    private mutating func readKeyword(_ word: Range<Int>) throws(AnswerError) -> Bool {
        let isFiller = ["cpt", "hcpcs", "code", "codes", "and", "plus", "with"].contains { equal(word, $0) }
        if isFiller {
            place = word.upperBound
            if peek() == UInt8(ascii: ":") { place += 1 }
        } else if equal(word, "of"), pending != nil {
            place = word.upperBound
        } else if equal(word, "x"), !lines.isEmpty || pending != nil {
            place = word.upperBound
            if pending == nil { try readCountAfterSign() }
        } else if isUnitWord(word), isCounted || pending != nil {
            place = word.upperBound
        } else if ["none", "nothing"].contains(where: { equal(word, $0) }) {
            saysNone = true
            place = word.upperBound
        } else {
            return false
        }
        return true
    }

    /// A modifier parted from its code by a space. It needs a letter, or it would be a count.
    private func spacedModifier(_ word: Range<Int>) -> Modifier? {
        guard word.count == 2, !lines.isEmpty, !isCounted, pending == nil else { return nil }
        return Modifier(bytes[word.lowerBound], bytes[word.lowerBound + 1])
    }

    /// `9960l` has the form of a code that nobody knows, and a known one was meant.
    private func isLookalike(_ code: Code, in word: Range<Int>) -> Bool {
        guard let last = word.last, bytes[last].isASCIILetter, !known.contains(code) else { return false }
        let slip = CodeSlip(bytes[word], known: known)
        return slip.words != nil && slip.meant.map(known.contains) == true
    }

    private func malformed(_ word: Range<Int>) -> AnswerError {
        let slip = CodeSlip(bytes[word], known: known)
        let start = slip.offset.map { word.lowerBound + $0 } ?? word.lowerBound
        let looksLikeCode = slip.meant != nil || bytes[word].contains(where: \.isASCIIDigit)
        return error(
            looksLikeCode ? .malformedCode(meant: slip.meant, slip: slip.words) : .unexpected,
            at: start, length: slip.offset == nil ? word.count : 1)
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
