extension AnswerParser {
    /// A count in brackets: `(2)`, `(x2)`, `(2 units)`.
    mutating func readBracketedCount() throws(AnswerError) {
        let bracket = place
        place += 1
        skipSpaces()
        if peek().map({ $0 | 0x20 == UInt8(ascii: "x") }) == true { place += 1 }
        if word(from: place).count >= Code.length { throw error(.unexpected, at: bracket) }
        try readCountAfterSign()
        skipSpaces()
        let word = word(from: place)
        if !word.isEmpty {
            guard isUnitWord(word) else { throw error(.unexpected, at: word.lowerBound, length: word.count) }
            place = word.upperBound
            skipSpaces()
        }
        guard peek() == UInt8(ascii: ")") else { throw error(.unexpected, at: place) }
        place += 1
    }

    /// The digits after a multiplication sign or a bracket.
    mutating func readCountAfterSign() throws(AnswerError) {
        skipSpaces()
        let start = place
        while let byte = peek(), byte.isASCIIDigit { place += 1 }
        guard place > start else { throw error(.unitsNotWhole, at: start) }
        try count(start..<place)
    }

    /// A number without a sign, or with one behind it, as in `2`, `2 units`, `2x` and `2u`.
    ///
    /// It belongs to the code before it, or to the one after it where none is waiting for a count, an `of` or a
    /// multiplication sign leads to the next, or a comma parts it from the last.
    mutating func readNumber(_ digits: Range<Int>, in word: Range<Int>) throws(AnswerError) {
        let suffix = digits.upperBound..<word.upperBound
        let units = try number(digits)
        var ahead = word.upperBound
        let unitWord = nextWord(&ahead)
        if !isUnitWord(unitWord) { ahead = word.upperBound }
        let afterUnits = ahead
        let next = nextWord(&ahead)
        let isOf = equal(next, "of")
        let isMultiplied = equal(suffix, "x") || equal(next, "x") || sign(at: next.lowerBound, is: "*")
        let leadsOn = isOf || (isParted || isMultiplied) && codeFollows(equal(next, "x") ? ahead : afterUnits)
        place = afterUnits
        if lines.isEmpty || isCounted || leadsOn {
            guard pending == nil else { throw error(.countWithoutCode, at: word.lowerBound) }
            pending = (units, word.lowerBound)
        } else {
            try count(digits)
        }
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
        if sign(at: digits.upperBound, is: "."), isAllDigits(word(from: digits.upperBound + 1).prefix(1)) {
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

    func isUnitWord(_ word: Range<Int>) -> Bool {
        equal(word, "unit") || equal(word, "units") || equal(word, "u")
    }

    // MARK: Looking ahead

    private func sign(at place: Int, is sign: Unicode.Scalar) -> Bool {
        place < bytes.count && bytes[place] == UInt8(ascii: sign)
    }

    /// The word after any spaces, without taking it.
    private func nextWord(_ from: inout Int) -> Range<Int> {
        let word = word(from: skippingSpaces(from: from))
        from = word.upperBound
        return word
    }

    /// Whether the next thing, a multiplication sign and `CPT` apart, is a code.
    private func codeFollows(_ start: Int) -> Bool {
        var ahead = skippingSpaces(from: start)
        if sign(at: ahead, is: "*") { ahead += 1 }
        var word = nextWord(&ahead)
        if equal(word, "cpt") || equal(word, "hcpcs") || equal(word, "code") { word = nextWord(&ahead) }
        return code(in: word.prefix(Code.length)) != nil
    }
}
