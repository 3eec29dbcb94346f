/// Whose a count is.
///
/// It belongs to the line from which less parts it: a comma less than a semicolon, that less than a new row, and
/// nothing less than any. Behind its sign, as in `x2`, it belongs to the line before where both are as near; else the
/// end of the answer tells, or it is asked about.
extension AnswerParser {
    /// Gives a count to its line, or lets it wait for what follows.
    mutating func take(_ phrase: CountPhrase) throws(AnswerError) {
        let beginsRow = isAtRowStart && phrase.isBare
        isAtRowStart = false
        if phrase.isOfEach { return try takeForEach(phrase) }
        if unitsOfEach != nil { throw error(.eachOfWhich, at: phrase.position) }
        if let waiting {
            guard waiting.mayCountBack else { throw error(.countWithoutCode, at: phrase.position) }
            try settle(waiting)
        }
        let isNext = !lines.isEmpty && gap == .none
        if isNext, phrase.hasSign, counted == .behind { throw error(.countTwice, at: phrase.position) }
        let next = WaitingCount(
            phrase: phrase, gap: gap, mayCountBack: !lines.isEmpty && counted == .nowhere && !isJoined,
            beginsRow: beginsRow)
        closeGap()
        if isNext, phrase.hasSign, next.mayCountBack { return try settle(next) }
        waiting = next
    }

    private mutating func takeForEach(_ phrase: CountPhrase) throws(AnswerError) {
        guard waiting == nil, unitsOfEach == nil, !hasCounts, lines.isEmpty || !isJoined else {
            throw error(.eachOfWhich, at: phrase.position)
        }
        if lines.isEmpty {
            unitsOfEach = phrase
        } else {
            for position in lines.indices {
                let units = try units(phrase, of: lines[position].code)
                lines[position].units = units
            }
            counted = .behind
            hasCounts = true
            saysBoth = nil
        }
        closeGap()
    }

    /// The number that has just been read may be that of a line.
    mutating func mayBePosition() {
        if waiting?.phrase.isBare == true { waiting?.phrase.mayBePosition = true }
    }

    /// Gives a count to the line before it.
    mutating func settle(_ count: WaitingCount) throws(AnswerError) {
        let line = lines.count - 1
        if let twin = twin(of: count.phrase) {
            throw error(.modifierOrUnits(twin, units: count.phrase.units, lines[line].code), at: count.phrase.position)
        }
        let units = try units(count.phrase, of: lines[line].code)
        lines[line].units = units
        counted = .behind
        newestBehind = count.phrase
        hasCounts = true
        waiting = nil
        // A date between a line and its count is the line's.
        if let date = dates.waiting, date.mayGoBack, date.position.lowerBound < count.phrase.position.lowerBound {
            try settle(date)
        }
    }

    /// The modifier that a count of two digits could be as well.
    private func twin(of phrase: CountPhrase) -> Modifier? {
        guard phrase.isBare, phrase.position.count == 2,
            let modifier = Modifier(
                scanner.bytes[phrase.position.lowerBound], scanner.bytes[phrase.position.lowerBound + 1]),
            vocabulary.modifiers.contains(modifier)
        else { return nil }
        return modifier
    }

    /// The count that waits for a code that has just been read, unless it belongs to the line before.
    mutating func countBefore(_ code: Code) throws(AnswerError) -> CountPhrase? {
        guard let count = waiting else { return nil }
        let phrase = count.phrase
        if count.mayCountBack, gap >= count.gap {
            if gap == count.gap, !phrase.hasSign, let last = lines.last {
                doubt = doubt ?? (error(.countOfEither(last.code, code), at: phrase.position), phrase)
            }
            try settle(count)
            return nil
        }
        if phrase.mayBePosition { throw error(.countOrPosition(units: phrase.units, code), at: phrase.position) }
        if count.beginsRow, phrase.units == lines.count + 1 {
            numberedRows += 1
            firstRowNumber = firstRowNumber ?? phrase.position
        }
        waiting = nil
        hasCounts = true
        return phrase
    }

    /// The units of a code that a count stands for, in tenths where the code is billed in these: only such a code has a
    /// part of a unit. It changes nothing; were it not mutating, each call would copy the parser.
    mutating func units(_ count: CountPhrase, of code: Code) throws(AnswerError) -> Int {
        let tenth = scanner.tenths.isEmpty ? nil : scanner.tenths[count.position.lowerBound]
        if vocabulary.inTenths.contains(code) { return count.units * 10 + (tenth ?? 0) }
        guard tenth == nil else { throw error(.unitsNotWhole, at: count.position) }
        return count.units
    }

    mutating func settleLastCount() throws(AnswerError) {
        guard let count = waiting else { return }
        guard count.mayCountBack else {
            let isSecond = counted != .nowhere && count.gap == .none
            throw error(isSecond ? .countTwice : .countWithoutCode, at: count.phrase.position)
        }
        try settle(count)
    }
}
