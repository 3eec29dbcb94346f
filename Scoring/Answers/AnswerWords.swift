extension AnswerParser {
    mutating func readWord() throws(AnswerError) {
        let word = word(from: place)
        if let code = code(in: word.prefix(Code.length)), try readCode(code, in: word) { return }
        let digits = word.lowerBound..<(word.first { !bytes[$0].isASCIIDigit } ?? word.upperBound)
        if !digits.isEmpty, digits.count < Code.length - 1, isCountSuffix(digits.upperBound..<word.upperBound) {
            return try readNumber(digits, in: word)
        }
        if bytes[word.lowerBound] | 0x20 == UInt8(ascii: "x"), isAllDigits(word.dropFirst()) {
            place += 1
            return try readCountAfterSign()
        }
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
        let rest = word.dropFirst(Code.length)
        let isCounting = !rest.isEmpty
        if isCounting {
            guard bytes[rest.lowerBound] | 0x20 == UInt8(ascii: "x"), rest.count == 1 || isAllDigits(rest.dropFirst())
            else { return false }
        }
        if saysNone { throw error(.noneAndCodes, at: word.lowerBound, length: word.count) }
        guard lines.count < Self.lineLimit else {
            throw error(.tooManyLines(limit: Self.lineLimit), at: word.lowerBound, length: word.count)
        }
        if lines.isEmpty { lines.reserveCapacity(4) }
        lines.append(ClaimLine(code, units: pending?.units ?? 1))
        isCounted = pending != nil
        isParted = false
        pending = nil
        place = word.lowerBound + Code.length
        if isCounting {
            place += 1
            try readCountAfterSign()
        }
        return true
    }

    private func isCountSuffix(_ word: Range<Int>) -> Bool {
        word.isEmpty || equal(word, "x") || isUnitWord(word)
    }

    /// Words that bill nothing by themselves; false where the word is none of them.
    private mutating func readKeyword(_ word: Range<Int>) throws(AnswerError) -> Bool {
        let systems: [StaticString] = ["cpt", "hcpcs"]
        for system in systems where equal(word.prefix(system.utf8CodeUnitCount), system) {
            let rest = word.dropFirst(system.utf8CodeUnitCount)
            guard rest.isEmpty || code(in: rest.prefix(Code.length)) != nil else { continue }
            place = rest.lowerBound
            return true
        }
        if ["and", "plus", "with"].contains(where: { equal(word, $0) }) {
            isParted = true
        } else if equal(word, "x"), pending == nil, !lines.isEmpty {
            place = word.upperBound
            try readCountAfterSign()
            return true
        } else if equal(word, "none") || equal(word, "nothing") {
            guard lines.isEmpty else { throw error(.noneAndCodes, at: word.lowerBound, length: word.count) }
            saysNone = true
        } else {
            let isFiller = equal(word, "code") || equal(word, "codes")
            let saysCount = (equal(word, "of") || equal(word, "x")) && pending != nil || isUnitWord(word) && isCounted
            guard isFiller || saysCount else { return false }
        }
        place = word.upperBound
        return true
    }

    /// A modifier parted from its code by a space. All digits would be a count, and `or` is no answer.
    private func spacedModifier(_ word: Range<Int>) -> Modifier? {
        guard word.count == 2, !lines.isEmpty, pending == nil, !equal(word, "or") else { return nil }
        return Modifier(bytes[word.lowerBound], bytes[word.lowerBound + 1])
    }

    private func malformed(_ word: Range<Int>) -> AnswerError {
        let slip = CodeSlip(bytes[word], known: known)
        let start = slip.offset.map { word.lowerBound + $0 } ?? word.lowerBound
        let looksLikeCode = slip.meant != nil || bytes[word].contains(where: \.isASCIIDigit)
        return error(
            looksLikeCode ? .malformedCode(meant: slip.meant, slip: slip.words) : .unexpected,
            at: start, length: slip.offset == nil ? word.count : 1)
    }
}
