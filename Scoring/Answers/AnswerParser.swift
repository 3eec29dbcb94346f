/// Reads an answer: `99601 x1, 99602 x2`, and the many ways in which people write the same.
///
/// A code may carry modifiers (`99601-SS`) and a count (`x2`, `*2`, `(2)`, `2 units`), or follow one
/// (`2 units of 99602`, `2x 99602`). Commas, semicolons, plus signs, `and` and spaces part the lines. A code
/// without a count is one unit; `none` is the claim that bills nothing.
///
/// - Throws: `AnswerError` with the place, what was expected there and the nearest meaning.
package func parseAnswer(_ answer: String, known codes: [Code] = []) throws(AnswerError) -> Claim {
    guard answer.utf8.count <= AnswerParser.characterLimit * 4 else {
        throw AnswerError(reason: .tooLong(limit: AnswerParser.characterLimit), offset: 0, length: 1)
    }
    var parser = AnswerParser(AnswerText(answer).bytes, known: codes)
    return try parser.parse()
}

struct AnswerParser {
    static let characterLimit = 1_000
    static let lineLimit = 50
    static let unitLimit = 9_999

    let bytes: [UInt8]
    let known: [Code]
    var place = 0
    private var lines: [ClaimLine] = []
    /// Whether the newest line has a count of its own.
    private var isCounted = false
    /// A count that came before its code.
    private var pending: (units: Int, start: Int)?
    private var saysNone = false

    init(_ bytes: [UInt8], known: [Code]) {
        self.bytes = bytes
        self.known = known
    }

    mutating func parse() throws(AnswerError) -> Claim {
        guard bytes.count <= Self.characterLimit else {
            throw error(.tooLong(limit: Self.characterLimit), at: Self.characterLimit)
        }
        while let byte = peek() {
            if byte.isASCIIDigit || byte.isASCIILetter {
                try readWord()
            } else {
                try readSign(byte)
            }
        }
        if let pending { throw error(.countWithoutCode, at: pending.start) }
        if saysNone {
            guard lines.isEmpty else { throw error(.noneAndCodes, at: 0, length: bytes.count) }
            return Claim()
        }
        guard !lines.isEmpty else { throw error(.empty, at: bytes.count) }
        return Claim(lines)
    }

    // MARK: Signs

    private mutating func readSign(_ sign: UInt8) throws(AnswerError) {
        switch sign {
        case UInt8(ascii: " "), 0x09...0x0D, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "+"),
            UInt8(ascii: "&"), UInt8(ascii: "/"):
            place += 1
        case UInt8(ascii: "*"):
            place += 1
            try readCountAfterSign()
        case UInt8(ascii: "("):
            try readBracketedCount()
        case UInt8(ascii: "-"), UInt8(ascii: ":"):
            place += 1
            try readAfterJoiner()
        case UInt8(ascii: "."):
            // A full stop may end an answer, and nothing else.
            guard bytes[(place + 1)...].allSatisfy({ $0 == 0x20 }), !lines.isEmpty else {
                throw error(.unexpected, at: place)
            }
            place = bytes.count
        default:
            throw error(.unexpected, at: place)
        }
    }

    private mutating func readBracketedCount() throws(AnswerError) {
        place += 1
        skipSpaces()
        if peek().map({ $0 | 0x20 == UInt8(ascii: "x") }) == true { place += 1 }
        try readCountAfterSign()
        skipSpaces()
        if peek().map(\.isASCIILetter) == true { try readUnitWord() }
        guard peek() == UInt8(ascii: ")") else { throw error(.unexpected, at: place) }
        place += 1
    }

    private mutating func readUnitWord() throws(AnswerError) {
        let word = word(from: place)
        guard isUnitWord(word) else { throw error(.unexpected, at: word.lowerBound, length: word.count) }
        place = word.upperBound
        skipSpaces()
    }

    /// What may follow a hyphen or colon: a modifier, a count, or (after a spaced dash) the next line.
    private mutating func readAfterJoiner() throws(AnswerError) {
        let isTight = place >= 2 && bytes[place - 2] != 0x20
        skipSpaces()
        guard let next = peek(), next.isASCIIDigit || next.isASCIILetter else {
            if next(is: UInt8(ascii: "*")) || peek() == nil { return }
            throw error(.unexpected, at: place)
        }
        let word = word(from: place)
        guard !lines.isEmpty, isTight, pending == nil, bytes[place - 1] == UInt8(ascii: "-") else { return }
        if code(in: word) != nil { return }
        guard !isCounted, word.count == 2, let modifier = Modifier(bytes[word.lowerBound], bytes[word.lowerBound + 1])
        else {
            let isCount = bytes[word.lowerBound] | 0x20 == UInt8(ascii: "x") || bytes[word].allSatisfy(\.isASCIIDigit)
            throw error(isCount ? .unitsNotWhole : .modifierMalformed, at: word.lowerBound, length: word.count)
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
        if isSignedCount(word) {
            place = word.lowerBound + 1
            return try readCountAfterSign()
        }
        if let code = code(in: word.prefix(Code.length)), try readCode(code, in: word) { return }
        if isAllDigits(word), word.count < Code.length { return try readBareNumber(word) }
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

    /// `x2`; also `x1000`, which has the form of a code, unless that is known as one.
    private func isSignedCount(_ word: Range<Int>) -> Bool {
        guard bytes[word.lowerBound] | 0x20 == UInt8(ascii: "x"), isAllDigits(word.dropFirst()) else { return false }
        return code(in: word).map { !known.contains($0) } ?? true
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

    private func peek() -> UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func skipSpaces() {
        while peek() == 0x20 { place += 1 }
    }

    private func word(from start: Int) -> Range<Int> {
        var end = start
        while end < bytes.count, bytes[end].isASCIIDigit || bytes[end].isASCIILetter { end += 1 }
        return start..<end
    }

    /// The word after any spaces, without taking it.
    private func followingWord(_ from: inout Int) -> Range<Int> {
        while from < bytes.count, bytes[from] == 0x20 { from += 1 }
        let word = word(from: from)
        from = word.upperBound
        return word
    }

    private func code(in word: Range<Int>) -> Code? {
        word.count == Code.length ? Code(ascii: bytes[word]) : nil
    }

    private func isAllDigits(_ word: Range<Int>) -> Bool {
        !word.isEmpty && bytes[word].allSatisfy(\.isASCIIDigit)
    }

    private func isUnitWord(_ word: Range<Int>) -> Bool {
        equal(word, "unit") || equal(word, "units") || equal(word, "u")
    }

    private func equal(_ word: Range<Int>, _ text: StaticString) -> Bool {
        guard word.count == text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { letters in
            zip(word, letters).allSatisfy { bytes[$0] | 0x20 == $1 }
        }
    }

    private func error(_ reason: AnswerError.Reason, at offset: Int, length: Int = 1) -> AnswerError {
        AnswerError(reason: reason, offset: offset, length: max(length, 1))
    }
}
